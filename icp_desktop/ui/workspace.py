"""One open project: its value, its autosave, its file and the place where the person was."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.edits import ReplaceProject
from icp_desktop.model.project import Project
from icp_desktop.model.review import compared_with
from icp_desktop.open_project import OpenProject
from icp_desktop.storage.library import StoredProject
from icp_desktop.storage.outcomes import Choice, Outcome
from icp_desktop.ui.autosave import Autosave
from icp_desktop.ui.pages.place import Place
from icp_desktop.ui.project_signal import ProjectSignal
from icp_desktop.ui.store import Store

if TYPE_CHECKING:
    from icp_desktop.documents.content import Earlier
    from icp_desktop.model.forgetting import Person
    from icp_desktop.storage.forgetting import Forgotten

IDLE_PUBLISHING = 60_000  # ms; a backup is made then, too, if one is due
PLACE_SETTLES = 700  # ms


class Workspace(QObject):
    """Everything that belongs to one open project but is not a widget.

    `told` carries the Outcome of publishing whenever it has something to say or to ask;
    `published` the path the project is kept at; `led_away` an Outcome about another project that
    the person chose to see instead; `copy_asked` a project to be opened beside this one.
    """

    told = Signal(object)
    published = Signal(object)
    led_away = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, stored: StoredProject, store: Store, parent: QObject | None = None) -> None:
        """Open a project that was read from the library of `store`."""
        super().__init__(parent)
        self.store = store
        self.file: Path | None = stored.file
        self.opened = OpenProject(stored.project)
        self.changes = ProjectSignal(self.opened, self)
        self.place = read_place(stored.place)
        self._kept_place = self.place
        self.autosave = Autosave(
            self.opened,
            self.changes,
            save=store.library.save,
            writer=store.writer,
            parent=self,
        )
        self._published = stored.project
        self._earlier: tuple[str, Earlier] | None = None
        self._backed_up: Project | None = None
        self._place_timer = QTimer(self, singleShot=True, interval=PLACE_SETTLES)
        self._place_timer.timeout.connect(self._keep_place)
        self._idle_timer = QTimer(self, interval=IDLE_PUBLISHING)
        self._idle_timer.timeout.connect(self._on_idle)
        self._idle_timer.start()

    @property
    def project_id(self) -> str:
        """The id of the project."""
        return self.opened.project.id

    def earlier(self) -> "Earlier | None":
        """Return the version that a review is compared with; read once, and again if another."""
        from icp_desktop.documents.content import Earlier

        library, project = self.store.library, self.opened.project
        versions = {e.id: e for e in library.versions(project.id) if e.is_milestone}
        wanted = compared_with(project.reviews, tuple(versions))
        if wanted not in versions:
            return None
        if self._earlier is None or self._earlier[0] != wanted:
            version = versions[wanted]
            try:
                state = library.version(project.id, wanted)
            except KnownError:
                return None  # it is damaged; the page of versions says so
            self._earlier = wanted, Earlier(project=state, name=version.name, day=version.day)
        return self._earlier[1]

    def remember(self, place: Place) -> None:
        """Keep where the person is, for the next time."""
        self.place = place
        self._place_timer.start()

    def publish(self, done: Callable[[Outcome], None] | None = None) -> None:
        """Bring the project file up to date, or find out what it holds that we do not."""
        publisher, project_id = self.store.publisher, self.project_id
        self._run(lambda: publisher.publish(project_id), done)

    def choose_file(self, path: Path) -> None:
        """Keep the project file at another place from now on."""
        opener, project_id = self.store.opener, self.project_id
        self._run(lambda: opener.choose_file(project_id, path))

    def settle(self) -> None:
        """Say that a merge was accepted, so that our state may be published again."""
        publisher, project_id = self.store.publisher, self.project_id
        self._run(lambda: publisher.settle(project_id))

    def carry_out(self, choice: Choice) -> None:
        """Do what the person chose when file and library differed."""
        self._run(choice.carry_out)

    def forget(self, person: "Person", done: "Callable[[Forgotten], None]") -> None:
        """Forget a person in the project with its steps, versions, backups and its file."""
        from icp_desktop.model.forgetting import forget
        from icp_desktop.storage.forgetting import forget_in_library

        self.opened.rewrite(lambda project: forget(project, person))
        self.autosave.flush()
        library, project_id = self.store.library, self.project_id

        def forgotten(found: "Forgotten") -> None:
            if self.file is not None:
                self.publish()
            done(found)

        self.store.write(lambda: forget_in_library(library, project_id, person), forgotten)

    def close(self) -> bool:
        """Write everything and say whether it is on disk; if so, the object is of no use after.

        The file follows on the writer thread. One that differs is left alone here: it is asked
        about when the project is opened again.
        """
        if not self.autosave.finish():
            return False
        self._idle_timer.stop()
        self._keep_place()
        if self._has_news:
            publisher, project_id = self.store.publisher, self.project_id
            self.store.write(lambda: publisher.publish(project_id), _ignore, _ignore)
        self._back_up()
        self.autosave.stop()
        self.changes.close()
        return True

    def abandon(self) -> None:
        """Let go of the project without writing, as when it was put into the archive."""
        self._idle_timer.stop()
        self._place_timer.stop()
        self.autosave.stop()
        self.changes.close()

    @property
    def _has_news(self) -> bool:
        return self.file is not None and self._published is not self.opened.project

    def _on_idle(self) -> None:
        if self._has_news:
            self.publish()
        self._back_up()

    def _back_up(self) -> None:
        if self._backed_up is self.opened.project:
            return
        library, project = self.store.library, self.opened.project

        def work() -> None:
            now = library.now()
            if library.backups.write_if_due(project, library.history(project.id), now):
                library.backups.thin(project.id, now)

        def done(_nothing: None) -> None:
            self._backed_up = project

        self.store.write(work, done, _ignore)

    def _run(
        self, work: Callable[[], Outcome], done: Callable[[Outcome], None] | None = None
    ) -> None:
        self.autosave.flush()
        sent = self.opened.project

        def on_outcome(outcome: Outcome) -> None:
            self._take(outcome, sent)
            if done is not None:
                done(outcome)

        self.store.write(work, on_outcome)

    def take(self, outcome: Outcome) -> None:
        """Take in what came of opening or choosing, as if it had been asked for here."""
        self._take(outcome, self.opened.project)

    def _take(self, outcome: Outcome, sent: object) -> None:
        if outcome.project_id != self.project_id:
            self.led_away.emit(outcome)
            return
        if outcome.kind in {"published", "nothing"}:
            self._published = sent if sent is self.opened.project else self._published
        if outcome.path is not None and outcome.kind in {"published", "taken", "opened"}:
            self.file = outcome.path
            self.published.emit(outcome.path)
        if outcome.project is not None and outcome.project != self.opened.project:
            label = _("Take over what is in the file")
            self.opened.do(ReplaceProject(project=outcome.project, label=label))
        if outcome.sentence or outcome.choices or outcome.kind in {"removed", "merge"}:
            self.told.emit(outcome)

    def _keep_place(self) -> None:
        self._place_timer.stop()
        if self.place == self._kept_place:
            return
        self._kept_place = self.place
        library, project_id, kept = self.store.library, self.project_id, write_place(self.place)
        self.store.write(lambda: library.remember_place(project_id, kept), _ignore, _ignore)


def read_place(kept: Mapping[str, str]) -> Place:
    """Return a place as it was kept; what can't be used is left out."""
    known = {each.name for each in fields(Place)} - {"scroll"}
    scroll = kept.get("scroll", "0")
    return Place(
        **{name: value for name, value in kept.items() if name in known},
        scroll=int(scroll) if scroll.isdecimal() and len(scroll) < 7 else 0,
    )


def write_place(place: Place) -> dict[str, str]:
    """Return a place as texts, to be kept."""
    return {each.name: str(getattr(place, each.name)) for each in fields(Place)}


def _ignore(_what: object) -> None:
    """Let pass what came of a wish the person never uttered; the next attempt will tell."""
