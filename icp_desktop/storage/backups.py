"""Backups: whole project files in the data folder, outside of any synced folder.

All of the last two days are kept, then one a day for 12 days, one a week for 10 weeks and one a
month for 9 months. A backup counts only after it has been read back.
"""

import contextlib
import re
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import is_id
from icp_desktop.model.record import record
from icp_desktop.storage.atomic import make_folder, write_whole
from icp_desktop.storage.file_names import file_name, free_path
from icp_desktop.storage.project_file import (
    SUFFIX,
    ProjectFile,
    project_file_bytes,
    read_bytes,
    read_project_file,
)
from icp_desktop.storage.versions import History

if TYPE_CHECKING:
    from icp_desktop.model.project import Project

EVERY = timedelta(minutes=10)
ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
_STAMP = "%Y-%m-%d %H-%M-%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: \((\d{1,4})\))?\.icp")


@record
class Backup:
    """One backup: of which project, where it lies, and when it was made (UTC)."""

    project_id: str
    path: Path
    when: datetime


def kept(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return those of the times of backups that are kept: the last of its day, week or month.

    A day, week or month that already has one among the newer is passed over.
    """
    ordered = sorted(set(times), reverse=True)
    keep = [time for time in ordered if time > now - ALL_OF]
    for most, group in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        last = keep[-1] if keep else None
        older = [
            time for time in ordered if last is None or (time < last and group(time) != group(last))
        ]
        keep += _newest_of_each(older, group)[:most]
    return frozenset(keep)


class Backups:
    """The folder of backups: one folder per project, one file per backup."""

    def __init__(self, folder: Path) -> None:
        """Work in a folder, which need not be there yet."""
        self.folder = folder

    def all(self, project_id: str) -> tuple[Backup, ...]:
        """Return the backups of a project, the newest first."""
        found = []
        for path in self._folder(project_id).glob(f"*{SUFFIX}"):
            if match := _NAME.fullmatch(path.name):
                with contextlib.suppress(ValueError):
                    when = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                    backup = Backup(project_id=project_id, path=path, when=when)
                    found.append((when, int(match[2] or 1), backup))
        return tuple(backup for _when, _number, backup in sorted(found, key=_rank, reverse=True))

    def project_ids(self) -> tuple[str, ...]:
        """Return the ids of all projects that have backups."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(each.name for each in self.folder.iterdir() if is_id(each.name)))

    def newest_of_each(self) -> tuple[Backup, ...]:
        """Return the newest backup of every project, unread."""
        return tuple(self.all(each)[0] for each in self.project_ids() if self.all(each))

    def newest_good(self, project_id: str) -> Backup | None:
        """Return the newest backup that can be read, None if there is none."""
        for backup in self.all(project_id):
            with contextlib.suppress(KnownError):
                self.read(backup)
                return backup
        return None

    def read(self, backup: Backup) -> ProjectFile:
        """Read a backup; raise KnownError if it is damaged."""
        return read_project_file(backup.path)

    def write_if_due(self, project: "Project", history: History, now: datetime) -> Path | None:
        """Back a project up if it has changed and the last backup is some minutes old."""
        newest = next(iter(self.all(project.id)), None)
        if newest is not None and timedelta(0) <= now - newest.when < EVERY:
            return None
        data = project_file_bytes(project, history)
        if newest is not None and _holds(newest.path, data):
            return None
        return self._write(project.id, data, now)

    def write(self, project: "Project", history: History, now: datetime) -> Path:
        """Back a project up now."""
        return self._write(project.id, project_file_bytes(project, history), now)

    def thin(self, project_id: str, now: datetime) -> None:
        """Remove the backups that are no longer kept, but never the newest that can be read."""
        backups = self.all(project_id)
        keep = kept((each.when for each in backups), now)
        surplus = [each for each in backups if each.when not in keep]
        if surplus and self.newest_good(project_id) not in surplus:
            for backup in surplus:
                with contextlib.suppress(OSError):
                    backup.path.unlink()

    def keep_removed(
        self, folder: Path, project: "Project", history: History, now: datetime
    ) -> Path:
        """Write a project that is about to be removed whole into a folder."""
        make_folder(folder)
        name = file_name(project.client, f"{project.name} ({now:%Y-%m-%d})")
        path = free_path(folder / name)
        data = project_file_bytes(project, history)
        write_whole(path, data)
        _verify(path, data)
        return path

    def _write(self, project_id: str, data: bytes, now: datetime) -> Path:
        folder = self._folder(project_id)
        make_folder(folder)
        path = free_path(folder / f"{now.astimezone(UTC).strftime(_STAMP)}{SUFFIX}")
        write_whole(path, data)
        _verify(path, data)
        self.thin(project_id, now)
        return path

    def _folder(self, project_id: str) -> Path:
        if not is_id(project_id):
            raise ValueError(project_id)
        return self.folder / project_id


def _rank(found: tuple[datetime, int, Backup]) -> tuple[datetime, int]:
    return found[0], found[1]  # two of the same second are told apart by their number


def _verify(path: Path, data: bytes) -> None:
    """Read a backup back from the disk; one that differs is removed and told."""
    if read_bytes(path) != data:
        path.unlink(missing_ok=True)
        raise KnownError(
            _(
                "A backup was written to “{folder}” and reads back different, so it was removed. "
                "Check that disk; the project itself is not affected.",
                folder=path.parent,
            )
        )


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path) == data
    except KnownError:
        return False


def _newest_of_each(times: list[datetime], group: Callable[[datetime], Hashable]) -> list[datetime]:
    """Return the newest time of each group; `times` come newest first."""
    newest: dict[Hashable, datetime] = {}
    for time in times:
        newest.setdefault(group(time), time)
    return list(newest.values())


def _day(time: datetime) -> Hashable:
    return time.date()


def _week(time: datetime) -> Hashable:
    year, week, _weekday = time.isocalendar()
    return year, week


def _month(time: datetime) -> Hashable:
    return time.year, time.month
