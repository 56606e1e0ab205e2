"""The inside of the window: rail, page and preview side by side, by the width there is."""

from PySide6.QtCore import QEasingCurve, QSize, QVariantAnimation, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.arrangement import MIDDLE, Arrangement, arrange
from icp_desktop.ui.rail import Rail

_FOLDS = 140  # ms


class WindowBody(QWidget):
    """Holds the parts and shares the width; `arranged` says that it was shared anew.

    Whether the preview is wanted is remembered apart for narrow windows, where it takes so much
    room that it opens by hand alone.
    """

    arranged = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Hold the rail and no page yet."""
        super().__init__()
        self._appearance = appearance
        self._wanted = self._wanted_narrow = False
        self._available = False
        self._arrangement = arrange(MIDDLE, preview=False)
        self.rail = Rail(appearance)
        self.screens = QStackedWidget()
        self.screens.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.preview: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.rail)
        self._row.addWidget(self.screens, 1)
        self._folding = QVariantAnimation(self)
        self._folding.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._folding.valueChanged.connect(self._on_folding)
        self._folding.finished.connect(self._settle)
        appearance.changed.connect(self.share)

    @property
    def arrangement(self) -> Arrangement:
        """How the width is shared now."""
        return self._arrangement

    @property
    def is_narrow(self) -> bool:
        """Say whether the window has the smallest of the three layouts."""
        return self._units() < MIDDLE

    @property
    def preview_open(self) -> bool:
        """Say whether the preview is to be seen."""
        return self._arrangement.preview > 0

    def set_preview(self, preview: QWidget) -> None:
        """Take the preview in, folded away."""
        self.preview = preview
        preview.hide()
        self._row.addWidget(preview)

    def want_preview(self, wanted: bool, *, available: bool = True) -> None:
        """Show the preview in wide windows, or not; `available` says if there is one at all."""
        if (wanted, available) != (self._wanted, self._available):
            self._wanted, self._available = wanted, available
            self.share()

    def want_preview_narrow(self, wanted: bool) -> None:
        """Show the preview in a narrow window, or not."""
        self._wanted_narrow = wanted
        self.share()

    def share(self, *, moving: bool = False) -> None:
        """Share the width anew; `moving` folds the preview in sight of the person."""
        units = self._units()
        wanted = self._wanted_narrow if units < MIDDLE else self._wanted
        before = self._arrangement
        self._arrangement = arrange(units, preview=wanted and self._available)
        self.rail.fold(self._arrangement.rail_folded)
        if self.preview is not None and before.preview != self._arrangement.preview:
            self._fold(before, moving=moving)
        else:
            self._settle()
        self.arranged.emit()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.share()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(320), self._appearance.px(240))

    def _units(self) -> int:
        return int(self.width() / self._appearance.theme.scale)

    def _fold(self, before: Arrangement, *, moving: bool) -> None:
        duration = self._appearance.duration(_FOLDS) if moving else 0
        alone = before.preview_alone or self._arrangement.preview_alone
        if not duration or alone or not self.isVisible():
            self._settle()
            return
        px = self._appearance.px
        assert self.preview is not None
        self.preview.show()
        self._folding.stop()
        self._folding.setDuration(duration)
        self._folding.setStartValue(max(px(before.preview), 1))
        self._folding.setEndValue(max(px(self._arrangement.preview), 1))
        self._folding.start()

    def _on_folding(self, width: int) -> None:
        if self.preview is not None:
            self.preview.setFixedWidth(width)

    def _settle(self) -> None:
        if self._folding.state() == QVariantAnimation.State.Running:
            return
        if self.preview is None:
            return
        now = self._arrangement
        self.screens.setVisible(not now.preview_alone)
        if now.preview_alone:
            self.preview.setMinimumWidth(0)
            self.preview.setMaximumWidth(16_777_215)
        elif now.preview:
            self.preview.setFixedWidth(self._appearance.px(now.preview))
        self.preview.setVisible(now.preview > 0)
