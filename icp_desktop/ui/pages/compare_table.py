"""Profiles side by side in one table: arrows move from cell to cell, Enter opens the field."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from icp_desktop.checks.grades import Grade
from icp_desktop.documents.comparison import Comparison
from icp_desktop.documents.content import Row
from icp_desktop.i18n import _
from icp_desktop.model.project import DEFAULT_WEIGHT
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines
from icp_desktop.ui.fonts import TypeStyle
from icp_desktop.ui.marks import paint_mark
from icp_desktop.ui.pages.compare_model import (
    CELL_ROLE,
    LINE_ROLE,
    AnyIndex,
    CompareModel,
    Line,
    cell_words,
)
from icp_desktop.ui.theme import Role

_NAMES = 168  # the width of the column of names
_NARROW = 150  # the width of a profile below which the names get rows of their own
_PAD, _MARK, _BETWEEN = 12, 18, 8
_TOP, _SECTION = 8, 40
_MOST_LINES = 4


class CompareTable(QTableView):
    """The comparison; `opened` carries the field and the id of the profile it is opened for.

    `shared` says that the columns have other widths.
    """

    opened = Signal(str, str)
    shared = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._appearance = appearance
        self._compared = Comparison(profiles=(), sections=())
        self._only_different = False
        self.model_of_cells = CompareModel()
        self.setModel(self.model_of_cells)
        self.setItemDelegate(CompareDelegate(appearance, self))
        self.setAccessibleName(_("Profiles side by side"))
        self.setProperty("ownFocus", "true")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls as a whole
        self.verticalHeader().hide()
        self.horizontalHeader().hide()  # the heads stand above, with what can be done to each
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        appearance.changed.connect(self._fit)

    @property
    def columns(self) -> tuple[int, ...]:
        """How wide the columns of the profiles are, for the heads above them."""
        first = self.model_of_cells.first
        return tuple(self.columnWidth(n) for n in range(first, self.model().columnCount()))

    @property
    def names_width(self) -> int:
        """How wide the column of names is, 0 where the names have rows of their own."""
        return 0 if self.model_of_cells.narrow else self.columnWidth(0)

    def show_comparison(self, compared: Comparison, *, only_different: bool) -> None:
        """Show profiles side by side, all fields or those that differ; the marked cell stays."""
        marked = self.currentIndex()
        place = (marked.row(), marked.column())
        self._compared, self._only_different = compared, only_different
        self._fill(narrow=self._is_narrow())
        index = self.model().index(*place)
        if index.isValid():
            self.setCurrentIndex(index)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(400), self.verticalHeader().length() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(200), self.sizeHint().height())

    def _open(self, index: QModelIndex) -> None:
        found = self.model_of_cells.cell(index) if index.isValid() else None
        if found is not None and found[0].cells[found[1]] is not None:
            self.opened.emit(found[0].field_id, self._compared.profiles[found[1]].id)

    def _is_narrow(self) -> bool:
        px = self._appearance.px
        count = max(len(self._compared.profiles), 1)
        return self.viewport().width() < px(_NAMES) + count * px(_NARROW)

    def _fill(self, *, narrow: bool) -> None:
        self.clearSpans()
        self.model_of_cells.show(self._compared, only_different=self._only_different, narrow=narrow)
        columns = self.model().columnCount()
        for number, line in enumerate(self.model_of_cells.lines):
            if line.kind != "field" and columns > 1:
                self.setSpan(number, 0, 1, columns)
        self._share()

    def _fit(self) -> None:
        if self._is_narrow() != self.model_of_cells.narrow:
            self._fill(narrow=self._is_narrow())
        else:
            self._share()

    def _share(self) -> None:
        """Give every column its width and every row the height its longest answer asks for."""
        model, px = self.model_of_cells, self._appearance.px
        count = len(self._compared.profiles)
        if not count:
            return
        names = 0 if model.narrow else px(_NAMES)
        room = max(self.viewport().width() - names, count)
        if names:
            self.setColumnWidth(0, names)
        for number in range(count):
            width = room * (number + 1) // count - room * number // count
            self.setColumnWidth(number + model.first, width)
        delegate = self.itemDelegate()
        assert isinstance(delegate, CompareDelegate)
        for number, line in enumerate(model.lines):
            self.setRowHeight(number, delegate.height(line, room // count, names))
        self.setFixedHeight(self.sizeHint().height())
        self.shared.emit()


class CompareDelegate(QStyledItemDelegate):
    """Paint a cell: the mark, the answer on up to four lines, and how much it matters."""

    def __init__(self, appearance: Appearance, table: CompareTable) -> None:
        """Paint for a table."""
        super().__init__(table)
        self._appearance = appearance
        self._table = table

    def height(self, line: Line, width: int, names: int) -> int:
        """Return how high a row is, for columns of a width in pixels."""
        px = self._appearance.px
        if line.kind == "section":
            return px(_SECTION)
        if line.kind == "label":
            return px(_TOP) + self._line("caption")
        heights = [
            self._cell_height(cell, width) for cell in (line.field.cells if line.field else ())
        ]
        if names:
            lines = fit_lines(line.text, self._appearance.font("strong"), names - px(_PAD), 3)
            heights.append(len(lines) * self._line("strong"))
        return max(heights, default=0) + 2 * px(_TOP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        line: Line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "section":
            self._paint_words(painter, rect.adjusted(0, 0, 0, -self._appearance.px(6)), line.text)
        elif line.kind == "label":
            self._paint_label(painter, rect, line.text)
        else:
            self._paint_field(painter, option, index, line)
        painter.restore()

    def _paint_field(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, line: Line
    ) -> None:
        theme, rect = self._appearance.theme, option.rect
        is_cell = self._table.model_of_cells.cell(index) is not None
        if is_cell and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("rail"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), theme.stroke), theme.color("line")
        )
        if is_cell:
            self._paint_cell(painter, rect, index.data(CELL_ROLE))
        else:
            room = rect.width() - self._appearance.px(_PAD)
            self._paint_lines(painter, rect, line.text, "strong", "ink", rect.left(), room, most=3)
        focused = self._table.hasFocus() and self._table.currentIndex() == index
        if focused:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Row | None) -> None:
        look, px = self._appearance, self._appearance.px
        left, room = rect.left() + px(_PAD + _MARK + _BETWEEN), self._room(rect.width())
        grade: Grade | None = cell.grade if cell is not None else None
        answered = cell is not None and cell.value is not None
        if cell is not None:
            side = px(_MARK)
            middle = (self._line("body") - side) / 2
            box = QRectF(rect.left() + px(_PAD), rect.top() + px(_TOP) + middle, side, side)
            paint_mark(painter, box, grade or "open", look.theme)
        tone: Role = "ink" if answered else "ink3"
        bottom = self._paint_lines(
            painter, rect, cell_words(cell), "body", tone, left, room, most=_MOST_LINES
        )
        if answered and cell is not None and cell.weight != DEFAULT_WEIGHT:
            below = QRect(rect.left(), bottom - px(_TOP), rect.width(), rect.height())
            words = cell.weight_words
            self._paint_lines(painter, below, words, "caption", "ink2", left, room, most=1)

    def _paint_lines(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        style: TypeStyle,
        tone: Role,
        left: int,
        room: int,
        *,
        most: int,
    ) -> int:
        """Paint a text on so many lines at most and return where it ends."""
        look = self._appearance
        font, height = look.font(style), self._line(style)
        painter.setFont(font)
        painter.setPen(look.color(tone))
        top = rect.top() + look.px(_TOP)
        for line in fit_lines(text, font, room, most):
            row = QRect(left, top, room, height)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
            top += height
        return top

    def _paint_words(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(self._appearance.font("lead_strong"))
        painter.setPen(self._appearance.color("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        theme = self._appearance.theme
        rule = QRect(rect.left(), rect.bottom() + theme.px(5), rect.width(), theme.stroke)
        painter.fillRect(rule, theme.color("edge"))

    def _paint_label(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(self._appearance.font("caption_strong"))
        painter.setPen(self._appearance.color("ink2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _cell_height(self, cell: Row | None, width: int) -> int:
        font = self._appearance.font("body")
        lines = fit_lines(cell_words(cell), font, self._room(width), _MOST_LINES)
        height = max(len(lines), 1) * self._line("body")
        weighed = cell is not None and cell.value is not None and cell.weight != DEFAULT_WEIGHT
        return height + (self._line("caption") if weighed else 0)

    def _room(self, width: int) -> int:
        return max(width - self._appearance.px(_PAD + _MARK + _BETWEEN + 4), 1)

    def _line(self, style: TypeStyle) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(self._appearance.font(style)).height()
