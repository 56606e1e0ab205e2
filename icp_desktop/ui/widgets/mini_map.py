"""The map in a strip, for the tour: a mark per field, the current one ringed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkKind, paint_mark
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.roving import Roving
from icp_desktop.ui.widgets.tooltips import set_tool_tip

_WIDE, _HIGH, _MARK = 26, 28, 18
_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class MiniPlace:
    """One field: its id, its name and its mark; `words` say how well it is proven."""

    id: str
    label: str
    mark: MarkKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class MiniSection:
    """One section and its fields."""

    label: str
    places: tuple[MiniPlace, ...]


class MiniMapStrip(QWidget):
    """Show where the tour is; `chosen` carries the id of the field the person wants to go to.

    One Tab stop: arrows move from mark to mark, Enter goes there.
    """

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sections: tuple[MiniSection, ...] = ()
        self._marks: dict[str, _MiniMark] = {}
        self._labels: list[PlainLabel] = []
        self._roving = Roving(self)
        self._flow = FlowLayout(self)
        appearance.changed.connect(self._fit)
        self._fit()

    def show_places(self, sections: Sequence[MiniSection], current: str) -> None:
        """Show sections with their fields and ring the current one."""
        shape = [[place.id for place in section.places] for section in sections]
        if shape != [[place.id for place in section.places] for section in self._sections]:
            self._build(sections)
        self._sections = tuple(sections)
        ids = [place.id for section in sections for place in section.places]
        for section, label in zip(sections, self._labels, strict=True):
            here = any(place.id == current for place in section.places)
            label.setText(section.label)
            label.set_style("caption_strong" if here else "caption")
            label.set_tone("ink" if here else "ink2")
            for place in section.places:
                self._marks[place.id].show_place(place, section.label, current=place.id == current)
        now = ids.index(current) if current in ids else 0
        self._roving.set_buttons([self._marks[each] for each in ids], len(ids), now)

    def _build(self, sections: Sequence[MiniSection]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._marks, self._labels = {}, []
        for section in sections:
            column = QWidget()
            rows = QVBoxLayout(column)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(2)
            row = QHBoxLayout()
            row.setSpacing(_BETWEEN)
            for place in section.places:
                mark = _MiniMark(self._appearance)
                mark.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place.id))
                row.addWidget(mark)
                self._marks[place.id] = mark
            row.addStretch(1)
            label = PlainLabel(section.label, style="caption", tone="ink2")
            self._labels.append(label)
            rows.addLayout(row)
            rows.addWidget(label)
            self._flow.addWidget(column)
            column.show()

    def _fit(self) -> None:
        px = self._appearance.px
        self._flow.set_gaps(px(24), px(8))


class _MiniMark(QAbstractButton):
    """One mark to go to."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._mark: MarkKind = "open"
        self._current = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        appearance.changed.connect(self._fit)
        self._fit()

    def show_place(self, place: MiniPlace, section: str, *, current: bool) -> None:
        """Show a field."""
        self._mark, self._current = place.mark, current
        words = f". {place.words}." if place.words else "."
        self.setAccessibleName(f"{place.label}, {section}{words}")
        set_tool_tip(self, place.label)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(_WIDE), px(_HIGH))

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current or self.underMouse():
            width = theme.stroke + 1 if self._current else theme.stroke
            painter.setPen(QPen(theme.color("accent"), width))
            painter.setBrush(theme.color("field") if self._current else Qt.BrushStyle.NoBrush)
            half = width / 2
            box = self.rect().toRectF().adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, px(4), px(4))
        side = px(_MARK)
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_mark(painter, area, self._mark, theme)

    def _fit(self) -> None:
        self.setFixedSize(self.sizeHint())
