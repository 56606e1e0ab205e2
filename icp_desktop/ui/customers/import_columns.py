"""The columns of a list: what each one means and why, and how its cells are read."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _, later
from icp_desktop.model.table import ColumnType
from icp_desktop.tables.matching import Meaning, meanings
from icp_desktop.tables.plan import Plan, PlannedColumn
from icp_desktop.tables.planning import Draft, Setting, give_meaning, read_as
from icp_desktop.tables.reading import DayOrder, Reading
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.labelled import fill, labelled
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_AT_ONCE = 24  # columns that are shown before the person asks for more
_SAMPLES, _SAMPLE_LENGTH = 4, 40
_OUT = "-"  # stands among the meanings for a column that is left out
TYPE_NAMES: dict[ColumnType, str] = {
    "text": later("Words"),
    "terms": later("Several words in a cell"),
    "number": later("Figure"),
    "money": later("Sum of money"),
    "date": later("Day"),
    "yes_no": later("Yes or no"),
}
_ORDERS: tuple[tuple[DayOrder, str], ...] = (
    ("dmy", later("day/month/year")),
    ("mdy", later("month/day/year")),
    ("mixed", later("both, in turn")),
)


class ColumnsBlock(QWidget):
    """`changed` carries a function from the plan to the corrected one."""

    changed = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._draft: Draft | None = None
        self._setting: Setting | None = None
        self._limit = _AT_ONCE
        self._rows: list[_ColumnRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, appearance.px(12), 0, 0)
        self._column.setSpacing(appearance.px(8))
        self._column.addWidget(PlainLabel(_("What the columns mean"), style="lead_strong"))
        self.more = quiet_button(_("Show more columns"), flush=True)
        self.more.clicked.connect(self._show_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_draft(self, draft: Draft, setting: Setting) -> None:
        """Show the columns of a draft; rows that are there are used again."""
        if self._draft is None or self._draft.source is not draft.source:
            self._limit = _AT_ONCE
        self._draft, self._setting = draft, setting
        self._show()

    def row(self, place: int) -> "_ColumnRow":
        """Return the row of a column."""
        return self._rows[place]

    def _show(self) -> None:
        assert self._draft is not None
        assert self._setting is not None
        plan = self._draft.plan
        known = meanings(plan.role, self._setting.worksheet, self._setting.markets)
        wanted = min(len(plan.columns), self._limit)
        while len(self._rows) < wanted:
            row = _ColumnRow(self._appearance)
            row.changed.connect(self._on_changed)
            self._rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < wanted)
            if place < wanted:
                row.show_column(place, plan.columns[place], known, _samples(self._draft, place))
        self.more.setVisible(len(plan.columns) > wanted)

    def _on_changed(self, place: int, change: Callable[[Draft, int], Plan]) -> None:
        draft = self._draft
        assert draft is not None
        self.changed.emit(lambda plan: change(draft._replace(plan=plan), place))

    def _show_more(self) -> None:
        self._limit += _AT_ONCE
        self._show()


class _ColumnRow(QWidget):
    """One column; `changed` carries its place and what to do with the draft."""

    changed = Signal(int, object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._place = 0
        self._known: tuple[Meaning, ...] = ()
        self._heading = ElidedLabel(style="strong")
        self._samples = ElidedLabel(style="caption", tone="ink2")
        self._reason = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.meaning, self.type, self.variant = Combo(), Combo(), Combo()
        self.meaning.activated.connect(self._on_meaning)
        self.type.activated.connect(self._on_type)
        self.variant.activated.connect(self._on_variant)
        self._variant_part = labelled(_("Written"), self.variant)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(2))
        column.addWidget(Hairline())
        column.addWidget(self._heading)
        column.addWidget(self._samples)
        holder = QWidget()
        flow = FlowLayout(holder, gap=appearance.px(16))
        flow.addWidget(labelled(_("Means"), self.meaning))
        flow.addWidget(labelled(_("Cells are"), self.type))
        flow.addWidget(self._variant_part)
        column.addWidget(holder)
        column.addWidget(self._reason)

    def show_column(
        self, place: int, column: PlannedColumn, known: tuple[Meaning, ...], samples: str
    ) -> None:
        """Show a column."""
        self._place, self._known = place, known
        self._heading.setText(column.heading)
        self._samples.setText(samples)
        self._samples.setVisible(bool(samples))
        self._reason.setText(column.reason)
        self._reason.setVisible(bool(column.reason) and column.kept)
        entries = [(_OUT, _("Leave this column out")), ("", _("Keep it as it is"))]
        entries += [(each.id, each.label) for each in known]
        fill(self.meaning, entries, column.meaning if column.kept else _OUT)
        fill(self.type, [(each, _(name)) for each, name in TYPE_NAMES.items()], column.reading.type)
        self._show_variant(column.reading, samples)
        for combo, what in (
            (self.meaning, _("Means")), (self.type, _("Cells are")), (self.variant, _("Written")),
        ):  # fmt: skip
            words = _("{column}: {what}", column=column.heading, what=what)
            combo.setAccessibleName(words)
            combo.setAccessibleDescription(words)  # some systems tell a choice by its words alone

    def _show_variant(self, reading: Reading, samples: str) -> None:
        signed = bool(reading.doubts) or "." in samples or "," in samples
        figures = reading.type in ("number", "money") and signed
        days = reading.type == "date" and bool(reading.order)
        self._variant_part.setVisible(figures or days)
        if figures:
            entries = [(".", _("1,234.5")), (",", _("1.234,5"))]
            fill(self.variant, entries, reading.decimal)
        elif days:
            fill(self.variant, [(each, _(name)) for each, name in _ORDERS], reading.order)

    def _on_meaning(self) -> None:
        chosen = self.meaning.current_id()
        meaning = next((each for each in self._known if each.id == chosen), None)

        def change(draft: Draft, place: int) -> Plan:
            if chosen == _OUT:
                column = replace(draft.plan.columns[place], kept=False, meaning="")
                return draft.plan.with_column(place, column)
            return give_meaning(draft, place, meaning)

        self.changed.emit(self._place, change)

    def _on_type(self) -> None:
        chosen = self.type.current_id()
        type_ = next(each for each in TYPE_NAMES if each == chosen)
        self.changed.emit(self._place, lambda draft, place: read_as(draft, place, type_))

    def _on_variant(self) -> None:
        chosen = self.variant.current_id()

        def change(draft: Draft, place: int) -> Plan:
            column = draft.plan.columns[place]
            reading = _written(column.reading, chosen)
            return draft.plan.with_column(place, replace(column, reading=reading))

        self.changed.emit(self._place, change)


def _written(reading: Reading, chosen: str) -> Reading:
    """Return the reading as the person says it is, which is beyond doubt."""
    for order, _name in _ORDERS:
        if chosen == order:
            doubts = tuple(d for d in reading.doubts if d not in ("day_order", "mixed_days"))
            return replace(reading, order=order, doubts=doubts)
    doubts = tuple(d for d in reading.doubts if d not in ("decimal", "mixed_decimals"))
    return replace(reading, decimal="," if chosen == "," else ".", doubts=doubts)


def _samples(draft: Draft, place: int) -> str:
    """Return the first different cells of a column."""
    cells = draft.grid.body.to_series(place).head(200).drop_nulls()
    texts = cells.unique(maintain_order=True).head(_SAMPLES).to_list()
    return " · ".join(" ".join(text[:_SAMPLE_LENGTH].split()) for text in texts)
