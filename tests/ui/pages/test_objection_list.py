"""What an adviser would ask about, on the overview."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tables_made import make_table

from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.review import ReviewPlan
from icp_desktop.model.table import Column
from icp_desktop.model.values import NumberRange, Term, Terms
from icp_desktop.ui.customers import tab_view
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


def test_what_is_meant_so_can_be_seen_and_raised_again(qtbot: QtBot, enter: Enter) -> None:
    stage = enter(OverviewPage, project(), Place(profile="a"))
    shown = list_of(qtbot, stage, 2)
    assert not shown.quiet_button.isVisible()
    button(shown, "It is meant so: Company size").click()
    button(shown, "It is meant so: Values").click()
    list_of(qtbot, stage, 0)
    assert not shown.isHidden()
    assert shown.quiet_button.text() == "2 that are meant so"
    shown.quiet_button.click()
    button(shown, "Raise it again: Company size").click()
    assert [e.rule for e in list_of(qtbot, stage, 1).found] == ["too_broad"]
    shown.quiet_button.click()
    assert shown.quiet_button.text() == "1 that is meant so"


def test_a_long_list_is_gone_through_in_the_background_while_the_old_stays(
    qtbot: QtBot, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = enter(OverviewPage, project(), Place(profile="a"))
    shown = list_of(qtbot, stage, 2)
    monkeypatch.setattr(tab_view, "_AT_ONCE", 2)
    columns = (Column(heading="n", meaning="name"), Column(heading="t", meaning="company.industry"))
    table = make_table({"n": ["a", "b", "c"], "t": ["Law"] * 3}, columns)
    wanted = Answer(field="company.industry", value=VAGUE, weight="must")
    opened = stage.context.opened
    opened.do(PutItem(folder="tables", item=table))
    (profile,) = opened.project.profiles
    opened.do(PutItem(folder="profiles", item=replace(profile, answers=(*profile.answers, wanted))))
    assert len(shown.found) == 2
    found = list_of(qtbot, stage, 4).found
    assert "no_customer" in {each.rule for each in found}


def test_a_review_that_is_late_leads_to_the_reviews(qtbot: QtBot, enter: Enter) -> None:
    late = replace(project(), review_plan=ReviewPlan(next=date(2026, 1, 5)))
    stage = enter(OverviewPage, late, Place(profile="a"))
    shown = list_of(qtbot, stage, 3)
    button(shown, "Go there: A review was due on 5 January 2026").click()
    assert stage.host.places[-1].page == "reviews"


def test_a_sound_profile_shows_nothing(qtbot: QtBot, enter: Enter) -> None:
    (profile,) = project().profiles
    sound = replace(project(), profiles=(replace(profile, answers=profile.answers[:0]),))
    stage = enter(OverviewPage, sound, Place(profile="a"))
    qtbot.waitUntil(lambda: not stage.context.background.busy, timeout=10_000)
    assert list_of(qtbot, stage, 0).isHidden()
