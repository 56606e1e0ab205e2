"""What is wrong with rows, kind by kind, each row with its number; all can be left out or taken."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.tables.checking import Checked
from icp_desktop.tables.preparing import leaving_out
from icp_desktop.tables.problems import KIND_NAMES, Problem, ProblemKind
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import literal, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel

_FIRST, _MORE = 3, 50


class ProblemsBlock(QWidget):
    """`changed` carries the plan in which rows were left out or taken in."""

    changed = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._checked: Checked | None = None
        self._shown: dict[str, int] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, appearance.px(12), 0, 0)
        self._rows.setSpacing(appearance.px(4))
        self._body: QWidget | None = None
        self._rows.addWidget(PlainLabel(_("Rows to look at"), style="lead_strong"))
        self.hide()

    def show_checked(self, checked: Checked) -> None:
        """Show the problems of a list."""
        if self._checked is None or self._checked.plan.name != checked.plan.name:
            self._shown = {}
        self._checked = checked
        self._show()

    def _show(self) -> None:
        assert self._checked is not None
        if self._body is not None:
            self._rows.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.px(4))
        kinds: dict[ProblemKind, list[Problem]] = {}
        for problem in self._checked.problems:
            kinds.setdefault(problem.kind, []).append(problem)
        for kind, problems in kinds.items():
            self._add_kind(column, kind, problems)
        self._rows.addWidget(self._body)
        self.setVisible(bool(kinds))

    def _add_kind(self, column: QVBoxLayout, kind: ProblemKind, problems: list[Problem]) -> None:
        assert self._checked is not None
        plan = self._checked.plan
        count = self._checked.counts.get(kind, len(problems))
        words = n_("{n} row: {what}", "{n} rows: {what}", count, what=_(KIND_NAMES[kind]))
        column.addSpacing(self._appearance.px(6))
        column.addWidget(PlainLabel(words, style="strong", wrap=True))
        box = QCheckBox(literal(_("Read all of them in")))
        box.setAccessibleName(_("Read all in: {what}", what=words))
        box.setChecked(kind not in plan.leave_out)
        box.clicked.connect(lambda on: self._leave_kind(kind, on=not on))
        column.addWidget(box)
        shown = self._shown.get(kind, _FIRST)
        for problem in problems[:shown]:
            column.addWidget(self._row(problem))
        if len(problems) > shown:
            more = quiet_button(_("Show more of them"))
            more.setAccessibleName(_("Show more: {what}", what=words))
            more.clicked.connect(lambda: self._show_more(kind))
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, problem: Problem) -> QWidget:
        """Return a row that is taken in while its box is ticked."""
        assert self._checked is not None
        place = _("row {n}", n=problem.row)
        if problem.column:
            place = _("{row}, {column}", row=place, column=problem.column)
        box = QCheckBox(literal(f"{place}: {problem.reason}"))
        plan = self._checked.plan
        out = problem.kind in plan.leave_out and problem.row not in plan.rows_in
        box.setChecked(not (out or problem.row in plan.rows_out))
        box.clicked.connect(
            lambda on: self.changed.emit(leaving_out(plan, problem.row, out=not on))
        )
        return box

    def _leave_kind(self, kind: ProblemKind, *, on: bool) -> None:
        assert self._checked is not None
        plan = self._checked.plan
        kinds = [each for each in plan.leave_out if each != kind]
        self.changed.emit(replace(plan, leave_out=(*kinds, kind) if on else tuple(kinds)))

    def _show_more(self, kind: ProblemKind) -> None:
        self._shown[kind] = self._shown.get(kind, _FIRST) + _MORE
        self._show()
