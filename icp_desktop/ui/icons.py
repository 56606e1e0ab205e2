"""The program's own icons, tinted in the colours of the theme they are painted in."""

from functools import cache
from typing import Literal, Protocol, get_args

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from icp_desktop.paths import shipped
from icp_desktop.ui.theme import Role, Theme

IconName = Literal[
    "search",
    "briefcase",
    "home",
    "grid",
    "worksheet",
    "documents",
    "history",
    "settings",
    "help",
    "undo",
    "redo",
    "close",
    "print",
    "plus",
    "chevron-down",
    "chevron-up",
    "chevron-left",
    "chevron-right",
    "info",
    "warning",
    "clock",
    "check",
    "square",
    "star",
    "star-filled",
    "archive",
    "flag",
    "eye",
    "eye-off",
    "folder",
    "file",
    "drop",
    "trash",
    "pencil",
    "copy",
    "arrow-left",
    "arrow-right",
    "panel-right",
    "path",
    "people",
    "person",
    "building",
    "heart",
    "cart",
    "target",
    "save",
    "external",
    "interviews",
    "persona",
    "playbook",
    "reviews",
    "calendar",
    "ruled-out",
    "more",
    "link",
    "grip",
]
ICON_NAMES: tuple[IconName, ...] = get_args(IconName)
_SMALL = 20  # below this many units the stroke is drawn heavier, so that it holds


class Themed(Protocol):
    """Whoever knows the theme of the moment."""

    @property
    def theme(self) -> Theme:
        """The theme to paint in."""


class Icons:
    """Paint the icons in the theme of the moment; a pixmap is made once per look and size."""

    def __init__(self, source: Themed) -> None:
        self._source = source
        self._pixmaps: dict[tuple[IconName, str, int, float, bool], QPixmap] = {}

    @property
    def is_contrast(self) -> bool:
        """Say whether the theme of the moment is one of high contrast."""
        return self._source.theme.is_contrast

    def icon(self, name: IconName, *, size: int = 20, role: Role = "ink2") -> QIcon:
        """Return an icon that follows the theme: off in `edge` or greyer, chosen in `accent`.

        `size` is the size in units it is meant for, which decides how heavy its stroke is.
        """
        _source(name)  # a wrong name shows here, not at the moment of painting
        return QIcon(_TintedEngine(self, name, size, role))

    def pixmap(
        self, name: IconName, *, size: int = 20, role: Role = "ink2", ratio: float = 1.0
    ) -> QPixmap:
        """Return an icon as a square pixmap of `size` logical pixels."""
        heavy = size < _SMALL * self._source.theme.scale
        return self.tinted(name, role, size, ratio=ratio, heavy=heavy)

    def paint(self, painter: QPainter, rect: QRect, name: IconName, *, role: Role = "ink2") -> None:
        """Paint an icon into a square of logical pixels."""
        ratio = painter.device().devicePixelRatio()
        drawn = self.pixmap(name, size=rect.width(), role=role, ratio=ratio)
        painter.drawPixmap(rect.topLeft(), drawn)

    def tinted(
        self, name: IconName, role: Role, pixels: int, *, ratio: float, heavy: bool
    ) -> QPixmap:
        """Return an icon of `pixels` logical pixels, tinted with a token of the theme."""
        color = self._source.theme.color(role).name()
        key = (name, color, pixels, ratio, heavy)
        if key not in self._pixmaps:
            self._pixmaps[key] = _draw(svg_source(name, color, heavy=heavy), pixels, ratio)
        return self._pixmaps[key]


def svg_source(name: IconName, color: str, *, heavy: bool = False) -> bytes:
    """Return an icon as SVG in one colour ("#rrggbb"), `heavy` with the stroke for 16 and 18."""
    text = _source(name).replace("currentColor", color)
    return (text.replace('stroke-width="1.75"', 'stroke-width="2"') if heavy else text).encode()


class _TintedEngine(QIconEngine):
    """Ask for the tinted drawing at the moment of painting, so that no icon is ever stale."""

    def __init__(self, icons: Icons, name: IconName, size: int, role: Role) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._size = size
        self._role = role

    @override
    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State, /
    ) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(corner, self._drawn(side, ratio, mode, state))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        return self._drawn(min(size.width(), size.height()), 1.0, mode, state)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float, /
    ) -> QPixmap:
        # Qt asks for device pixels and says how many of them make a logical one.
        side = round(min(size.width(), size.height()) / scale)
        return self._drawn(side, scale, mode, state)

    @override
    def clone(self) -> QIconEngine:
        return _TintedEngine(self._icons, self._name, self._size, self._role)

    def _drawn(self, side: int, ratio: float, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        role = self._role
        if mode == QIcon.Mode.Disabled:
            # Where edges have the full contrast, what is off has to be greyer than they are.
            role = "rest" if self._icons.is_contrast else "edge"
        elif state == QIcon.State.On or mode == QIcon.Mode.Selected:
            role = "accent"
        return self._icons.tinted(self._name, role, side, ratio=ratio, heavy=self._size < _SMALL)


def _draw(source: bytes, pixels: int, ratio: float) -> QPixmap:
    side = max(round(pixels * ratio), 1)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _source(name: IconName) -> str:
    return shipped("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
