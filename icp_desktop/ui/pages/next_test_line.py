"""How an answer will be tested next, shown in one line and changed in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.pages.runs_label import Run, RunsLabel
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.worksheet.reading import clean

_ICON = 18
_LONGEST = 500


class IconLabel(QLabel):
    """Show an icon beside words; silent to screen readers, and true to the theme."""

    def __init__(
        self, appearance: Appearance, name: IconName, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name: IconName = name
        self._draw()
        appearance.changed.connect(self._draw)

    def set_icon(self, name: IconName) -> None:
        """Show another icon."""
        self._name = name
        self._draw()

    def _draw(self) -> None:
        side = self._appearance.px(_ICON)
        icon = self._appearance.icons.icon(self._name, size=_ICON)
        self.setPixmap(icon.pixmap(side, side))
        self.setFixedSize(side, side)


class NextTestLine(QWidget):
    """Show "Next test: ..." with Change; `planned` carries what the person wrote instead."""

    planned = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._plan = ""
        self._words = RunsLabel(appearance)
        self._line = QLineEdit()
        self._line.setMaxLength(_LONGEST)
        self._line.setAccessibleName(_("Next test"))
        self._line.setPlaceholderText(_("What would show that it is so?"))
        self._line.editingFinished.connect(self._on_finished)
        self._line.hide()
        self._button = quiet_button(_("Change"), flush=True)
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(8))
        row.addWidget(IconLabel(appearance, "flag"))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self.show_plan("")

    def show_plan(self, plan: str) -> None:
        """Show what is planned, "" for nothing."""
        self._plan = plan
        words = plan or _("not planned yet")
        self._words.show_runs(
            (
                Run(text=_("Next test:"), tone="ink2"),
                Run(text=f"\u2002{words}", strong=bool(plan), tone="ink" if plan else "ink2"),
            )
        )
        self._button.set_words(_("Change") if plan else _("Plan one"))
        self._button.setAccessibleName(_("Change the next test"))

    def focus_button(self) -> None:
        """Put the focus on what changes the plan."""
        self._button.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self._line.isVisible():
            self._line.setText(self._plan)
            self._close()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._line.setText(self._plan)
        self._swap(editing=True)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

    def _on_finished(self) -> None:
        if self._line.isHidden():
            return
        plan = clean(self._line.text()).strip()
        self._close()
        if plan != self._plan:
            self.planned.emit(plan)

    def _close(self) -> None:
        had_focus = self._line.hasFocus()
        self._swap(editing=False)
        if had_focus:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _swap(self, *, editing: bool) -> None:
        self._line.setVisible(editing)
        self._words.setVisible(not editing)
        self._button.setVisible(not editing)
