"""What a tab of the interviews page is, and the table of tabs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icp_desktop.i18n import later
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.ui.pages.place import Place

if TYPE_CHECKING:
    from icp_desktop.ui.pages.page import Context

TALKS, THEMES, QUOTES = "talks", "themes", "quotes"
FORMS, QUESTIONS, TEAM = "forms", "questions", "team"


class TabView(QWidget):
    """The content of one tab; `go_asked` carries the place that the person wants to see."""

    go_asked = Signal(object)

    def show_place(self, place: Place) -> None:
        """Show a place within the tab and put the focus there."""
        raise NotImplementedError

    def take_project(self, project: Project) -> None:
        """Show the project as it is now."""
        raise NotImplementedError

    def place(self) -> Place:
        """Return where the person is."""
        raise NotImplementedError


@record
class TabMaker:
    """A tab: its id and words, what it counts, and how its content is made when first shown."""

    id: str
    label: str
    count: Callable[[Project], int]
    make: "Callable[[Context], TabView]"


def _make_talks(context: "Context") -> TabView:
    from icp_desktop.ui.talks.talks_view import TalksView

    return TalksView(context)


def _make_themes(context: "Context") -> TabView:
    from icp_desktop.ui.talks.themes_view import ThemesView

    return ThemesView(context)


def _make_quotes(context: "Context") -> TabView:
    from icp_desktop.ui.talks.quotes_view import QuotesView

    return QuotesView(context)


def _make_forms(context: "Context") -> TabView:
    from icp_desktop.ui.forms.forms_view import FormsView

    return FormsView(context)


def _make_questions(context: "Context") -> TabView:
    from icp_desktop.ui.forms.questions_view import QuestionsView

    return QuestionsView(context)


def _make_team(context: "Context") -> TabView:
    from icp_desktop.ui.forms.team_view import TeamView

    return TeamView(context)


TABS: tuple[TabMaker, ...] = (
    TabMaker(
        id=TALKS,
        label=later("Talks"),
        count=lambda project: len(project.interviews),
        make=_make_talks,
    ),
    TabMaker(
        id=THEMES,
        label=later("Themes"),
        count=lambda project: len(project.themes),
        make=_make_themes,
    ),
    TabMaker(
        id=QUOTES,
        label=later("Quotes"),
        count=lambda project: sum(len(talk.quotes) for talk in project.interviews),
        make=_make_quotes,
    ),
    TabMaker(
        id=FORMS,
        label=later("Forms out"),
        count=lambda project: sum(form.is_out for form in project.forms),
        make=_make_forms,
    ),
    TabMaker(
        id=QUESTIONS,
        label=later("Questions"),
        count=lambda project: len(project.questionnaires),
        make=_make_questions,
    ),
    TabMaker(
        id=TEAM,
        label=later("Team"),
        count=lambda project: len(project.voices),
        make=_make_team,
    ),
)
