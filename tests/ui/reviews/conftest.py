"""What the tests of the reviews page share: a project with a past review, shown in a window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tables_made import make_table

from icp_desktop.model.evidence import NextTest
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.review import Doubt, Figure, Review, ReviewAnswer, ReviewPlan
from icp_desktop.model.table import Column
from icp_desktop.model.values import Term, Terms
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.page import REVIEWS, Place
from icp_desktop.ui.reviews.page import ReviewsPage
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end.program import Program
from tests.ui.leads.conftest import leads_project
from tests.ui.shell.answers import Answers

TODAY = date.today()  # noqa: DTZ011 - the day on the wall, as the page reads it
LAST = TODAY - timedelta(days=92)
STAGES: dict[str, list[object]] = {
    "Lead": [f"Lead {n}" for n in range(8)],
    "Trade": ["Bakery"] * 6 + ["Law"] * 2,
    "Stage": ["won", "won", "lost", "open", "open", "open", "lost", "lost"],
}
COLUMNS = (
    Column(heading="Lead", meaning="name"),
    Column(heading="Trade", meaning="company.industry"),
    Column(heading="Stage", meaning="stage"),
)


def reviewed_project() -> Project:
    """A project that was reviewed a quarter ago and is due for another review today."""
    project = leads_project()
    ideal = replace(
        project.profiles[0],
        answers=(
            Answer(
                field="company.industry",
                value=Terms(items=(Term(id="a", text="Bakery"),)),
                weight="must",
                next_test=NextTest(what="Ask ten", by=TODAY),
            ),
        ),
    )
    last = Review(
        id="last000001",
        begun=LAST,
        finished=LAST,
        answers=(
            ReviewAnswer(question="leads", verdict="no", now=Figure(count=2, total=9)),
            ReviewAnswer(question="buying", verdict="unsure", now=Figure(count=1, total=6)),
        ),
        version="gone000001",
        kept_as="Summer review",
        doubts=(Doubt(profile=ideal.id, field="company.industry", item="", words="Bakery"),),
    )
    table = replace(make_table(STAGES, COLUMNS, role="leads"), day=TODAY)
    return replace(
        project,
        client=make_sample("software-firm").client,
        profiles=(ideal, project.profiles[1]),
        tables=(table,),
        reviews=(last,),
        review_plan=ReviewPlan(rhythm="quarter", next=TODAY, edition=1),
    )


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def program(themed: Appearance, tmp_path: Path, answers: Answers) -> Iterator[Program]:
    """The window with the project, on the reviews page."""
    program = Program(themed, tmp_path / "home", prompts=answers)
    program.add(reviewed_project())
    program.show(1280, 800)
    program.go(Place(page=REVIEWS))
    yield program
    program.close()


@pytest.fixture
def page(program: Program) -> ReviewsPage:
    view = program.window.view
    assert view is not None
    page = view.page()
    assert isinstance(page, ReviewsPage)
    return page
