"""The form of a review: why it is due, the four questions, what is getting old, who agreed."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.checks.assumptions import Assumption
from icp_desktop.checks.standing import due_assumptions, old_assumptions
from icp_desktop.documents.review_words import review_title, say_due_now, say_plan, say_since
from icp_desktop.i18n import _, n_
from icp_desktop.model.review import QUESTIONS, Question, Review, ReviewAnswer, last_review
from icp_desktop.ui.moments import say_day, today
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.reviews.agreed_list import AgreedList
from icp_desktop.ui.reviews.finish_card import FinishCard
from icp_desktop.ui.reviews.head_line import HeadLine
from icp_desktop.ui.reviews.question_row import QuestionRow
from icp_desktop.ui.reviews.steps import ReviewSteps
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.message_bar import MessageBar
from icp_desktop.worksheet.shipped import worksheet_of

_WIDEST, _LONGEST = 680, 160


class ReviewForm(ReadingColumn):
    """Everything that is answered in a review; `field_asked` carries a profile and a field."""

    field_asked = Signal(str, str)

    def __init__(self, context: Context, steps: ReviewSteps) -> None:
        """Ask the four questions."""
        look = context.appearance
        super().__init__(look, widest=_WIDEST, gap=8, top=16)
        self._context = context
        self._steps = steps
        self._review: Review | None = None
        self._seen: tuple[object, ...] = ()
        self.bar = MessageBar(look)
        self.card = FinishCard(look)
        self.card.finished.connect(steps.finish)
        self._head = HeadLine(look, _("Four questions"))
        self.rows = {question: QuestionRow(look, question) for question in QUESTIONS}
        for row in self.rows.values():
            self._connect(row)
        self._inside = QVBoxLayout()  # where the side panel stands in a narrow window
        self._old_head = HeadLine(look, _("Getting old"))
        self._old_none = PlainLabel(tone="ink2", wrap=True)
        self.old = TwoLineList(look)
        self._agreed_head = HeadLine(look, _("Who agreed"))
        self.agreed = AgreedList(look)
        self.agreed.agreed.connect(steps.agree)
        self.agreed.removed.connect(steps.drop_agreement)
        self.agreed.print_chosen.connect(steps.print_agreements)
        self.add(self.bar, self.card)
        self.column.addSpacing(look.px(4))
        self.add(self._head, *self.rows.values())
        self.column.addLayout(self._inside)
        self.column.addSpacing(look.px(16))
        self.add(self._old_head, self._old_none, self.old)
        self.column.addSpacing(look.px(16))
        self.add(self._agreed_head, self.agreed)
        self.column.addStretch(1)

    def show_review(
        self,
        review: Review,
        answers: Sequence[ReviewAnswer],
        of: Mapping[Question, int | None],
    ) -> None:
        """Show a review with the numbers that are known."""
        project = self._context.project
        open_ = review.finished is None
        self._review = review
        self._say(review)
        self._head.show_note(say_since(project) if open_ else "")
        for answer in answers:
            self.rows[answer.question].show_answer(answer, of.get(answer.question), open_=open_)
        if not open_:
            self.card.hide()
        for part in (self._old_head, self._old_none, self.old, self._agreed_head, self.agreed):
            part.setVisible(open_)
        if open_:
            self._show_old()
            self.agreed.show_project(project)

    def focus_first(self) -> None:
        """Put the focus on the first question."""
        self.rows[QUESTIONS[0]].verdict.focus_button().setFocus()

    def start_finishing(self) -> None:
        """Ask what the review is called, and say when the next one will be."""
        after = self._steps.next_after()
        words = (
            _("The next review is on {day}.", day=say_day(after))
            if after
            else _("No day is planned for the next review. You can choose one before you finish.")
        )
        self.card.start(_("Review of {day}", day=say_day(today())), "", words)

    def take_in(self, side: QWidget) -> None:
        """Show the side panel under the questions."""
        self._inside.addWidget(side)

    def give_back(self, side: QWidget) -> None:
        """Let go of the side panel."""
        self._inside.removeWidget(side)

    def _connect(self, row: QuestionRow) -> None:
        steps = self._steps
        row.judged.connect(lambda verdict: steps.judge(self._said(row.question), verdict))
        row.noted.connect(lambda text: steps.note(self._said(row.question), text))
        row.typed.connect(lambda now, before: steps.type(self._said(row.question), now, before))
        row.sealed.connect(self._context.opened.seal)

    def _said(self, question: Question) -> ReviewAnswer:
        """Return what the review itself says of a question, without what was counted."""
        return self._steps.current().answer(question)

    def _say(self, review: Review) -> None:
        """Say why the review is due and what it is compared with."""
        project = self._context.project
        if review.finished is not None:
            kept = _("Kept as “{name}”.", name=review_title(review))
            parts = [_("Finished on {day}.", day=say_day(review.finished)), kept, *review.called_by]
            self.bar.say("note", " ".join(parts), closable=False)
            return
        due = say_due_now(project, today())
        against = self._steps.against
        compared = (
            _("Compared with “{name}” of {day}.", name=against.name, day=say_day(against.day))
            if against
            else _("There is no version yet to compare with; finishing keeps the first.")
        )
        sentence = f"{due or say_plan(project.review_plan)} {compared}"
        if sentence != self.bar.sentence:
            self.bar.say("due" if due else "note", sentence, closable=False)

    def _show_old(self) -> None:
        project = self._context.project
        seen = (project.profiles, project.reviews, project.worksheet)
        if self._seen and all(a is b for a, b in zip(seen, self._seen, strict=True)):
            return
        self._seen = seen
        worksheet = worksheet_of(project)
        old = {each.key for each in old_assumptions(project, worksheet)}
        due = due_assumptions(project, worksheet, today())
        self.old.show_rows([self._old_row(each, old=each.key in old) for each in due])
        order_tabs(self.old, self.agreed)
        self.old.setVisible(bool(due))
        self._old_none.setVisible(not due)
        self._old_none.setText(
            _("Nothing has been a guess since the last review, and no test is overdue.")
            if last_review(project.reviews)
            else _("What is still a guess after this review will stand here at the next one.")
        )
        self._old_head.show_note(
            n_("{n} answer to look at", "{n} answers to look at", len(due)) if due else ""
        )

    def _old_row(self, each: Assumption, *, old: bool) -> TwoLineRow:
        parts = [each.label]
        if old:
            parts.append(_("not proven since the last review"))
        late = each.test.by is not None and each.test.by <= today()
        if late and each.test.by is not None:
            parts.append(_("test due {day}", day=say_day(each.test.by)))
        words = " ".join(each.words.split())
        go = partial(self.field_asked.emit, each.profile.id, each.field.id)
        return TwoLineRow(
            strong=words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…",
            line=" · ".join(parts),
            actions=(RowAction(words=_("Look at it"), act=go),),
        )
