"""What sets the best apart: shown with counts, changed by a rule, taken into the profile."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tables_made import trading_list, with_profile

from icp_desktop.model.judging import Condition, Rule
from icp_desktop.model.judging_edits import SetRule
from icp_desktop.model.project import Project
from icp_desktop.model.values import Terms
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.back_test_view import BackTestView
from icp_desktop.ui.customers.contrast_view import ContrastView
from icp_desktop.ui.customers.page import CustomersPage
from icp_desktop.ui.pages.page import CUSTOMERS, Place
from tests.end_to_end.program import Program

Show = Callable[[str], ContrastView | BackTestView]


@pytest.fixture
def traders() -> Project:
    return with_profile(trading_list())


@pytest.fixture
def show(themed: Appearance, tmp_path, traders: Project):  # noqa: ANN001, ANN201
    """Return a function that shows a tab of the customers page of the trading list."""
    import polars as pl  # loaded before, so that comparing is done at once

    assert pl.DataFrame().is_empty()
    program = Program(themed, tmp_path / "home")
    program.add(traders)
    program.show(1280, 800)
    program.open_project()

    def go(view: str) -> ContrastView | BackTestView:
        program.window.go(Place(page=CUSTOMERS, view=view))
        program.settle()
        assert program.window.view is not None
        page = program.window.view.page()
        assert isinstance(page, CustomersPage)
        shown = page._views[view]
        assert isinstance(shown, ContrastView | BackTestView)
        return shown

    go.program = program  # type: ignore[attr-defined]
    yield go
    program.close()


def project(show: Show) -> Project:
    found: Project = show.program.window.view.context.project  # type: ignore[attr-defined]
    return found


def contrast(show: Show, view: str = "best") -> ContrastView:
    found = show(view)
    assert isinstance(found, ContrastView)
    return found


def sentences(view: ContrastView) -> list[str]:
    return [row.content.sentence for row in view.list.rows if row.content is not None]


def test_the_rule_the_names_and_the_finding_are_shown(show: Show) -> None:
    view = contrast(show)
    assert view.line.words.text() == "Best means the top 9 by spend: 9 of 30."
    assert view.line.names.text().startswith("Customer 0, Customer 1,")
    assert sentences(view) == ["They are Dental practices."]
    row = view.list.rows[0]
    assert "best 8 of 9, others 1 of 21" in row.accessibleName()
    assert view.panel._sentence.text() == (
        "8 of your 9 best are Dental practices, 1 of the other 21."
    )
    assert view.list.too_few.isVisible()


def test_a_finding_stands_behind_the_answer_with_one_click(show: Show) -> None:
    view = contrast(show)
    before = project(show)
    QTest.mouseClick(view.panel.card.button, Qt.MouseButton.LeftButton)
    answer = project(show).profiles[0].answer("company.industry")
    assert isinstance(answer.value, Terms)
    assert answer.value.items[0].evidence[0].count == 8
    assert view.list.rows[0].content is not None
    assert view.list.rows[0].content.note == "Industry"
    show.program.window.view.context.opened.undo()  # type: ignore[attr-defined]
    assert project(show) is before
    assert view.list.rows[0].content.note == "Not used yet"


def test_the_rule_is_changed_and_undone(show: Show) -> None:
    view = contrast(show)
    view.line.change_button.click()
    assert view.editor.isVisible()
    view.editor.share.show_id("top 50%")
    view.editor.use_button.click()
    rule = Rule(conditions=(Condition(column="spend", test="top", value="50%"),))
    assert project(show).judging.best == rule
    assert view.line.words.text() == "Best means top half by spend: 15 of 30."
    assert not view.editor.isVisible()
    show.program.window.view.context.opened.undo()  # type: ignore[attr-defined]
    assert view.line.words.text() == "Best means the top 9 by spend: 9 of 30."


def test_a_rule_that_nobody_meets_is_not_taken(show: Show) -> None:
    view = contrast(show)
    view.line.change_button.click()
    view.editor.column.show_id("trade")
    view.editor.value.setText("Shipping")
    view.editor.use_button.click()
    assert "so nobody can be compared" in view.editor.problem.text()
    assert view.editor.isVisible()


def test_what_the_worst_share_makes_the_profile_that_is_no_fit(show: Show) -> None:
    view = contrast(show, "worst")
    assert sentences(view) == ["They are in Care.", "They are in Law."]
    view.panel.card.button.click()
    negative = [each for each in project(show).profiles if each.kind == "negative"]
    assert len(negative) == 1
    assert negative[0].answer("company.industry").weight == "warns"


def test_what_a_bad_fit_costs_is_worked_out_as_it_is_typed(show: Show) -> None:
    view = contrast(show, "worst")
    for name, figure in (("hours", "12"), ("hourly_rate", "50")):
        line = view.costs.lines[name]
        line.setFocus()
        QTest.keyClicks(line, figure)
    assert "One costs US$600 a year." in view.costs.total.text().replace("$600", "US$600", 1)
    assert "The 9 worst customers you have" in view.costs.total.text()
    QTest.keyClicks(view.costs.lines["refunds"], "abc")
    assert "is not a figure" in view.costs.note.text()


def test_without_a_list_the_way_to_one_is_shown(show: Show, traders: Project) -> None:
    from dataclasses import replace

    from icp_desktop.model.edits import ReplaceProject

    view = contrast(show)
    opened = show.program.window.view.context.opened  # type: ignore[attr-defined]
    opened.do(ReplaceProject(project=replace(traders, tables=())))
    assert view.empty.isVisible()
    opened.undo()
    assert view.list.rows[0].isVisible()


def test_the_profile_is_tested_and_moves_when_a_criterion_is_dropped(show: Show) -> None:
    view = show("back-test")
    assert isinstance(view, BackTestView)
    assert view.lead.text() == (
        "This profile would have let in 8 of your 9 best and 0 of your 9 worst."
    )
    before = project(show)
    view.change("company.industry", "dropped")
    assert view.lead.text() == (
        "This profile would have let in 9 of your 9 best and 9 of your 9 worst."
    )
    assert view.reset_button.isVisible()
    assert project(show) is before
    view.reset()
    assert "8 of your 9 best" in view.lead.text()


def test_a_rule_that_nobody_meets_any_more_is_said_and_nothing_is_shown(show: Show) -> None:
    view = contrast(show)
    opened = show.program.window.view.context.opened  # type: ignore[attr-defined]
    gone = Rule(conditions=(Condition(column="trade", test="is", value="Shipping"),))
    opened.do(SetRule(side="best", rule=gone))
    assert view.line.words.text().startswith("Nobody meets “")
    assert not view.list.isVisible()
    assert view.line.change_button.isVisible()
    everybody = Rule(conditions=(Condition(column="trade", test="is_not", value="Shipping"),))
    opened.do(SetRule(side="best", rule=everybody))
    assert view.line.words.text().startswith("Everybody meets “")
    opened.undo()
    opened.undo()
    assert view.list.isVisible()
