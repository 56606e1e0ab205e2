"""The home page of somebody with several clients: found, sorted, copied, begun anew, put away."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from icp_desktop.model.brand import Brand
from icp_desktop.model.forms import Form, Return
from icp_desktop.model.review import ReviewPlan
from icp_desktop.storage.index import IndexRow, index_row
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.home_model import FORMS, NAME, REVIEW, HomeModel
from icp_desktop.worksheet.samples import make_sample, sample_ids
from tests.end_to_end import walk
from tests.ui.shell.answers import rest

NOW = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
TODAY = NOW.date()
CLIENTS = ("Bluebird Tax", "Tin Whistle Bicycles", "Copperkettle Brewery", "Papercrane",
           "Moss & Meadow", "Larkspur Dental", "Driftwood Kitchens")  # fmt: skip


def form(number: int, due: int, *, back: bool = False) -> Form:
    return Form(
        id=f"f{number}",
        questionnaire="pains",
        title="Pains",
        edition=1,
        sent=TODAY - timedelta(days=20),
        channel="pdf",
        due=TODAY + timedelta(days=due),
        returns=(Return(digest="d", day=TODAY),) if back else (),
    )


def row(client: str, *forms: Form, review: int | None = None) -> IndexRow:
    day = None if review is None else TODAY + timedelta(days=review)
    project = replace(
        make_sample("fitness-studio"),
        id=client.casefold().replace(" ", ""),
        client=client,
        forms=forms,
        review_plan=ReviewPlan(next=day),
    )
    return index_row(project, NOW)


def model(*rows: IndexRow) -> HomeModel:
    made = HomeModel("clients")
    made.show_rows(rows, NOW, "clients")
    return made


def order(made: HomeModel) -> list[str]:
    return [made.row_at(number).client for number in range(made.rowCount())]


def test_forms_out_are_told_with_what_is_back_and_late() -> None:
    made = model(row("A", form(1, 5), form(2, -3), form(3, 5, back=True)), row("B"))
    made.sort(NAME, Qt.SortOrder.AscendingOrder)
    cell = made.cell(0, FORMS)
    assert (cell.first, cell.second, cell.late) == ("1 of 3 back", "1 late", True)
    assert made.cell(1, FORMS).first == "–"
    assert made.data(made.index(1, FORMS), Qt.ItemDataRole.AccessibleTextRole) == "No forms out"


@pytest.mark.parametrize(
    ("days", "first", "second", "late"),
    [
        (-7, "14 Nov", "7 days late", True),
        (0, "21 Nov", "today", True),
        (1, "22 Nov", "in 1 day", False),
        (52, "12 Jan 2027", "in 7 weeks", False),
        (100, "1 Mar 2027", "in 3 months", False),
        (None, "–", "no day set", False),
    ],
)
def test_the_next_review_is_told(days: int | None, first: str, second: str, late: bool) -> None:
    cell = model(row("A", review=days)).cell(0, REVIEW)
    assert (cell.first, cell.second, cell.late) == (first, second, late)


def test_what_calls_for_a_review_is_told_before_its_day() -> None:
    called = replace(row("A", review=30), review_calls=(("own", "A new law"),))
    assert model(called).cell(0, REVIEW).late
    bare = replace(row("A"), review_calls=(("own", "A new law"),))
    assert model(bare).cell(0, REVIEW).first == "Now"


def test_projects_are_sorted_by_forms_review_and_name() -> None:
    made = model(
        row("B", form(1, 5), review=30), row("A", form(1, -5), form(2, 4), review=-7), row("C")
    )
    made.sort(REVIEW, Qt.SortOrder.AscendingOrder)
    assert order(made) == ["A", "B", "C"]
    made.sort(FORMS, Qt.SortOrder.DescendingOrder)
    assert order(made) == ["A", "B", "C"]
    made.sort(NAME, Qt.SortOrder.DescendingOrder)
    assert order(made) == ["C", "B", "A"]


def test_projects_are_found_by_name_profile_and_stage() -> None:
    made = model(row("Bluebird Tax"), row("Tin Whistle"))
    made.seek("blue")
    assert order(made) == ["Bluebird Tax"]
    made.seek("CITY professionals draft tin")
    assert order(made) == ["Tin Whistle"]
    made.seek("nobody")
    assert order(made) == []
    made.seek("")
    assert len(order(made)) == 2


@pytest.fixture
def seven(window: MainWindow) -> MainWindow:
    for client, sample_id in zip(CLIENTS, sample_ids(), strict=True):
        project = replace(
            make_sample(sample_id), id=client[:4].strip().casefold(), client=client, sample=""
        )
        window.session.store.library.add(project)
    window.screens.show_home()
    return window


def test_one_of_many_is_found_by_typing(seven: MainWindow, qtbot: QtBot) -> None:
    home = seven.screens.home
    assert home.search.isVisible()
    qtbot.keyClicks(home.search, "larkspur")
    assert home.table.model_of_rows.rowCount() == 1
    qtbot.keyClicks(home.search, " x")
    assert home.nothing.text() == "No project holds “larkspur x”."
    assert not home.table.isVisible()
    home.search.clear()
    assert home.table.model_of_rows.rowCount() == len(CLIENTS)


def test_of_much_that_waits_the_first_is_shown_until_all_is_asked_for(
    seven: MainWindow, qtbot: QtBot
) -> None:
    library = seven.session.store.library
    for each in library.projects():
        before = library.load(each.id).project
        library.save(before, replace(before, review_plan=ReviewPlan(next=date(2026, 1, 5))))
    seven.screens.show_home()
    waiting = seven.screens.home.waiting
    assert waiting.count == len(CLIENTS)
    assert sum(b.text() == "Start the review" for b in waiting.findChildren(QPushButton)) <= 5
    assert waiting.more_button.text() == f"Show all {len(CLIENTS)}"
    waiting.more_button.click()
    assert waiting.more_button.isHidden()
    rest(seven, qtbot)
    names = {w.accessibleName() for w in waiting.findChildren(QPushButton)}
    assert all(any(client in name for name in names) for client in CLIENTS)


def test_a_project_is_duplicated_and_that_undone(seven: MainWindow, qtbot: QtBot) -> None:
    library = seven.session.store.library
    before = library.load("lark").project
    seven.screens.home.copy_asked.emit(before.id)
    rest(seven, qtbot)
    qtbot.waitUntil(lambda: len(library.projects()) == len(CLIENTS) + 1)
    copy = next(each for each in library.projects() if each.name.endswith(", copy"))
    assert copy.id != before.id
    after = library.load(copy.id).project
    assert replace(after, id=before.id, name=before.name) == before
    assert copy.file is not None
    assert copy.file.is_file()
    seven.session.archive(copy.id)
    rest(seven, qtbot)
    qtbot.waitUntil(lambda: len(library.projects()) == len(CLIENTS))
    assert len(library.removed()) == 1


def test_a_project_is_archived_and_brought_back(seven: MainWindow, qtbot: QtBot) -> None:
    library = seven.session.store.library
    whole = library.load("lark").project
    seven.session.archive("lark")
    rest(seven, qtbot)
    qtbot.waitUntil(lambda: not library.has("lark"))
    (kept,) = library.removed()
    seven.screens.show_home("archive")
    assert [each.name for each in seven.screens.home.archive.rows()] == [
        "Larkspur Dental - " + whole.name
    ]
    seven.screens.home.restore_asked.emit(kept)
    rest(seven, qtbot)
    qtbot.waitUntil(lambda: library.has("lark"))
    assert library.load("lark").project == whole
    assert library.removed() == ()


def test_a_new_project_asks_the_same_and_takes_nothing_else(
    seven: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    library = seven.session.store.library
    old = library.load("lark").project
    dressed = replace(old, brand=Brand(colour="#174684", footer="Rowan Ash Advice"))
    library.save(old, dressed)
    seven.screens.home.like_asked.emit("lark")
    card = seven.screens.home.card
    assert card is not None
    qtbot.keyClicks(card.name, "Otter Works")
    card.form_button.click()
    qtbot.waitUntil(lambda: seven.view is not None)
    rest(seven, qtbot)
    assert seven.view is not None
    new = seven.view.context.project
    assert (new.client, new.worksheet, new.brand) == ("Otter Works", old.worksheet, dressed.brand)
    assert new.currency == old.currency
    assert (new.about, new.interviews, new.tables, new.personas) == ((), (), (), ())
    assert [each.answers for each in new.profiles] == [()]


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 800), 1.0), ((1024, 700), 1.0), ((1024, 700), 2.0)]
)
def test_nothing_is_cut_off_nameless_or_sideways(
    seven: MainWindow, qtbot: QtBot, themed: Appearance, size: tuple[int, int], scale: float
) -> None:
    themed.set_scale(scale)
    seven.resize(*size)
    rest(seven, qtbot)
    found = walk.all_findings(seven)
    seven.screens.home.like_asked.emit("lark")
    rest(seven, qtbot)
    found += walk.all_findings(seven)
    assert not found, "\n".join(map(str, found))
