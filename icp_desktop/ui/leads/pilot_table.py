"""The leads of a pilot as a table: who, inside or outside, and how it went."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.pilots import WENT_NAMES, say_side
from icp_desktop.model.pilot import PilotLead, Went
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.leads.lead_model import AnyIndex
from icp_desktop.ui.widgets.row_table import dress_rows, paint_ground, paint_lines

CELL_ROLE = Qt.ItemDataRole.UserRole
_ROW, _HEAD, _PAD, _ICON = 44, 37, 12, 18
_SIDE_WIDTH, _WENT_WIDTH, _LEAST_NAME = 190, 150, 156
_ICONS: dict[Went, IconName] = {"open": "square", "yes": "check", "no": "close"}


class PilotModel(QAbstractTableModel):
    """The leads of a pilot, in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._leads: tuple[PilotLead, ...] = ()

    def show_leads(self, leads: tuple[PilotLead, ...]) -> None:
        """Show other leads; where only something of them changed, the marked one stays marked."""
        same = [each.name for each in leads] == [each.name for each in self._leads]
        if same:
            self._leads = leads
            if leads:
                self.dataChanged.emit(self.index(0, 0), self.index(len(leads) - 1, 2))
            return
        self.beginResetModel()
        self._leads = leads
        self.endResetModel()

    def lead(self, row: int) -> PilotLead | None:
        """Return the lead in a row, None where there is no such row."""
        return self._leads[row] if 0 <= row < len(self._leads) else None

    def next_open(self, row: int) -> int:
        """Return the next row below one, or from the top, that is still open; itself if none is."""
        count = len(self._leads)
        rows = [(row + step) % count for step in range(1, count + 1)]
        return next((each for each in rows if self._leads[each].went == "open"), max(row, 0))

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._leads)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 3

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        lead = self._leads[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return lead
            case Qt.ItemDataRole.AccessibleTextRole:
                return (lead.name, say_side(lead), _(WENT_NAMES[lead.went]))[index.column()]
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Lead"), _("When it began"), _("How it went"))[section]


class PilotTable(QTableView):
    """All leads of a pilot; `marked` carries the row of the one gone to."""

    marked = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.leads = PilotModel(self)
        self.setModel(self.leads)
        dress_rows(self, _PilotPainter(appearance, self), _("Leads of the pilot"))
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(
            lambda index, _before: self.marked.emit(index.row())
        )
        self._fit()
        appearance.changed.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_width()
        self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        px = self._appearance.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.setMinimumHeight(px(_HEAD + 3 * _ROW))
        self._share_width()

    def _share_width(self) -> None:
        px, room = self._appearance.px, self.viewport().width()
        narrow = room < px(_LEAST_NAME + _SIDE_WIDTH + _WENT_WIDTH)
        self.setColumnHidden(1, narrow)
        taken = px(_WENT_WIDTH) + (0 if narrow else px(_SIDE_WIDTH))
        self.setColumnWidth(0, max(room - taken, px(80)))
        self.setColumnWidth(1, px(_SIDE_WIDTH))
        self.setColumnWidth(2, px(_WENT_WIDTH))


class _PilotPainter(QStyledItemDelegate):
    """Paints a cell: the name, where they stood, or a mark and a word."""

    def __init__(self, appearance: Appearance, table: PilotTable) -> None:
        super().__init__(table)
        self._appearance = appearance
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        look, px = self._appearance, self._appearance.px
        lead: PilotLead = index.data(CELL_ROLE)
        rect: QRect = option.rect
        words = rect.adjusted(px(_PAD), 0, -px(4), 0)
        painter.save()
        paint_ground(painter, rect, option.state, look, self._table, focused=True)
        if index.column() == 0:
            paint_lines(painter, words, lead.name, "", look, strong=True)
        elif index.column() == 1:
            paint_lines(painter, words, say_side(lead), "", look, tone="ink2")
        else:
            side = px(_ICON)
            top = rect.top() + (rect.height() - side) // 2
            square = QRect(words.left(), top, side, side)
            look.icons.paint(painter, square, _ICONS[lead.went])
            said = words.adjusted(side + px(8), 0, 0, 0)
            tone = "ink2" if lead.went == "open" else "ink"
            paint_lines(painter, said, _(WENT_NAMES[lead.went]), "", look, tone=tone)  # type: ignore[arg-type]  # one of two roles
        painter.restore()
