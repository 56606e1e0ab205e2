"""What changed between two states of a project, named in plain words, old and new.

`changes_between` is what the versions page, the printed page, reviews and the command line show.
"""

from collections.abc import Iterator
from typing import Any

from icp_desktop.checks.grades import Grade, answer_grade, grade_words
from icp_desktop.documents.part_names import folder_name, part_name
from icp_desktop.documents.part_words import Wordings
from icp_desktop.i18n import _, n_
from icp_desktop.model.comparing import Difference, differences
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.names import FOLDERS
from icp_desktop.model.project import Answer, Profile, Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.tree import Path, at
from icp_desktop.model.values import is_empty
from icp_desktop.worksheet.definitions import Field

_ENTRIES = ("value", "items")  # the way from an answer to the entries of its list


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
        sorted_out.setdefault(_subject(each.path), []).append(each)
    groups: dict[tuple[str, str], list[Change]] = {}
    for subject, found in sorted_out.items():
        groups.setdefault(_group(subject), []).append(writer.change(subject, found))
    return Changes(
        groups=tuple(
            ChangeGroup(
                title=writer.title(*key), folder=key[0], place=key[1], changes=tuple(changes)
            )
            for key, changes in groups.items()
        )
    )


def _subject(path: Path) -> Path:
    """Return the path of what a part is a part of: an answer, a thing of a folder, a detail."""
    if path[0] == "about":
        return path[:2]
    if path[0] == "profiles" and path[2:3] == ("answers",):
        return path[:4]
    return path[:2] if path[0] in FOLDERS else path[:1]


def _group(subject: Path) -> tuple[str, str]:
    """Return the folder and the place that a subject is shown under."""
    if subject[0] == "profiles" and len(subject) > 1:
        return "profiles", subject[1]
    return (subject[0] if subject[0] in FOLDERS or subject[0] == "about" else ""), BUSINESS


class _Writer:
    """Puts differences into words."""

    def __init__(self, before: Project, after: Project) -> None:
        self._before, self._after = before, after
        self.words = Wordings(after, before)

    def title(self, folder: str, place: str) -> str:
        if place:
            return self.words.name(self._thing(("profiles", place))) or folder_name(folder)
        if folder == "about":
            return part_name("about")
        return folder_name(folder) if folder else _("The project as a whole")

    def change(self, subject: Path, found: list[Difference]) -> Change:
        if subject[0] == "about" or subject[2:3] == ("answers",):
            return self._answer(subject, found)
        parts = tuple(self._parts(subject, found))
        folder = subject[0] if subject[0] in FOLDERS else ""
        if len(subject) == 1:
            name = folder_name(folder) if folder else part_name(subject[0], "project")
            return Change(place=BUSINESS, field="", name=name, parts=parts)
        name = self.words.thing(folder, self._thing(subject))
        return Change(place=subject[1], field="", name=name, parts=parts)

    def _answer(self, subject: Path, found: list[Difference]) -> Change:
        place, field_id = (subject[1], subject[3]) if len(subject) == 4 else (BUSINESS, subject[1])
        profile = self._thing(("profiles", place)) if place else None
        market = profile.market if isinstance(profile, Profile) else ""
        kind = profile.kind if isinstance(profile, Profile) else "ideal"
        old, new = (_answer_in(each, place, field_id) for each in (self._before, self._after))
        return Change(
            place=place,
            field=field_id,
            name=self.words.label(field_id, market),
            parts=tuple(self._parts(subject, found)),
            old_mark=None if is_empty(old.value) else answer_grade(old),
            new_mark=None if is_empty(new.value) else answer_grade(new),
            old_proof="" if is_empty(old.value) else grade_words(old, kind),
            new_proof="" if is_empty(new.value) else grade_words(new, kind),
        )

    def _parts(self, subject: Path, found: list[Difference]) -> Iterator[ChangedPart]:
        """Yield the parts in words; both halves of a pair are one part."""
        halves: dict[Path, list[Path]] = {}
        for each in found:
            if (item := _entry(each.path)) is not None:
                halves.setdefault(item, []).append(each.path)
        for each in found:
            item = _entry(each.path)
            if item is None:
                yield self._part(subject, each)
            elif halves[item][0] == each.path:
                one, other = at(self._before, item), at(self._after, item)
                yield self._worded(subject, item, tuple(halves[item]), one, other)

    def _part(self, subject: Path, each: Difference) -> ChangedPart:
        if each.turn == "moved":
            words = self._called(subject, each.path)
            name = _("{part}, the order", part=words) if words else _("The order")
            return ChangedPart(
                name=name,
                old=self._order(self._before, each.path, each.before),
                new=self._order(self._after, each.path, each.after),
                paths=(each.path,),
            )
        return self._worded(subject, each.path, (each.path,), each.before, each.after)

    def _worded(
        self, subject: Path, path: Path, paths: tuple[Path, ...], before: Any, after: Any
    ) -> ChangedPart:
        field, part = self._field(path), self._attribute(path)
        old, new = (self.words.say(each, part, field) for each in (before, after))
        if old == new or (not old and before is not None and after is None):
            old, new = self._told_apart(before, after)
        return ChangedPart(name=self._called(subject, path), old=old, new=new, paths=paths)

    def _told_apart(self, before: Any, after: Any) -> tuple[str, str]:
        """Return words for two states whose usual words are the same."""
        if before is None or after is None:
            there, gone = _("there"), _("not there")
            return (gone, there) if before is None else (there, gone)
        old, new = self.words.unlike(before, after)
        return (old, new) if old != new else (_("as it was"), _("written otherwise"))

    def _order(self, state: Project, path: Path, keys: tuple[str, ...]) -> str:
        said = (self.words.name(at(state, (*path, key))) or key for key in keys)
        return ", ".join(said)

    def _called(self, subject: Path, path: Path) -> str:
        """Return the name of a part within its subject: "Proof of “Bakeries”"."""
        rest = path[len(subject) :]
        if not rest or rest in {("value",), _ENTRIES} or _entry(path) is not None:
            return ""
        if rest[:2] == _ENTRIES:
            if len(rest) == 3:
                return ""
            entry = _shortened(self.words.say(self._thing(path[: len(subject) + 3])))
            return _("{part} of “{thing}”", part=part_name(rest[3], "answers"), thing=entry)
        within = subject[0] if len(subject) == 2 else "answers"
        if len(rest) == 1:
            return part_name(rest[0], within)
        names = [self._step(path[: len(subject) + n + 1], within) for n in range(len(rest))]
        return ", ".join(dict.fromkeys(each for each in names if each))

    def _step(self, path: Path, within: str) -> str:
        holder = self._thing(path[:-1])
        if isinstance(holder, tuple):  # the key of an item
            if self._attribute(path) == "evidence":
                return ""
            item = self._thing(path)
            return _shortened(self.words.name(item)) if item is not None else ""
        return part_name(path[-1], within)

    def _thing(self, path: Path) -> Any:
        """Return what stands at a path now, or stood there before, None if nothing did."""
        for state in (self._after, self._before):
            found = at(state, path)
            if hasattr(found, "__dataclass_fields__") or isinstance(found, tuple):
                return found
        return None

    def _attribute(self, path: Path) -> str:
        """Return the name of the attribute a path ends in, or of the list whose item it ends in."""
        return path[-2] if isinstance(self._thing(path[:-1]), tuple) else path[-1]

    def _field(self, path: Path) -> Field | None:
        """Return the field of the worksheet that a part answers, None if it answers none."""
        for end in range(len(path), 0, -1):
            field_id = getattr(self._thing(path[:end]), "field", "")
            if isinstance(field_id, str) and field_id:
                return self.words.field(field_id)
        return None


def _entry(path: Path) -> Path | None:
    """Return the path of the entry of a list whose own words changed, None for other parts."""
    if len(path) > 4 and path[-4:-2] == _ENTRIES and path[-1] in {"text", "first", "second"}:
        return path[:-1]
    return None


def _answer_in(project: Project, place: str, field: str) -> Answer:
    answers = at(project, ("profiles", place, "answers")) if place else project.about
    return find_answer(answers if isinstance(answers, tuple) else (), field)


def _shortened(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
