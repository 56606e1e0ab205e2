"""The parts of a project by their paths: what each is called, and where it belongs."""

from typing import Any

from icp_desktop.documents.part_names import folder_name, part_name
from icp_desktop.documents.part_words import Wordings
from icp_desktop.i18n import _
from icp_desktop.model.names import FOLDERS
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.tree import Path, at
from icp_desktop.worksheet.definitions import Field

_ENTRIES = ("value", "items")  # the way from an answer to the entries of its list


class Namer:
    """Names what stands at a path in one state of a project or in an earlier or other one."""

    def __init__(self, project: Project, *others: Project) -> None:
        """Look things up in the first state that has them."""
        self._states = (project, *others)
        self.words = Wordings(project, *others)

    def title(self, folder: str, place: str) -> str:
        """Return what a place is called, under which its parts are told."""
        if place:
            return self.words.name(self.thing(("profiles", place))) or folder_name(folder)
        if folder == "about":
            return part_name("about")
        return folder_name(folder) if folder else _("The project as a whole")

    def subject(self, path: Path) -> str:
        """Return what an answer, a thing or a detail is called; `path` is that of a subject."""
        folder = path[0] if path[0] in FOLDERS else ""
        if is_answer(path):
            profile = self.thing(path[:2])
            market = profile.market if isinstance(profile, Profile) else ""
            return self.words.label(path[-1], market)
        if len(path) == 1:
            return folder_name(folder) if folder else part_name(path[0], "project")
        return self.words.thing(folder, self.thing(path))

    def full(self, path: Path) -> str:
        """Return the whole name of a part: “Industry · Town bakers · Proof”."""
        subject = subject_of(path)
        place = ""
        if is_answer(subject) and subject[0] == "profiles":
            place = self.title("profiles", subject[1])
        return " · ".join(each for each in (self.subject(subject), place, self.part(path)) if each)

    def part(self, path: Path) -> str:
        """Return the name of a part within its subject, "" for the answer or the thing itself."""
        subject = subject_of(path)
        rest = path[len(subject) :]
        if not rest or rest in {("value",), _ENTRIES} or entry_of(path) is not None:
            return ""
        if rest[:2] == _ENTRIES and is_answer(subject):
            if len(rest) == 3:
                return ""
            entry = _shortened(self.words.say(self.thing(path[: len(subject) + 3])))
            return _("{part} of “{thing}”", part=part_name(rest[3], "answers"), thing=entry)
        within = subject[0] if len(subject) == 2 and not is_answer(subject) else "answers"
        if len(subject) == 1:
            within = subject[0]
        if len(rest) == 1:
            return part_name(rest[0], within)
        names = [self._step(path[: len(subject) + n + 1], within) for n in range(len(rest))]
        return ", ".join(dict.fromkeys(each for each in names if each))

    def say(self, path: Path, value: Any) -> str:
        """Return what stands at a path, in words."""
        return self.words.say(value, self.attribute(path), self.field(path))

    def order(self, path: Path, keys: tuple[str, ...]) -> str:
        """Return the items of a list in an order."""
        return ", ".join(self.words.name(self.thing((*path, key))) or key for key in keys)

    def thing(self, path: Path) -> Any:
        """Return the record or list at a path in the first state that has it, None if none has."""
        for state in self._states:
            found = at(state, path)
            if hasattr(found, "__dataclass_fields__") or isinstance(found, tuple):
                return found
        return None

    def attribute(self, path: Path) -> str:
        """Return the name of the attribute a path ends in, or of the list whose item it ends in."""
        listed = len(path) > 1 and isinstance(self.thing(path[:-1]), tuple)
        return path[-2] if listed else path[-1]

    def field(self, path: Path) -> Field | None:
        """Return the field of the worksheet that a part answers, None if it answers none."""
        for end in range(len(path), 0, -1):
            field_id = getattr(self.thing(path[:end]), "field", "")
            if isinstance(field_id, str) and field_id:
                return self.words.field(field_id)
        return None

    def _step(self, path: Path, within: str) -> str:
        if not isinstance(self.thing(path[:-1]), tuple):
            return part_name(path[-1], within)
        if self.attribute(path) == "evidence":
            return ""
        item = self.thing(path)  # the step is the key of an item
        return _shortened(self.words.name(item)) if item is not None else ""


def is_answer(subject: Path) -> bool:
    """Say whether a subject is an answer to a field."""
    return subject[0] == "about" or subject[2:3] == ("answers",)


def subject_of(path: Path) -> Path:
    """Return the path of what a part is a part of: an answer, a thing of a folder, a detail."""
    if path[0] == "about":
        return path[:2]
    if path[0] == "profiles" and path[2:3] == ("answers",):
        return path[:4]
    return path[:2] if path[0] in FOLDERS else path[:1]


def entry_of(path: Path) -> Path | None:
    """Return the path of the entry of a list whose own words changed, None for other parts."""
    if len(path) > 4 and path[-4:-2] == _ENTRIES and path[-1] in {"text", "first", "second"}:
        return path[:-1]
    return None


def _shortened(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
