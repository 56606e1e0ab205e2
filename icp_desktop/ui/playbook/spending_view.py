"""Where time and money go now, beside what the profile says of each place."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.play import Effort
from icp_desktop.playbook.efforts import Spending, Spent
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.playbook.effort_row import EffortRow
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.phrases import say_number
from icp_desktop.worksheet.reading import clean

_LONGEST = 200


class SpendingView(QWidget):
    """Show places; `put` carries an effort as it becomes, `added` a new one, `removed` one."""

    put = Signal(object)
    sealed = Signal()
    added = Signal(object)
    removed = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._profile = self._currency = ""
        self.rows: dict[str, EffortRow] = {}
        self._title = PlainLabel(_("Where time and money go now"), style="lead_strong", wrap=True)
        self._lead = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(_("Add a place or channel"))
        self.line.setAccessibleName(_("A place or channel that takes time or money"))
        self.line.returnPressed.connect(self._on_add)
        self.add_button = other_button(_("Add"))
        self.add_button.setAccessibleName(_("Add this place"))
        self.add_button.clicked.connect(self._on_add)
        self._compose()

    def show_spending(self, spending: Spending, profile: str, currency: str) -> None:
        """Show the places there are; a row keeps what is typed in it when it moves."""
        self._profile, self._currency = profile, currency
        self._lead.setText(sum_words(spending))
        wanted: dict[str, Spent] = {}
        for each in spending.lines:
            key = _key(each)
            wanted[f"{key}/{len(wanted)}" if key in wanted else key] = each
        if self._typing():  # nothing moves under the hands of the person
            wanted = {key: wanted[key] for key in (*self.rows, *wanted) if key in wanted}
        if list(wanted) != list(self.rows):
            self._rebuild(wanted)
        for key, row in self.rows.items():
            row.show_spent(wanted[key])

    def _typing(self) -> bool:
        focus = self.window().focusWidget()
        return isinstance(focus, QLineEdit) and any(
            row.isAncestorOf(focus) for row in self.rows.values()
        )

    def _rebuild(self, wanted: dict[str, Spent]) -> None:
        kept = {key: row for key, row in self.rows.items() if key in wanted}
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for key, spent in wanted.items():
            row = self.rows[key] = kept.get(key) or self._make(spent)
            self._list.addWidget(row)
            self._list.addWidget(Hairline())
        order_tabs(*self.rows.values(), self.line, self.add_button)

    def _make(self, spent: Spent) -> EffortRow:
        row = EffortRow(self._appearance, spent, self._blank(spent))
        row.put.connect(self.put)
        row.sealed.connect(self.sealed)
        row.removed.connect(lambda: self.removed.emit(row.effort))
        return row

    def _blank(self, spent: Spent) -> Effort:
        """Return the effort that a first figure begins with."""
        because = spent.because
        return Effort(
            id=new_id(),
            profile=self._profile,
            where=spent.where,
            currency=self._currency,
            field=because.field if because else "",
            item=because.item if because else "",
        )

    def _on_add(self) -> None:
        where = " ".join(clean(self.line.text()).split())
        if where:
            self.line.clear()
            self.added.emit(
                Effort(id=new_id(), profile=self._profile, where=where, currency=self._currency)
            )
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        px = self._appearance.px
        adding = QHBoxLayout()
        adding.setContentsMargins(0, px(12), 0, 0)
        adding.setSpacing(px(8))
        adding.addWidget(self.line, 1)
        adding.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for each in (self._title, self._lead, Hairline(strong=True)):
            column.addWidget(each)
        column.addLayout(self._list)
        column.addLayout(adding)


def sum_words(spending: Spending) -> str:
    """Return how many hours go where the profile looks; counts before percentages."""
    named, elsewhere = spending.hours_named, spending.hours_elsewhere
    total = named + elsewhere
    if not total:
        return _("In a month, by your own figures, beside what the profile names.")
    share = (named * 100 / total).quantize(Decimal(1))
    return _(
        "{n} of {all} hours a month go where the profile looks ({share} %).",
        n=say_number(named),
        all=say_number(total),
        share=share,
    )


def _key(spent: Spent) -> str:
    """Return by what a row is known, so that it stays when a first figure is typed into it."""
    if spent.because is not None:
        return f"{spent.because.field}/{spent.because.item}"
    return spent.effort.id if spent.effort is not None else spent.where
