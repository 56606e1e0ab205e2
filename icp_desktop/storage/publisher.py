"""Publishing projects to their files, and taking in what others have written there."""

import contextlib
import socket
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.file_names import file_name, free_path
from icp_desktop.storage.library import Library
from icp_desktop.storage.loose_file import ChangedMeanwhileError
from icp_desktop.storage.outcomes import Choice, Outcome
from icp_desktop.storage.project_file import SUFFIX, ProjectFile, project_file_bytes
from icp_desktop.storage.publications import Published
from icp_desktop.storage.publishing import Seen, decide
from icp_desktop.storage.sightings import Sighting, look, present_digest, temporary_folders
from icp_desktop.storage.versions import digest_of, union

_TRIES = 3


class Publisher:
    """Carries out what `publishing.decide` says; works on what the library has.

    Flush the running edit into the library before any of it.
    """

    def __init__(
        self,
        library: Library,
        *,
        host: str = "",
        today: Callable[[], date] = date.today,
        temporary: Sequence[Path] | None = None,
    ) -> None:
        """Publish the projects of a library; `host` is how this computer is called in names."""
        self.library = library
        self.publications = library.publications
        self.temporary = temporary_folders() if temporary is None else tuple(temporary)
        self._host = host or socket.gethostname().split(".")[0]
        self._today = today
        self._merging: dict[str, tuple[Path, ProjectFile]] = {}

    def publish(self, project_id: str) -> Outcome:
        """Bring the file of a project up to date, or say why not; does nothing without a file."""
        path: Path | None = None
        try:
            path = self.publications.file(project_id)
            if path is None:
                return Outcome(kind="nothing", project_id=project_id)
            for _try in range(_TRIES):
                with contextlib.suppress(ChangedMeanwhileError):  # look again: a sync client
                    return self._compared(project_id, path)
        except KnownError as error:
            again = Choice(
                id="again", label=_("Try again"), carry_out=lambda: self.publish(project_id)
            )
            return Outcome(
                kind="failed",
                project_id=project_id,
                path=path,
                sentence=str(error),
                choices=(again,),
            )
        return self._waiting(
            project_id,
            path,
            _("“{name}” keeps changing while it is to be written.", name=path.name),
        )

    def sight(self, project_id: str, path: Path) -> Sighting:
        """Look at a path with the eyes of a project."""
        intended = self.publications.intended(project_id, path)
        if intended:  # the program ended while it wrote; was it done?
            present = present_digest(path)
            for each in intended:
                if each.digest == present:
                    self.publications.note(project_id, path, each)
        known = self.publications.known(project_id, path)
        return look(path, project_id, known, self.library.content(project_id))

    def keep_only_here(self, project_id: str) -> Outcome:
        """Stop publishing a project; the file, if any, stays as it is."""
        self.publications.bind(project_id, None)
        return Outcome(kind="nothing", project_id=project_id)

    def settle(self, project_id: str) -> Outcome:
        """Publish after a merge was accepted and saved; what was merged counts as seen."""
        merging = self._merging.pop(project_id, None)
        if merging is not None:
            path, theirs = merging
            self._saw(project_id, path, theirs)
            self.publications.put_beside(project_id, None)
        return self.publish(project_id)

    def write(self, project_id: str, path: Path, seen_digest: str) -> Outcome:
        """Write a project to a path where the digest of the file is still the one seen."""

        def unchanged() -> None:
            if present_digest(path) != seen_digest:
                raise ChangedMeanwhileError(path)

        project = self.library.load(project_id).project
        data = project_file_bytes(project, self.library.history(project_id).by_hand())
        published = Published(digest=digest_of(data), content=self.library.content(project_id))
        self.publications.intend(project_id, path, published)
        write_whole(path, data, before_replace=unchanged)
        self.publications.note(project_id, path, published)
        return Outcome(kind="published", project_id=project_id, path=path)

    def take(self, project_id: str, path: Path, theirs: ProjectFile) -> Outcome:
        """Keep the present state as a version, then take what the file says."""
        ours = self.library.load(project_id).project
        if ours != theirs.project:
            self.library.keep_version(
                project_id,
                name=_("Before “{name}” was read again", name=path.name[:200]),
                reason=_("The file was changed outside of this window."),
                day=self._today(),
                automatic=True,
                project=ours,
            )
            self.library.save(None, theirs.project)
        self._saw(project_id, path, theirs)
        self.publications.put_beside(project_id, None)
        return Outcome(
            kind="taken",
            project_id=project_id,
            project=theirs.project,
            path=path,
            sentence=_(
                "“{name}” was changed outside of this window, and that state is shown now. What "
                "you had before is kept under Versions.",
                name=path.name,
            ),
        )

    def which(self, project_id: str, path: Path, theirs: ProjectFile) -> tuple[Choice, ...]:
        """Return the ways out where file and library differ: merge, take theirs, keep mine."""
        return (
            Choice(
                id="merge",
                label=_("Compare and merge…"),
                carry_out=lambda: self._merge(project_id, path, theirs),
            ),
            Choice(
                id="take_theirs",
                label=_("Take the file"),
                carry_out=lambda: self.take(project_id, path, theirs),
            ),
            Choice(
                id="keep_mine",
                label=_("Keep mine"),
                carry_out=lambda: self._keep_mine(project_id, path, theirs),
            ),
        )

    def _compared(self, project_id: str, path: Path) -> Outcome:
        sighting = self.sight(project_id, path)
        base = self.publications.base(project_id, path)
        changed = base is None or base.content != self.library.content(project_id)
        action = decide(sighting.seen, changed=changed, first=base is None)
        if action != "keep_both" and self.publications.beside(project_id) is not None:
            self.publications.put_beside(project_id, None)  # it has come right by itself
        match action:
            case "publish":
                return self.write(project_id, path, sighting.digest)
            case "note" if sighting.file is not None:
                self._saw(project_id, path, sighting.file)
            case "take" if sighting.file is not None:
                return self.take(project_id, path, sighting.file)
            case "keep_both" if sighting.file is not None:
                return self._keep_both(project_id, path, sighting.file)
            case "ask_earlier" | "ask_which" if sighting.file is not None:
                return self._ask(project_id, path, sighting)
            case "ask_gone":
                return self._ask_gone(project_id, path)
            case "wait":
                return self._waiting(project_id, path, _waiting_for(sighting, path))
            case "next_name":
                return self._next_name(project_id, path, sighting.seen)
        return Outcome(kind="nothing", project_id=project_id, path=path)

    def _ask(self, project_id: str, path: Path, sighting: Sighting) -> Outcome:
        assert sighting.file is not None
        sentence = (
            _(
                "“{name}” is an earlier state of this project, as a backup or a sync program may "
                "bring back. Which one is to stay? The other is kept under Versions.",
                name=path.name,
            )
            if sighting.seen == "earlier"
            else _(
                "“{name}” says something else than what is kept here. Which one is to stay? The "
                "other is kept under Versions.",
                name=path.name,
            )
        )
        return Outcome(
            kind="ask",
            project_id=project_id,
            path=path,
            sentence=sentence,
            choices=self.which(project_id, path, sighting.file),
        )

    def _keep_both(self, project_id: str, path: Path, theirs: ProjectFile) -> Outcome:
        beside = self.publications.beside(project_id)
        seen = present_digest(beside) if beside else ""
        base = self.publications.base(project_id, beside) if beside else None
        if beside is None or base is None or base.digest != seen:  # gone, or someone's by now
            beside, seen = free_path(path.with_name(self._beside_name(path))), ""
        if base is None or base.content != self.library.content(project_id) or not seen:
            self.write(project_id, beside, seen)
            self.publications.put_beside(project_id, beside)
        return Outcome(
            kind="kept_beside",
            project_id=project_id,
            path=beside,
            sentence=_(
                "“{name}” was changed both here and elsewhere. It was left as it is; your state "
                "is beside it in “{beside}”.",
                name=path.name,
                beside=beside.name,
            ),
            choices=self.which(project_id, path, theirs),
        )

    def _beside_name(self, path: Path) -> str:
        mark = _("from {host}, {day}", host=self._host, day=self._today().isoformat())
        return file_name("", f"{path.stem} ({mark})", SUFFIX)

    def _merge(self, project_id: str, path: Path, theirs: ProjectFile) -> Outcome:
        self._merging[project_id] = (path, theirs)
        return Outcome(kind="merge", project_id=project_id, path=path, theirs=theirs.project)

    def _keep_mine(self, project_id: str, path: Path, theirs: ProjectFile) -> Outcome:
        self.library.keep_version(
            project_id,
            name=_("As it was in “{name}”", name=path.name[:200]),
            reason=_("Your own state was kept instead."),
            day=self._today(),
            automatic=True,
            project=theirs.project,
        )
        self._saw(project_id, path, theirs)
        self.publications.put_beside(project_id, None)
        return self.publish(project_id)

    def _ask_gone(self, project_id: str, path: Path) -> Outcome:
        return Outcome(
            kind="ask",
            project_id=project_id,
            path=path,
            sentence=_(
                "“{name}” is no longer in “{folder}”. The project itself is safe here.",
                name=path.name,
                folder=path.parent,
            ),
            choices=(
                Choice(
                    id="write_again",
                    label=_("Write it again"),
                    carry_out=lambda: self._write_again(project_id, path),
                ),
                self._only_here(project_id),
                Choice(
                    id="remove",
                    label=_("Remove it here too"),
                    carry_out=lambda: self._remove(project_id),
                ),
            ),
        )

    def _write_again(self, project_id: str, path: Path) -> Outcome:
        try:
            return self.write(project_id, path, "")
        except ChangedMeanwhileError:
            return self.publish(project_id)  # it has come back
        except KnownError as error:
            return Outcome(kind="failed", project_id=project_id, path=path, sentence=str(error))

    def _remove(self, project_id: str) -> Outcome:
        kept = self.library.remove(project_id)
        return Outcome(
            kind="removed",
            project_id=project_id,
            path=kept,
            sentence=_("The project was removed. A copy of it is kept under Archive."),
        )

    def _only_here(self, project_id: str) -> Choice:
        return Choice(
            id="only_here",
            label=_("Keep it only here"),
            carry_out=lambda: self.keep_only_here(project_id),
        )

    def _waiting(self, project_id: str, path: Path, reason: str) -> Outcome:
        again = Choice(id="again", label=_("Try again"), carry_out=lambda: self.publish(project_id))
        return Outcome(
            kind="waiting",
            project_id=project_id,
            path=path,
            sentence=_(
                "{reason} Your work is kept here and is written there as soon as that is possible.",
                reason=reason,
            ),
            choices=(again, self._only_here(project_id)),
        )

    def _next_name(self, project_id: str, path: Path, seen: Seen) -> Outcome:
        free = free_path(path)
        self.publications.bind(project_id, free)
        self.write(project_id, free, "")
        reasons: dict[str, str] = {
            "unreadable": _("“{name}” can’t be read as a project any more.", name=path.name),
            "newer": _("“{name}” was saved by a newer version of ICP Desktop.", name=path.name),
            "other": _("“{name}” holds another project by now.", name=path.name),
        }
        return Outcome(
            kind="moved_on",
            project_id=project_id,
            path=free,
            sentence=_(
                "{reason} It was left alone; your project is now in “{free}”.",
                reason=reasons[seen],
                free=free.name,
            ),
        )

    def _saw(self, project_id: str, path: Path, file: ProjectFile) -> None:
        """Note the file as the base, and keep the versions it brings."""
        ours = self.library.history(project_id)
        if (both := union(ours, file.history)) is not ours:
            self.library.put_history(project_id, both)
        published = Published(digest=file.digest, content=file.content)
        self.publications.note(project_id, path, published)


def _waiting_for(sighting: Sighting, path: Path) -> str:
    if sighting.seen == "folder_absent":
        return _("The folder “{folder}” is not there now.", folder=path.parent)
    if sighting.seen == "online_only":
        return _("“{name}” is in the cloud and not yet on this computer.", name=path.name)
    return _("“{name}” can’t be reached now.", name=path.name)
