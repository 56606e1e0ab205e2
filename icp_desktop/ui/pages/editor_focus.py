"""Putting the focus into an editor so that typing goes on where the answer ends."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from icp_desktop.ui.editors.base import Editor


def focus_editor(editor: Editor, *, later: bool = False) -> None:
    """Put the focus on the first control of an editor, the caret behind what stands there.

    `later` does it once more when the control is surely shown, for one that has just been made.
    """
    control = editor.focus_widget()
    control.setFocus()
    if isinstance(control, QPlainTextEdit):
        control.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(control, QLineEdit):
        control.end(False)
    if later:
        QTimer.singleShot(0, control, control.setFocus)
