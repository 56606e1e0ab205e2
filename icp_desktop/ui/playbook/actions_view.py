"""What is to be done, the nearest day first, and what was done below."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.model.play import Action
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.playbook.action_editor import ActionEditor
from icp_desktop.ui.playbook.action_row import ActionRow
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline


class ActionsView(QWidget):
    """Show actions; `put` carries one as it becomes, `added` a new one, `removed` one that goes."""

    put = Signal(object)
    sealed = Signal()
    added = Signal(object)
    removed = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rows: dict[str, ActionRow] = {}
        self._title = PlainLabel(_("What is to be done"), style="lead_strong")
        self._count = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.editor = ActionEditor(appearance, _("Add"), _("Add something to do"))
        self.editor.done_button.setAccessibleName(_("Add this action"))
        self.editor.cancel_button.hide()
        self.editor.finished.connect(self._on_add)
        self._compose()

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show the actions there are; rows that stay keep what is typed in them."""
        now = today()
        wanted = {each.id: each for each in sorted(actions, key=_when)}
        self._count.setText(_counted(actions, now))
        if self._editing():  # nothing moves under the hands of the person
            order = [each for each in self.rows if each in wanted]
            wanted = {each: wanted[each] for each in (*order, *wanted)}
        if list(wanted) != list(self.rows):
            self._rebuild(wanted, now)
        for action_id, row in self.rows.items():
            row.show_action(wanted[action_id])

    def edit(self, action_id: str) -> None:
        """Let the person say who does it and by when."""
        if action_id in self.rows:
            self.rows[action_id].edit()

    def _editing(self) -> bool:
        return any(row.editor is not None and row.editor.isVisible() for row in self.rows.values())

    def _rebuild(self, wanted: dict[str, Action], now: date) -> None:
        kept = {each: row for each, row in self.rows.items() if each in wanted}
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for action_id, action in wanted.items():
            row = kept.get(action_id) or self._make(action, now)
            self.rows[action_id] = row
            self._list.addWidget(row)
            self._list.addWidget(Hairline())
        order_tabs(*self.rows.values(), self.editor)

    def _make(self, action: Action, now: date) -> ActionRow:
        row = ActionRow(self._appearance, action, now)
        row.put.connect(self.put)
        row.sealed.connect(self.sealed)
        row.removed.connect(lambda: self.removed.emit(row.action))
        return row

    def _on_add(self) -> None:
        action = self.editor.action
        self.editor.start(Action(id="", profile=""))
        if action.what:
            self.added.emit(action)
        self.editor.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        px = self._appearance.px
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        head.setSpacing(px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(head)
        column.addWidget(Hairline(strong=True))
        column.addLayout(self._list)
        column.addSpacing(px(8))
        column.addWidget(self.editor)
        column.addStretch(1)


def _when(action: Action) -> tuple[bool, bool, date]:
    """Return the place of an action: what is open first, then by day, without a day last."""
    return (action.done is not None, action.by is None, action.by or date.max)


def _counted(actions: Sequence[Action], now: date) -> str:
    if not actions:
        return ""
    still = sum(each.done is None for each in actions)
    late = sum(each.is_late(now) for each in actions)
    words = _("{n} of {all} still to do", n=still, all=len(actions))
    return f"{words}, {n_('{n} overdue', '{n} overdue', late)}" if late else words
