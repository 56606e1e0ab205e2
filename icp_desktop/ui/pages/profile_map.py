"""The map of a profile: a tile per leading field, a column per section."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.checks.grades import grade_words, is_disputed
from icp_desktop.checks.states import Column, Tile
from icp_desktop.checks.weights import weight_in
from icp_desktop.documents.content import WEIGHT_NAMES
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.model.values import Pairs, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkKind
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.map_tile import MapTile, TileContent
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.phrases import say_value

_GAP, _ROW_GAP = 16, 8
_COLUMNS = ((960, 5), (480, 3), (310, 2), (0, 1))  # sections side by side from which width on
_SIDEWAYS = 3  # how much more a step to the side costs than one straight on


class ProfileMap(QWidget):
    """Show where every field stands; one Tab stop, arrows walk, Enter or a click opens.

    `opened` carries the id of the field.
    """

    opened = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tiles: dict[str, MapTile] = {}
        self._heads: list[_Head] = []
        self._shape: tuple[tuple[str, ...], ...] = ()
        self._marks: dict[str, MarkKind] = {}
        self._wanted: frozenset[MarkKind] = frozenset()
        self._beside = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        appearance.changed.connect(self._arrange)

    @property
    def current(self) -> str:
        """The id of the field whose tile Tab leads to, "" if there is none."""
        strong = Qt.FocusPolicy.StrongFocus
        return next((i for i, tile in self._tiles.items() if tile.focusPolicy() == strong), "")

    def show_map(self, columns: Sequence[Column], profile: Profile) -> None:
        """Show the columns of a profile; tiles that say the same are left alone."""
        shape = tuple(tuple(t.field.id for t in column.tiles) for column in columns)
        if shape != self._shape:
            self._build(shape)
        for column, head in zip(columns, self._heads, strict=True):
            words = column.section.wording(profile.market)
            head.show_count(words.label, column.proven, len(column.tiles))
            for tile in column.tiles:
                self._marks[tile.field.id] = tile_mark(tile)
                content = tile_content(tile, words.label, profile)
                self._tiles[tile.field.id].show_tile(content)
        self._filter()

    def show_only(self, marks: frozenset[MarkKind]) -> None:
        """Show only tiles with these marks in their places; all of them for none."""
        self._wanted = marks
        self._filter()

    def focus_tile(self, field_id: str) -> None:
        """Put the focus on the tile of a field, or on the first one."""
        tile = self._tiles.get(field_id) or next(iter(self._shown()), None)
        if tile is not None:
            self._set_stop(tile)
            tile.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._sections_beside() != self._beside:
            self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(watched, MapTile):
            if event.type() == QEvent.Type.FocusIn:
                self._set_stop(watched)
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _build(self, shape: tuple[tuple[str, ...], ...]) -> None:
        for widget in (*self._heads, *self._tiles.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shape = shape
        self._heads = [_Head(self) for _column in shape]
        self._tiles = {}
        for field_id in (each for column in shape for each in column):
            tile = MapTile(self._appearance, self)
            policy = tile.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # a filtered map keeps its shape
            tile.setSizePolicy(policy)
            tile.clicked.connect(lambda _on=False, field_id=field_id: self.opened.emit(field_id))
            tile.installEventFilter(self)
            self._tiles[field_id] = tile
        self._arrange()

    def _arrange(self) -> None:
        """Place the sections side by side, as many as fit, the others below."""
        px = self._appearance.px
        self._beside = beside = self._sections_beside()
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(px(_ROW_GAP))
        longest = max((len(column) for column in self._shape), default=0)
        for place in range(max(c for _w, c in _COLUMNS)):
            self._grid.setColumnStretch(place, 1 if place < beside else 0)
        for number, (head, column) in enumerate(zip(self._heads, self._shape, strict=True)):
            top, left = number // beside * (longest + 1), number % beside
            head.set_room_above(px(_GAP) if top else 0)
            self._grid.addWidget(head, top, left)
            for row, field_id in enumerate(column):
                self._grid.addWidget(self._tiles[field_id], top + 1 + row, left)

    def _sections_beside(self) -> int:
        units = self.width() / self._appearance.theme.scale
        fitting = next(columns for width, columns in _COLUMNS if units >= width)
        return max(min(fitting, len(self._shape)), 1)

    def _filter(self) -> None:
        for field_id, tile in self._tiles.items():
            tile.setVisible(not self._wanted or self._marks[field_id] in self._wanted)
        shown = self._shown()
        if shown and self._tiles.get(self.current) not in shown:
            self._set_stop(shown[0])

    def _shown(self) -> list[MapTile]:
        return [tile for tile in self._tiles.values() if not tile.isHidden()]

    def _set_stop(self, stop: MapTile) -> None:
        for tile in self._tiles.values():
            by_tab = Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus
            tile.setFocusPolicy(by_tab)

    def _on_key(self, tile: MapTile, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            tile.click()
            return True
        shown = self._shown()
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            target = shown[0 if key == Qt.Key.Key_Home else -1]
        elif key in _DIRECTIONS:
            target = self._nearest(tile, *_DIRECTIONS[key]) or tile
        else:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _nearest(self, tile: MapTile, right: int, down: int) -> MapTile | None:
        """Return the nearest shown tile in a direction, None at the edge of the map."""
        here = tile.geometry().center()
        best: tuple[int, MapTile] | None = None
        for other in self._shown():
            way: QPoint = other.geometry().center() - here
            ahead = way.x() * right + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * right)
            if ahead <= 0 or (right and aside > tile.height() // 2):
                continue
            cost = ahead + _SIDEWAYS * aside
            if best is None or cost < best[0]:
                best = (cost, other)
        return best[1] if best else None


_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Head(QWidget):
    """The name of a section and how many of its answers are proven."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = PlainLabel(style="strong", wrap=True)
        self._count = PlainLabel(style="caption", tone="ink3")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)

    def show_count(self, label: str, proven: int, total: int) -> None:
        """Show a section."""
        self._label.setText(label)
        self._count.setText(_("{n} of {total}", n=proven, total=total))

    def set_room_above(self, pixels: int) -> None:
        """Keep a section of the second row apart from the first."""
        self._row.setContentsMargins(0, pixels, 0, 0)


def tile_mark(tile: Tile) -> MarkKind:
    """Return the mark of a tile."""
    return "open" if tile.grade is None else tile.grade


def tile_content(tile: Tile, section: str, profile: Profile) -> TileContent:
    """Return what a tile shows and says."""
    open_ = tile.state == "open"
    words = "" if open_ else grade_words(tile.answer, profile.kind)
    disputed = is_disputed(tile.answer)
    if disputed:
        words = _("{words}, disputed", words=words)
    weight = _(WEIGHT_NAMES[weight_in(tile.answer.weight, profile.kind)])
    return TileContent(
        name=tile.field.wording(profile.market).label,
        section=section,
        value=short_value(tile.answer.value, tile.field),
        state=tile.state,
        mark=tile_mark(tile),
        words=words,
        weight="" if open_ else weight,
        disputed=disputed,
    )


def short_value(value: Value | None, field: Field) -> str:
    """Return an answer for a small place: of pairs the first halves, of a text its first line."""
    if isinstance(value, Pairs):
        return "; ".join(item.first for item in value.items)
    return say_value(value, field).partition("\n")[0]
