"""A window for when the program can't start as usual: what happened, and the ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import main_button, other_button
from icp_desktop.ui.widgets.labels import PlainLabel

Way = tuple[str, Callable[[], None]]


class StartProblem(QMainWindow):
    """Says in plain words what keeps the library from being opened."""

    def __init__(self, appearance: Appearance, sentence: str, ways: Sequence[Way]) -> None:
        """Offer ways on, the best first; closing the window is always one."""
        super().__init__()
        self.setWindowTitle("ICP Desktop")
        px = appearance.px
        self.resize(px(640), px(300))
        frame = QFrame()
        frame.setProperty("kind", "page")
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(32), px(24), px(32), px(24))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(_("The program can’t start as usual"), style="title"))
        self.sentence = PlainLabel(sentence, wrap=True, selectable=True)
        column.addWidget(self.sentence)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.buttons = []
        for number, (words, act) in enumerate((*ways, (_("Close"), self.close))):
            button = main_button(words) if number == 0 and ways else other_button(words)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        column.addLayout(row)
        self.setCentralWidget(frame)
