"""Getting work back: a damaged library, a damaged project, a removed one, what a crash left."""

from datetime import date, datetime
from pathlib import Path

from icp_desktop.codec.parts import DamagedPartError
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.storage.atomic import clean_left_overs, make_folder, write_whole
from icp_desktop.storage.backups import Backup
from icp_desktop.storage.container import pack
from icp_desktop.storage.file_names import free_path
from icp_desktop.storage.library import LIBRARY_FILE, Library
from icp_desktop.storage.library_lock import LibraryLock
from icp_desktop.storage.places import place_error
from icp_desktop.storage.project_file import project_id_of, read_project_file
from icp_desktop.storage.versions import union


@record
class FreshStart:
    """A new library from the backups; `moved` is where the damaged one lies now."""

    library: Library
    moved: Path | None
    restored: tuple[str, ...]  # ids of projects
    failed: tuple[str, ...]


@record
class Damage:
    """A project in the library that can't be read, and the newest good backup of it."""

    project_id: str
    client: str
    name: str
    sentence: str
    backup: Backup | None


@record
class Repaired:
    """A project that can be read again; `salvaged` holds its parts as they were before."""

    project: Project
    backup: Backup | None
    salvaged: Path


def start_fresh(folder: Path, now: datetime) -> FreshStart:
    """Move a damaged library aside, never away, and make a new one from the newest backups."""
    lock = LibraryLock(folder)
    try:
        moved = _moved_aside(folder / LIBRARY_FILE, now.date())
    finally:
        lock.release()
    library = Library.open(folder)
    restored, failed = [], []
    for project_id in library.backups.project_ids():
        backup = library.backups.newest_good(project_id)
        if backup is not None:
            file = library.backups.read(backup)
            if file.project.id == project_id:
                library.add(file.project, history=file.history)
                restored.append(project_id)
                continue
        if library.backups.all(project_id):
            failed.append(project_id)
    return FreshStart(library=library, moved=moved, restored=tuple(restored), failed=tuple(failed))


def check_library(library: Library) -> tuple[Damage, ...]:
    """Read every project once and return those that are damaged."""
    found = []
    for row in library.projects():
        sentence = _damage(library, row.id)
        if sentence:
            found.append(
                Damage(
                    project_id=row.id,
                    client=row.client,
                    name=row.name,
                    sentence=sentence,
                    backup=library.backups.newest_good(row.id),
                )
            )
    return tuple(found)


def _damage(library: Library, project_id: str) -> str:
    try:
        library.load(project_id)
    except DamagedPartError as error:
        return str(error)
    if count := library.damaged_versions(project_id):
        return n_(
            "{n} version of this project can’t be read any more; the project itself is whole.",
            "{n} versions of this project can’t be read any more; the project itself is whole.",
            count,
        )
    return ""


def repair(library: Library, project_id: str) -> Repaired:
    """Put the newest good backup in the place of what is damaged; its parts are kept beside.

    Where only versions are damaged the project stays as it is. Versions come back from the
    backup; one that is nowhere whole any more is given up. Raises KnownError, with nothing
    changed, if the project is damaged and there is no good backup.
    """
    backup = library.backups.newest_good(project_id)
    file = None if backup is None else library.backups.read(backup)
    sound = _sound_project(library, project_id)
    if sound is None and file is None:
        raise KnownError(
            _("There is no backup of this project that can be read, so nothing was changed.")
        )
    salvaged = _salvaged(library, project_id)
    if sound is None and file is not None:
        library.save(None, file.project)
    if file is not None:
        library.put_history(project_id, union(file.history, library.history(project_id)))
    library.mend_versions(project_id)
    project = library.load(project_id).project
    return Repaired(project=project, backup=backup, salvaged=salvaged)


def _sound_project(library: Library, project_id: str) -> Project | None:
    try:
        return library.load(project_id).project
    except DamagedPartError:
        return None


def _salvaged(library: Library, project_id: str) -> Path:
    folder = library.backups.folder / project_id
    make_folder(folder)
    path = free_path(folder / f"damaged {library.now():%Y-%m-%d %H-%M-%S}.zip")
    write_whole(path, pack(library.raw_parts(project_id)))
    return path


def restore_backup(library: Library, backup: Backup, *, name: str, day: date) -> Project:
    """Keep the present state under `name`, then return what a backup holds, to be taken."""
    file = library.backups.read(backup)
    library.keep_version(backup.project_id, name=name, reason="", day=day, automatic=True)
    library.put_history(backup.project_id, file.history)
    return file.project


def backup_for(library: Library, path: Path) -> Backup | None:
    """Return the newest good backup of the project in a damaged file, if it can be told which."""
    project_id = library.publications.bound_to(path) or project_id_of(path)
    return library.backups.newest_good(project_id) if project_id else None


def bring_back(library: Library, path: Path) -> Project:
    """Take a removed project, or one from a backup, into the library again; the file stays."""
    file = read_project_file(path)
    if library.has(file.project.id):
        raise KnownError(_("This project is here already, so it was not brought back again."))
    library.add(file.project, history=file.history)
    return file.project


def clean_up(library: Library) -> int:
    """Remove temporary files that a killed program left, here and beside project files."""
    folders = {library.folder, library.folder / "removed"}
    folders.update(library.backups.folder / each for each in library.backups.project_ids())
    folders.update(row.file.parent for row in library.projects() if row.file is not None)
    return sum(clean_left_overs(folder) for folder in sorted(folders))


def _moved_aside(path: Path, day: date) -> Path | None:
    """Rename a library with its journal, so that another program may still read both."""
    make_folder(path.parent)
    if not path.exists():
        return None
    moved = free_path(path.with_name(f"library damaged {day.isoformat()}{path.suffix}"))
    journal = path.with_name(f"{path.name}-journal")
    try:
        if journal.exists():
            journal.rename(free_path(moved.with_name(f"{moved.name}-journal")))
        path.rename(moved)
    except OSError as error:
        raise place_error(moved, error) from error
    return moved
