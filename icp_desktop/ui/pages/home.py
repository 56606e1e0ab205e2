"""The home page: every project there is, what waits, samples to try and the archive."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.model.record import record
from icp_desktop.settings import Role, SettingsFile
from icp_desktop.storage.index import IndexRow
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.moments import say_day
from icp_desktop.ui.pages.home_rows import NamedRow, RowCard
from icp_desktop.ui.pages.home_table import HomeTable, search_line
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.widgets.buttons import literal, main_button, other_button
from icp_desktop.ui.widgets.drop_zone import DropZone
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.worksheet.method import Method

PROJECTS, SAMPLES, ARCHIVE, OWN = "home", "samples", "archive", "own_worksheets"
_SEARCH, _MOST_WAITING = 392, 5
_MANY = 6  # projects from which on there is something to look for
METHODS = "methods"  # the folder of own worksheets


@record
class Waiting:
    """Something that waits for the person: whose it is, what it is, and the way to it.

    `key` is the id of the project.
    """

    key: str
    who: str
    sentence: str
    button: str
    go: Callable[[], None]
    icon: IconName = "warning"


@record
class Sample:
    """A sample to try: its id, whose it is, and what it shows."""

    id: str
    client: str
    title: str


class HomePage(Screen):
    """Shows what the library holds; everything the person asks for goes out by signals."""

    open_asked = Signal(str)
    new_made = Signal(object, str)
    file_asked = Signal()
    sample_asked = Signal(str)
    archive_asked = Signal(str)
    copy_asked = Signal(str)
    like_asked = Signal(str)
    restore_asked = Signal(object)
    folder_asked = Signal(str)
    method_removed = Signal(object)

    def __init__(self, appearance: Appearance, settings: SettingsFile) -> None:
        """Compose the page; `show_rows` fills it."""
        super().__init__(appearance, "")
        self._settings = settings
        self._view = PROJECTS
        self._rows: tuple[IndexRow, ...] = ()
        self.open_button = other_button(_("Open file…"))
        self.open_button.clicked.connect(self.file_asked)
        self.new_button = main_button("", icon=appearance.icons.icon("plus", role="on_accent"))
        self.new_button.clicked.connect(self.start_new)
        self.head.show_parts((), (self.open_button, self.new_button))
        self.waiting = RowCard(appearance, _("Waiting for you"), most=_MOST_WAITING)
        self.table = HomeTable(appearance, settings.current.role)
        self.table.opened.connect(self.open_asked)
        self.table.archived.connect(self.archive_asked)
        self.table.menu_asked.connect(self._show_menu)
        self.search = search_line(self._on_sought)
        self.nothing = PlainLabel(tone="ink2", wrap=True)
        self.empty = EmptyState(
            _("No profiles yet"),
            _("Ten minutes of plain questions give you a first page to show and to test."),
            _("Start the first one"),
            main=True,
        )
        self.empty.asked.connect(self.start_new)
        self.samples = RowCard(appearance, _("Samples to try"))
        self.archive = RowCard(appearance, _("In the archive"))
        self.archive_empty = PlainLabel(
            _("Nothing is in the archive. What you put there can be brought back at any time."),
            tone="ink2",
            wrap=True,
        )
        self.methods = RowCard(appearance, _("Questions of your own"))
        self._methods: tuple[Method, ...] = ()
        self.methods_empty = PlainLabel(
            _(
                "No worksheets of your own yet. In a project, open “Your questions”, make them "
                "yours, then keep them for new projects."
            ),
            tone="ink2",
            wrap=True,
        )
        self.drop_zone = DropZone(appearance, _("Drop a project file anywhere in this window."))
        self.drop_zone.choose_asked.connect(self.file_asked)
        self.card: QWidget | None = None
        self._compose()
        self.show_view(PROJECTS)
        appearance.changed.connect(self._fit)

    @property
    def role(self) -> Role:
        """Whose profiles they are."""
        return self._settings.current.role

    def show_view(self, view: str) -> None:
        """Show the projects, the samples or the archive."""
        self._view = view
        self.close_new()
        self._renew()

    def show_rows(self, rows: Sequence[IndexRow], now: datetime) -> None:
        """Show the projects there are now."""
        self._rows = tuple(rows)
        self.table.show_rows(rows, now, self.role)
        self._renew()

    def show_samples(self, samples: Sequence[Sample]) -> None:
        """Show the samples there are."""
        self.samples.show_rows(
            [
                NamedRow(
                    name=each.client,
                    text=each.title,
                    button=_("Try it"),
                    go=lambda each=each: self.sample_asked.emit(each.id),  # type: ignore[misc]
                    icon="star",
                )
                for each in samples
            ]
        )
        self._renew()

    def show_archive(self, files: Sequence[Path]) -> None:
        """Show what was put away."""
        self.archive.show_rows(
            [
                NamedRow(
                    name=path.stem.rpartition(" (")[0] or path.stem,
                    text=_("Put away {when}", when=say_day(_day_of(path))),
                    button=_("Bring back"),
                    go=lambda path=path: self.restore_asked.emit(path),  # type: ignore[misc]
                    icon="archive",
                )
                for path in files
            ]
        )
        self._renew()

    def show_methods(self, methods: "Sequence[tuple[Path, Method]]") -> None:
        """Show the own worksheets there are; new projects can start with them."""
        self._methods = tuple(each for _path, each in methods)
        self.methods.show_rows(
            [
                NamedRow(
                    name=each.title,
                    text=_words_of(each),
                    button=_("Remove"),
                    go=lambda path=path: self.method_removed.emit(path),  # type: ignore[misc]
                    icon="worksheet",
                )
                for path, each in methods
            ]
        )
        self._renew()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show what waits for the person; nothing is shown where nothing does."""
        self.waiting.show_rows(
            [
                NamedRow(
                    name=each.who,
                    text=each.sentence,
                    button=each.button,
                    go=each.go,
                    icon=each.icon,
                )
                for each in waiting
            ]
        )
        self._renew()

    def start_new(self) -> None:
        """Ask what a new project needs, on the page."""
        if self.card is None:
            self._ask(self._settings.current.currency, self._methods, self.new_made.emit)

    def start_like(self, old: "Project") -> None:
        """Ask what a new project needs that asks what an old one does, and takes nothing else."""
        from icp_desktop.sharing.beginning import begin_like
        from icp_desktop.worksheet.method import method_of

        def made(fresh: "Project", view: str) -> None:
            self.new_made.emit(begin_like(old, fresh), view)

        self.close_new()
        self._ask(old.currency, (method_of(old),), made, like=old.client)

    def _ask(
        self,
        currency: str,
        methods: "Sequence[Method]",
        made: "Callable[[Project, str], None]",
        *,
        like: str = "",
    ) -> None:
        from icp_desktop.ui.pages.new_project import NewProjectCard

        if self.card is None:
            self._view = PROJECTS
            card = NewProjectCard(self.appearance, self.role, currency, methods, like=like)
            card.made.connect(made)
            card.closed.connect(self.close_new)
            self._column.insertWidget(0, card)
            self.card = card
            self._renew()
            card.start()

    def close_new(self) -> None:
        """Ask no longer."""
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
            self._renew()

    def _compose(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        for part in (
            self.waiting,
            self.empty,
            self.search,
            self.nothing,
            self.table,
            self.samples,
            self.archive,
            self.archive_empty,
            self.methods,
            self.methods_empty,
        ):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.show_content(PageScroll(content))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.drop_zone)
        self._layout.addLayout(self._foot)
        self._fit()

    def _renew(self) -> None:
        """Show what belongs to the view, in the words of the role."""
        at_projects, some = self._view == PROJECTS, bool(self._rows)
        for_clients = self.role == "clients"
        titles = {
            PROJECTS: _("Clients") if for_clients else _("My profiles"),
            SAMPLES: _("Samples"),
            ARCHIVE: _("Archive"),
            OWN: _("Own worksheets"),
        }
        self.head.title.setText(titles[self._view])
        self.new_button.set_words(_("New client") if for_clients else _("New profile"))
        self.new_button.setVisible(at_projects and some and self.card is None)
        self.waiting.setVisible(at_projects and self.waiting.count > 0)
        found = self.table.model_of_rows.rowCount()
        many = len(self._rows) >= _MANY or bool(self.search.text())
        self.search.setVisible(at_projects and some and many)
        self.nothing.setVisible(at_projects and some and not found)
        self.nothing.setText(_("No project holds “{words}”.", words=self.search.text()[:60]))
        self.table.setVisible(at_projects and found > 0)
        self.empty.setVisible(at_projects and not some and self.card is None)
        self.samples.setVisible(
            self.samples.count > 0 and (self._view == SAMPLES or (at_projects and not some))
        )
        self.archive.setVisible(self._view == ARCHIVE and self.archive.count > 0)
        self.archive_empty.setVisible(self._view == ARCHIVE and self.archive.count == 0)
        self.methods.setVisible(self._view == OWN and self.methods.count > 0)
        self.methods_empty.setVisible(self._view == OWN and self.methods.count == 0)
        self.drop_zone.setVisible(at_projects)
        self.head.settle()

    def _show_menu(self, project_id: str, place: QPoint) -> None:
        row = next(each for each in self._rows if each.id == project_id)
        menu = QMenu(self)
        menu.addAction(_("Open"), lambda: self.open_asked.emit(project_id))
        if row.file is not None:
            menu.addAction(_("Show in its folder"), lambda: self.folder_asked.emit(str(row.file)))
        menu.addSeparator()
        menu.addAction(_("Duplicate"), lambda: self.copy_asked.emit(project_id))
        menu.addAction(
            _("New project with the same questions"), lambda: self.like_asked.emit(project_id)
        )
        menu.addSeparator()
        menu.addAction(
            literal(_("Move to the archive")), lambda: self.archive_asked.emit(project_id)
        )
        menu.popup(place)

    def _on_sought(self, text: str) -> None:
        self.table.seek(text)
        self._renew()

    def _fit(self) -> None:
        px = self.appearance.px
        self._column.setContentsMargins(px(32), 0, px(32), px(20))
        self.search.setMaximumWidth(px(_SEARCH))
        self._column.setSpacing(px(16))
        self._foot.setContentsMargins(px(32), px(8), px(32), px(20))


def _words_of(method: "Method") -> str:
    from icp_desktop.worksheet.toml_source import read_worksheet

    count = sum(1 for _field in read_worksheet(method.worksheet).fields())
    return n_("{n} question", "{n} questions", count)


def _day_of(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
