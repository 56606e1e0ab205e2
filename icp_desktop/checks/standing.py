"""What has only been believed since the last review, or longer."""

from datetime import date

from icp_desktop.checks.assumptions import Assumption, find_assumptions
from icp_desktop.model.project import Project
from icp_desktop.model.review import Doubt, last_review
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


def _doubt(each: Assumption) -> Doubt:
    return Doubt(
        profile=each.profile.id, field=each.field.id, item=each.test_item, words=each.words
    )
