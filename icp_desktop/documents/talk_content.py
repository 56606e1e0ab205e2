"""What talks say in documents: themes counted, with the best quote of each, and the quote bank.

Both take a released project: what nobody agreed to hand out is not in it.
"""

from icp_desktop.documents.consent import may_be_quoted, speaker_words
from icp_desktop.documents.content import ThemeLine
from icp_desktop.insight.themes import HeardQuote, ThemeCount, count_themes, heard_quotes
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.project import Project

_MOST_THEMES = 12
_LONGEST_QUOTE = 160


def theme_lines(project: Project, place: str = BUSINESS) -> tuple[ThemeLine, ...]:
    """Return the themes that came up in talks about a profile, the most frequent first."""
    counted = [each for each in count_themes(project, place) if each.count]
    heard = [each for each in quote_bank(project) if len(each.quote.text) <= _LONGEST_QUOTE]
    return tuple(_line(each, heard) for each in counted[:_MOST_THEMES])


def quote_bank(project: Project) -> tuple[HeardQuote, ...]:
    """Return every quote that may be handed out."""
    return tuple(each for each in heard_quotes(project) if may_be_quoted(each.talk))


def _line(counted: ThemeCount, heard: list[HeardQuote]) -> ThemeLine:
    about = [each for each in heard if counted.theme.id in each.quote.themes]
    best = min(about, key=lambda each: not each.quote.starred, default=None)
    return ThemeLine(
        name=counted.theme.name,
        count=counted.count,
        total=counted.total,
        cells=counted.cells,
        words=" ".join(best.quote.text.split()) if best else "",
        who=speaker_words(best.talk) if best else "",
    )
