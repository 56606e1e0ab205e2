"""The playbook in the whole window: kept, out of date, refreshed line by line, undone."""

from collections.abc import Callable
from dataclasses import replace

from icp_desktop.model.edits import SetValue
from icp_desktop.model.values import Pairs
from icp_desktop.ui.pages.page import PLAYBOOK, Place
from icp_desktop.ui.playbook.page import PlaybookPage
from icp_desktop.ui.proposal_page import ProposalPage
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end import walk
from tests.end_to_end.program import Program

Start = Callable[..., Program]


def page_of(program: Program) -> PlaybookPage:
    assert program.window.view is not None
    page = program.window.view.page()
    assert isinstance(page, PlaybookPage)
    return page


def test_what_has_changed_is_offered_on_the_one_page_of_proposals(start: Start) -> None:
    program = start(make_sample("fitness-studio"), size=(1280, 800))
    program.go(Place(page=PLAYBOOK, view="messages"))
    page_of(program).refresh_button.click()  # keeps the lines
    program.settle()
    assert program.window.view is not None
    opened = program.window.view.context.opened
    kept = opened.project
    profile = kept.profiles[0]
    pains = profile.answer("needs.pains").value
    assert isinstance(pains, Pairs)
    first = replace(pains.items[0], second="Forty minutes, shower included")
    changed = Pairs(items=(first, *pains.items[1:]))
    opened.do(SetValue(place=profile.id, field="needs.pains", value=changed))
    program.settle()

    page_of(program).refresh_button.click()
    program.settle()
    offered = program.window.screens.current()
    assert isinstance(offered, ProposalPage)
    assert offered.proposal.suggestions
    assert not [str(each) for each in walk.all_findings(program.window)]
    offered.accept()
    program.settle()

    texts = [play.text for play in opened.project.plays]
    assert any("Forty minutes, shower included" in text for text in texts)
    assert not page_of(program).refresh_button.isEnabled()
    opened.undo()
    opened.undo()
    assert opened.project is kept
