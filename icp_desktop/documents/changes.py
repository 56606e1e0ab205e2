"""What changed between two states of a project, named in plain words, old and new.

`changes_between` is what the versions page, the printed page, reviews and the command line show.
"""

from collections.abc import Iterator
from typing import Any

from icp_desktop.checks.grades import Grade, answer_grade, grade_words
from icp_desktop.documents.part_paths import Namer, entry_of, is_answer, subject_of
from icp_desktop.i18n import _, n_
from icp_desktop.model.comparing import Difference, differences
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.names import FOLDERS
from icp_desktop.model.project import Answer, Profile, Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.tree import Path, at
from icp_desktop.model.values import is_empty


@record
class ChangedPart:
    """One part that changed: what it is called ("" for the answer itself), old words and new."""

    name: str
    old: str
    new: str
    paths: tuple[Path, ...]


@record
class Change:
    """One answer or one thing that changed, with its parts.

    `place` is the id of a profile or of another thing, "" for the business or the project itself;
    `field` is set for answers. The marks are those of an answer before and after, None while it
    was open, or where it is no answer.
    """

    place: str
    field: str
    name: str
    parts: tuple[ChangedPart, ...]
    old_mark: Grade | None = None
    new_mark: Grade | None = None
    old_proof: str = ""
    new_proof: str = ""

    @property
    def is_new(self) -> bool:
        """Say whether nothing was there before."""
        return all(not part.old for part in self.parts)

    @property
    def in_words(self) -> bool:
        """Say whether the answer itself changed, not only how well it is known."""
        return any(not part.name for part in self.parts)


@record
class ChangeGroup:
    """What changed in one place: a profile, the business, or a kind of thing."""

    title: str
    place: str
    folder: str
    changes: tuple[Change, ...]


@record
class Changes:
    """Everything that changed, by place."""

    groups: tuple[ChangeGroup, ...]

    @property
    def count(self) -> int:
        """How many answers and things changed."""
        return sum(len(group.changes) for group in self.groups)

    @property
    def answers(self) -> tuple[Change, ...]:
        """The answers among them, of the business and of profiles."""
        return tuple(e for group in self.groups for e in group.changes if e.field)

    @property
    def summary(self) -> str:
        """What there is, in one sentence with the counts first."""
        if not self.count:
            return _("Nothing differs.")
        answers, rest = len(self.answers), self.count - len(self.answers)
        said = n_("{n} answer differs", "{n} answers differ", answers)
        others = n_("{n} other thing differs", "{n} other things differ", rest)
        if not rest:
            return f"{said}."
        return f"{others}." if not answers else _("{one}, {other}.", one=said, other=others)


def changes_between(before: Project, after: Project) -> Changes:
    """Return what changed, in the order of the later state."""
    writer = _Writer(before, after)
    sorted_out: dict[Path, list[Difference]] = {}
    for each in differences(before, after):
        sorted_out.setdefault(subject_of(each.path), []).append(each)
    groups: dict[tuple[str, str], list[Change]] = {}
    for subject, found in sorted_out.items():
        groups.setdefault(_group(subject), []).append(writer.change(subject, found))
    return Changes(
        groups=tuple(
            ChangeGroup(
                title=writer.names.title(*key), folder=key[0], place=key[1], changes=tuple(changes)
            )
            for key, changes in sorted(groups.items(), key=lambda each: bool(each[0][0]))
        )
    )


def _group(subject: Path) -> tuple[str, str]:
    """Return the folder and the place that a subject is shown under."""
    if subject[0] == "profiles" and len(subject) > 1:
        return "profiles", subject[1]
    return (subject[0] if subject[0] in FOLDERS or subject[0] == "about" else ""), BUSINESS


class _Writer:
    """Puts differences into words."""

    def __init__(self, before: Project, after: Project) -> None:
        self._before, self._after = before, after
        self.names = Namer(after, before)

    def change(self, subject: Path, found: list[Difference]) -> Change:
        name, parts = self.names.subject(subject), tuple(self._parts(found))
        if is_answer(subject):
            return self._answer(subject, name, parts)
        place = subject[1] if len(subject) > 1 else BUSINESS
        return Change(place=place, field="", name=name, parts=parts)

    def _answer(self, subject: Path, name: str, parts: tuple[ChangedPart, ...]) -> Change:
        place = subject[1] if subject[0] == "profiles" else BUSINESS
        field_id = subject[-1]
        profile = self.names.thing(("profiles", place)) if place else None
        kind = profile.kind if isinstance(profile, Profile) else "ideal"
        old, new = (_answer_in(each, place, field_id) for each in (self._before, self._after))
        return Change(
            place=place,
            field=field_id,
            name=name,
            parts=parts,
            old_mark=None if is_empty(old.value) else answer_grade(old),
            new_mark=None if is_empty(new.value) else answer_grade(new),
            old_proof="" if is_empty(old.value) else grade_words(old, kind),
            new_proof="" if is_empty(new.value) else grade_words(new, kind),
        )

    def _parts(self, found: list[Difference]) -> Iterator[ChangedPart]:
        """Yield the parts in words; both halves of a pair are one part."""
        halves: dict[Path, list[Path]] = {}
        for each in found:
            if (item := entry_of(each.path)) is not None:
                halves.setdefault(item, []).append(each.path)
        for each in found:
            item = entry_of(each.path)
            if item is None:
                yield self._part(each)
            elif halves[item][0] == each.path:
                one, other = at(self._before, item), at(self._after, item)
                yield self._worded(item, tuple(halves[item]), one, other)

    def _part(self, each: Difference) -> ChangedPart:
        names = self.names
        if each.turn != "moved":
            return self._worded(each.path, (each.path,), each.before, each.after)
        part = names.part(each.path)
        return ChangedPart(
            name=_("{part}, the order", part=part) if part else _("The order"),
            old=names.order(each.path, each.before),
            new=names.order(each.path, each.after),
            paths=(each.path,),
        )

    def _worded(self, path: Path, paths: tuple[Path, ...], before: Any, after: Any) -> ChangedPart:
        old, new = self.names.say(path, before), self.names.say(path, after)
        if old == new:
            old, new = self._told_apart(before, after)
        return ChangedPart(name=self.names.part(path), old=old, new=new, paths=paths)

    def _told_apart(self, before: Any, after: Any) -> tuple[str, str]:
        """Return words for two states whose usual words are the same."""
        if before is None or after is None:
            there, gone = _("there"), _("not there")
            return (gone, there) if before is None else (there, gone)
        old, new = self.names.words.unlike(before, after)
        return (old, new) if old != new else (_("as it was"), _("written otherwise"))


def _answer_in(project: Project, place: str, field: str) -> Answer:
    answers = at(project, ("profiles", place, "answers")) if place else project.about
    return find_answer(answers if isinstance(answers, tuple) else (), field)
