"""One question of a talk: its number and words, what was said, and the quotes marked in it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.interview import NOTES, Interview, Quote
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.quote_tags import QuoteActions, QuoteTags
from icp_desktop.ui.talks.talk_changes import TalkChanges
from icp_desktop.ui.talks.talk_text import TalkText
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Question

_NUMBER, _GAP, _TAGS = 28, 8, 160
_NARROW = 470  # the width from which quotes stand beside the answer
_NOTES_LINES = 4


class QuestionRow(QWidget):
    """Type what was said; quotes stay on their words, and stand at the right with their themes."""

    entered = Signal()
    quote_used = Signal(str)

    def __init__(
        self, appearance: Appearance, changes: TalkChanges, question: Question, number: int
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._changes = changes
        self._talk_id = ""
        self._quotes: tuple[Quote, ...] = ()
        self._names: Mapping[str, str] = {}
        self.question = question
        self.text = TalkText(appearance, _NOTES_LINES if question.id == NOTES else 1)
        self.text.written.connect(self._on_written)
        self.text.sealed.connect(changes.seal)
        self.text.entered.connect(self.entered)
        self.tags = QuoteTags(
            appearance,
            QuoteActions(
                give_theme=self.ask_theme,
                take_theme=changes.take_theme,
                star=changes.star,
                use=lambda quote: self.quote_used.emit(quote.id),
                unmark=changes.unmark,
            ),
        )
        self.tags.theme_given.connect(self._on_theme)
        self.tags.theme_left.connect(self.text.setFocus)
        self._boxes = self._make_boxes()
        self._compose(number)

    def show_talk(self, talk: Interview, themes: Mapping[str, str]) -> None:
        """Show what was said in a talk, without emitting."""
        self._talk_id, self._names = talk.id, themes
        self.text.show_text(talk.text_of(self.question.id))
        self._quotes = tuple(each for each in talk.quotes if each.question == self.question.id)
        self.text.show_quotes(self._quotes)
        self.tags.show_quotes(self._quotes, themes)
        self._turn()
        picked = talk.answer(self.question.id).picked
        for box in self._boxes:
            blocked = box.blockSignals(True)
            box.setChecked(_words_of(box) in picked)
            box.blockSignals(blocked)

    def focus(self) -> None:
        """Put the focus where the answer is typed."""
        (self._boxes[0] if self._boxes else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self) -> None:
        """Mark the selection or the sentence at the caret, or take its mark away again."""
        start, end = self.text.marked_span()
        same = [each for each in self._quotes if (each.start, each.end) == (start, end)]
        if same:
            self._changes.unmark(same[0])
        elif end > start:
            self._changes.mark(self._talk_id, self.question.id, start, end)

    def theme(self) -> None:
        """Ask for the theme of the quote at the caret; what is not marked yet is marked first."""
        quote = None if self.text.textCursor().hasSelection() else self.text.quote_at_caret()
        if quote is None:
            self.mark_new()
            quote = self.text.quote_at_caret() or (self._quotes[-1] if self._quotes else None)
        if quote is not None:
            self.ask_theme(quote)

    def mark_new(self) -> None:
        """Mark the selection or the sentence at the caret unless it is marked."""
        start, end = self.text.marked_span()
        if end > start and not any((q.start, q.end) == (start, end) for q in self._quotes):
            self._changes.mark(self._talk_id, self.question.id, start, end)

    def ask_theme(self, quote: Quote) -> None:
        """Ask for a theme of a quote."""
        given = {self._names[each] for each in quote.themes if each in self._names}
        self.tags.setVisible(True)
        self.tags.ask_theme(quote, [name for name in self._names.values() if name not in given])

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._turn()

    def _compose(self, number: int) -> None:
        px = self._appearance.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(px(4))
        grid.setColumnMinimumWidth(0, px(_NUMBER))
        grid.setColumnStretch(1, 1)
        label = PlainLabel(literal(self.question.text), style="strong", wrap=True)
        label.setBuddy(self.text)
        self.text.setAccessibleName(self.question.text)
        self.text.setAccessibleDescription(
            _("Ctrl+Enter next question, Ctrl+D mark a quote, Ctrl+T give it a theme")
        )
        top = Qt.AlignmentFlag.AlignTop
        if number:
            grid.addWidget(PlainLabel(str(number), tone="ink2"), 0, 0, top)
        grid.addWidget(label, 0, 1)
        follow = "\n".join(self.question.follow_ups) or self.question.hint
        self._follow = PlainLabel(follow, style="caption", tone="ink2", wrap=True)
        self._follow.setVisible(False)
        grid.addWidget(self._follow, 1, 1)
        grid.addWidget(self._choices(), 2, 1)
        beside = QWidget()  # a layout without a widget would be destroyed by Python and by Qt
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, beside)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(_GAP))
        self._line.addWidget(self.text, 1, top)
        self._line.addWidget(self.tags, 0, top)
        grid.addWidget(beside, 3, 1)

    def show_guidance(self, shown: bool) -> None:
        """Show what to ask next, while this is the question being asked."""
        self._follow.setVisible(shown and bool(self._follow.text()))

    def _choices(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=self._appearance.px(16), row_gap=self._appearance.px(4))
        for box in self._boxes:
            flow.addWidget(box)
        holder.setVisible(bool(self._boxes))
        return holder

    def _make_boxes(self) -> list[QCheckBox]:
        boxes = []
        for option in self.question.choices:
            box = QCheckBox(literal(option.label))
            box.setAccessibleName(f"{self.question.text} {option.label}")
            box.toggled.connect(lambda on, words=option.label: self._on_picked(words, on=on))
            boxes.append(box)
        return boxes

    def _turn(self) -> None:
        narrow = 0 < self.width() < self._appearance.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        width = self._appearance.px(_TAGS)
        self.tags.setVisible(not narrow or not self.tags.is_empty)
        self.tags.setMinimumWidth(0 if narrow else width)
        self.tags.setMaximumWidth(16777215 if narrow else width)

    def _on_written(self, text: str) -> None:
        self._changes.write(self._talk_id, self.question.id, text, self.question.text)

    def _on_theme(self, quote_id: str, name: str) -> None:
        quote = next((each for each in self._quotes if each.id == quote_id), None)
        self.text.setFocus()
        if quote is not None:
            self._changes.give_theme(quote, name)

    def _on_picked(self, words: str, *, on: bool) -> None:
        one = self.question.kind == "choice"
        ticked = [_words_of(box) for box in self._boxes if box.isChecked()]
        picked = ([words] if on else []) if one else ticked
        self._changes.pick(self._talk_id, self.question.id, tuple(picked), self.question.text)


def _words_of(box: QCheckBox) -> str:
    return box.text().replace("&&", "&")
