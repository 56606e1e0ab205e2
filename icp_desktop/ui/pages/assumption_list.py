"""What is not yet proven, sorted by what hangs on it, each with its next test."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.assumptions import Assumption, find_assumptions
from icp_desktop.documents.unproven import list_unproven, unproven_lead
from icp_desktop.i18n import _
from icp_desktop.model.evidence import NextTest
from icp_desktop.model.project import Profile
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.assumption_row import AssumptionRow
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.shipped import worksheet_of

_NARROW = 700  # units; below that the test stands under the claim


class AssumptionList(QWidget):
    """Show the list of one profile; `field_asked` carries a profile and a field to prove."""

    field_asked = Signal(str, str)
    print_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: dict[str, AssumptionRow] = {}
        self._found: dict[str, Assumption] = {}
        self._lead = PlainLabel(style="lead", wrap=True)
        self._note = PlainLabel(
            _(
                "An answer leaves this list when customers, their data or an outside source bear "
                "it out, or when it is dropped. Agree beforehand what would make you give it up."
            ),
            style="caption",
            tone="ink2",
            wrap=True,
        )
        icons = context.appearance.icons
        self._print = other_button(_("Print this list"), icon=icons.icon("print"))
        self._print.clicked.connect(self.print_asked)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.appearance.px(12))
        head = QHBoxLayout()
        head.setSpacing(context.appearance.px(16))
        head.addWidget(self._lead, 1)
        head.addWidget(self._print, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addWidget(self._note)
        column.addStretch(1)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def rows(self) -> tuple[AssumptionRow, ...]:
        """The rows from the top."""
        return tuple(self._rows.values())

    def show_profile(self, profile: Profile) -> None:
        """Show what is believed of a profile; rows that stay keep their caret."""
        project = self._context.project
        worksheet = worksheet_of(project)
        self._found = {e.key: e for e in find_assumptions(project, profile, worksheet)}
        self._lead.setText(unproven_lead(list_unproven(project, profile, worksheet)))
        self._note.setVisible(bool(self._found))
        self._print.setVisible(bool(self._found))
        if list(self._found) != list(self._rows):
            self._rebuild()
        for key, row in self._rows.items():
            found = self._found[key]
            row.show_assumption(found, foreign=found.profile.id != profile.id)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._turn()

    def _rebuild(self) -> None:
        kept = self._rows
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self._rows = {key: kept.pop(key) if key in kept else self._make(key) for key in self._found}
        for row in kept.values():
            row.hide()
            row.deleteLater()
        for row in self._rows.values():
            self._list.addWidget(Hairline())
            self._list.addWidget(row)
        self._turn()

    def _turn(self) -> None:
        narrow = self.width() < self._context.appearance.px(_NARROW)
        for row in self._rows.values():
            row.turn(narrow=narrow)

    def _make(self, key: str) -> AssumptionRow:
        row = AssumptionRow(self._context.appearance)
        row.planned.connect(lambda plan: self._on_planned(key, plan))
        row.sealed.connect(self._context.opened.seal)
        row.asked.connect(lambda: self._on_asked(key))
        return row

    def _on_planned(self, key: str, plan: NextTest) -> None:
        found = self._found[key]
        answers = Answers(self._context.opened, found.profile.id, found.profile.market)
        answers.plan_test(found.field, plan, found.test_item)

    def _on_asked(self, key: str) -> None:
        found = self._found[key]
        self.field_asked.emit(found.profile.id, found.field.id)
