"""A questionnaire as a tour: each question with the fields that its answer feeds."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.project import Profile
from icp_desktop.model.values import is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.editor_focus import focus_editor
from icp_desktop.ui.pages.page import OVERVIEW, Context, Place
from icp_desktop.ui.pages.plain_answer import PlainAnswer
from icp_desktop.ui.pages.tour_end import TourEnd
from icp_desktop.ui.pages.tour_frame import TourFrame
from icp_desktop.ui.pages.tour_panel import AFTER_LAST_KEY, TourPanel
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.definitions import Field, Question, Worksheet
from icp_desktop.worksheet.shipped import questionnaire, worksheet_of


class QuestionsView(QWidget):
    """Ask the questions of a questionnaire one by one; the answers are those of the worksheet."""

    moved = Signal()
    other_tour_asked = Signal()

    def __init__(
        self, context: Context, questionnaire_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = questionnaire(questionnaire_id)
        self._profile: Profile | None = None
        self._number = 0
        self._panel = TourPanel(context.appearance, _("All questions instead"))
        self._panel.other_tour_asked.connect(self.other_tour_asked)
        self._frame = TourFrame(context.appearance, self._panel)
        self._frame.back_asked.connect(lambda: self.step(-1))
        self._frame.skip_asked.connect(lambda: self.step(1))
        self._frame.next_asked.connect(lambda: self.step(1))
        self._soon = QTimer(self, singleShot=True, interval=AFTER_LAST_KEY)
        self._soon.timeout.connect(self._show_panel)
        px = context.appearance.px
        head = QHBoxLayout()
        head.setContentsMargins(px(32), px(8), px(32), px(12))
        head.setSpacing(px(16))
        head.addWidget(PlainLabel(self._asked.title, style="lead_strong", wrap=True))
        head.addWidget(PlainLabel(self._asked.lead, style="caption", tone="ink2", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._frame, 1)

    @property
    def section(self) -> str:
        """The id of the section of the first field that is fed."""
        return self._worksheet().section_of(self.field).id if self.field else ""

    @property
    def field(self) -> str:
        """The id of the first field that the question feeds, "" at the end."""
        if self._number >= len(self._questions()):
            return ""
        fields = self._fields(self._questions()[self._number])
        return fields[0].id if fields else ""

    def show_field(self, profile: Profile, field_id: str) -> None:
        """Ask the question that feeds a field, or else the first one still open."""
        self._profile = profile
        questions = self._questions()
        fed = [n for n, q in enumerate(questions) if field_id in q.feeds]
        still_open = [n for n, q in enumerate(questions) if not self._is_answered(q)]
        self._ask((fed or still_open or [0])[0])

    def take_profile(self, profile: Profile) -> None:
        """Show what has changed; editors keep their carets."""
        market = self._profile.market if self._profile else profile.market
        self._profile = profile
        card = self._frame.card
        if isinstance(card, QuestionCard) and market == profile.market:
            card.show_answers()
            self._soon.start()
        else:
            self._ask(min(self._number, len(self._questions())))

    def step(self, by: int) -> None:
        """Go to the next or previous question; after the last one comes the end."""
        if self._profile is None:
            return
        self._context.opened.seal()
        number = self._number + by
        if 0 <= number <= len(self._questions()):
            self._ask(number)
            self.moved.emit()

    def _ask(self, number: int) -> None:
        self._number = number
        questions = self._questions()
        if number >= len(questions):
            self._end()
            return
        question = questions[number]
        total = len(questions)
        place = _("Question {n} of {total}", n=number + 1, total=total)
        fields = [(field, self._answers(field)) for field in self._fields(question)]
        card = QuestionCard(
            self._context.appearance, place, question, fields, self._context.project.currency
        )
        self._frame.set_card(card)
        last = number + 1 == total
        onward = _("Finish") if last else _("Next question")
        self._frame.set_way(back=number > 0, skip=not last, onward=onward)
        self._show_panel()
        card.focus_editor()

    def _end(self) -> None:
        answered = sum(self._is_answered(question) for question in self._questions())
        end = TourEnd(self._context.appearance, answered, len(self._questions()), "", 0)
        end.map_asked.connect(self._on_map)
        self._frame.set_card(end)
        self._frame.set_way(back=True, skip=False, onward="")
        self._show_panel()
        end.focus_first()

    def _show_panel(self) -> None:
        assert self._profile is not None
        worksheet = self._worksheet()
        field = worksheet.field(self.field) if self.field else None
        place = self._answers(field).place if field else ""
        self._panel.show_profile(self._profile, worksheet, field, place)

    def _questions(self) -> list[Question]:
        """Return the questions that feed a field asked of this profile."""
        return [question for question in self._asked.questions if self._fields(question)]

    def _fields(self, question: Question) -> list[Field]:
        assert self._profile is not None
        market = self._profile.market
        asked = {
            field.id: field
            for section in self._worksheet().sections
            for field in section.asked(market)
        }
        return [asked[each] for each in question.feeds if each in asked]

    def _is_answered(self, question: Question) -> bool:
        fields = self._fields(question)
        return any(not is_empty(self._answers(f).find(f).value) for f in fields)

    def _answers(self, field: Field) -> Answers:
        assert self._profile is not None
        section = self._worksheet().section_of(field.id)
        place = BUSINESS if section.scope == "business" else self._profile.id
        return Answers(self._context.opened, place, self._profile.market)

    def _worksheet(self) -> Worksheet:
        return worksheet_of(self._context.project)

    def _on_map(self) -> None:
        profile = self._profile.id if self._profile else ""
        self._context.host.go(Place(page=OVERVIEW, profile=profile))


class QuestionCard(QWidget):
    """One question, and an editor for each field that the answer feeds."""

    def __init__(
        self,
        appearance: Appearance,
        place: str,
        question: Question,
        fields: list[tuple[Field, Answers]],
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(PlainLabel(place, style="caption", tone="ink2"))
        column.addWidget(PlainLabel(question.text, style="display", wrap=True))
        column.addWidget(PlainLabel(question.hint, style="lead", tone="ink2", wrap=True))
        self._parts = [PlainAnswer(appearance, a, f, currency) for f, a in fields]
        for part in self._parts:
            column.addSpacing(px(12))
            column.addWidget(part)

    def show_answers(self) -> None:
        """Show the answers as they are now."""
        for part in self._parts:
            part.show_answer()

    def focus_editor(self) -> None:
        """Put the focus where the first answer is typed."""
        focus_editor(self._parts[0].editor, later=True)
