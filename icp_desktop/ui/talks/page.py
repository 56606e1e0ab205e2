"""The page of interviews: talks, themes and quotes of one project."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.survey import Survey, read_survey
from icp_desktop.insight.themes import in_order, talk_numbers
from icp_desktop.model.forgetting import Person, person_of, still_named
from icp_desktop.model.interview import Interview
from icp_desktop.open_project import Change
from icp_desktop.progress import Progress
from icp_desktop.storage.forgetting import Forgotten
from icp_desktop.tables.opening import open_source
from icp_desktop.ui.notes_reader import ENDINGS, read_notes
from icp_desktop.ui.pages.page import DOCUMENTS, INTERVIEWS, Context, Page, Place
from icp_desktop.ui.talks.survey_panel import SurveyPanel
from icp_desktop.ui.talks.tab_view import TABS, TALKS, TabView
from icp_desktop.ui.talks.talks_view import TalksView
from icp_desktop.ui.talks.words import talk_name, who_words
from icp_desktop.ui.widgets.buttons import Button, literal, other_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab

Forget = Callable[[Person, Callable[[Forgotten], None]], None]
_SIDE = 32
_LONGEST_NAME = 40
_MOST_REFUSED = 3  # sentences that are shown at once


class InterviewsPage(Page):
    """Shows one tab at a time; what is not looked at is not built."""

    def __init__(self, context: Context, forget: Forget | None = None) -> None:
        super().__init__(context)
        self._forget = forget
        self._views: dict[str, TabView] = {}
        self._profile = ""
        self._interviews: object = None
        self._tabs: list[Tab] = []
        self._entries: list[tuple[str, str]] = []
        self._survey: QWidget | None = None
        look = context.appearance
        self.tabs = CountTabBar(look)
        self.tabs.setAccessibleName(_("Parts of the interviews"))
        self.tabs.chosen.connect(lambda tab: self.show_place(Place(page=INTERVIEWS, view=tab)))
        self.talks = Combo()
        self.talks.setAccessibleName(_("Interview"))
        self.talks.activated.connect(self._on_talk)
        self.new_button = other_button(_("New interview"), icon=look.icons.icon("plus"))
        self.new_button.clicked.connect(self.start)
        self.more_button = Button(_("More"), "quiet")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more_button.setMenu(self._menu)
        self._stack = QStackedWidget()
        bar = QVBoxLayout()
        bar.setContentsMargins(look.px(_SIDE), 0, look.px(_SIDE), 0)
        bar.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        self._scale = look.theme.scale
        look.changed.connect(self._on_look_changed)

    def start(self) -> None:
        """Start a new talk."""
        self._talks_view().start()
        self._tell_place()

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        view = self._view(place.view)
        self._show_tabs()
        self._stack.setCurrentWidget(view)
        self.tabs.choose(self._name_of(view))
        view.take_project(self.context.project)
        view.show_place(place)
        self._tell_place()

    @override
    def take_change(self, change: Change) -> None:
        self._show_tabs()
        view = self._shown()
        if view is not None:
            view.take_project(change.after)
            self._show_talks()

    @override
    def place(self) -> Place:
        view = self._shown() or self._views.get(TALKS)
        return view.place() if view else Place(page=INTERVIEWS)

    @override
    def near_widgets(self) -> tuple[QWidget, ...]:
        wanted = bool(self._talk_id()) and self._shown() is self._views.get(TALKS)
        return (self.talks,) if wanted else ()

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.more_button, self.new_button)

    def _view(self, name: str) -> TabView:
        maker = next((each for each in TABS if each.id == name), TABS[0])
        if maker.id not in self._views:
            view = maker.make(self.context)
            view.go_asked.connect(self.show_place)
            self._views[maker.id] = view
            self._stack.addWidget(view)
        return self._views[maker.id]

    def _talks_view(self) -> TalksView:
        self.show_place(Place(page=INTERVIEWS, view=TALKS))
        view = self._views[TALKS]
        assert isinstance(view, TalksView)
        return view

    def _shown(self) -> TabView | None:
        view = self._stack.currentWidget()
        return view if isinstance(view, TabView) else None

    def _name_of(self, view: TabView) -> str:
        return next((name for name, each in self._views.items() if each is view), TALKS)

    def _show_tabs(self) -> None:
        project = self.context.project
        tabs = []
        for each in TABS:
            count = each.count(project)
            tabs.append(Tab(id=each.id, label=_(each.label), count=str(count) if count else ""))
        if tabs != self._tabs:  # it costs more than all else that a key press leads to
            self._tabs = tabs
            self.tabs.show_tabs(tabs)

    def _show_talks(self) -> None:
        project = self.context.project
        shown = (project.interviews, self._talk_id())
        if shown == self._interviews:
            return
        self._interviews = shown
        numbers = talk_numbers(project)
        entries = [
            (talk.id, talk_name(talk, numbers[talk.id])[:_LONGEST_NAME])
            for talk in in_order(project.interviews)
        ]
        if entries != self._entries:
            self._entries = entries
            self.talks.clear()
            for talk_id, words in entries:
                self.talks.addItem(words, talk_id)
        self.talks.show_id(self._talk_id())

    def _talk_id(self) -> str:
        view = self._views.get(TALKS)
        return view.talk_id if isinstance(view, TalksView) else ""

    def _on_talk(self) -> None:
        self.show_place(Place(page=INTERVIEWS, view=TALKS, section=self.talks.current_id()))

    def read_notes(self, paths: Sequence[Path]) -> None:
        """Read notes in the background; each file becomes a talk, what can't be read is named."""

        def work(progress: Progress) -> tuple[list[tuple[str, str]], list[str]]:
            read, refused = [], []
            for number, path in enumerate(paths):
                progress.step(number, len(paths), path.name)
                try:
                    read.append((path.name, read_notes(path)))
                except KnownError as error:
                    refused.append(str(error))
            return read, refused

        def done(found: tuple[list[tuple[str, str]], list[str]]) -> None:
            notes, refused = found
            if notes:
                view = self._talks_view()
                view.open_talk(view.changes.take_notes(notes))
                self._tell_place()
            if refused:
                self.context.host.complain(" ".join(refused[:_MOST_REFUSED]))

        self.context.background.run(work, label=_("Reading notes"), done=done)

    def read_survey(self, path: Path) -> None:
        """Read a survey in the background, and show what it would become."""
        project = self.context.project

        def work(_progress: Progress) -> Survey:
            return read_survey(project, open_source(path))

        self.context.background.run(work, label=_("Reading the survey"), done=self.show_survey)

    def show_survey(self, survey: Survey) -> None:
        """Show what a survey would become; the tabs come back with the choice."""
        panel = SurveyPanel(self.context.appearance)
        panel.accepted.connect(self._take_survey)
        panel.left.connect(lambda: self.show_place(self.place()))
        if self._survey is not None:
            self._stack.removeWidget(self._survey)
            self._survey.deleteLater()
        self._survey = panel
        self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        panel.show_survey(survey)

    def _take_survey(self, talks: tuple[Interview, ...]) -> None:
        view = self._talks_view()
        view.changes.take_survey(talks)
        view.open_talk(talks[0].id)
        self._tell_place()

    def forget_person(self, talk_id: str) -> None:
        """Ask once, for it can't be undone, then forget the person of a talk everywhere."""
        project = self.context.project
        person = person_of(project, talk_id)
        who = who_words(project.interview(talk_id)) or _("this person")
        question = n_(
            "{who} goes with {n} interview, from this project, its versions, backups and undo. "
            "This can’t be taken back.",
            "{who} goes with {n} interviews, from this project, its versions, backups and undo. "
            "This can’t be taken back.",
            len(person.talks),
            who=who,
        )
        chosen = self.context.prompts.choice(_("Forget this person"), question, (_("Forget"),))
        if chosen is None or self._forget is None:
            return
        lists = still_named(project, person)
        self._forget(person, lambda found: self._say_forgotten(found, lists))

    def _say_forgotten(self, found: Forgotten, lists: tuple[str, ...]) -> None:
        words = [
            _(
                "Forgotten here, in {versions} versions and {backups} backups. Copies of the file "
                "that you sent or kept elsewhere still tell of them.",
                versions=found.versions,
                backups=found.backups,
            )
        ]
        if lists:
            words.append(_("Still named in: {lists}.", lists=", ".join(lists)))
        if found.unread or found.damaged_versions:
            files = ", ".join(path.name for path in found.unread) or _("damaged versions")
            words.append(_("Could not be looked into: {files}.", files=files))
        if len(words) > 1:
            self.context.host.complain(" ".join(words))
        else:
            self.context.host.say(words[0])

    def _choose_survey(self) -> None:
        kinds = _("Tables ({endings})", endings="*.csv *.tsv *.xlsx *.ods")
        path = self.context.prompts.open_file(_("Read a survey"), Path.home(), kinds)
        if path is not None:
            self.read_survey(path)

    def _choose_notes(self) -> None:
        kinds = _("Notes ({endings})", endings=" ".join(f"*{each}" for each in ENDINGS))
        path = self.context.prompts.open_file(_("Read notes from a file"), Path.home(), kinds)
        if path is not None:
            self.read_notes((path,))

    def _fill_menu(self) -> None:
        """Make the entries as the menu opens."""
        self._menu.clear()
        sheet = Place(page=DOCUMENTS, view="interview")
        self._add(_("Print a sheet with the questions"), lambda: self.context.host.go(sheet))
        self._add(_("Read notes from a file…"), self._choose_notes)
        self._add(_("Read a survey as interviews…"), self._choose_survey)
        if talk := self._talk_id():
            self._add(_("Remove this interview"), lambda: self._talks_view().changes.remove(talk))
            if self._forget is not None:
                self._add(_("Forget this person…"), lambda: self.forget_person(talk))

    def _add(self, words: str, act: Callable[[], object]) -> None:
        self._menu.addAction(literal(words)).triggered.connect(lambda _on: act())

    def _tell_place(self) -> None:
        self._show_talks()
        self.place_changed.emit(self.place())

    def _on_look_changed(self) -> None:
        """Build the tabs anew in another size; another colour needs nothing."""
        scale = self.context.appearance.theme.scale
        if scale == self._scale:
            return
        self._scale = scale
        place = self.place()
        for view in self._views.values():
            self._stack.removeWidget(view)
            view.deleteLater()
        self._views = {}
        self.show_place(place)
