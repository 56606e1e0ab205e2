"""Questions in dialogs of our own: one line of text, or one of a few ways to go."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from icp_desktop.i18n import _
from icp_desktop.ui.topic_dialog import answer_f1
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import PlainLabel

FIRST = "find"  # the topic of a question that names no other: how to get on from anywhere


def ask_text(
    title: str, label: str, proposal: str, window: QWidget, topic: str = FIRST
) -> str | None:
    """Return the line that was typed, None if there is none."""
    dialog = TextDialog(title, label, proposal, window, topic)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.text().strip() or None if accepted else None


def ask_choice(
    title: str, sentence: str, choices: tuple[str, ...], window: QWidget, topic: str = FIRST
) -> int | None:
    """Return the index of the choice that was taken; the first is the one Enter takes."""
    box = QMessageBox(window)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    buttons = [box.addButton(literal(c), QMessageBox.ButtonRole.AcceptRole) for c in choices]
    box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(buttons[0])
    answer_f1(box, topic)
    box.exec()
    clicked = box.clickedButton()
    return next((n for n, button in enumerate(buttons) if button is clicked), None)


class TextDialog(QDialog):
    """One line of text with a label."""

    def __init__(
        self, title: str, label: str, proposal: str, parent: QWidget | None, topic: str = FIRST
    ) -> None:
        """Show the proposal selected, ready to be typed over."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._edit = QLineEdit(proposal)
        self._edit.selectAll()
        self._edit.setAccessibleName(label)
        words = PlainLabel(label, wrap=True)
        words.setBuddy(self._edit)
        ok = QDialogButtonBox.StandardButton.Ok
        buttons = QDialogButtonBox(ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        answer_f1(self, topic)
        layout = QVBoxLayout(self)
        for each in (words, self._edit, buttons):
            layout.addWidget(each)

    def text(self) -> str:
        """Return what was typed."""
        return self._edit.text()
