"""A topic of the help over a dialog or a room, where the page of the help can't be reached."""

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from icp_desktop.help.lists import shipped_lists
from icp_desktop.help.text import topic_text
from icp_desktop.help.topics import HelpTopic, filled, help_topics
from icp_desktop.i18n import _
from icp_desktop.ui.widgets.buttons import other_button

_LETTERS, _LINES = 72, 26


class TopicDialog(QDialog):
    """Shows a topic as text that can be read by keyboard, and copied."""

    def __init__(self, topic: HelpTopic, parent: QWidget) -> None:
        """Show a topic."""
        super().__init__(parent)
        self.setWindowTitle(topic.title)
        text = topic_text(topic)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(topic.title)
        copy = other_button(_("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        wide, high = metrics.averageCharWidth() * _LETTERS, metrics.height() * _LINES
        screen = parent.screen().availableGeometry()
        self.resize(min(wide, screen.width()), min(high, screen.height()))


def show_topic_over(window: QWidget, topic: HelpTopic) -> TopicDialog:
    """Show a topic over a window."""
    dialog = TopicDialog(topic, window)
    dialog.open()
    return dialog


def answer_f1(dialog: QDialog, topic_id: str) -> None:
    """Let the key for help show a topic over a dialog."""

    def show() -> None:
        topics = filled(help_topics(), shipped_lists())
        found = next((each for each in topics if each.id == topic_id), topics[0])
        show_topic_over(dialog, found)

    QShortcut(QKeySequence.StandardKey.HelpContents, dialog, show)
