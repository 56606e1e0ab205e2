"""What every editor can do: show a value, and say what the person made of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.model.values import Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.problem_line import ProblemLine
from icp_desktop.ui.widgets.states import set_state


class Editor(QWidget):
    """Edit one value of one kind.

    `edited` carries a Value, or None where nothing is answered; only the person's input emits it,
    showing a value never does. `sealed` says that the input has left this editor. What cannot be
    taken is kept as it was typed and explained by `problem`, which the editor shows itself.
    """

    edited = Signal(object)
    sealed = Signal()
    problem_changed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._known: Value | None = None  # what was last shown or emitted
        self._controls: list[QWidget] = []
        self._large = False
        self._problem_line = ProblemLine(appearance)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.px(6))
        self._rows.addWidget(self._problem_line)
        appearance.changed.connect(self._fit)

    @property
    def problem(self) -> str:
        """What is wrong with the input and what to do, "" if nothing is."""
        return self._problem_line.sentence

    def value(self) -> Value | None:
        """Return the value as it stands; the last good one where the input cannot be taken."""
        return self._known

    def show_value(self, value: Value | None) -> None:
        """Show a value without emitting; caret and selection survive if it is already shown."""
        if value == self._known:
            return
        self._known = value
        self._tell("")
        self._display(value)

    def focus_widget(self) -> QWidget:
        """Return the control that takes the focus, for a label's buddy."""
        return self._controls[0]

    def set_scale_large(self, large: bool) -> None:
        """Set the answer in larger type, as the tour does."""
        self._large = large
        for control in self._controls:
            set_state(control, "large", large)

    def describe(self, name: str, description: str) -> None:
        """Name the controls for a screen reader; an editor with several says which is which."""
        for control in self._controls:
            control.setAccessibleName(name)
            control.setAccessibleDescription(description)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Undo belongs to the whole project; a field that takes it would undo letters alone.
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(step) for step in steps):
                event.ignore()
                return True
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._on_focus_out(event)
        return super().eventFilter(watched, event)

    def _display(self, value: Value | None) -> None:
        """Put a value into the controls without emitting anything."""
        raise NotImplementedError

    def _settle(self) -> None:
        """Finish what is half typed, as the input leaves the editor."""

    def _fit(self) -> None:
        """Take the sizes of the theme."""
        self._rows.setSpacing(self._appearance.px(6))

    def _add(self, row: QWidget) -> None:
        self._rows.insertWidget(self._rows.count() - 1, row)

    def _watch(self, *controls: QWidget) -> None:
        """Treat widgets as controls of this editor."""
        for control in controls:
            self._controls.append(control)
            if self._large:
                set_state(control, "large", True)
            control.installEventFilter(self)

    def _take(self, value: Value | None) -> None:
        """Emit what the person made, if it is something else."""
        self._tell("")
        if value != self._known:
            self._known = value
            self.edited.emit(value)

    def _tell(
        self, sentence: str, button: str = "", mend: Callable[[], None] | None = None
    ) -> None:
        """Show what is wrong and, where the program can mend it, the button that does."""
        if sentence == self.problem:
            return
        self._problem_line.say(sentence, button, mend)
        for control in self._controls:
            set_state(control, "error", bool(sentence))
        self.problem_changed.emit(sentence)

    def _on_focus_out(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        heir = QApplication.focusWidget()
        if heir is None or not self.isAncestorOf(heir):
            self._settle()
            self.sealed.emit()


def keep_caret(line: QLineEdit, text: str) -> None:
    """Show a text in a line without emitting an edit, the caret as near as can be."""
    if line.text() == text:
        return
    caret = line.cursorPosition()
    line.setText(text)
    line.setCursorPosition(min(caret, len(text)))
