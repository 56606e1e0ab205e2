"""How an answer will be tested next, shown in one line and changed in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from icp_desktop.documents.proofs import say_who
from icp_desktop.i18n import _
from icp_desktop.model.evidence import NO_TEST, NextTest
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.pages.plan_editor import PlanEditor
from icp_desktop.ui.pages.runs_label import Run, RunsLabel
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import quiet_button

_ICON = 18


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
    """Show "Next test: ..." with Change; `planned` carries the test while it is typed."""

    planned = Signal(object)
    sealed = Signal()

    def __init__(
        self, appearance: Appearance, field: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("help", "proof")
        self._appearance = appearance
        self._plan = NO_TEST
        self._words = RunsLabel(appearance)
        self._editor: PlanEditor | None = None
        self._button = quiet_button(_("Change"), flush=True)
        self._button.setAccessibleDescription(field)
        self._button.clicked.connect(self._open)
        self._shown = QWidget()
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(8))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(appearance, "flag"), 0, top)
        row.addWidget(self._words, 1, top)
        row.addWidget(self._button, 0, top)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._shown)
        self.show_plan(NO_TEST)

    @property
    def button(self) -> QWidget:
        """What opens the editing."""
        return self._button

    def show_plan(self, plan: NextTest) -> None:
        """Show what is planned, if anything is."""
        self._plan = plan
        self._words.show_runs(plan_runs(plan))
        self._button.set_words(_("Change") if plan else _("Plan one"))
        self._button.setAccessibleName(_("Change the next test"))
        if self._editor is not None:
            self._editor.show_test(plan)

    def focus_button(self) -> None:
        """Put the focus on what changes the plan."""
        self._button.setFocus()

    def _open(self) -> None:
        if self._editor is None:
            self._editor = PlanEditor(self._appearance)
            self._editor.edited.connect(self.planned)
            self._editor.sealed.connect(self.sealed)
            self._editor.finished.connect(self._close)
            self._column.addWidget(self._editor)
            order_tabs(self._button, self._editor)
        self._shown.hide()
        self._editor.show()
        self._editor.begin(self._plan)

    def _close(self) -> None:
        if self._editor is None or self._editor.isHidden():
            return
        self.sealed.emit()
        self._shown.show()
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.hide()


def plan_runs(plan: NextTest) -> tuple[Run, ...]:
    """Return a planned test as a paragraph: the test in ink, the rest lighter."""
    head = Run(text=_("Next test:"), tone="ink2")
    if not plan:
        return (head, Run(text=f"\u2002{_('not planned yet')}", tone="ink2"))
    runs = [head, Run(text=f"\u2002{plan.what}", strong=True)] if plan.what else [head]
    kept = _("We keep it if {outcome}", outcome=plan.keep_if) if plan.keep_if else ""
    runs += [Run(text=f"\n{line}", tone="ink2") for line in (kept, say_who(plan)) if line]
    return tuple(runs)
