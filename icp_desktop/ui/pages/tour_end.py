"""The end of the tour: what is answered, what is still open, and where to go on."""

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import Button, main_button, other_button
from icp_desktop.ui.widgets.labels import PlainLabel


class TourEnd(QWidget):
    """Offer the first open question, more detail, and last the map or what stands for it."""

    open_asked = Signal()
    details_asked = Signal()
    map_asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        answered: int,
        total: int,
        first_open: str,
        details: int,
        last: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = appearance.px
        said = _("{n} of {total} questions are answered.", n=answered, total=total)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._column.addWidget(
            PlainLabel(_("That was the last question"), style="display", wrap=True)
        )
        self._column.addWidget(PlainLabel(said, style="lead", tone="ink2", wrap=True))
        self._column.addSpacing(px(8))
        self._buttons: list[Button] = []
        if first_open:
            words = _("Go to the first open one: {field}", field=first_open)
            self._add(words, self.open_asked)
        if details:
            words = n_("Go on with {n} more detail", "Go on with {n} more details", details)
            self._add(words, self.details_asked)
        self._add(last or _("See the overview"), self.map_asked)

    def focus_first(self) -> None:
        """Put the focus on what is offered first."""
        first = self._buttons[0]
        QTimer.singleShot(0, first, first.setFocus)

    def _add(self, words: str, asked: SignalInstance) -> None:
        button = other_button(words) if self._buttons else main_button(words)
        button.clicked.connect(asked)
        self._buttons.append(button)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
