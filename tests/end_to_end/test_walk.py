"""A walk past every page, small and with large text: nothing cut, nameless, sideways, unreached."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from forms.asked import named, send
from forms.viewers import fill_by_pdfium
from invented_forms import with_forms
from invented_talks import with_talks

from icp_desktop.documents.forms_in import Arrived, collect
from icp_desktop.documents.merging import Copy
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.place import VERSIONS, Place
from icp_desktop.ui.pages.versions import VersionsPage
from icp_desktop.ui.proposal_page import ProposalPage, SideNames
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import standard_source
from tests.end_to_end import walk
from tests.end_to_end.program import Program

Start = Callable[..., Program]
SMALL = {"size": (1024, 700), "scale": 1.0}
LARGE_TEXT = {"size": (1920, 1080), "scale": 2.0}
SIZES = pytest.mark.parametrize("look", [SMALL, LARGE_TEXT], ids=["small", "large text"])


def empty_project() -> Project:
    profile = Profile(id="p1", name="Our customers", market="both")
    return Project(
        id="empty",
        client="Corner Café",
        name="Profiles",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
    )


def findings_on_the_way(program: Program) -> str:
    """Return a line per finding, with the pages it was seen on."""
    found: dict[str, list[str]] = {}
    for name in program.stations():
        for finding in findings_here(program):
            found.setdefault(finding, []).append(name)
    return "\n".join(f"{what}  [{pages[0]}; {len(pages)} pages]" for what, pages in found.items())


def findings_here(program: Program) -> list[str]:
    window = program.window
    return [str(each) for each in (*walk.all_findings(window), *walk.find_unreached(window))]


@SIZES
def test_the_sample_with_most_answers(start: Start, look: dict[str, object]) -> None:
    project = with_forms(with_talks(make_sample("software-firm")), today())
    assert findings_on_the_way(start(project, **look)) == ""


@SIZES
def test_a_project_without_answers(start: Start, look: dict[str, object]) -> None:
    assert findings_on_the_way(start(empty_project(), role="clients", **look)) == ""


@SIZES
def test_a_project_without_a_profile(start: Start, look: dict[str, object]) -> None:
    assert findings_on_the_way(start(replace(empty_project(), profiles=()), **look)) == ""


@SIZES
def test_the_first_questions(start: Start, look: dict[str, object]) -> None:
    assert findings_on_the_way(start(role="", **look)) == ""


@SIZES
def test_two_states_that_differ(start: Start, look: dict[str, object]) -> None:
    ours = make_sample("fitness-studio")
    program = start(ours, **look)
    program.open_project()
    profile = replace(ours.profiles[0], name="Another name", answers=ours.profiles[0].answers[4:])
    program.window.screens.show_other_state(replace(ours, client="Another", profiles=(profile,)))
    program.settle()
    assert findings_here(program) == []


@SIZES
def test_a_copy_that_came_back(start: Start, look: dict[str, object]) -> None:
    base = make_sample("fitness-studio")
    ours, theirs = replace(base, client="Ours"), replace(base, client="Theirs", name="Buyers")
    program = start(ours, **look)
    program.open_project()
    copy = Copy(project=theirs, name="Copy for Ann", base=base)
    program.window.screens.show_merge(copy, "Merge “Copy for Ann”")
    program.settle()
    assert findings_here(program) == []


@SIZES
def test_what_changed_between_two_versions(start: Start, look: dict[str, object]) -> None:
    project = make_sample("fitness-studio")
    profile = replace(project.profiles[0], name="Before", answers=project.profiles[0].answers[4:])
    program = start(project, **look)
    program.open_project()
    kept = program.library.keep_version(
        project.id,
        name="Spring",
        reason="Before the talks",
        day=today(),
        project=replace(project, profiles=(profile,)),
    )
    program.go(Place(page=VERSIONS))
    page = program.window.view.page()
    assert isinstance(page, VersionsPage)
    page.show_changes(kept)
    program.settle()
    assert findings_here(program) == []


@SIZES
def test_the_finder(start: Start, look: dict[str, object]) -> None:
    program = start(make_sample("fitness-studio"), **look)
    program.open_project()
    program.window.window_commands.find()
    program.settle()
    assert [str(finding) for finding in walk.all_findings(program.window)] == []


@SIZES
def test_forms_that_came_back(start: Start, look: dict[str, object]) -> None:
    project, _form, data = send()
    program = start(project, **look)
    program.open_project()
    answers = {named("in_words"): "Before work.", named("since"): "3/11/2026"}
    found = collect([Arrived(name="a.pdf", data=fill_by_pdfium(data, answers))], project, today())
    opened = program.window.view.context.opened
    names = SideNames(ours="Now", theirs="Form", bare=True)
    page = ProposalPage(program.window.appearance, opened, found.proposal, names)
    program.window.screens.show_proposal(page)
    program.settle()
    assert findings_here(program) == []
