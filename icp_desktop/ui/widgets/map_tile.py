"""One field on the map: its name, how well it is proven, and the first words of its answer."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines, is_cut
from icp_desktop.ui.marks import MarkKind, paint_mark
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.tooltips import set_tool_tip

TileState = Literal["proven", "thin", "assumed", "waiting", "open"]
_HEIGHT, _RADIUS, _DASH = 78, 6, 3
_TOP, _RIGHT, _BOTTOM, _LEFT = 9, 10, 8, 12
_NARROWEST, _LINES = 120, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TileContent:
    """What a tile shows; `words` and `weight` are said by a screen reader alone.

    `value` is empty while the field is open; while forms are out it says how many are back.
    """

    name: str
    section: str = ""
    value: str = ""
    state: TileState = "open"
    mark: MarkKind = "open"
    words: str = ""
    weight: str = ""
    disputed: bool = False


class MapTile(QAbstractButton):
    """Show one field of the map; a click opens it. Solid means known, outline means not yet."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._content = TileContent(name="")
        self.setProperty("radius", _RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    @property
    def content(self) -> TileContent:
        """What is shown."""
        return self._content

    def show_tile(self, content: TileContent) -> None:
        """Show a field."""
        if content == self._content:
            return
        self._content = content
        named = f"{content.name}, {content.section}" if content.section else content.name
        value = content.value or _("not answered yet")
        rest = [words for words in (content.words, content.weight) if words]
        self.setAccessibleName(". ".join([f"{named}: {value}", *rest]) + ".")
        self._tell_rest()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(189), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(_NARROWEST), self._height())

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._tell_rest()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_head(painter)
        theme = self._appearance.theme
        state = self._content.state
        style = self._appearance.font("strong" if state == "open" else "body")
        role: Role = {"open": "accent", "waiting": "ink2"}.get(state, "ink")  # type: ignore[assignment]
        painter.setFont(style)
        painter.setPen(theme.color(role))
        area = self._value_area()
        height = QFontMetrics(style).height()
        for number, line in enumerate(self._lines()):
            row = QRect(area.left(), area.top() + number * height, area.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, state = self._appearance.theme, self._content.state
        solid = state in {"proven", "thin"}
        outline: Role = "edge" if state in {"proven", "assumed"} else "line"
        if self.underMouse() or self.isDown():
            outline = "accent"
        pen = QPen(theme.color(outline), theme.stroke)
        if state == "assumed":
            pen.setDashPattern([_DASH / theme.stroke, _DASH / theme.stroke])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(theme.color("field") if solid else Qt.BrushStyle.NoBrush)
        if self.isDown():
            painter.setBrush(theme.color("rail"))
        half = theme.stroke / 2
        radius = theme.px(_RADIUS)
        box = self.rect().toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)

    def _paint_head(self, painter: QPainter) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        caption = self._appearance.font("caption")
        metrics = QFontMetrics(caption)
        side = px(18)
        mark = QRectF(self.width() - px(_RIGHT) - side, px(_TOP), side, side)
        paint_mark(painter, mark, self._content.mark, theme)
        right = int(mark.left()) - px(8)
        base = px(_TOP) + (side + metrics.capHeight()) // 2
        painter.setFont(caption)
        if aside := self._aside():
            right -= metrics.horizontalAdvance(aside)
            painter.setPen(theme.color("ink" if self._content.disputed else "ink3"))
            painter.drawText(QPoint(right, base), aside)
            right -= px(8)
        room = right - px(_LEFT)
        name = metrics.elidedText(self._content.name, Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.color("ink2"))
        painter.drawText(QPoint(px(_LEFT), base), name)

    def _aside(self) -> str:
        """Return the word beside the mark: what speaks against it weighs more than who says so."""
        if self._content.disputed:
            return _("disputed")
        return _("thin") if self._content.state == "thin" else ""

    def _value_area(self) -> QRect:
        px = self._appearance.px
        top = px(_TOP) + px(18) + px(4)
        return QRect(px(_LEFT), top, self.width() - px(_LEFT + _RIGHT), self.height() - top)

    def _lines(self) -> list[str]:
        content = self._content
        text = content.value or (_("Add") if content.state == "open" else "")
        style = self._appearance.font("strong" if content.state == "open" else "body")
        return fit_lines(text, style, self._value_area().width(), _LINES)

    def _height(self) -> int:
        px = self._appearance.px
        lines = _LINES * QFontMetrics(self._appearance.font("body")).height()
        return max(px(_HEIGHT), px(_TOP + 18 + 4 + _BOTTOM) + lines)

    def _tell_rest(self) -> None:
        value = self._content.value
        set_tool_tip(self, value if value and is_cut(value, self._lines()) else "")
