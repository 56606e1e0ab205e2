"""What reviews say in words, the same on screen and in print."""

from datetime import date

from icp_desktop.checks.agreed import out_of_date
from icp_desktop.checks.due import find_due, say_due, since
from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.contrast import Sureness
from icp_desktop.insight.since_review import counts_of, sureness_of
from icp_desktop.model.project import Project
from icp_desktop.model.review import (
    Figure,
    Question,
    Resolve,
    Review,
    ReviewAnswer,
    ReviewPlan,
    Rhythm,
    SignOff,
    Verdict,
)
from icp_desktop.worksheet.phrases import say_day

ASKED: dict[Question, str] = {
    "leads": later("Do more of your leads match the profile?"),
    "buying": later("Do more of them buy?"),
    "leaving": later("Do fewer leave?"),
    "feedback": later("Is what they say better?"),
}
VERDICT_NAMES: dict[Verdict, str] = {
    "yes": later("Yes"),
    "no": later("No"),
    "unsure": later("Can’t tell"),
}
RHYTHM_NAMES: dict[Rhythm, str] = {
    "quarter": later("Every quarter"),
    "half_year": later("Every half year"),
    "": later("No rhythm"),
}
HOW_COUNTED: dict[Question, str] = {
    "leads": later("Leads that the profile lets in: not ruled out, and Tier B or better."),
    "buying": later("Won, of those that were decided."),
    "leaving": later("Customers who left, of those who were there."),
    "feedback": later("Talks that went well. Only you can say which did."),
}
_MORE: dict[Sureness, str] = {
    "clear": later("Clearly more"),
    "likely": later("Likely more"),
}
_FEWER: dict[Sureness, str] = {
    "clear": later("Clearly fewer"),
    "likely": later("Likely fewer"),
}
_SAME: dict[Sureness, str] = {
    "none": later("No real change"),
    "few": later("Too few to tell"),
}


def say_figure(figure: Figure | None, question: Question) -> str:
    """Return so many of so many, "" where nothing is known."""
    if figure is None:
        return ""
    n, total = figure.count, figure.total
    match question:
        case "leads":
            return n_("{a} of {n} lead", "{a} of {n} leads", total, a=n)
        case "buying":
            return _("{a} of {n} decided", a=n, n=total)
        case "leaving":
            return n_("{a} of {n} customer", "{a} of {n} customers", total, a=n)
    return n_("{a} of {n} talk", "{a} of {n} talks", total, a=n)


def say_before(figure: Figure | None) -> str:
    """Return what it was last time, "" where nothing is known."""
    if figure is None:
        return ""
    return _("{n} of {total} before", n=figure.count, total=figure.total)


def say_change(answer: ReviewAnswer) -> str:
    """Return what now against before is worth, in two or three words."""
    sure, counts = sureness_of(answer), counts_of(answer)
    if sure is None or counts is None:
        return _("Nothing to compare") if answer.now else ""
    if sure in ("none", "few"):
        return _(_SAME[sure])
    return _((_MORE if counts.gap > 0 else _FEWER)[sure])


def say_numbers(answer: ReviewAnswer) -> str:
    """Return the numbers of a question in one line, for whoever can’t see the bars."""
    parts = [
        say_figure(answer.now, answer.question) or _("nothing counted"),
        say_before(answer.before),
        say_change(answer),
    ]
    return ", ".join(part for part in parts if part)


def say_plan(plan: ReviewPlan) -> str:
    """Return when the next review is, in a few words."""
    if plan.next is None:
        return _("No day is planned for the next review.")
    if plan.rhythm:
        rhythm = _(RHYTHM_NAMES[plan.rhythm])
        return _("Next review: {day}. {rhythm}.", day=say_day(plan.next), rhythm=rhythm)
    return _("Next review: {day}.", day=say_day(plan.next))


def say_due_now(project: Project, today: date) -> str:
    """Return why a review is due today, "" if none is."""
    return " ".join(say_due(each) for each in find_due(project, today))


def say_since(project: Project) -> str:
    """Return since when the numbers are counted."""
    day = since(project)
    return _("numbers since {day}", day=say_day(day)) if day else _("numbers of all there is")


def say_who(resolve: Resolve) -> str:
    """Return who does something and by when, "" where nobody was named."""
    parts = [resolve.who.strip(), say_day(resolve.by) if resolve.by else ""]
    return ", ".join(part for part in parts if part)


def review_title(review: Review) -> str:
    """Return what a review is called: the name of the version it kept, else its day."""
    if review.kept_as:
        return review.kept_as
    return _("Review of {day}", day=say_day(review.finished or review.begun))


def signed_lines(project: Project) -> tuple[str, ...]:
    """Return who agreed and when, each with whether it has changed since."""
    old = {each.id for each in out_of_date(project)}
    return tuple(_say_signed(each, old=each.id in old) for each in project.signoffs)


def say_signed(project: Project) -> str:
    """Return who agreed in one line for the profile, "" where that is not to be said."""
    if not project.print_signoffs:
        return ""
    return "; ".join(signed_lines(project))


def _say_signed(each: SignOff, *, old: bool) -> str:
    who = ", ".join(part for part in (each.person.strip(), each.role.strip()) if part)
    day = say_day(each.day)
    if old:
        return _("{who}, {day} (changed since)", who=who, day=day)
    return _("{who}, {day}", who=who, day=day)
