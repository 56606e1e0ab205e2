"""What was understood of a list: the rows as they would be kept, and everything to correct."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from icp_desktop.i18n import _
from icp_desktop.model.table import Column
from icp_desktop.tables.assumptions import Assumption, assumptions
from icp_desktop.tables.importing import say_rows
from icp_desktop.tables.plan import Plan
from icp_desktop.tables.planning import Setting
from icp_desktop.tables.preparing import Prepared
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.frame_model import FrameModel
from icp_desktop.ui.customers.import_columns import ColumnsBlock
from icp_desktop.ui.customers.import_file import FileBlock
from icp_desktop.ui.customers.import_names import NamesBlock
from icp_desktop.ui.customers.import_problems import ProblemsBlock
from icp_desktop.ui.customers.rows_table import RowsTable
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.labels import PlainLabel

_WIDEST, _ROWS, _SHOWN = 1_100, 6, 200


class ImportPreview(ReadingColumn):
    """`plan_changed` carries the corrected plan, `layout_changed` what makes the draft anew."""

    plan_changed = Signal(object)
    layout_changed = Signal(object)
    role_chosen = Signal(str)
    way_chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__(appearance, widest=_WIDEST, gap=8, top=16)
        self._prepared: Prepared | None = None
        self.file = FileBlock(appearance)
        self.file.layout_changed.connect(self.layout_changed)
        self.file.role_chosen.connect(self.role_chosen)
        self.file.way_chosen.connect(self.way_chosen)
        self._count = PlainLabel(style="lead_strong", wrap=True)
        self.model = FrameModel(self)
        self.rows = RowsTable(
            appearance, self.model, _("The first rows, as they would be kept"), rows_shown=_ROWS
        )
        self._joined = PlainLabel(tone="ink2", wrap=True)
        self._assumed = QVBoxLayout()
        self._assumed_head = PlainLabel(_("What was assumed"), style="lead_strong")
        self.columns = ColumnsBlock(appearance)
        self.columns.changed.connect(self._on_columns)
        self.names = NamesBlock(appearance)
        self.problems = ProblemsBlock(appearance)
        self.problems.changed.connect(self.plan_changed)
        self.add(self.file, self._count, self._joined, self.rows, self._assumed_head)
        self.column.addLayout(self._assumed)
        self.add(self.names, self.problems, self.columns)
        self.column.addStretch(1)

    def show_prepared(self, prepared: Prepared, setting: Setting) -> None:
        """Show a list as its plan reads it."""
        self._prepared = prepared
        checked, plan = prepared.checked, prepared.plan
        self.file.show_prepared(prepared, setting)
        self._count.setText(_counted(prepared))
        sentences = prepared.joined.sentences() if prepared.joined else ()
        self._joined.setText(" ".join(sentences))
        self._joined.setVisible(bool(sentences))
        first = checked.frame.filter(checked.stays).head(_SHOWN)
        kept = tuple(
            Column(
                heading=each.heading,
                type=each.reading.type,
                unit=each.reading.unit,
                currency=each.reading.currency,
            )
            for each in plan.columns
            if each.kept
        )
        self.model.show_frame(first, kept)
        self._show_assumed(assumptions(plan))
        self.columns.show_draft(prepared.draft, setting)
        self.names.show_proposal(prepared.proposal)
        self.problems.show_checked(checked)
        order_tabs(self.names, self.problems, self.columns)

    def ticked_names(self) -> set[str]:
        """Return the ids of the names that are to be read as another."""
        return self.names.ticked()

    def _on_columns(self, change: "Callable[[Plan], Plan]") -> None:
        if self._prepared is not None:
            plan = change(self._prepared.plan)
            self._prepared = self._prepared._replace(
                draft=self._prepared.draft._replace(plan=replace(plan))
            )
            self.plan_changed.emit(plan)

    def _show_assumed(self, found: tuple[Assumption, ...]) -> None:
        while self._assumed.count():
            item = self._assumed.takeAt(0)
            assert item is not None
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in found:
            words = each.text if each.sure else _("To check: {what}", what=each.text)
            if each.sure:
                label = PlainLabel(words, tone="ink2", wrap=True)
            else:
                label = PlainLabel(words, style="strong", wrap=True)
            self._assumed.addWidget(label)


def _counted(prepared: Prepared) -> str:
    checked = prepared.checked
    rows = say_rows(checked.plan.role, checked.taken)
    if not checked.left_out:
        return _("{rows} would be read in.", rows=rows)
    return _("{rows} would be read in, {out} left out.", rows=rows, out=checked.left_out)
