"""What is read from the screen is what is painted and said there."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.end_to_end.screen import painted_texts, told_texts


class Painted(QWidget):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.rect(), 0, "painted by hand")
        painter.end()


def test_texts_of_labels_lists_and_painters_are_read(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    items = QListWidget()
    items.addItem("an item")
    painted = Painted()
    painted.setMinimumHeight(30)
    for widget in (QLabel("a label"), items, painted):
        column.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    assert {"a label", "an item", "painted by hand"} <= set(painted_texts(window))


def test_rich_text_is_seen_without_its_marks(qtbot: QtBot) -> None:
    label = QLabel("<b>Bold</b>")
    qtbot.addWidget(label)
    label.show()
    assert painted_texts(label) == ["Bold"]


def test_names_hints_and_choices_are_told(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    line, combo = QLineEdit(), QComboBox()
    line.setAccessibleName("a name")
    line.setPlaceholderText("a hint")
    line.setToolTip("a tip")
    combo.addItems(["one", "two"])
    column.addWidget(line)
    column.addWidget(combo)
    with qtbot.waitExposed(window):
        window.show()
    told = {each.text for each in told_texts(window)}
    assert {"a name", "a hint", "a tip", "one", "two"} <= told
