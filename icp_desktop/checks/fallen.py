"""Which answers a change has made less sure, such as when an interview is removed."""

from collections.abc import Iterator

from icp_desktop.checks.grades import GRADES, Grade, answer_grade
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.project import Answer, Project, find_answer
from icp_desktop.model.record import record


@record
class Fallen:
    """An answer by its place and field, and the grades it had and has."""

    place: str
    field: str
    before: Grade
    after: Grade


def fallen_answers(before: Project, after: Project) -> tuple[Fallen, ...]:
    """Return the answers that are less sure than they were."""
    found = []
    for place, old, new in _pairs(before, after):
        was, is_ = answer_grade(old), answer_grade(new)
        if new.value is not None and GRADES.index(is_) < GRADES.index(was):
            found.append(Fallen(place=place, field=old.field, before=was, after=is_))
    return tuple(found)


def _pairs(before: Project, after: Project) -> Iterator[tuple[str, Answer, Answer]]:
    for answer in before.about:
        yield BUSINESS, answer, find_answer(after.about, answer.field)
    later = {profile.id: profile for profile in after.profiles}
    for profile in before.profiles:
        now = later.get(profile.id)
        if now is not None and now is not profile:
            for answer in profile.answers:
                yield profile.id, answer, now.answer(answer.field)
