"""A row of a few choices in one outline, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.states import set_state

_SIDE = 15 / 19  # room beside the words, in line heights


class Segment(QFrame):
    """Choose one of a few; one Tab stop, arrows move the choice.

    `chosen` carries the id and is emitted by the person only; with `clearable` a second click or
    Delete takes the choice back, and `chosen` carries "".
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        clearable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clearable = clearable
        self._value = ""
        self.setProperty("kind", "segment")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._buttons: dict[str, _Part] = {}
        self.set_options(options)

    def value(self) -> str:
        """Return the id of what is chosen, "" if nothing is."""
        return self._value

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other choices, each by id and words."""
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for option, words in options:
            button = _Part(self, words)
            button.clicked.connect(lambda _checked=False, option=option: self._choose(option))
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[option] = button
        self._name_places()
        self.show_choice(self._value)

    def set_words(self, option: str, words: str) -> None:
        """Say something else on one of the choices, such as another count."""
        self._buttons[option].set_words(words)

    def show_choice(self, option: str) -> None:
        """Show a choice without emitting; "" or an unknown id shows none."""
        self._value = option if option in self._buttons else ""
        stop = self._value or next(iter(self._buttons), "")
        for each, button in self._buttons.items():
            button.setChecked(each == self._value)
            by_tab = Qt.FocusPolicy.StrongFocus if each == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(by_tab)

    @override
    def sizeHint(self) -> QSize:
        parts = [part.sizeHint() for part in self._buttons.values()]
        around = self.contentsMargins()
        across = sum(part.width() for part in parts) + around.left() + around.right()
        return QSize(across, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        parts = [part.sizeHint().width() for part in self._buttons.values()]
        around = self.contentsMargins()
        widest = max(parts, default=0) + around.left() + around.right()
        return QSize(widest, super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        # Where a row is too narrow, as in large type, the choices stand one above the other.
        narrow = self.width() < self.sizeHint().width()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        if self._row.direction() != (down if narrow else across):
            self._row.setDirection(down if narrow else across)
            self._name_places()
            self.updateGeometry()

    def buttons(self) -> list[QToolButton]:
        """Return the choices in order."""
        return list(self._buttons.values())

    def focus_button(self) -> QToolButton:
        """Return the choice that is the Tab stop."""
        return self._buttons[self._value or next(iter(self._buttons))]

    def step(self, button: QToolButton, by: int) -> None:
        """Move the choice on from a button by so many places."""
        options = list(self._buttons)
        index = self.buttons().index(button)
        target = options[(index + by) % len(options)]
        self._set(target)
        self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)

    def clear_choice(self) -> None:
        """Take the choice back, if that is allowed, as the person."""
        if self._clearable:
            self._set("")

    def _name_places(self) -> None:
        """Say which corners of a choice are round and where a rule stands between two."""
        last = len(self._buttons) - 1
        alone = not last or self._row.direction() == QBoxLayout.Direction.TopToBottom
        for number, button in enumerate(self._buttons.values()):
            ends = {0: "first", last: "last"}
            set_state(button, "place", "only" if alone else ends.get(number, "mid"))

    def _choose(self, option: str) -> None:
        again = option == self._value
        self._set("" if again and self._clearable else option)

    def _set(self, option: str) -> None:
        before = self._value
        self.show_choice(option)
        if option != before:
            self.chosen.emit(option)


class _Part(QToolButton):
    """One choice; its width is that of its words in strong, so that nothing moves."""

    def __init__(self, segment: Segment, words: str) -> None:
        super().__init__(segment)
        self._segment = segment
        self._words = words
        self.setCheckable(True)
        self.setProperty("kind", "segment")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setText(literal(words))
        self.setAccessibleName(words)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(strong)
        sides = 2 * round(metrics.height() * _SIDE)
        return QSize(metrics.horizontalAdvance(self._words) + sides, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._segment.step(self, -1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._segment.step(self, 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._segment.clear_choice()
            case _:
                super().keyPressEvent(event)
