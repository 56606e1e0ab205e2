"""What a profile rests on: customers, talks, colleagues and reports, counted and named."""

from collections.abc import Iterable

from icp_desktop.documents.content import Fact, Proof, Row
from icp_desktop.i18n import _, n_
from icp_desktop.model.interview import Interview
from icp_desktop.model.links import counted_talks
from icp_desktop.model.project import Project
from icp_desktop.worksheet.phrases import say_day

_MOST_SOURCES = 12


def based_on(project: Project, rows: Iterable[Row]) -> str:
    """Return "42 customers, 9 interviews", or what else there is, in one line."""
    proofs = [proof for row in rows for proof in row.proofs]
    customers = _largest(proofs, "customers")
    talks = len(counted_talks(project)) or _largest(proofs, "interviews")
    reports = len(_references(proofs))
    parts = []
    if customers:
        parts.append(n_("{n} customer", "{n} customers", customers))
    if talks:
        parts.append(n_("{n} interview", "{n} interviews", talks))
    if reports and len(parts) < 2:
        parts.append(n_("{n} source", "{n} sources", reports))
    if not parts and any(proof.grade == "team" for proof in proofs):
        parts.append(_("Opinions of the team"))
    return ", ".join(parts) or _("Assumptions")


def how_made(project: Project, rows: Iterable[Row]) -> tuple[Fact, ...]:
    """Return what stands behind everything, in four columns."""
    proofs = [proof for row in rows for proof in row.proofs]
    return (
        Fact(label=_("Customer data"), text=_customers(proofs)),
        Fact(label=_("Interviews"), text=_interviews(counted_talks(project), proofs)),
        Fact(label=_("Team"), text=_team(proofs)),
        Fact(label=_("Outside sources"), text=_outside(proofs)),
    )


def _customers(proofs: list[Proof]) -> str:
    answers = sum(proof.grade == "customers" for proof in proofs)
    largest = _largest(proofs, "customers")
    if not answers:
        return _("No answer has been counted in a list of customers yet.")
    counted = n_("{n} answer counted", "{n} answers counted", answers)
    if not largest:
        return f"{counted}."
    among = n_("among {n} customer", "among {n} customers", largest)
    return f"{counted}, {among}."


def _interviews(interviews: tuple[Interview, ...], proofs: list[Proof]) -> str:
    answers = sum(proof.grade == "interviews" for proof in proofs)
    talks = len(interviews) or _largest(proofs, "interviews")
    if not talks:
        return _("No talks yet.")
    days = sorted(interview.day for interview in interviews if interview.day)
    when = ""
    if days:
        same = days[0] == days[-1]
        when = say_day(days[0]) if same else f"{say_day(days[0])} – {say_day(days[-1])}"
    head = ", ".join(part for part in (n_("{n} talk", "{n} talks", talks), when) if part)
    rest = n_("They bear out {n} answer.", "They bear out {n} answers.", answers)
    return f"{head}. {rest}"


def _team(proofs: list[Proof]) -> str:
    opinions = sum(proof.grade == "team" for proof in proofs)
    if not opinions:
        return _("No opinions are noted.")
    text = n_("Colleagues speak for {n} answer.", "Colleagues speak for {n} answers.", opinions)
    colleagues = _largest(proofs, "team")
    heard = n_("Up to {n} was asked.", "Up to {n} were asked.", colleagues) if colleagues else ""
    return f"{text} {heard}".strip()


def _outside(proofs: list[Proof]) -> str:
    references = _references(proofs)
    if not references:
        return _("None yet.")
    more = len(references) - _MOST_SOURCES
    text = "; ".join(references[:_MOST_SOURCES])
    if more > 0:
        text += "; " + n_("and {n} more", "and {n} more", more)
    return text if text.endswith(".") else f"{text}."


def _references(proofs: list[Proof]) -> list[str]:
    notes = [note for proof in proofs if proof.grade == "outside" for note in proof.notes]
    return list(dict.fromkeys(notes))


def _largest(proofs: list[Proof], grade: str) -> int:
    sizes = (proof.total or proof.count or 0 for proof in proofs if proof.grade == grade)
    return max(sizes, default=0)
