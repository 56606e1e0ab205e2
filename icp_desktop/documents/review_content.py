"""What the review pack says: the questions, what changed, decisions, what is getting old."""

from datetime import date

from icp_desktop.checks.agreed import say_agreed
from icp_desktop.checks.due import find_due, say_due, since
from icp_desktop.checks.grades import Grade
from icp_desktop.checks.standing import due_assumptions
from icp_desktop.documents.changes import Change
from icp_desktop.documents.charts import Chart, Share, draw_shares, draw_sureness
from icp_desktop.documents.content import Request, Unproven, chosen_profile, language_of
from icp_desktop.documents.review_changes import (
    changed_answers,
    count_answered,
    new_words,
    old_words,
    where_words,
)
from icp_desktop.documents.review_words import (
    ASKED,
    VERDICT_NAMES,
    say_before,
    say_change,
    say_figure,
    say_numbers,
    signed_lines,
)
from icp_desktop.documents.unproven import list_unproven
from icp_desktop.documents.words import join_items
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.since_review import (
    count_since,
    counts_of,
    filled_in,
    found_in,
    sureness_of,
)
from icp_desktop.insight.statistics import wilson
from icp_desktop.insight.words import SURE_BOXES
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.review import (
    Figure,
    Resolve,
    Review,
    ReviewAnswer,
    last_review,
    shown_review,
)
from icp_desktop.model.review_edits import planned_next
from icp_desktop.worksheet.definitions import Worksheet
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.shipped import worksheet_of

_WIDE = 48.0


@record
class QuestionLine:
    """One of the four questions as it is printed; without numbers there is no picture."""

    asked: str
    verdict: str
    note: str
    now: str
    before: str
    bars: Chart | None
    boxes: Chart | None
    sure: str


@record
class ChangeLine:
    """One answer that changed: what it was, what it is, and how well each was known."""

    name: str
    where: str
    was: str
    is_now: str
    old_mark: Grade | None
    new_mark: Grade | None
    because: str


@record
class ResolveLine:
    """One decision as it is printed."""

    text: str
    who: str
    by: str
    done: bool


@record
class ReviewContent:
    """Everything the pack says before the one page."""

    title: str
    client: str
    language: str
    lead: str
    why: str
    questions: tuple[QuestionLine, ...]
    since: str
    compared: str
    changes: tuple[ChangeLine, ...]
    unchanged: str
    resolves: tuple[ResolveLine, ...]
    old: str
    next: str
    agreed: str
    signed: tuple[str, ...]
    not_yet_proven: tuple[Unproven, ...]
    footer: str


def make_review(request: Request) -> ReviewContent:
    """Return the pack of the review under way, else of the last one that was finished."""
    project, today = request.project, request.today
    worksheet = worksheet_of(project)
    review = shown_review(project.reviews) or Review(id="", begun=today)
    day = review.finished or today
    answers = _answers(request, review, worksheet)
    changes = _changes(request)
    profile = chosen_profile(request)
    lines = tuple(_change_line(each, project) for each in changes)
    return ReviewContent(
        title=_("Review of {day}", day=say_day(day)),
        client=project.client.strip(),
        language=language_of(request),
        lead=_lead(request, answers, lines, review),
        why=_why(project, review, today),
        questions=tuple(_question_line(each) for each in answers),
        since=_since(project, review),
        compared=_compared(request),
        changes=lines,
        unchanged=_unchanged(project, changes) if request.earlier is not None else "",
        resolves=tuple(_resolve_line(each) for each in review.resolves),
        old=_old(project, worksheet, today),
        next=_next(project, today),
        agreed=say_agreed(project),
        signed=signed_lines(project),
        not_yet_proven=list_unproven(project, profile, worksheet),
        footer=_footer(request, day),
    )


def _answers(request: Request, review: Review, worksheet: Worksheet) -> tuple[ReviewAnswer, ...]:
    if review.finished is not None:
        return found_in(review)
    project = request.project
    try:
        counted = count_since(project, worksheet, since(project))
    except KnownError:
        counted = ()  # a list that can't be read tells nothing; its page says so
    return filled_in(review, last_review(project.reviews), counted)


def _changes(request: Request) -> tuple[Change, ...]:
    if request.earlier is None:
        return ()
    return changed_answers(request.earlier.project, request.project)


def _question_line(answer: ReviewAnswer) -> QuestionLine:
    sure, words = sureness_of(answer), say_numbers(answer)
    now, before = (_share(each) for each in (answer.now, answer.before))
    boxes = None if sure is None else draw_sureness(SURE_BOXES[sure], words=say_change(answer))
    return QuestionLine(
        asked=_(ASKED[answer.question]),
        verdict=_(VERDICT_NAMES[answer.verdict]) if answer.verdict else "",
        note=answer.note,
        now=say_figure(answer.now, answer.question),
        before=say_before(answer.before),
        bars=draw_shares(now, before, _WIDE, words=words) if answer.now else None,
        boxes=boxes,
        sure=say_change(answer) if counts_of(answer) else "",
    )


def _share(figure: Figure | None) -> Share:
    count, total = (figure.count, figure.total) if figure else (0, 0)
    low, high = wilson(count, total)
    return Share(count=count, total=total, low=low, high=high)


def _change_line(change: Change, project: Project) -> ChangeLine:
    return ChangeLine(
        name=change.name,
        where=where_words(change, project),
        was=old_words(change),
        is_now=new_words(change),
        old_mark=change.old_mark,
        new_mark=change.new_mark,
        because=change.new_proof,
    )


def _resolve_line(resolve: Resolve) -> ResolveLine:
    return ResolveLine(
        text=resolve.text,
        who=resolve.who,
        by=say_day(resolve.by) if resolve.by else "",
        done=resolve.done,
    )


def _lead(
    request: Request,
    answers: tuple[ReviewAnswer, ...],
    lines: tuple[ChangeLine, ...],
    review: Review,
) -> str:
    parts = []
    if request.earlier is not None:
        total = count_answered(request.project)
        parts.append(
            n_(
                "{n} of {all} answers changed.",
                "{n} of {all} answers changed.",
                len(lines),
                all=total,
            )
        )
    said = [each for each in answers if each.verdict]
    if said:
        better = sum(each.verdict == "yes" for each in said)
        unsure = sum(each.verdict == "unsure" for each in said)
        parts.append(_("Of four questions {n} got a yes.", n=better))
        if unsure:
            parts.append(
                n_("For {n} it is too early to tell.", "For {n} it is too early to tell.", unsure)
            )
    else:
        parts.append(_("The four questions are not answered yet."))
    if review.resolves:
        parts.append(n_("{n} thing was decided.", "{n} things were decided.", len(review.resolves)))
    return " ".join(parts)


def _why(project: Project, review: Review, today: date) -> str:
    if review.finished is not None:
        return " ".join(review.called_by)
    return " ".join(say_due(each) for each in find_due(project, today))


def _since(project: Project, review: Review) -> str:
    """Say since when the numbers of a review are counted."""
    earlier = [
        each.finished
        for each in project.reviews
        if each.finished is not None and each.id != review.id
    ]
    if not earlier:
        return _("Solid: all there is. Outlined: last time.")
    return _("Solid: since {day}. Outlined: last time.", day=say_day(max(earlier)))


def _compared(request: Request) -> str:
    if request.earlier is None:
        return _("There is no earlier version to compare with.")
    day = say_day(request.earlier.day)
    return _("Compared with “{name}” of {day}.", name=request.earlier.name, day=day)


def _unchanged(project: Project, changes: tuple[Change, ...]) -> str:
    gone = sum(each.new_mark is None for each in changes)
    same = count_answered(project) - (len(changes) - gone)
    return n_("Unchanged: {n} answer.", "Unchanged: {n} answers.", max(same, 0))


def _old(project: Project, worksheet: Worksheet, today: date) -> str:
    due = due_assumptions(project, worksheet, today)
    if not due:
        return _("Nothing has been a guess since the last review, and no test is overdue.")
    labels = dict.fromkeys(each.label for each in due)
    return n_(
        "{n} answer is only believed since the last review, or its test is due: {labels}.",
        "{n} answers are only believed since the last review, or their tests are due: {labels}.",
        len(due),
        labels=join_items(labels),
    )


def _next(project: Project, today: date) -> str:
    plan = project.review_plan
    after = plan.next if plan.next and plan.next > today else planned_next(plan, plan.rhythm, today)
    earlier = [
        *(_("a new list of customers") for each in plan.triggers if each.occasion == "list"),
        *(_("a new product") for each in plan.triggers if each.occasion == "product"),
        *(each.text for each in plan.triggers if each.occasion == "own"),
    ]
    day = _("Next review: {day}", day=say_day(after)) if after else ""
    if day and earlier:
        return _("{day}, or earlier: {what}.", day=day, what=join_items(earlier))
    return f"{day}." if day else _("No day is planned for the next review.")


def _footer(request: Request, day: date) -> str:
    brand = request.project.brand.footer.strip()
    if brand:
        return brand
    parts = [_("Review of {day}", day=say_day(day))]
    if request.earlier is not None:
        parts.append(_("against “{name}”", name=request.earlier.name))
    parts.append(request.prepared_by.strip())
    return " · ".join(part for part in parts if part)
