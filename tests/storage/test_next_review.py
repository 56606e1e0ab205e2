"""What the home page is told of the next review, without opening a project."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from strategies import filled_project

from icp_desktop.model.forms import Form, Return
from icp_desktop.model.project import Project
from icp_desktop.model.review import Trigger
from icp_desktop.model.review_edits import PlanReviews, PutTrigger
from icp_desktop.storage.index import IndexRow
from icp_desktop.storage.library import LIBRARY_FILE, Library

DAY = date(2026, 11, 14)
OLD = Path(__file__).parent.parent / "old_formats" / "library-v2.sqlite"


def kept(folder: Path, project: Project) -> IndexRow:
    with Library.open(folder) as library:
        library.save(None, project)
        (row,) = library.projects()
    return row


def planned() -> Project:
    return PlanReviews(rhythm="quarter", next=DAY).apply(filled_project())


def test_no_plan_is_never_due(tmp_path: Path) -> None:
    row = kept(tmp_path, filled_project())
    assert (row.review, row.review_calls) == (None, ())
    assert not row.review_due(date(9999, 1, 1))


def test_a_day_is_due_when_it_has_come(tmp_path: Path) -> None:
    row = kept(tmp_path, planned())
    assert row.review == DAY
    assert not row.review_due(date(2026, 11, 13))
    assert row.review_due(DAY)


def test_what_happened_is_due_at_once(tmp_path: Path) -> None:
    trigger = Trigger(id="t", occasion="own", text="The tax law changed", happened=DAY)
    row = kept(tmp_path, PutTrigger(trigger=trigger).apply(planned()))
    assert row.review_calls == (("own", "The tax law changed"),)
    assert row.review_due(date(2026, 1, 1))


def test_an_older_library_gets_the_plan_with_the_next_change(tmp_path: Path) -> None:
    shutil.copyfile(OLD, tmp_path / LIBRARY_FILE)
    with Library.open(tmp_path) as library:
        before = library.load("p1").project
        assert library.projects()[0].review is None
        library.save(before, PlanReviews(rhythm="half_year", next=DAY).apply(before))
        assert library.projects()[0].review == DAY


def test_a_damaged_row_is_counted_again(tmp_path: Path) -> None:
    kept(tmp_path, planned())
    with sqlite3.connect(tmp_path / LIBRARY_FILE) as connection:
        connection.execute("UPDATE next_review SET day = 'some day', calls = '['")
    connection.close()
    with Library.open(tmp_path) as library:
        assert library.projects()[0].review == DAY


def test_forms_are_counted_that_are_out_and_back(tmp_path: Path) -> None:
    def form(name: str, *returns: Return) -> Form:
        return Form(
            id=name,
            questionnaire="pains",
            title="Pains",
            edition=1,
            sent=DAY,
            channel="pdf",
            due=DAY,
            returns=returns,
        )

    back = form("b", Return(digest="d", day=DAY))
    row = kept(tmp_path, replace(filled_project(), forms=(form("a"), back)))
    assert (row.forms, row.forms_back) == ((DAY,), 1)
    with sqlite3.connect(tmp_path / LIBRARY_FILE) as library:  # as it was once written
        library.execute("UPDATE forms_out SET due = ?", (f'["{DAY.isoformat()}"]',))
    library.close()
    with Library.open(tmp_path) as opened:
        (row,) = opened.projects()
    assert (row.forms, row.forms_back) == ((DAY,), 0)
