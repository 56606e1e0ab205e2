"""What stands on the overview of a profile without answers: where to start, by what there is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.documents.words import SITUATION_NAMES
from icp_desktop.i18n import _, later
from icp_desktop.model.project import SITUATIONS, Situation
from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.place import (
    CUSTOMERS,
    DOCUMENTS,
    FORM,
    INTERVIEWS,
    PROOF,
    SOURCES,
    TEN_QUESTIONS,
    WORKSHEET,
)
from icp_desktop.ui.widgets.buttons import Button, main_button, other_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import Card


@record
class Way:
    """A button, and the page and view it leads to."""

    words: str
    page: str
    view: str = ""


@record
class Start:
    """What is said in a situation, and the ways on from there; the first one leads."""

    head: str
    line: str
    ways: tuple[Way, ...]


_QUESTIONS = Way(words=later("Start with ten questions"), page=WORKSHEET, view=TEN_QUESTIONS)
_FORM = Way(words=later("Fill in the form"), page=WORKSHEET, view=FORM)
_PAPER = Way(words=later("Print the blank worksheet"), page=DOCUMENTS, view="worksheet")
_LIST = Way(words=later("Bring in your customer list"), page=CUSTOMERS)
_TALKS = Way(words=later("Prepare the talks"), page=INTERVIEWS)
_SOURCES = Way(words=later("Enter the first source"), page=PROOF, view=SOURCES)
STARTS: dict[Situation, Start] = {
    "": Start(
        head=later("Start with the customers you know"),
        line=later(
            "Ten questions take about half an hour and fill in a good part of the map. "
            "You can stop at any time."
        ),
        ways=(_QUESTIONS, _FORM, _PAPER),
    ),
    "many": Start(
        head=later("Start with what your customers show"),
        line=later(
            "Bring in a list of them, and see what sets the best apart from the rest. Or answer "
            "ten questions with the best tenth in mind; the figures in your books are your proof."
        ),
        ways=(_LIST, _QUESTIONS, _TALKS, _FORM, _PAPER),
    ),
    "few": Start(
        head=later("Start with the good ones, then ask them"),
        line=later(
            "Too few to count, enough to ask. Answer ten questions with the good ones in mind, "
            "then talk to them: five talks tell you more than fifty guesses."
        ),
        ways=(_QUESTIONS, _TALKS, _FORM, _PAPER),
    ),
    "none": Start(
        head=later("Start with what others have found out"),
        line=later(
            "Enter reports, statistics and pages as sources, and let your answers rest on them. "
            "Then talk to people who have the problem you want to solve. The rest stays a guess, "
            "and is marked as one."
        ),
        ways=(_SOURCES, _TALKS, _FORM, _PAPER),
    ),
}


class OverviewStart(Card):
    """Ask how many customers there are, and lead with what can be learnt from them.

    `asked` carries the page and the view that a way leads to.
    """

    asked = Signal(str, str)
    situation_said = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show the start for any situation."""
        super().__init__("next", parent)
        px = appearance.px
        self._shown: Situation | None = None
        self._head = PlainLabel(style="lead_strong", wrap=True)
        self._line = PlainLabel(tone="ink2", wrap=True)
        question = PlainLabel(
            _("How many customers do you have to learn from?"),
            style="caption",
            tone="ink2",
            wrap=True,
        )
        choices = [(each, _(SITUATION_NAMES[each])) for each in SITUATIONS]
        name = _("How many customers you have to learn from")
        self.situation = Segment(choices, name=name, clearable=True)
        self.situation.chosen.connect(self.situation_said)
        self._buttons: list[Button] = []
        self._ways = FlowLayout(gap=px(12), row_gap=px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(16), px(16))
        column.setSpacing(px(2))
        column.addWidget(question)
        column.addSpacing(px(4))
        column.addWidget(self.situation)
        column.addSpacing(px(12))
        column.addWidget(self._head)
        column.addWidget(self._line)
        column.addSpacing(px(12))
        column.addLayout(self._ways)
        self.show_situation("")

    @property
    def main_button(self) -> Button:
        """The button that leads."""
        return self._buttons[0]

    def show_situation(self, situation: Situation) -> None:
        """Lead with what there is in a situation."""
        if situation == self._shown:
            return
        self._shown = situation
        self.situation.show_choice(situation)
        start = STARTS[situation]
        self._head.setText(_(start.head))
        self._line.setText(_(start.line))
        for button in self._buttons:
            button.hide()
            self._ways.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for number, way in enumerate(start.ways):
            button = other_button(_(way.words)) if number else main_button(_(way.words))
            button.clicked.connect(lambda _on=False, way=way: self.asked.emit(way.page, way.view))
            self._buttons.append(button)
            self._ways.addWidget(button)
