"""Opening project files and choosing where a project is published."""

import os
from dataclasses import replace
from pathlib import Path

from icp_desktop.codec.parts import DamagedPartError
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.progress import SILENT, Progress
from icp_desktop.storage.atomic import make_folder
from icp_desktop.storage.container import NotAProjectError
from icp_desktop.storage.outcomes import Choice, Outcome
from icp_desktop.storage.project_file import ProjectFile, read_project_file
from icp_desktop.storage.publications import Published
from icp_desktop.storage.publisher import Publisher
from icp_desktop.storage.publishing import decide_opening
from icp_desktop.storage.sightings import conflicted_copies, is_publishable


class Opener:
    """Takes files in and says where projects go."""

    def __init__(self, publisher: Publisher) -> None:
        """Work with a publisher and its library."""
        self._publisher = publisher
        self._library = publisher.library
        self._publications = publisher.publications

    def open_file(self, path: Path, *, progress: Progress = SILENT) -> Outcome:
        """Read, check and take in a project file; raise KnownError if it is not sound.

        A file of ours that has become damaged is left alone; the project is in the library.
        """
        path = path.absolute()
        try:
            file = read_project_file(path, progress=progress)
        except (DamagedPartError, NotAProjectError):
            bound = self._publications.bound_to(path)
            if bound is None:
                raise
            return self._shown(self._publisher.publish(bound))
        outcome = self._opened(path, file)
        copies = conflicted_copies(path, file.project.id)
        return replace(outcome, copies=copies) if copies else outcome

    def choose_file(self, project_id: str, path: Path) -> Outcome:
        """Publish a project at another path from now on; a file at the old one stays there."""
        path = path.absolute()
        try:
            make_folder(path.parent)
            if not self._may_publish(path):
                return self._not_there(project_id, path)
            self._publications.bind(project_id, path)
        except KnownError as error:
            return Outcome(kind="failed", project_id=project_id, path=path, sentence=str(error))
        return self._publisher.publish(project_id)

    def _opened(self, path: Path, file: ProjectFile) -> Outcome:
        project_id = file.project.id
        known = self._library.has(project_id)
        bound = self._publications.bound_to(path)
        opening = decide_opening(
            known=known,
            here=bound == project_id,
            elsewhere=known and self._publications.file(project_id) is not None,
            same=known and file.content == self._library.content(project_id),
            publishable=self._may_publish(path),
        )
        if opening in {"import", "bind"} and bound not in {None, project_id}:
            self._publisher.publish(bound or "")  # what was here before goes to the next name
        match opening:
            case "import":
                return self._import(path, file, here=True)
            case "import_only":
                return self._import(path, file, here=False)
            case "compare":
                return self._shown(self._publisher.publish(project_id))
            case "bind":
                return self._bind(project_id, path, file)
            case "open":
                return self._show(project_id, self._publications.file(project_id))
            case "ask_which":
                return self._ask_which(path, file)
            case "ask_copy_or_move":
                return self._ask_copy_or_move(path, file)

    def _import(self, path: Path, file: ProjectFile, *, here: bool) -> Outcome:
        project = file.project
        self._library.add(project, history=file.history, file=path if here else None)
        if not here:
            return Outcome(
                kind="opened",
                project_id=project.id,
                project=project,
                sentence=_(
                    "“{name}” lies where nothing is kept for long or where it can only be read. "
                    "The project was taken in and is kept here; choose a place for its file.",
                    name=path.name,
                ),
            )
        self._note(project.id, path, file)
        return Outcome(kind="opened", project_id=project.id, project=project, path=path)

    def _bind(self, project_id: str, path: Path, file: ProjectFile) -> Outcome:
        self._publications.bind(project_id, path)
        self._note(project_id, path, file)
        return self._show(project_id, path)

    def _show(self, project_id: str, path: Path | None) -> Outcome:
        project = self._library.load(project_id).project
        return Outcome(kind="opened", project_id=project_id, project=project, path=path)

    def _shown(self, outcome: Outcome) -> Outcome:
        """Return what came of publishing, with the project to show in any case."""
        if outcome.project is not None:
            return outcome
        kind = "opened" if outcome.kind in {"nothing", "published"} else outcome.kind
        project = self._library.load(outcome.project_id).project
        return replace(outcome, kind=kind, project=project)

    def _ask_which(self, path: Path, file: ProjectFile) -> Outcome:
        project_id = file.project.id
        ways = self._publisher.which(project_id, path, file)
        return Outcome(
            kind="ask",
            project_id=project_id,
            project=self._library.load(project_id).project,
            path=path,
            sentence=_(
                "This project is here already, and “{name}” says something else. Which one is to "
                "stay? The other is kept under Versions.",
                name=path.name,
            ),
            choices=(*ways, self._as_copy(path, file)),
        )

    def _ask_copy_or_move(self, path: Path, file: ProjectFile) -> Outcome:
        project_id = file.project.id
        before = self._publications.file(project_id)
        move = Choice(
            id="move",
            label=_("It was moved here"),
            carry_out=lambda: self._move(project_id, before, path),
        )
        copy = self._as_copy(path, file)
        there = before is not None and before.exists()
        return Outcome(
            kind="ask",
            project_id=project_id,
            project=self._library.load(project_id).project,
            path=path,
            sentence=_(
                "The project in “{name}” is also kept in “{before}”. Is this a copy, to go its "
                "own way, or was the file moved?",
                name=path.name,
                before=before,
            ),
            choices=(copy, move) if there else (move, copy),
        )

    def _as_copy(self, path: Path, file: ProjectFile) -> Choice:
        return Choice(id="copy", label=_("It is a copy"), carry_out=lambda: self._copy(path, file))

    def _copy(self, path: Path, file: ProjectFile) -> Outcome:
        """Take the file in as a project of its own, under a new id, in the library and the file."""
        project = replace(file.project, id=new_id())
        here = self._may_publish(path)
        if here and (bound := self._publications.bound_to(path)) is not None:
            self._publications.bind(bound, None)
        self._library.add(project, history=file.history, file=path if here else None)
        if here:
            self._publisher.write(project.id, path, file.digest)
        shown = path if here else None
        return Outcome(kind="opened", project_id=project.id, project=project, path=shown)

    def _move(self, project_id: str, before: Path | None, path: Path) -> Outcome:
        known = () if before is None else self._publications.known(project_id, before)
        self._publications.bind(project_id, path)
        for published in known:
            self._publications.note(project_id, path, published)
        return self._shown(self._publisher.publish(project_id))

    def _may_publish(self, path: Path) -> bool:
        """Say whether a path may be written to; backups and removed projects stay as they are."""
        own = Path(os.path.realpath(self._library.folder))
        target = Path(os.path.realpath(path))
        if any(target.is_relative_to(own / name) for name in ("backups", "removed")):
            return False
        return is_publishable(path, self._publisher.temporary)

    def _note(self, project_id: str, path: Path, file: ProjectFile) -> None:
        published = Published(digest=file.digest, content=file.content)
        self._publications.note(project_id, path, published)

    def _not_there(self, project_id: str, path: Path) -> Outcome:
        return Outcome(
            kind="failed",
            project_id=project_id,
            path=path,
            sentence=_(
                "A project can’t be kept in “{folder}”: files vanish from there, or can only be "
                "read. Choose another folder.",
                folder=path.parent,
            ),
        )
