"""One of the four questions: its numbers now and last time, the answer, a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.charts import Chart, Inks, draw_shares, shares_of
from icp_desktop.documents.review_words import (
    ASKED,
    HOW_COUNTED,
    VERDICT_NAMES,
    say_before,
    say_change,
    say_figure,
    say_numbers,
)
from icp_desktop.i18n import _, n_
from icp_desktop.insight.since_review import sureness_of
from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.words import SURE_BOXES
from icp_desktop.model.review import Question, ReviewAnswer
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.reviews.figure_line import FigureLine
from icp_desktop.ui.reviews.sure_boxes import SureBoxes
from icp_desktop.ui.widgets.buttons import IconButton, quiet_button
from icp_desktop.ui.widgets.chart_view import ChartView
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.ui.widgets.tooltips import set_tool_tip
from icp_desktop.worksheet.reading import clean

_COUNTS, _SURE, _NOTE, _NARROW = 132, 104, 192, 560
_BAR, _GAP = 2.5, 1.4
_LONGEST = 500


class QuestionRow(QWidget):
    """Show a question; what the person says goes out by signals."""

    judged = Signal(str)
    noted = Signal(str)
    typed = Signal(object, object)
    sealed = Signal()

    def __init__(self, appearance: Appearance, question: Question) -> None:
        """Ask, with no numbers yet."""
        super().__init__()
        self.question: Question = question
        self._appearance = appearance
        asked = _(ASKED[question])
        self._asked = PlainLabel(asked, style="strong", wrap=True)
        self.verdict = Segment(
            [(key, _(words)) for key, words in VERDICT_NAMES.items()], name=asked, clearable=True
        )
        for part in self.verdict.buttons():  # four rows offer the same three words
            part.setAccessibleName(f"{part.accessibleName()}: {asked}")
        self.verdict.chosen.connect(self.judged)
        self._now = PlainLabel(style="strong", wrap=True)
        self._before = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.chart = ChartView(appearance)
        self.sure = SureBoxes(appearance)
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST)
        self.note.setPlaceholderText(_("Add a note…"))
        self.note.setAccessibleName(_("{question} A note", question=asked))
        self.note.textEdited.connect(lambda text: self.noted.emit(clean(text)))
        self.note.editingFinished.connect(self.sealed)
        self.figures = FigureLine(appearance)
        self.figures.typed.connect(self.typed)
        self.type_button = quiet_button("", flush=True)
        self.mend_button = IconButton(appearance, "pencil", "", size=18, side=28)
        for button in (self.type_button, self.mend_button):
            button.clicked.connect(self._on_type)
        self._how = PlainLabel(_(HOW_COUNTED[question]), style="caption", tone="ink2", wrap=True)
        self._compose()
        self._fit()
        appearance.changed.connect(self._fit)

    def show_answer(self, answer: ReviewAnswer, of: int | None, *, open_: bool) -> None:
        """Show what is known; a review that is finished can be read only."""
        self.verdict.show_choice(answer.verdict)
        if self.note.text() != answer.note:
            self.note.setText(answer.note)
            self.note.setCursorPosition(0)  # its beginning is what is shown
        for part in (self.verdict, self.note):
            part.setEnabled(open_)
        self.note.setVisible(open_ or bool(answer.note))
        self._show_numbers(answer)
        self.figures.show_figures(_(ASKED[self.question]), answer.now, answer.before, of)
        self._now.setText(self._say_now(answer, of))
        asked, known = _(ASKED[self.question]), answer.now is not None
        words = _("Say how many") if of and not known else _("Type the numbers")
        self.type_button.set_words(words)
        self.type_button.setAccessibleName(f"{words}: {asked}")
        self.type_button.setVisible(open_ and not known)
        self.mend_button.setAccessibleName(_("Correct the numbers: {question}", question=asked))
        set_tool_tip(self.mend_button, _("Correct the numbers"))
        self.mend_button.setVisible(open_ and known)
        if not open_:
            self._typing.hide()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._turn()

    def _show_numbers(self, answer: ReviewAnswer) -> None:
        self._before.setText(say_before(answer.before))
        self._before.setVisible(answer.before is not None)
        set_tool_tip(self._now, say_numbers(answer))
        counts = Counts(
            best=answer.now.count if answer.now else 0,
            of_best=answer.now.total if answer.now else 0,
            others=answer.before.count if answer.before else 0,
            of_others=answer.before.total if answer.before else 0,
        )
        words = say_numbers(answer)

        def draw(width: float, inks: Inks) -> Chart:
            now, before = shares_of(counts)
            return draw_shares(now, before, width, _BAR, _GAP, words=words, inks=inks)

        self.chart.show_chart(draw)
        self.chart.setVisible(answer.now is not None)
        self.sure.setVisible(answer.now is not None)
        sure = sureness_of(answer)
        self.sure.show_sure(None if sure is None else SURE_BOXES[sure], say_change(answer))

    def _say_now(self, answer: ReviewAnswer, of: int | None) -> str:
        if answer.now is not None:
            return say_figure(answer.now, self.question)
        return n_("{n} talk", "{n} talks", of) if of else _("Not counted")

    def _compose(self) -> None:
        px = self._appearance.px
        top = Qt.AlignmentFlag.AlignTop
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._asked, 1)
        self._head.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignRight)
        self._counts = QWidget()
        counts = QVBoxLayout(self._counts)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(0)
        counts.addWidget(self._now)
        counts.addWidget(self._before)
        counts.addStretch(1)
        self._bars = QWidget()
        bars = QVBoxLayout(self._bars)
        bars.setContentsMargins(0, px(4), 0, 0)
        bars.addWidget(self.chart)
        bars.addWidget(self.type_button, 0, Qt.AlignmentFlag.AlignLeft)
        bars.addStretch(1)
        self._numbers = QHBoxLayout()
        self._numbers.addWidget(self._counts, 0, top)
        self._numbers.addWidget(self._bars, 1, top)
        self._numbers.addWidget(self.sure, 0, top)
        self._numbers.addWidget(self.mend_button, 0, top)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addLayout(self._numbers, 1)
        self._body.addWidget(self.note, 0, top)
        self._typing = QWidget()
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(px(6))
        typing.addWidget(self._how)
        typing.addWidget(self.figures)
        self._typing.hide()
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._head)
        self._rows.addLayout(self._body)
        self._rows.addWidget(self._typing)
        self._rows.addSpacing(px(4))
        self._rows.addWidget(Hairline())

    def _on_type(self) -> None:
        shown = self._typing.isHidden()
        self._typing.setVisible(shown)
        if shown:
            self.figures.fields()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        """Put the note under the numbers, and the answer under the question, where it is narrow."""
        narrow = 0 < self.width() < self._appearance.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if narrow else across)
        self._head.setDirection(down if narrow else across)
        self._head.setAlignment(
            self.verdict, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        )
        self.note.setFixedWidth(max(self.width(), 1) if narrow else self._appearance.px(_NOTE))

    def _fit(self) -> None:
        px = self._appearance.px
        self._counts.setFixedWidth(px(_COUNTS))
        self.sure.setFixedWidth(px(_SURE))
        self._head.setSpacing(px(8))
        self._body.setSpacing(px(16))
        self._numbers.setSpacing(px(16))
        self._rows.setContentsMargins(0, px(12), 0, 0)
        self._rows.setSpacing(px(8))
        self._turn()
