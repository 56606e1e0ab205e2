"""What is said of copies of the worksheet: where they agree, who said what, what was decided."""

from collections.abc import Iterable

from icp_desktop.documents.form_proposal import who
from icp_desktop.i18n import _, n_
from icp_desktop.insight.agreement import Accord, FieldVoices, Opinion, agree
from icp_desktop.model.forms import Decision, Voice
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.phrases import say_day, say_value

_MOST_NAMES = 6


def sum_words(found: Iterable[FieldVoices], copies: int) -> str:
    """Return how many copies there are and how often they agree."""
    accords: list[Accord] = [each.accord for each in found]
    parts = [n_("{n} copy is back.", "{n} copies are back.", copies)]
    for accord, one, many in (
        ("agree", "{n} field says the same.", "{n} fields say the same."),
        ("partly", "{n} agrees in part.", "{n} agree in part."),
        ("differ", "{n} differs.", "{n} differ."),
    ):
        count = sum(each == accord for each in accords)
        if count:
            parts.append(n_(one, many, count))
    return " ".join(parts)


def accord_words(found: FieldVoices) -> str:
    """Return how far the copies agree on a field."""
    heard = found.heard
    match found.accord:
        case "agree":
            return n_("{n} says so", "all {n} say the same", heard)
        case "one":
            return _("only one has said something")
        case "partly":
            shared = ", ".join(found.shared[:_MOST_NAMES])
            return _("agree in part: all have {shared}", shared=shared)
    most = len(found.opinions[0].voices) if found.opinions else 0
    if most > 1:
        return _("{n} of {all} agree", n=most, all=heard)
    return n_("{n} answer", "{n} different answers", len(found.opinions))


def opinion_words(opinion: Opinion) -> str:
    """Return who is of an opinion."""
    return names_of(opinion.voices)


def names_of(voices: Iterable[Voice]) -> str:
    """Return the people behind some copies."""
    names = [who(each.person, each.role) for each in voices]
    rest = len(names) - _MOST_NAMES
    if rest > 0:
        more = n_("and {n} more", "and {n} more", rest)
        return "; ".join((*names[:_MOST_NAMES], more))
    return "; ".join(names)


def decision_words(decision: Decision, field: Field, found: FieldVoices) -> str:
    """Return what was decided, by whom and why, and who said otherwise."""
    head = _(
        "Decided on {day}: {value}.",
        day=say_day(decision.day),
        value=say_value(decision.value, field).replace("\n", "; "),
    )
    by = _("By {who}.", who=decision.by) if decision.by else ""
    why = _("Because: {reason}", reason=decision.reason) if decision.reason else ""
    others = [v for o in found.opinions if not agree(o.value, decision.value) for v in o.voices]
    otherwise = _("Said otherwise: {who}.", who=names_of(others)) if others else ""
    return " ".join(part for part in (head, by, why, otherwise) if part)
