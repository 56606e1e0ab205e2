"""The rail at the left of the window: where one is, where one can go, and whether all is saved."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.rail_list import RailItem, RailList
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.labels import ElidedLabel
from icp_desktop.ui.widgets.tooltips import set_tool_tip

WIDE, FOLDED = 208, 56
HELP, SETTINGS = "help", "settings"


class Rail(QFrame):
    """Shows the places there are; `chosen` carries the id of the one the person wants."""

    chosen = Signal(str)
    find_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show the way to help and settings; the rest comes with `show_items`."""
        super().__init__(parent)
        self._appearance = appearance
        self._folded = False
        self.setProperty("kind", "rail")
        self.find_button = FindButton(appearance)
        self.find_button.clicked.connect(self.find_asked)
        self.places = RailList(appearance, _("Places"))
        self.always = RailList(appearance, _("Help and settings"))
        self.always.show_items(
            (
                RailItem(id=HELP, text=_("Help"), icon="help"),
                RailItem(id=SETTINGS, text=_("Settings"), icon="settings"),
            )
        )
        self._status = StatusLine(appearance)
        for each in (self.places, self.always):
            each.chosen.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        for part in (self.find_button, self.places, self.always, self._status):
            layout.addWidget(part)
        self._space = QSpacerItem(0, 0)
        layout.insertSpacerItem(1, self._space)
        layout.setStretch(2, 1)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def folded(self) -> bool:
        """Say whether only the icons are shown."""
        return self._folded

    def fold(self, folded: bool) -> None:
        """Show icons alone, or words too."""
        if folded != self._folded:
            self._folded = folded
            self._fit()

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Show the places there are now."""
        self.places.show_items(items)

    def show_current(self, item_id: str) -> None:
        """Mark where the person is."""
        self.places.show_current(item_id)
        self.always.show_current(item_id)

    def show_status(self, text: str, icon: IconName = "check", *, trouble: bool = False) -> None:
        """Say whether all is saved."""
        self._status.show_status(text, icon, trouble=trouble)

    @property
    def status(self) -> str:
        """What the line at the foot says."""
        return self._status.text

    def focus_places(self) -> None:
        """Put the focus on the list of places."""
        self.places.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        px = self._appearance.px
        self.setFixedWidth(px(FOLDED if self._folded else WIDE))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setContentsMargins(px(8), px(12), px(8), px(8))
        self._space.changeSize(0, px(4 if self._folded else 12))
        for each in (self.places, self.always, self.find_button):
            each.fold(self._folded)
        self._status.setVisible(not self._folded)
        layout.invalidate()


class FindButton(QPushButton):
    """Looks like a field and opens the finder; folded it is the magnifying glass alone."""

    def __init__(self, appearance: Appearance) -> None:
        """Show the glass, the word and the shortcut."""
        super().__init__()
        self._appearance = appearance
        self._folded = False
        self.setAccessibleName(_("Find"))
        self.setAccessibleDescription(_("Pages, fields and answers of the open project"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def fold(self, folded: bool) -> None:
        """Show the glass alone, or the words too."""
        self._folded = folded
        height = self._appearance.px(40 if folded else 34)
        self.setFixedHeight(height)
        set_tool_tip(self, _("Find (Ctrl+K)") if folded else "")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        look, theme = self._appearance, self._appearance.theme
        px = look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._folded:
            painter.setPen(theme.color("accent" if self.underMouse() else "edge"))
            painter.setBrush(theme.color("field"))
            painter.drawRoundedRect(
                self.rect().adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), px(4), px(4)
            )
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("soft"))
            painter.drawRoundedRect(self.rect(), px(4), px(4))
        size = px(20)
        left = (self.width() - size) // 2 if self._folded else px(9)
        look.icons.paint(painter, QRect(left, (self.height() - size) // 2, size, size), "search")
        if not self._folded:
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look, px = self._appearance, self._appearance.px
        inner = self.rect().adjusted(px(35), 0, -px(9), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink3"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, _("Find"))
        painter.setFont(look.font("caption"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, _("Ctrl K"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(40), self._appearance.px(34))


class StatusLine(QWidget):
    """A small icon and a few words: "Saved 14:32"."""

    def __init__(self, appearance: Appearance) -> None:
        """Say nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._shown: tuple[IconName, bool] = ("check", False)
        self._icon = QLabel()
        self._words = ElidedLabel(style="caption", tone="ink2")
        layout = QHBoxLayout(self)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_status(self, text: str, icon: IconName, *, trouble: bool) -> None:
        """Say something else; `trouble` sets it in the colour of errors."""
        self._words.setText(text)
        self._words.set_tone("danger" if trouble else "ink2")
        self._shown = (icon, trouble)
        self._fit()

    def _fit(self) -> None:
        px = self._appearance.px
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setContentsMargins(px(12), px(8), 0, px(4))
        layout.setSpacing(px(8))
        icon, trouble = self._shown
        role: Role = "danger" if trouble else "ink2"
        ratio = self.devicePixelRatioF()
        picture = self._appearance.icons.pixmap(icon, size=px(16), role=role, ratio=ratio)
        self._icon.setPixmap(picture)
        self._icon.setVisible(bool(self.text))
