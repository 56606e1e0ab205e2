"""Shows the very PDF that would be printed, on the ground of a desk."""

from PySide6.QtCore import QBuffer, QByteArray, QMargins, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance

_DIMMED = 31  # of 255: a veil of 12 %
_PATIENCE = 500  # ms after which the old picture goes in any case


class PaperView(QPdfView):
    """A PDF on the desk, fitted to the width; a new state takes the place of the old in rest."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Show an empty desk."""
        super().__init__(parent)
        self._appearance = appearance
        self._dim = False
        # Not children of this view: a document that goes after its view calls into what is gone.
        self._paper = QPdfDocument(parent)
        self._buffer = QBuffer(self._paper)
        self._old = QLabel(self.viewport())
        self._old.hide()
        self._settled = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._settled.timeout.connect(self._old.hide)
        self._drawn: set[int] = set()
        drawer = self.findChild(QPdfPageRenderer)  # the one QPdfView keeps to itself
        if isinstance(drawer, QPdfPageRenderer):
            drawer.pageRendered.connect(self._on_page_drawn)
        self.setDocument(self._paper)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QPdfView.Shape.NoFrame)
        self.setAccessibleName(_("The printed page"))
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def paper(self) -> QPdfDocument:
        """The document that is shown."""
        return self._paper

    def show_data(self, data: bytes) -> None:
        """Show a PDF at the place where the old one was scrolled to."""
        place = self.verticalScrollBar().value()
        if self._paper.pageCount() and self.isVisible():
            self._hold(self.viewport().grab())
        self._drawn.clear()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._paper.load(self._buffer)
        self.verticalScrollBar().setValue(place)

    def clear(self) -> None:
        """Show an empty desk."""
        self._settled.stop()
        self._old.hide()
        self._old.clear()
        self._paper.close()
        self._buffer.close()

    def set_dim(self, dim: bool) -> None:
        """Lay a veil over the paper, or take it away."""
        if dim != self._dim:
            self._dim = dim
            self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.color("line" if not theme.is_dark else "edge"), 1))
        for page in self._page_rects():
            if not page.intersects(event.rect().adjusted(-4, -4, 4, 4)):
                continue
            if self._dim:
                painter.fillRect(page, QColor(0, 0, 0, _DIMMED))
            painter.drawRect(page.adjusted(-1, -1, 0, 0))
            lower = QRect(page.left(), page.bottom() + 1, page.width(), 2)
            painter.fillRect(lower, theme.color("rest"))

    def _page_rects(self) -> list[QRect]:
        """Return where the pages lie in the viewport; QPdfView keeps it to itself."""
        margins = self.documentMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        top = margins.top() - self.verticalScrollBar().value()
        rects = []
        for number in range(self._paper.pageCount()):
            size = self._paper.pagePointSize(number)
            height = round(width * size.height() / size.width()) if size.width() else 0
            rects.append(QRect(margins.left(), top, width, height))
            top += height + self.pageSpacing()
        return rects

    def _on_page_drawn(self, number: int) -> None:
        """Let go of the old picture once every page in sight is drawn behind it."""
        self._drawn.add(number)
        sight = self.viewport().rect()
        rects = enumerate(self._page_rects())
        if {n for n, rect in rects if rect.intersects(sight)} <= self._drawn:
            self._settled.stop()
            self._old.hide()

    def _hold(self, picture: QPixmap) -> None:
        self._old.setPixmap(picture)
        self._old.resize(self.viewport().size())
        self._old.show()
        self._old.raise_()
        self._settled.start()

    def _fit(self) -> None:
        px = self._appearance.px
        self.setDocumentMargins(QMargins(px(16), 2, px(16), px(16)))
        self.setPageSpacing(px(12))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, self._appearance.color("desk"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
