"""Long work: what is being done, with counts, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import small_button
from icp_desktop.ui.widgets.labels import ElidedLabel

_STEPS = 1000  # the bar's own scale, so that any count fits


class ProgressStrip(QWidget):
    """Show how far a job has come, in the place where its result will be."""

    cancelled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = ElidedLabel()
        self._cancel = small_button(_("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._head = QHBoxLayout()
        self._head.addWidget(self._words, 1)
        self._head.addWidget(self._cancel)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self._bar)
        self.setVisible(False)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_progress(self, sentence: str, done: int, total: int) -> None:
        """Say what is being done; `total` 0 where nobody knows how much there is."""
        self._words.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, _STEPS if total > 0 else 0)
        if total > 0:
            self._bar.setValue(min(done, total) * _STEPS // total)
        self.setVisible(True)

    def dismiss(self) -> None:
        """Take the strip away; the work is over."""
        self.setVisible(False)

    def _fit(self) -> None:
        px = self._appearance.px
        self._head.setSpacing(px(12))
        self._rows.setSpacing(px(8))
