"""What an adviser would ask about, on the overview."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import NumberRange, Term, Terms
from icp_desktop.ui.pages.objection_list import ObjectionList
from icp_desktop.ui.pages.overview import OverviewPage
from icp_desktop.ui.pages.page import Place
from icp_desktop.worksheet.shipped import standard_source
from tests.ui.pages.conftest import Enter, Stage

WIDE = NumberRange(low=Decimal(1), high=Decimal(9_000), unit="people")
VAGUE = Terms(items=(Term(id="t", text="Quality"),))


def project() -> Project:
    answers = (
        Answer(field="company.size", value=WIDE),
        Answer(field="mindset.values", value=VAGUE),
    )
    profile = Profile(id="a", name="Anybody", market="b2b", answers=answers)
    return Project(
        id="p", client="Krume", name="", worksheet=standard_source(), profiles=(profile,)
    )


def list_of(qtbot: QtBot, stage: Stage, count: int) -> ObjectionList:
    found = stage.page.findChild(ObjectionList)
    assert found is not None
    qtbot.waitUntil(lambda: len(found.found) == count, timeout=10_000)
    return found


def button(shown: ObjectionList, name: str) -> QPushButton:
    return next(b for b in shown.findChildren(QPushButton) if b.accessibleName().startswith(name))


def test_objections_lead_to_their_field(qtbot: QtBot, enter: Enter) -> None:
    stage = enter(OverviewPage, project(), Place(profile="a"))
    shown = list_of(qtbot, stage, 2)
    assert not shown.isHidden()
    button(shown, "Go there: Company size").click()
    assert stage.host.places[-1].field == "company.size"


def test_one_that_is_meant_so_is_not_raised_again(qtbot: QtBot, enter: Enter) -> None:
    stage = enter(OverviewPage, project(), Place(profile="a"))
    button(list_of(qtbot, stage, 2), "It is meant so: Company size").click()
    assert [e.rule for e in list_of(qtbot, stage, 1).found] == ["vague"]
    stage.context.opened.undo()
    list_of(qtbot, stage, 2)


def test_a_sound_profile_shows_nothing(qtbot: QtBot, enter: Enter) -> None:
    (profile,) = project().profiles
    sound = replace(project(), profiles=(replace(profile, answers=profile.answers[:0]),))
    stage = enter(OverviewPage, sound, Place(profile="a"))
    qtbot.waitUntil(lambda: not stage.context.background.busy, timeout=10_000)
    assert list_of(qtbot, stage, 0).isHidden()
