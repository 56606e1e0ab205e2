"""What has only been believed since the last review, or longer."""

from datetime import date

from icp_desktop.checks.assumptions import Assumption, find_assumptions
from icp_desktop.checks.due import find_due, say_due
from icp_desktop.checks.states import NextStep, tally
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.review import NO_PLAN, Doubt, last_review
from icp_desktop.worksheet.definitions import Worksheet


def all_assumptions(project: Project, worksheet: Worksheet) -> tuple[Assumption, ...]:
    """Return what is only believed in any profile in use, each once."""
    found: dict[str, Assumption] = {}
    for profile in project.profiles:
        if profile.retired is None and profile.kind == "ideal":
            for each in find_assumptions(project, profile, worksheet):
                found.setdefault(each.key, each)
    return tuple(found.values())


def doubts(project: Project, worksheet: Worksheet) -> tuple[Doubt, ...]:
    """Return what a review that is finished now leaves unproven."""
    return tuple(_doubt(each) for each in all_assumptions(project, worksheet))


def old_assumptions(project: Project, worksheet: Worksheet) -> tuple[Assumption, ...]:
    """Return what was only believed at the last review already, in the same words, and still is."""
    last = last_review(project.reviews)
    if last is None:
        return ()
    known = set(last.doubts)
    return tuple(each for each in all_assumptions(project, worksheet) if _doubt(each) in known)


def due_assumptions(project: Project, worksheet: Worksheet, today: date) -> tuple[Assumption, ...]:
    """Return what a review should look at: the old ones, and those whose test should be done."""
    old = {each.key for each in old_assumptions(project, worksheet)}
    return tuple(
        each
        for each in all_assumptions(project, worksheet)
        if each.key in old or (each.test.by is not None and each.test.by <= today)
    )


def due_step(project: Project, today: date) -> tuple[NextStep, ...]:
    """Return the review that is due as the next step, () if none is."""
    found = find_due(project, today)
    if not found:
        return ()
    return (
        NextStep(
            section="",
            field="",
            action=_("Look at the profile again."),
            reason=" ".join(say_due(each) for each in found),
            button=_("Hold the review"),
        ),
    )


def plan_step(project: Project, profile: Profile, worksheet: Worksheet) -> tuple[NextStep, ...]:
    """Return the step to plan a review, once half of the answers are proven and none is planned."""
    counted = tally(profile, worksheet)
    if project.review_plan != NO_PLAN or counted.proven * 2 < counted.total or not counted.total:
        return ()
    return (
        NextStep(
            section="",
            field="",
            action=_("Choose when to look at the profile again."),
            reason=_("Customers change. Four questions a quarter keep the profile true."),
            button=_("Plan a review"),
        ),
    )


def _doubt(each: Assumption) -> Doubt:
    return Doubt(
        profile=each.profile.id, field=each.field.id, item=each.test_item, words=each.words
    )
