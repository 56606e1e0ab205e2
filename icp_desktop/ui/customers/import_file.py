"""The file of a list: what it holds, how it is laid out, and what happens to an earlier list."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.tables.assumptions import say_delimiter
from icp_desktop.tables.delimited import DELIMITERS, NONE
from icp_desktop.tables.layout import Layout
from icp_desktop.tables.opening import ENCODINGS
from icp_desktop.tables.planning import Draft, Setting, draft_with, relaid
from icp_desktop.tables.preparing import Prepared
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.labelled import fill, labelled
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.segment import Segment

_LAST_HEADING = 12  # rows that are offered as headings


class FileBlock(QWidget):
    """`layout_changed` carries a function from the draft to the one with the corrected layout."""

    layout_changed = Signal(object)
    role_chosen = Signal(str)
    way_chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._prepared: Prepared | None = None
        self._setting: Setting | None = None
        self._name = ElidedLabel(style="strong")
        self.role = Segment(
            (("customers", _("Customers")), ("deals", _("Deals or orders")), ("leads", _("Leads"))),
            name=_("What each row of the list is"),
        )
        self.role.chosen.connect(self.role_chosen)
        self._earlier = PlainLabel(tone="ink2", wrap=True)
        self.way = Segment(
            (("replace", _("Replace it")), ("add", _("Add the rows to it"))),
            name=_("What happens to the list that is there"),
        )
        self.way.chosen.connect(self.way_chosen)
        self.encoding, self.delimiter = Combo(), Combo()
        self.sheet, self.heading = Combo(), Combo()
        self._parts = {
            "encoding": labelled(_("Letters"), self.encoding),
            "delimiter": labelled(_("Between the cells"), self.delimiter),
            "sheet": labelled(_("Sheet"), self.sheet),
            "heading": labelled(_("Headings"), self.heading),
        }
        self.encoding.activated.connect(lambda: self._change(encoding=self.encoding.current_id()))
        self.delimiter.activated.connect(
            lambda: self._change(delimiter=self.delimiter.current_id())
        )
        self.sheet.activated.connect(lambda: self._change(sheet=self.sheet.current_id()))
        self.heading.activated.connect(self._on_heading)
        self._compose(appearance)

    def show_prepared(self, prepared: Prepared, setting: Setting) -> None:
        """Show the file of a list."""
        self._prepared, self._setting = prepared, setting
        plan, layout = prepared.plan, prepared.plan.layout
        self._name.setText(plan.name)
        self.role.show_choice(plan.role)
        earlier = setting.earlier(plan.role)
        self._earlier.setVisible(earlier is not None)
        self.way.setVisible(earlier is not None)
        self.way.show_choice(prepared.way)
        if earlier is not None:
            self._earlier.setText(_("There is a list already: {what}.", what=_said(prepared)))
        is_text = layout.form == "csv"
        self._parts["encoding"].setVisible(layout.form != "workbook")
        self._parts["delimiter"].setVisible(is_text)
        self._parts["sheet"].setVisible(len(layout.sheets) > 1)
        known = dict.fromkeys((*ENCODINGS, layout.encoding))
        fill(self.encoding, [(each, each.upper()) for each in known], layout.encoding)
        signs = dict.fromkeys((*DELIMITERS, NONE, layout.delimiter))
        fill(self.delimiter, [(each, say_delimiter(each)) for each in signs], layout.delimiter)
        fill(self.sheet, [(each, each) for each in layout.sheets], layout.sheet)
        self._show_heading(layout)

    def _compose(self, appearance: Appearance) -> None:
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._name)
        column.addWidget(labelled(_("Each row is one of"), self.role))
        column.addWidget(self._earlier)
        column.addWidget(self.way)
        holder = QWidget()
        flow = FlowLayout(holder, gap=px(16))
        for part in self._parts.values():
            flow.addWidget(part)
        column.addWidget(holder)

    def _show_heading(self, layout: Layout) -> None:
        rows = dict.fromkeys((*range(1, _LAST_HEADING + 1), max(layout.heading_row, 1)))
        entries = [("0", _("No row of headings"))]
        entries += [(str(row), _("Row {n}", n=row)) for row in rows]
        if layout.heading_rows > 1:
            last = layout.heading_row + layout.heading_rows - 1
            both = _("Rows {first} to {last}", first=layout.heading_row, last=last)
            entries.append((f"{layout.heading_row}+", both))
            fill(self.heading, entries, f"{layout.heading_row}+")
        else:
            fill(self.heading, entries, str(layout.heading_row))

    def _on_heading(self) -> None:
        assert self._prepared is not None
        chosen = self.heading.current_id()
        if chosen.endswith("+"):
            return
        row, layout = int(chosen), self._prepared.plan.layout
        first = row + 1 if row else max(layout.heading_row, 1)
        corrected = replace(
            layout,
            heading_row=row,
            heading_rows=1 if row else 0,
            first_row=first,
            headings_sure=True,
        )
        self._emit(
            lambda draft, setting: draft_with(draft.source, draft.plan.role, corrected, setting)
        )

    def _change(self, *, encoding: str = "", delimiter: str = "", sheet: str = "") -> None:
        self._emit(
            lambda draft, setting: relaid(
                draft, setting, encoding=encoding, delimiter=delimiter, sheet=sheet
            )
        )

    def _emit(self, change: Callable[[Draft, Setting], Draft]) -> None:
        setting = self._setting
        assert setting is not None
        self.layout_changed.emit(lambda draft: change(draft, setting))


def _said(prepared: Prepared) -> str:
    return prepared.proposal.suggestions[0].ours
