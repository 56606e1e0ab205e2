"""Copies that are sent to somebody and come back: what was sent is kept, to merge them by.

A copy carries the state it began as in its versions, under an id that names the sending; we keep
the same state under the twin of that id. Whoever merges finds both, and so the state that both
sides came from. What came back is kept as a version, too: all of it can be found again.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.codec.parts import DamagedPartError, to_parts
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.record import record
from icp_desktop.storage.project_file import read_project_file
from icp_desktop.storage.versions import (
    History,
    Version,
    bare_name,
    digests_of,
    keep,
    union,
)

if TYPE_CHECKING:
    from icp_desktop.model.project import Project

_SENT, _COPY, _CAME = "sent.", "copy.", "came."  # what ids of such versions begin with


@record
class Returned:
    """A copy that came back.

    `base` is the state that both came from, None where nobody knows it; it is `exact` where it was
    kept when the copy was sent. `seen` are states of the same copy that were merged before.
    """

    name: str
    sending: str
    project: "Project"
    history: History
    base: "Project | None" = None
    exact: bool = False
    seen: tuple["Project", ...] = ()


def send(history: History, project: "Project", who: str, day: date) -> tuple[History, History]:
    """Return our versions and those of the copy, each with the state that is sent."""
    sending = new_id()
    name = _("Copy for {who}", who=who) if who else _("A copy that was sent")
    ours = _kept(history, project, _SENT + sending, name, day)
    copy = _kept(history.by_hand(), project, _COPY + sending, name, day)
    return ours, copy


def read_returned(path: Path, project: "Project", history: History) -> Returned:
    """Return a copy that came back to a project; raise KnownError of one sentence.

    It is refused if it is a copy of another project, or was merged already as it is.
    """
    opened = read_project_file(path)
    theirs = opened.project
    if theirs.id != project.id:
        raise KnownError(
            _(
                "“{file}” is a copy of another project, “{name}”. Open that project to merge it; "
                "nothing was changed.",
                file=path.name[:160],
                name=(theirs.client or theirs.name)[:160],
            )
        )
    came = digests_of(to_parts(theirs))
    for version in history.versions:
        if version.id.startswith(_CAME) and version.parts == came:
            raise KnownError(
                _(
                    "“{file}” was merged already, on {day}, and holds nothing new since.",
                    file=path.name[:160],
                    day=version.day.isoformat(),
                )
            )
    base, exact = _base(history, opened.history)
    sending = base.id.partition(".")[2] if base is not None and exact else ""
    mark = f"{_CAME}{sending or 'file'}."
    return Returned(
        name=base.name if base is not None and exact else path.stem,
        sending=sending,
        project=theirs,
        history=opened.history,
        base=None if base is None else _state(history, base),
        exact=exact,
        seen=_states(history, (v for v in history.versions if sending and v.id.startswith(mark))),
    )


def is_returned(versions: Iterable[Version], theirs: Iterable[Version]) -> bool:
    """Say whether a file is a copy that was sent from here: by what it began as."""
    sent = {each.id.removeprefix(_SENT) for each in versions if each.id.startswith(_SENT)}
    return any(each.id.removeprefix(_COPY) in sent for each in theirs if each.id.startswith(_COPY))


def take_in(
    history: History, ours: "Project", copy: Returned, day: date, *, automatic: bool = True
) -> History:
    """Return our versions with the state before the merge, the copy as it came, and its versions.

    `ours` is the state before the merge; it is kept as by itself, or else as by hand.
    """
    own = {_twin(each.id) for each in history.versions}
    theirs = [each for each in copy.history.by_hand().versions if each.id not in own and each.parts]
    kept = union(history, History(versions=tuple(theirs), bodies=copy.history.bodies))
    before = _("Before merging {name}", name=bare_name(copy.name))
    kept = keep(kept, ours, name=before, reason="", day=day, automatic=automatic)
    mark = f"{_CAME}{copy.sending or 'file'}.{new_id()}"
    return _kept(kept, copy.project, mark, _("{name}, as it came back", name=copy.name), day)


def _kept(history: History, project: "Project", mark: str, name: str, day: date) -> History:
    kept = keep(history, project, name=name, reason="", day=day)
    last = replace(kept.versions[-1], id=mark)
    return History(versions=(*kept.versions[:-1], last), bodies=kept.bodies)


def _twin(version_id: str) -> str:
    """Return the id under which the other side keeps the same state."""
    for one, other in ((_SENT, _COPY), (_COPY, _SENT)):
        if version_id.startswith(one):
            return other + version_id.removeprefix(one)
    return version_id


def _base(ours: History, theirs: History) -> tuple[Version | None, bool]:
    """Return the newest version that both sides have, and whether one was sent to the other."""
    here = {each.id: each for each in ours.versions}
    for each in reversed(theirs.versions):
        twin = _twin(each.id)
        if twin != each.id and twin in here and here[twin].parts == each.parts:
            return here[twin], True
    for each in reversed(theirs.versions):
        if each.id in here and here[each.id].parts == each.parts:
            return here[each.id], False
    return None, False


def _state(history: History, version: Version) -> "Project | None":
    try:
        return history.project(version.id)
    except DamagedPartError:
        return None  # then both are compared without it


def _states(history: History, versions: Iterable[Version]) -> tuple["Project", ...]:
    found = (_state(history, each) for each in versions)
    return tuple(each for each in found if each is not None)
