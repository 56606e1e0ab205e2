"""Reading in a list: choose it, see what was found out and assumed, correct it, keep it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.table import TableRole
from icp_desktop.open_project import Change
from icp_desktop.progress import Progress
from icp_desktop.tables.importing import TABLE, Way, say_rows
from icp_desktop.tables.opening import Source, open_source
from icp_desktop.tables.plan import Plan
from icp_desktop.tables.planning import Draft, draft, draft_with, setting_of
from icp_desktop.tables.preparing import Prepared, prepare
from icp_desktop.ui.background import Job
from icp_desktop.ui.customers.import_preview import ImportPreview
from icp_desktop.ui.customers.import_start import ImportStart
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.surfaces import PageScroll

_LATEST = "import"
_ROOM_FOR_WORDS = 620  # units


class ImportView(QWidget):
    """Shows a list before it is kept; `finished` says that it was, or that it is left."""

    finished = Signal()

    def __init__(self, context: Context, read_button: Button) -> None:
        """Begin with the choice of a list; `read_button` keeps it and stands in the page head."""
        super().__init__()
        self._context = context
        self._prepared: Prepared | None = None
        self._job: Job | None = None
        self._role: TableRole | None = None
        self.read_button = read_button
        self.read_button.clicked.connect(self.accept)
        look = context.appearance
        self.start_block = ImportStart(look, context.prompts)
        self.start_block.file_chosen.connect(self.open_path)
        self.start_block.given.connect(self.open_source)
        self.start_block.refused.connect(context.host.complain)
        self.preview = ImportPreview(look)
        self.preview.plan_changed.connect(self._on_plan)
        self.preview.layout_changed.connect(self._on_layout)
        self.preview.role_chosen.connect(self._on_role)
        self.preview.way_chosen.connect(self._on_way)
        self._stack = QStackedWidget()
        self._stack.addWidget(PageScroll(self.start_block))
        self._scroll = PageScroll(self.preview)
        self._stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._show_button()

    @property
    def prepared(self) -> Prepared | None:
        """What is shown, None while nothing was chosen."""
        return self._prepared

    def start(self, role: TableRole | None = None) -> None:
        """Show the choice of a list; `role` is what it holds, where that is known."""
        self.stop()
        self._role = role
        self._prepared = None
        self._stack.setCurrentIndex(0)
        self._show_button()
        self.start_block.take_focus()

    def stop(self) -> None:
        """Let go of what is being read; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def open_path(self, path: Path) -> None:
        """Read a file and show it."""
        role = self._likely_role()
        setting = setting_of(self._context.project)
        self._run(
            lambda progress: draft(open_source(path), role, setting, progress),
            _("Reading “{name}”", name=path.name),
            "replace",
        )

    def open_source(self, source: Source, role: str = "") -> None:
        """Read what was pasted or typed, and show it."""
        setting = setting_of(self._context.project)
        wanted: TableRole = self._likely_role()
        if role == "customers" and self._role is None:
            wanted = "customers"
        way: Way = "add" if role and setting.earlier("customers") else "replace"
        self._run(
            lambda progress: draft(source, wanted, setting, progress),
            _("Reading “{name}”", name=source.name),
            way,
        )

    def accept(self) -> None:
        """Keep the list, with the names that are ticked, as one step."""
        if self._prepared is None:
            return
        proposal = self._prepared.proposal
        role = self._prepared.plan.role
        taken = self._prepared.checked.taken
        chosen = {TABLE, *self.preview.ticked_names()}
        self._context.opened.do(proposal.accept(chosen))
        self._prepared = None
        self.finished.emit()
        self._context.host.say(_("{rows} read in.", rows=say_rows(role, taken)), undo=True)

    def take_change(self, change: Change) -> None:
        """Compare with the lists that are there now."""
        if self._prepared is not None and change.before.tables is not change.after.tables:
            self._show_again(self._prepared.draft)

    def _likely_role(self) -> TableRole:
        """Return what the next list most likely holds: deals once there are customers."""
        if self._role is not None:
            return self._role
        roles = {table.role for table in self._context.project.tables}
        return "deals" if "customers" in roles and "deals" not in roles else "customers"

    def _on_plan(self, plan: Plan) -> None:
        if self._prepared is not None:
            self._show_again(self._prepared.draft._replace(plan=plan))

    def _on_way(self, way: Way) -> None:
        if self._prepared is not None:
            self._show_again(self._prepared.draft, way)

    def _on_role(self, role: TableRole) -> None:
        if self._prepared is not None:
            before, setting = self._prepared.draft, setting_of(self._context.project)
            layout = before.plan.layout
            self._run(
                lambda progress: draft_with(before.source, role, layout, setting, progress),
                _("Reading “{name}”", name=before.plan.name),
                self._prepared.way,
            )

    def _on_layout(self, change: Callable[[Draft], Draft]) -> None:
        if self._prepared is not None:
            before = self._prepared.draft
            self._run(
                lambda _progress: change(before),
                _("Reading “{name}”", name=before.plan.name),
                self._prepared.way,
            )

    def _show_again(self, drafted: Draft, way: Way | None = None) -> None:
        assert self._prepared is not None
        label = _("Reading “{name}”", name=drafted.plan.name)
        self._run(lambda _progress: drafted, label, way or self._prepared.way)

    def _run(self, make: Callable[[Progress], Draft], label: str, way: Way) -> None:
        project, day = self._context.project, today()

        def work(progress: Progress) -> Prepared:
            return prepare(make(progress), project, way, day, progress)

        self._job = self._context.background.run(
            work, label=label, done=self._show, failed=self._on_failed, latest=_LATEST
        )

    def _show(self, prepared: Prepared) -> None:
        self._job = None
        if self._prepared is None or self._prepared.draft.source is not prepared.draft.source:
            self._scroll.verticalScrollBar().setValue(0)
        self._prepared = prepared
        self.preview.show_prepared(prepared, setting_of(self._context.project))
        self._stack.setCurrentIndex(1)
        self._show_button()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        assert isinstance(error, KnownError)
        self._context.host.complain(str(error))

    def _show_button(self) -> None:
        prepared = self._prepared
        self.read_button.setEnabled(prepared is not None and prepared.checked.taken > 0)
        words = _("Read in")
        if prepared is not None:
            rows = say_rows(prepared.plan.role, prepared.checked.taken)
            words = _("Read in {rows}", rows=rows)
        units = self.width() / self._context.appearance.theme.scale
        self.read_button.set_words(words if units >= _ROOM_FOR_WORDS else _("Read in"))
        self.read_button.setAccessibleName(words)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._show_button()
