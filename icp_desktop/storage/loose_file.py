"""A project file on its own, without a library: what the command line works on."""

from datetime import date
from pathlib import Path

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.storage.places import ReadError
from icp_desktop.storage.project_file import (
    ProjectFile,
    read_bytes,
    read_project_file,
    write_project_file,
)
from icp_desktop.storage.versions import (
    EMPTY,
    History,
    Version,
    bare_name,
    digest_of,
    keep,
)


class ChangedMeanwhileError(KnownError):
    """Another program wrote the file while we had it open."""

    def __init__(self, path: Path) -> None:
        """Say that nothing was overwritten."""
        self.path = path
        super().__init__(
            _(
                "“{name}” was changed by another program in the meantime, so nothing was written. "
                "Look at it, then do this again.",
                name=path.name,
            )
        )


def open_file(path: Path) -> ProjectFile:
    """Read a project file; raise a KnownError of one sentence."""
    return read_project_file(path)


def create_file(path: Path, project: Project, history: History = EMPTY) -> ProjectFile:
    """Write a new project file; raise KnownError if something is there already."""

    def still_free() -> None:
        if path.exists():
            raise KnownError(_("“{name}” is there already. Choose another name.", name=path.name))

    still_free()
    write_project_file(path, project, history, before_replace=still_free)
    return read_project_file(path)


def save_file(path: Path, opened: ProjectFile, project: Project) -> ProjectFile:
    """Write another state of the project that was read from `path`, with the versions it has.

    Raises ChangedMeanwhileError if the file is no longer the one that was read.
    """
    return _write(path, opened.digest, project, opened.history)


def keep_version(path: Path, name: str, reason: str, day: date) -> Version:
    """Keep the present state of a project file as a version inside it."""
    opened = read_project_file(path)
    history = keep(opened.history, opened.project, name=name, reason=reason, day=day)
    _write(path, opened.digest, opened.project, history)
    return history.versions[-1]


def versions(path: Path) -> tuple[Version, ...]:
    """Return the versions in a project file, oldest first."""
    return read_project_file(path).history.versions


def find_version(history: History, wanted: str) -> Version:
    """Return a version by its id or name, the newest of several; raise KnownError if none fits."""
    for version in reversed(history.versions):
        if wanted in {version.id, version.name}:
            return version
    raise KnownError(_("There is no version “{name}”.", name=wanted[:160]))


def restore(path: Path, wanted: str, day: date) -> Project:
    """Make an earlier version the present state; the state until now is kept as a version first."""
    opened = read_project_file(path)
    version = find_version(opened.history, wanted)
    project = opened.history.project(version.id)
    history = keep(
        opened.history,
        opened.project,
        name=_("Before going back to {name}", name=bare_name(version.name[:160])),
        reason="",
        day=day,
    )
    return _write(path, opened.digest, project, history).project


def _write(path: Path, digest: str, project: Project, history: History) -> ProjectFile:
    def unchanged() -> None:
        try:
            found = digest_of(read_bytes(path))
        except ReadError:
            found = ""
        if found != digest:
            raise ChangedMeanwhileError(path)

    write_project_file(path, project, history, before_replace=unchanged)
    return read_project_file(path)
