"""What is said above the list: what it is, what it does not tell, and how its leads went."""

from icp_desktop.i18n import _, n_
from icp_desktop.insight.lead_words import say_doubts, say_inside
from icp_desktop.insight.scoring import Scored
from icp_desktop.insight.won_lost import State, inside_outside, say_won_lost


def say_list(scored: Scored, states: tuple[State, ...]) -> str:
    """Return it in a few sentences; without states it lists today's customers."""
    what = _("Leads from “{name}”.") if states else _("Today’s customers, from “{name}”.")
    parts = [what.replace("{name}", scored.leads.name)]
    blind = sum(1 for each in scored.criteria if each.feature is None and each.points)
    if doubts := say_doubts(scored):
        parts.append(doubts)
    elif blind:
        parts.append(
            n_(
                "{n} criterion has no column and counts as not known.",
                "{n} criteria have no column and count as not known.",
                blind,
            )
        )
    if states and (went := say_won_lost(inside_outside(scored, states))):
        parts.append(went)
        parts.append(say_inside())
    return " ".join(part for part in parts if part)
