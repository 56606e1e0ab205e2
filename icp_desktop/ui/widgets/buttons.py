"""Buttons: one main button to a page, other ones, quiet ones, and buttons with an icon alone."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.tooltips import set_tool_tip

ButtonKind = Literal["main", "other", "quiet", "link", "toast"]
_GAP = "\u00a0\u00a0"
_ICON_SIDE = 32  # of an icon button without words, in units


def literal(text: str) -> str:
    """Return a text for a button, tab or menu in which "&" is a letter like any other."""
    return text.replace("&", "&&")


class Button(QPushButton):
    """A push button with words; what kind it is decides how it is dressed."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "other",
        *,
        small: bool = False,
        icon: QIcon | None = None,
        icon_after: bool = False,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setProperty("small", str(small).lower())
        self.setProperty("flush", str(flush).lower())
        self.setAutoDefault(False)
        self._before = self._after = ""
        if icon is not None:
            self.setIcon(icon)
            # Qt leaves four pixels between icon and words, which is too little for the eye.
            self._before, self._after = ("", _GAP) if icon_after else (_GAP, "")
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say something else on the button."""
        self.setText(f"{self._before}{literal(text)}{self._after}")
        self.setAccessibleName(text)

    @override
    def text(self) -> str:
        return super().text().removeprefix(self._before).removesuffix(self._after)

    @override
    def setMenu(self, menu: QMenu, /) -> None:
        super().setMenu(menu)
        set_state(self, "menu", True)


def main_button(text: str, *, icon: QIcon | None = None, icon_after: bool = False) -> Button:
    """Return the one filled button of a page."""
    return Button(text, "main", icon=icon, icon_after=icon_after)


def other_button(text: str, *, icon: QIcon | None = None, icon_after: bool = False) -> Button:
    """Return a button with an outline."""
    return Button(text, "other", icon=icon, icon_after=icon_after)


def quiet_button(text: str, *, icon: QIcon | None = None, flush: bool = False) -> Button:
    """Return a button that looks like a link; `flush` lets its words end at the edge."""
    return Button(text, "quiet", icon=icon, flush=flush)


def link_button(text: str) -> Button:
    """Return a link in small type, for a line that says where something comes from."""
    return Button(text, "link")


def small_button(text: str, *, icon: QIcon | None = None) -> Button:
    """Return a low button with an outline, 28 high."""
    return Button(text, "other", small=True, icon=icon)


class IconButton(QToolButton):
    """A button with an icon alone; its name is said by tool tip and screen reader."""

    def __init__(
        self,
        appearance: Appearance,
        icon: IconName,
        name: str,
        *,
        tip: str = "",
        size: int = 20,
        side: int = _ICON_SIDE,
        keep_caret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._size = size
        self._side = side
        self.setAutoRaise(True)
        # Buttons that act on text must not take the caret away when they are clicked.
        by_click = Qt.FocusPolicy.TabFocus if keep_caret else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(by_click)
        self.set_icon(icon)
        self.setAccessibleName(name)
        set_tool_tip(self, tip or name)
        self._fit()
        appearance.changed.connect(self._fit)

    def set_icon(self, icon: IconName) -> None:
        """Show another icon."""
        self.setIcon(self._appearance.icons.icon(icon, size=self._size))

    def _fit(self) -> None:
        icon, side = self._appearance.px(self._size), self._appearance.px(self._side)
        self.setIconSize(QSize(icon, icon))
        self.setFixedSize(side, side)


def icon_button(
    appearance: Appearance,
    icon: IconName,
    name: str,
    *,
    tip: str = "",
    size: int = 20,
    keep_caret: bool = False,
) -> IconButton:
    """Return a button with an icon alone; `tip` adds to its name, such as a shortcut."""
    return IconButton(appearance, icon, name, tip=tip, size=size, keep_caret=keep_caret)
