"""What things stand on: hairlines, cards, and the page that scrolls up and down."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

CardKind = Literal["card", "next", "message", "toast", "drop", "field", "rail", "desk", "page"]


class Hairline(QFrame):
    """A thin rule between things; `strong` under the head of a table."""

    def __init__(
        self, *, vertical: bool = False, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "edge" if strong else "hairline")
        # The style sheet gives the width, which high contrast doubles.
        self.setProperty("upright", str(vertical).lower())
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else wide, wide if vertical else fixed)


class Card(QFrame):
    """A surface with an outline; its kind decides how the style sheet dresses it."""

    def __init__(self, kind: CardKind = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)


class PageScroll(QScrollArea):
    """Scroll a page up and down, never sideways: what is too wide has to reflow."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setProperty("ground", "none")
        policy = content.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        content.setSizePolicy(policy)
        self.setWidget(content)

    def keep_in_place(self, anchor: QWidget, change: Callable[[], None]) -> None:
        """Make a change above `anchor` while it stays where it is on the screen.

        Nothing moves under the hands of the person when a block further up folds.
        """
        before = anchor.mapTo(self.viewport(), QPoint(0, 0)).y()
        change()
        # Layouts settle in posted events; they have to before the new place is known.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        after = anchor.mapTo(self.viewport(), QPoint(0, 0)).y()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + after - before)
