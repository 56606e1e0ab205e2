"""The worksheet as a form: what is typed and chosen is in the project, and undo shows it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.model.edits import BUSINESS, SetValue
from icp_desktop.model.project import Profile, Project, find_answer
from icp_desktop.model.values import Choice, MoneyRange, NumberRange, Term, Terms, Text
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.done_line import DoneLine
from icp_desktop.ui.pages.field_row import FieldRow
from icp_desktop.ui.pages.form import FormView
from icp_desktop.ui.pages.items_block import ItemsBlock
from icp_desktop.ui.pages.market_button import MarketButton
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.pages.reason_line import ReasonLine
from icp_desktop.ui.pages.section_form import SectionForm
from icp_desktop.ui.pages.worksheet import WorksheetPage
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.worksheet.shipped import standard_source
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage

CITY = "city"
SHIFT_TAB = Qt.Key.Key_Backtab


def empty(market: str = "b2c", kind: str = "ideal") -> Project:
    profile = Profile(id=CITY, name="City professionals", market=market, kind=kind)  # type: ignore[arg-type]
    return Project(
        id="halfmoon",
        client="Halfmoon Fitness",
        name="Members",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
    )


def at(section: str = "", field: str = "", view: str = "form") -> Place:
    return Place(page="worksheet", profile=CITY, section=section, field=field, view=view)


def form_of(stage: Stage) -> SectionForm:
    shown = [view for view in stage.page.findChildren(FormView) if view.isVisible()]
    form = shown[0].form
    assert form is not None
    return form


def row_of(stage: Stage, field: str) -> FieldRow:
    return next(row for row in form_of(stage).rows if row.field.id == field)


def answer(stage: Stage, field: str):  # noqa: ANN201 - the value of any kind
    return stage.project.profile(CITY).answer(field)


def choose(menu: QMenu, start: str) -> None:
    """Open a menu and take the entry that begins with some words."""
    menu.aboutToShow.emit()
    action: QAction = next(a for a in menu.actions() if a.text().replace("&", "").startswith(start))
    action.trigger()


def test_a_section_is_filled_in_by_keyboard_alone(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people"))

    stage.type("30")
    stage.press(Qt.Key.Key_Tab)
    stage.type("50")
    to_editor(stage, "people.gender")
    stage.press(Qt.Key.Key_Right, 2)
    to_editor(stage, "people.location")
    stage.type("Within 15 minutes")
    to_editor(stage, "people.income")
    stage.type("38000")
    stage.press(Qt.Key.Key_Tab)
    stage.type("70000")
    to_editor(stage, "people.occupation")
    stage.type("Nurses,teachers")
    stage.press(Qt.Key.Key_Tab)

    assert answer(stage, "people.age_range").value == NumberRange(
        low=Decimal(30), high=Decimal(50), unit="years"
    )
    assert isinstance(answer(stage, "people.gender").value, Choice)
    assert answer(stage, "people.location").value == Text(text="Within 15 minutes")
    assert answer(stage, "people.income").value == MoneyRange(
        low=Decimal(38000), high=Decimal(70000), currency="GBP", unit="year"
    )
    occupations = answer(stage, "people.occupation").value
    assert isinstance(occupations, Terms)
    assert [term.text for term in occupations.items] == ["Nurses", "teachers"]


def to_editor(stage: Stage, field: str) -> None:
    """Press Tab until the focus is where a field is typed."""
    editor = row_of(stage, field).editor
    for _step in range(12):
        stage.press(Qt.Key.Key_Tab)
        if editor.isAncestorOf(stage.focus()):
            return
    pytest.fail(f"Tab never came to {field}")


def test_tab_goes_in_the_order_of_reading_and_back(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people", "people.location"))

    names = []
    for _step in range(4):
        stage.press(Qt.Key.Key_Tab)
        names.append(stage.focus().accessibleName())
    stage.press(SHIFT_TAB, 3)

    assert "omment" in names[0]  # stands below the answer that is open alone
    assert names[2].startswith("How you know “Income level”")
    assert "Income level" in names[3]
    assert row_of(stage, "people.location").editor.isAncestorOf(stage.focus())


def test_control_enter_goes_to_the_next_answer_over_the_end_of_a_section(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people", "people.age_range"))

    stage.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    second = stage.page.place().field
    for _step in range(20):
        stage.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        if stage.page.place().section != "people":
            break

    assert second == "people.gender"
    assert stage.page.place().section == "company"


def test_undo_shows_in_the_editor_and_keeps_the_caret(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people", "people.location"))
    stage.type("Near the studio")
    stage.context.opened.seal()
    stage.type(" and far")
    area = stage.focus()
    assert isinstance(area, QPlainTextEdit)

    stage.context.opened.undo()

    assert area.toPlainText() == "Near the studio"
    assert area.textCursor().position() == len("Near the studio")
    assert area.hasFocus()
    assert stage.context.opened.undo()
    assert not stage.project.profile(CITY).answers


def test_typing_leaves_the_editor_alone_and_is_one_step(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people", "people.location"))
    stage.type("a  b")
    area = stage.focus()
    assert isinstance(area, QPlainTextEdit)
    cursor = area.textCursor()
    cursor.setPosition(1)
    area.setTextCursor(cursor)

    stage.type("xy")

    assert area.toPlainText() == "axy  b"
    assert area.textCursor().position() == 3
    stage.press(Qt.Key.Key_Tab)  # leaving seals
    assert stage.context.opened.undo()
    assert not stage.project.profile(CITY).answers


def test_a_change_from_elsewhere_touches_only_its_row(enter: Enter, fitness: Project) -> None:
    city = fitness.profiles[0].id
    place = Place(page="worksheet", profile=city, section="buying", view="form")
    stage = enter(WorksheetPage, fitness, place)
    before = {row.field.id: row.answer for row in form_of(stage).rows}

    edit = SetValue(place=city, field="buying.decision", value=Text(text="Alone"))
    stage.context.opened.do(edit)

    changed = [r.field.id for r in form_of(stage).rows if r.answer is not before[r.field.id]]
    assert changed == ["buying.decision"]


def test_the_menu_of_a_chip_writes_proof_and_undoes_in_one_step(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    stage.type("A new job")
    row = row_of(stage, "needs.why_now")
    menu = row._chip.menu()
    assert isinstance(menu, QMenu)

    choose(menu, "Interviews")
    stage.settle()

    (piece,) = answer(stage, "needs.why_now").evidence
    assert (piece.source, piece.against) == ("interviews", False)
    assert row._chip.text() == "Interviews"
    stage.context.opened.undo()
    assert answer(stage, "needs.why_now").evidence == ()
    assert answer(stage, "needs.why_now").value == Text(text="A new job")


def test_counts_of_proof_are_typed_in_place(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    stage.type("A new job")
    row = row_of(stage, "needs.why_now")

    choose(row._chip.menu(), "Interviews")
    stage.settle()
    assert stage.focus().accessibleName() == "Interviews that say so"
    stage.type("6")
    stage.press(Qt.Key.Key_Tab)
    stage.type("9")

    assert row._chip.text() == "6 of 9 interviews"
    (piece,) = answer(stage, "needs.why_now").evidence
    assert (piece.count, piece.total) == (6, 9)


def test_a_reference_has_its_page_and_date(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    stage.type("A new job")
    choose(row_of(stage, "needs.why_now")._chip.menu(), "Outside source")
    stage.settle()

    stage.type("City statistics")
    stage.press(Qt.Key.Key_Tab)
    stage.type("14")

    (piece,) = answer(stage, "needs.why_now").evidence
    assert (piece.reference, piece.page) == ("City statistics", "14")
    assert row_of(stage, "needs.why_now")._chip.text() == "1 source"


def test_more_saying_so_than_were_asked_is_told(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    choose(row_of(stage, "needs.why_now")._chip.menu(), "Interviews")
    stage.settle()

    stage.type("9")
    stage.press(Qt.Key.Key_Tab)
    stage.type("6")

    shown = [w.text() for w in stage.page.findChildren(QWidget) if hasattr(w, "text")]
    told = [words for words in shown if isinstance(words, str) and "9 is more than 6" in words]
    assert told


def test_a_stronger_grade_keeps_the_weaker_proof_and_an_assumption_has_none(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    menu = row_of(stage, "needs.why_now")._chip.menu()

    choose(menu, "Team opinion")
    choose(menu, "Customer data")
    both = [piece.source for piece in answer(stage, "needs.why_now").evidence]
    choose(menu, "Assumption")

    assert both == ["team", "customers"]
    assert answer(stage, "needs.why_now").evidence == ()


def test_what_speaks_against_an_answer_makes_it_disputed(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    stage.type("A new job")
    row = row_of(stage, "needs.why_now")
    menu = row._chip.menu()
    menu.aboutToShow.emit()
    against = next(a.menu() for a in menu.actions() if a.text().startswith("Something"))

    next(a for a in against.actions() if a.text() == "&Interviews").trigger()
    stage.settle()

    assert "disputed" in row._chip.text()
    assert answer(stage, "needs.why_now").evidence[0].against


def test_the_grade_of_a_list_can_be_lowered_although_its_items_are_proven(
    enter: Enter, fitness: Project
) -> None:
    city = fitness.profiles[0].id
    place = Place(page="worksheet", profile=city, section="needs", field="needs.pains")
    stage = enter(WorksheetPage, fitness, place)

    choose(row_of(stage, "needs.pains")._chip.menu(), "Assumption")

    assert row_of(stage, "needs.pains")._chip.text() == "Assumption"
    stage.context.opened.undo()
    assert stage.project is fitness


def test_each_item_of_a_list_carries_its_own_proof(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.goals"))
    stage.type("Sleep,A fixed slot")
    stage.press(Qt.Key.Key_Tab)
    row = row_of(stage, "needs.goals")
    choose(row._chip.menu(), "Team opinion")
    before = stage.project
    row.editor.focus_widget().setFocus()
    stage.settle()
    items = row.findChild(ItemsBlock)
    assert items is not None

    items._fold.click()
    first, second = items._lines.values()
    choose(first._chip.menu(), "Interviews")
    stage.settle()
    stage.type("4")

    value = answer(stage, "needs.goals").value
    assert isinstance(value, Terms)
    assert [[e.source for e in item.evidence] for item in value.items] == [
        ["team", "interviews"],
        ["team"],
    ]
    assert answer(stage, "needs.goals").evidence == ()
    assert (first._chip.text(), second._chip.text()) == ("4 interviews", "Team opinion")
    assert row._chip.text() == "Team opinion"
    stage.context.opened.undo()
    stage.context.opened.undo()
    assert stage.project is before


def test_the_menu_shows_the_grade_that_holds(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    menu = row_of(stage, "needs.why_now")._chip.menu()
    choose(menu, "Customer data")

    menu.aboutToShow.emit()

    assert [a.text().split(" – ")[0] for a in menu.actions() if a.isChecked()] == ["Customer &data"]


def test_what_only_colleagues_say_leads_to_a_plan(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    stage.type("A new job")
    choose(row_of(stage, "needs.why_now")._chip.menu(), "Team opinion")
    stage.settle()

    shown = walk.shown_widgets(stage.page)
    ask = next(w for w in shown if w.accessibleName() == "Ask in the next interviews")
    ask.click()  # type: ignore[attr-defined]
    stage.settle()

    assert answer(stage, "needs.why_now").next_test.what == "Ask in the next interviews"
    assert stage.focus().accessibleName() == "Change the next test"


def test_a_source_is_added_with_five_keys_after_the_value(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    stage.type("A new job")
    keys = 0

    assert stage.page.prove()  # Ctrl+R in the window
    keys += 1
    stage.settle()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_S)
    keys += 1
    stage.settle()
    stage.type("Yearbook of the city")

    assert keys <= 5
    (piece,) = answer(stage, "needs.why_now").evidence
    assert (piece.source, piece.reference) == ("outside", "Yearbook of the city")
    stage.context.opened.undo()
    assert answer(stage, "needs.why_now").evidence[0].reference == ""


@pytest.mark.parametrize(
    ("words", "against"), [("Add a source", False), ("Add what speaks against it", True)]
)
def test_one_click_adds_a_source(enter: Enter, words: str, against: bool) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    stage.type("A new job")

    shown = walk.shown_widgets(stage.page)
    add = next(w for w in shown if w.accessibleName() == f"{words}, Why now")
    add.click()  # type: ignore[attr-defined]
    stage.settle()
    stage.type("Yearbook")

    (piece,) = answer(stage, "needs.why_now").evidence
    assert (piece.source, piece.against, piece.reference) == ("outside", against, "Yearbook")


def test_each_item_that_is_a_guess_may_have_a_test_of_its_own(enter: Enter) -> None:
    goals = Terms(items=(Term(id="a", text="Sleep"), Term(id="b", text="Run")))
    place = at("needs", "needs.goals")
    stage = enter(WorksheetPage, empty(), place)
    stage.context.opened.do(SetValue(place=CITY, field="needs.goals", value=goals))
    stage.settle()
    items = row_of(stage, "needs.goals").findChild(ItemsBlock)
    assert items is not None
    items._fold.click()
    stage.settle()

    shown = walk.shown_widgets(stage.page)
    plan = next(w for w in shown if w.accessibleName() == "Change the next test of “Run”")
    plan.click()  # type: ignore[attr-defined]
    stage.settle()
    stage.type("Ask three")
    stage.press(Qt.Key.Key_Return)

    value = answer(stage, "needs.goals").value
    assert isinstance(value, Terms)
    assert [item.next_test.what for item in value.items] == ["", "Ask three"]


def test_a_weight_is_chosen(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))

    choose(row_of(stage, "needs.why_now")._weight.menu(), "Must have")

    assert answer(stage, "needs.why_now").weight == "must"
    assert "Must have" in row_of(stage, "needs.why_now")._weight.accessibleName()


def test_who_is_not_a_fit_is_ruled_out_or_warned_about(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(kind="negative"), at("needs", "needs.why_now"))
    weight = row_of(stage, "needs.why_now")._weight

    offered = [action.text() for action in weight.menu().actions()]
    choose(weight.menu(), "Rules out")

    assert offered == ["Rules out", "Warns"]
    assert answer(stage, "needs.why_now").weight == "rules_out"


def test_a_reason_is_given_for_who_is_not_a_fit(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(kind="negative"), at("needs", "needs.why_now"))
    line = row_of(stage, "needs.why_now").findChild(ReasonLine)
    assert line is not None
    assert not line.isVisible()  # there is nothing to give a reason for yet
    stage.type("A voucher")

    stage.press(Qt.Key.Key_Tab)
    assert stage.focus() is line.choice
    stage.press(Qt.Key.Key_Down, 3)
    left_early = answer(stage, "needs.why_now").reason
    stage.press(Qt.Key.Key_End)
    stage.type("They wanted a pool")
    stage.press(Qt.Key.Key_Tab)

    assert left_early == "left_early"
    assert answer(stage, "needs.why_now").reason == "They wanted a pool"
    stage.context.opened.undo()
    stage.settle()
    assert line.choice.currentText() == "Left early"
    assert not line.line.isVisible()


def test_a_section_says_when_it_is_done_and_how_far_it_has_come(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people", "people.location"))
    line = form_of(stage).findChild(DoneLine)
    assert line is not None
    done = "Done when: A stranger could pick your good customers out of a crowd."
    assert line.text() == f"{done} 0 of 5 answered, 0 proven."

    stage.type("Near")
    row_of(stage, "people.location")._weight.chosen.emit("must")
    stage.settle()

    assert line.text() == f"{done} 1 of 5 answered, 0 proven. 1 must is still a guess."


def test_a_profile_that_fits_asks_for_no_reason(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs", "needs.why_now"))
    assert stage.page.findChild(ReasonLine) is None


def test_switching_the_market_and_back_loses_nothing(enter: Enter, fitness: Project) -> None:
    city = fitness.profiles[0].id
    place = Place(page="worksheet", profile=city, section="company", view="form")
    stage = enter(WorksheetPage, fitness, place)

    labels = {}
    for market in ("b2b", "both", "b2c"):
        button = form_of(stage).findChild(MarketButton)
        assert button is not None
        button.chosen.emit(market)
        stage.settle()
        labels[market] = [row.wording.label for row in form_of(stage).rows]

    assert stage.project == fitness
    assert "They are kept, out of sight." in stage.host.said[0]
    assert labels["b2b"] != labels["b2c"]
    assert "Industry" in labels["b2b"]
    assert "Line of work" in labels["b2c"]


def test_a_profile_is_renamed(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people"))
    stage.prompts.words = "Early risers"
    button = form_of(stage).findChild(MarketButton)
    assert button is not None

    choose(button.menu(), "Rename")

    assert stage.project.profile(CITY).name == "Early risers"


def test_a_field_added_to_the_worksheet_is_asked(enter: Enter) -> None:
    added = """
[[sections.fields]]
id = "needs.season"
kind = "text"
core = ["b2c"]
label = "Season"
why = "It tells when to be seen."
question = "When in the year do they come?"
good = "The first week of January."
weak = "Always."
"""
    project = empty()
    project = replace(project, worksheet=project.worksheet + added)
    stage = enter(WorksheetPage, project, at("needs", "needs.season"))

    stage.type("January")

    assert answer(stage, "needs.season").value == Text(text="January")


def test_more_detail_unfolds_and_is_counted(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people"))
    form = form_of(stage)
    core = len(form.rows)

    words = form._more.text()
    form._more.click()
    stage.settle()

    assert words == f"More detail ({len(form.rows) - core})"
    assert len(form.rows) > core
    assert form.field == form.rows[core].field.id


def test_one_row_is_open_and_the_one_entered_stays_where_it_was(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("people", "people.age_range"))
    row = row_of(stage, "people.location")
    form_of(stage).area.verticalScrollBar().setValue(120)
    before = row.mapTo(stage.window, row.rect().topLeft()).y()

    row.editor.focus_widget().setFocus(Qt.FocusReason.MouseFocusReason)
    stage.settle()

    assert row.mapTo(stage.window, row.rect().topLeft()).y() == before
    assert [r.field.id for r in form_of(stage).rows if r._help.isVisible()] == ["people.location"]


def test_a_click_into_a_row_below_the_open_one_hits(enter: Enter, qtbot: QtBot) -> None:
    stage = enter(WorksheetPage, empty(), at("people", "people.age_range"))
    segment = row_of(stage, "people.gender").findChild(Segment)
    assert segment is not None
    button = segment.buttons()[1]

    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    stage.settle()
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)

    assert answer(stage, "people.gender").value == Choice(choice="mostly_men")
    qtbot.waitUntil(lambda: form_of(stage).field == "people.gender")


def test_only_the_sections_that_were_shown_are_built(enter: Enter, fitness: Project) -> None:
    place = Place(page="worksheet", profile=fitness.profiles[0].id, section="needs")
    stage = enter(WorksheetPage, fitness, place)

    stage.page.show_place(replace(place, section="people"))
    stage.page.show_place(replace(place, section="needs"))

    built = stage.page.findChildren(SectionForm)
    assert sorted(form.section.id for form in built) == ["needs", "people"]


def test_a_place_is_come_back_to_with_its_scroll_bar(enter: Enter, fitness: Project) -> None:
    city = fitness.profiles[0].id
    stage = enter(WorksheetPage, fitness, Place(page="worksheet", profile=city, section="buying"))
    told: list[Place] = []
    stage.page.place_changed.connect(told.append)
    row_of(stage, "buying.objections").editor.focus_widget().setFocus()
    form_of(stage).area.verticalScrollBar().setValue(150)
    left = stage.page.place()

    stage.page.show_place(Place(page="worksheet", profile=city, section="people"))
    stage.page.show_place(left)
    stage.settle()

    assert told
    assert left.field == "buying.objections"
    assert left.scroll == 150
    assert stage.page.place() == left
    assert row_of(stage, "buying.objections").editor.isAncestorOf(stage.focus())


def test_answers_about_the_business_are_kept_apart(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("about", "about.difference"))

    stage.type("Open at six")

    assert find_answer(stage.project.about, "about.difference").value == Text(text="Open at six")
    assert row_of(stage, "about.difference")._weight.isHidden()
    assert BUSINESS == ""


def test_a_project_without_a_profile_offers_one(enter: Enter) -> None:
    stage = enter(WorksheetPage, replace(empty(), profiles=()), at())

    shown = walk.shown_widgets(stage.page)
    button = next(w for w in shown if w.accessibleName() == "Add a profile")
    button.click()  # type: ignore[attr-defined]
    stage.settle()

    assert len(stage.project.profiles) == 1
    assert form_of(stage).rows


def test_user_text_is_shown_literally(enter: Enter) -> None:
    hostile = "<b>Alone</b> & <img src=x>"
    edit = SetValue(place=CITY, field="people.location", value=Text(text=hostile))
    stage = enter(WorksheetPage, edit.apply(empty()), at("people", "people.location"))

    area = stage.focus()

    assert isinstance(area, QPlainTextEdit)
    assert area.toPlainText() == hostile


@pytest.mark.parametrize(
    ("size", "scale"), [((968, 606), 1.0), ((616, 700), 1.0), ((1808, 920), 2.0), ((912, 600), 2.0)]
)
def test_nothing_is_cut_off_nameless_or_sideways(
    enter: Enter, fitness: Project, themed: Appearance, size: tuple[int, int], scale: float
) -> None:
    themed.set_scale(scale)
    city = fitness.profiles[0].id
    place = Place(page="worksheet", profile=city, section="about", view="form")
    stage = enter(WorksheetPage, fitness, place, size)
    found = []
    for section in ("about", "people", "company", "mindset", "buying", "needs"):
        stage.page.show_place(replace(place, section=section))
        if form_of(stage)._more.isVisible():
            form_of(stage)._unfold()
        stage.settle()
        found += walk.all_findings(stage.page)

    assert not found, "\n".join(map(str, found))


def test_everything_is_reached_by_tab(enter: Enter, fitness: Project) -> None:
    place = Place(page="worksheet", profile=fitness.profiles[0].id, section="needs", view="form")
    stage = enter(WorksheetPage, fitness, place)

    found = walk.find_unreached(stage.window)

    assert not found, "\n".join(map(str, found))


def test_no_part_of_a_page_flashes_up_as_a_window(enter: Enter, fitness: Project) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # noqa: N802
            shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if shows and watched.isWindow() and watched is not stage.window:  # type: ignore[attr-defined]
                shown.append(type(watched).__name__)
            return False

    place = Place(page="worksheet", profile=fitness.profiles[0].id, section="needs", view="form")
    stage = enter(WorksheetPage, fitness, place)
    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    for view in ("tour", "yourself", "form"):
        for section in ("about", "people", "buying"):
            stage.page.show_place(replace(place, section=section, view=view))
            stage.settle()
    app.removeEventFilter(watch)

    assert shown == []


def test_the_scale_changes_while_the_form_is_open(
    enter: Enter, fitness: Project, themed: Appearance
) -> None:
    place = Place(page="worksheet", profile=fitness.profiles[0].id, section="buying", view="form")
    stage = enter(WorksheetPage, fitness, place)

    themed.set_scale(1.5)
    stage.settle()
    found = walk.find_sideways(stage.page)

    assert not found
    assert row_of(stage, "buying.decision").editor.isVisible()
    line = row_of(stage, "buying.frequency").findChild(QLineEdit)
    assert line is not None
    assert line.height() >= 45
