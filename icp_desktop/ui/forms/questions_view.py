"""The questionnaires there are: those of the program, and one's own, which can be written here."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _, n_
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.project import Project
from icp_desktop.ui.forms.question_bank import QuestionBank
from icp_desktop.ui.forms.questions_editor import AUDIENCES, QuestionsEditor
from icp_desktop.ui.pages.page import INTERVIEWS, Context, Place
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.talks.panel_split import PanelSplit
from icp_desktop.ui.talks.plain_rows import PlainRows
from icp_desktop.ui.talks.tab_view import FORMS, QUESTIONS, TabView
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Question, Questionnaire
from icp_desktop.worksheet.questionnaires import (
    changed_questionnaire,
    is_own,
    new_questionnaire,
    own_questionnaire,
    questionnaires_of,
)


class QuestionsView(TabView):
    """List questionnaires; one is shown, or written if it is one's own."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.appearance
        self._project: Project | None = None
        self._chosen = ""
        self.lead = PlainLabel(
            _(
                "Ask what happened, not what would happen. Copy one of these and make it your own, "
                "or begin a new one."
            ),
            tone="ink2",
            wrap=True,
        )
        self.new_button = other_button(_("New questionnaire"), icon=self._look.icons.icon("plus"))
        self.new_button.clicked.connect(lambda _on=False: self.make())
        self.list = TwoLineList(self._look)
        self.reading = _Reading(context)
        self.reading.copy_button.clicked.connect(lambda _on=False: self._copy())
        self.reading.back_button.clicked.connect(lambda _on=False: self._choose(""))
        self.editor = QuestionsEditor(self._look)
        self.editor.changed.connect(self._on_changed)
        self.editor.sealed.connect(context.opened.seal)
        self.editor.done.connect(lambda: self._choose(""))
        self.editor.send_asked.connect(self._send)
        self.bank = QuestionBank(self._look)
        self.bank.taken.connect(self._take)
        self._split = PanelSplit(self._look, self.bank)
        begin = beside_left(self.new_button)
        self._split.add(self.lead, begin, self.list, self.reading, self.editor)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def make(self, like: Questionnaire | None = None) -> None:
        """Begin a questionnaire of one's own, empty or as a copy."""
        title = _("Mine: {title}", title=like.title) if like else _("My questions")
        asked = new_questionnaire(title, self._context.project.language, like)
        self._chosen = asked.id
        item = own_questionnaire(asked)
        self._do(PutItem(folder="questionnaires", item=item, label=_("new questionnaire")))
        self._show()
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    @override
    def show_place(self, place: Place) -> None:
        if place.section:
            self._chosen = place.section
        self._show()

    @override
    def take_project(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self._show()

    @override
    def place(self) -> Place:
        return Place(page=INTERVIEWS, view=QUESTIONS, section=self._chosen)

    def _show(self) -> None:
        project = self._context.project
        every = questionnaires_of(project)
        chosen = next((each for each in every if each.id == self._chosen), None)
        own = chosen is not None and is_own(project, chosen.id)
        for part in (self.lead, self.new_button, self.list):
            part.setVisible(chosen is None)
        self.reading.setVisible(chosen is not None and not own)
        self.editor.setVisible(own)
        if chosen is None:
            self._chosen = ""
            self.list.show_rows([self._row(project, each) for each in every])
        elif own:
            self.editor.show_questionnaire(chosen)
        else:
            self.reading.show_questionnaire(chosen)

    def _row(self, project: Project, asked: Questionnaire) -> TwoLineRow:
        count = n_("{n} question", "{n} questions", len(asked.questions))
        own = is_own(project, asked.id)
        whose = _("your own, edition {n}", n=asked.edition) if own else ""
        audience = _(AUDIENCES[asked.audience]) if asked.audience in AUDIENCES else ""
        actions = [
            RowAction(words=_("Change") if own else _("Show"), act=partial(self._choose, asked.id))
        ]
        if asked.audience != "yourself":
            actions.append(RowAction(words=_("Send"), act=partial(self._send, asked.id)))
        if own:
            actions.append(RowAction(words=_("Remove"), act=partial(self._remove, asked)))
        line = " · ".join(part for part in (audience, count, whose) if part)
        return TwoLineRow(strong=asked.title, line=line, actions=tuple(actions))

    def _choose(self, questionnaire: str) -> None:
        self._chosen = questionnaire
        self._show()
        self._split.area.verticalScrollBar().setValue(0)

    def _copy(self) -> None:
        every = questionnaires_of(self._context.project)
        self.make(next(each for each in every if each.id == self._chosen))

    def _take(self, question: Question) -> None:
        if self.editor.isVisible():
            self.editor.add(question)
            return
        self.make()
        self.editor.add(question)

    def _send(self, questionnaire: str) -> None:
        self.go_asked.emit(Place(page=INTERVIEWS, view=FORMS, section=questionnaire))

    def _remove(self, asked: Questionnaire) -> None:
        edit = RemoveItem(folder="questionnaires", item=asked.id, label=_("remove a questionnaire"))
        self._do(edit)
        said = _("Removed: {title}. Forms that are out can still come back.", title=asked.title)
        self._context.host.say(said, undo=True)

    def _on_changed(self, asked: Questionnaire, key: str) -> None:
        item = changed_questionnaire(self._context.project, asked)
        edit = PutItem(folder="questionnaires", item=item, label=_("change a questionnaire"))
        merge = f"questionnaire/{asked.id}/{key}" if key else ""
        self._context.opened.do(edit, merge=merge)

    def _do(self, edit: PutItem | RemoveItem) -> None:
        self._context.opened.do(edit)


def beside_left(widget: QWidget) -> QWidget:
    """Return a widget that keeps another as wide as it is, at the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


class _Reading(QWidget):
    """A questionnaire of the program, to be read, and copied if it is to be changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        px = context.appearance.px
        self.back_button = quiet_button(_("Back to all questionnaires"), flush=True)
        self.copy_button = other_button(_("Make it my own"))
        self._title = PlainLabel(style="lead_strong", wrap=True)
        self._lead = PlainLabel(tone="ink2", wrap=True)
        self._questions = PlainRows(context.appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(beside_left(self.back_button))
        for part in (self._title, self._lead, self._questions):
            column.addWidget(part)
        column.addWidget(beside_left(self.copy_button))

    def show_questionnaire(self, asked: Questionnaire) -> None:
        """Show its questions with what to ask further."""
        self._title.setText(asked.title)
        self._lead.setText(asked.lead)
        self._questions.show_rows(
            [
                (
                    f"{number}. {each.text}",
                    "\n".join(part for part in (each.hint, *each.follow_ups) if part),
                )
                for number, each in enumerate(asked.questions, 1)
            ]
        )
