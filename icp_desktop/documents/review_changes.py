"""Which answers say something else than they did: what a review looks at."""

from dataclasses import replace

from icp_desktop.documents.changes import Change, changes_between
from icp_desktop.documents.words import join_items
from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.model.values import is_empty


def changed_answers(before: Project, after: Project) -> tuple[Change, ...]:
    """Return the answers whose words changed, those of a profile that is new among them.

    How well they are known may have changed besides; where only that did, they are left out.
    """
    known = {each.id for each in before.profiles}
    new = (replace(each, answers=()) for each in after.profiles if each.id not in known)
    filled = replace(before, profiles=(*before.profiles, *new))
    found = changes_between(filled, after).answers
    return tuple(each for each in found if each.in_words)


def old_words(change: Change) -> str:
    """Return what an answer said before, "" if it was open."""
    return join_items(part.old for part in change.parts if part.old and not part.name)


def new_words(change: Change) -> str:
    """Return what an answer says now, "" if it was taken out."""
    return join_items(part.new for part in change.parts if part.new and not part.name)


def where_words(change: Change, project: Project) -> str:
    """Return whose answer it is: not a fit, or the name of one of several profiles."""
    profile = next((each for each in project.profiles if each.id == change.place), None)
    if profile is None:
        return ""
    if profile.kind == "negative":
        return _("Not a fit")
    several = sum(each.kind == "ideal" and not each.retired for each in project.profiles) > 1
    return profile.name if several else ""


def count_answered(project: Project) -> int:
    """Return how many answers there are, of the business and of profiles in use."""
    used = [each.answers for each in project.profiles if each.retired is None]
    answers = [each for some in (project.about, *used) for each in some]
    return sum(not is_empty(each.value) for each in answers)
