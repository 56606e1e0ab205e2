"""A talk as it is typed: who, the questions with what was said, and the themes beside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.asking import questions_of
from icp_desktop.insight.themes import in_order
from icp_desktop.model.interview import NOTES, Interview
from icp_desktop.model.project import Project
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import INTERVIEWS, Context, Place
from icp_desktop.ui.talks.key_legend import KeyLegend
from icp_desktop.ui.talks.panel_split import PanelSplit
from icp_desktop.ui.talks.question_row import QuestionRow
from icp_desktop.ui.talks.tab_view import TALKS, THEMES, TabView
from icp_desktop.ui.talks.talk_changes import TalkChanges
from icp_desktop.ui.talks.talk_head import TalkHead
from icp_desktop.ui.talks.themes_panel import ThemesPanel
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.worksheet.definitions import Question

_SIDE = 32


class TalksView(TabView):
    """Show one talk at a time; what is typed is kept at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.appearance
        self.changes = TalkChanges(context.opened, self._say)
        self._talk_id = self._profile = ""
        self._asked: tuple[Question, ...] | None = None
        self._shown: tuple[object, ...] = ()  # what was drawn last
        self.rows: list[QuestionRow] = []
        self._current: QuestionRow | None = None
        self.head = TalkHead(self._look, self.changes)
        self.panel = ThemesPanel(self._look)
        self.panel.used.connect(context.take)
        self.panel.all_asked.connect(
            lambda: self.go_asked.emit(Place(page=INTERVIEWS, view=THEMES))
        )
        self.empty = EmptyState(
            _("No interviews yet"),
            _(
                "Three talks are enough to see a pattern. Type along while they speak, mark what "
                "they say word for word, and let it stand behind your answers."
            ),
            _("Start one"),
            main=True,
        )
        self.empty.asked.connect(self.start)
        self._compose()
        for keys, act in (
            ("Ctrl+Return", self.next_question),
            ("Ctrl+Enter", self.next_question),
            ("Ctrl+D", self._mark),
            ("Ctrl+T", self._theme),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def talk_id(self) -> str:
        """The talk that is shown, "" if there is none."""
        return self._talk_id

    def start(self) -> None:
        """Start a new talk, ready for the name."""
        self.open_talk(self.changes.start(today()))
        self.head.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def open_talk(self, talk_id: str) -> None:
        """Show a talk, the last one if there is none of that id."""
        project = self._context.project
        talks = in_order(project.interviews)
        known = any(each.id == talk_id for each in talks)
        self._talk_id = talk_id if known else (talks[-1].id if talks else "")
        self.take_project(project)

    def next_question(self) -> None:
        """Go to the next question; from the last one, to the first that is open."""
        if not self.rows:
            return
        now = self.rows.index(self._current) if self._current in self.rows else -1
        if not any(row.isAncestorOf(self.focusWidget() or row) for row in self.rows):
            now = -1
        self.rows[(now + 1) % len(self.rows)].focus()

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile
        self.open_talk(place.section or self._talk_id)
        row = next((each for each in self.rows if each.question.id == place.field), None)
        if row is not None and place.field:
            row.focus()

    @override
    def take_project(self, project: Project) -> None:
        talk = self.changes.find(self._talk_id)
        if talk is None and project.interviews:
            self.open_talk("")
            return
        self._stack.setCurrentIndex(0 if talk is None else 1)
        if talk is None:
            return
        shown = (talk, project.themes, project.profiles)
        if not self._shown or any(a is not b for a, b in zip(shown, self._shown, strict=True)):
            self._show_talk(talk, project)
        self._shown = shown
        profile = shown_profile(project, talk.profile or self._profile)
        self.panel.show_project(project, profile)

    @override
    def place(self) -> Place:
        field = self._current.question.id if self._current else ""
        return Place(page=INTERVIEWS, view=TALKS, section=self._talk_id, field=field)

    def _show_talk(self, talk: Interview, project: Project) -> None:
        questions = questions_of(project, talk)
        if questions != self._asked:
            self._asked = questions
            self._make_rows(questions)
        self.head.show_talk(talk, project)
        themes = {theme.id: theme.name for theme in project.themes}
        for row in self.rows:
            row.show_talk(talk, themes)

    def _make_rows(self, questions: tuple[Question, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self._current = None
        notes = Question(id=NOTES, text=_("Notes") if questions else _("What was said"))
        self.rows = []
        for number, question in enumerate((*questions, notes), 1):
            shown = 0 if question is notes else number
            row = QuestionRow(self._look, self.changes, question, shown)
            row.entered.connect(lambda row=row: self._on_entered(row))
            row.quote_used.connect(self.panel.choose_quote)
            place = self._notes if question is notes else self._questions
            place.addWidget(row)
            self.rows.append(row)

    def _on_entered(self, row: QuestionRow) -> None:
        if row is self._current:
            return
        before, self._current = self._current, row

        def unfold() -> None:
            if before is not None and before in self.rows:
                before.show_guidance(False)
            row.show_guidance(True)

        self._scroll.keep_in_place(row, unfold)

    def _mark(self) -> None:
        if self._current is not None:
            self._current.mark()

    def _theme(self) -> None:
        if self._current is not None:
            self._current.theme()

    def _say(self, sentence: str) -> None:
        self._context.host.say(sentence, undo=True)

    def _compose(self) -> None:
        px = self._look.px
        page = PanelSplit(self._look, self.panel)
        self._scroll = page.area
        questions, notes = QWidget(), QWidget()
        self._questions, self._notes = QVBoxLayout(questions), QVBoxLayout(notes)
        for layout in (self._questions, self._notes):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(px(10))
        page.add(self.head, questions, KeyLegend(self._look), notes)
        nothing = QWidget()
        empty = QVBoxLayout(nothing)
        empty.setContentsMargins(px(_SIDE), px(24), px(_SIDE), px(24))
        empty.addWidget(self.empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
