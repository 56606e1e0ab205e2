"""Talks in documents: themes as a picture with its counts, the quote bank as a sheet."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from invented_talks import SAID, with_talks
from openpyxl import load_workbook

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.charts import draw_order
from icp_desktop.documents.content import Request
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.insight.themes import count_themes
from icp_desktop.model.interview import InterviewAnswer
from icp_desktop.model.project import Project
from icp_desktop.worksheet.samples import make_sample


@pytest.fixture
def project() -> Project:
    talked = with_talks(make_sample("fitness-studio"), 6)
    ticked = InterviewAnswer(question="often", text="", asked="How often?", picked=("Weekly",))
    first = talked.interviews[0]
    first = replace(first, answers=(*first.answers, ticked), consent="named")
    hidden = replace(talked.interviews[1], consent="internal")
    return replace(talked, interviews=(first, hidden, *talked.interviews[2:]))


def rows_of(project: Project) -> dict[str, list[tuple[Any, ...]]]:
    request = Request(project=project, profile_id="", today=date(2026, 11, 21))
    book = load_workbook(io.BytesIO(make_document("workbook", ".xlsx", request)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_workbook_has_themes_quotes_and_counted_answers(project: Project) -> None:
    sheets = rows_of(project)
    told = {row[0]: row[1:3] for row in sheets["Themes"]}
    for each in count_themes(project):
        assert told[each.theme.name] == (each.count, 6)
    quotes = [row for row in sheets["Quotes"] if row[0] in SAID]
    hidden = len(project.interviews[1].quotes)
    assert len(quotes) == sum(len(talk.quotes) for talk in project.interviews) - hidden
    assert {row[1] for row in quotes} == {"Jonas W., Team lead, insurance", "Team lead, insurance"}
    assert [row[:4] for row in sheets["Answers counted"] if row[0] == "How often?"] == [
        ("How often?", "Weekly", 1, 1)
    ]


def test_without_talks_there_are_no_such_sheets() -> None:
    assert not {"Themes", "Quotes", "Answers counted"} & set(rows_of(make_sample("fashion-shop")))


def test_the_profile_shows_what_came_up(project: Project, read: Callable[[bytes], str]) -> None:
    request = Request(project=project, profile_id="", today=date(2026, 11, 21))
    result = render_pdf("profile", request)
    text = " ".join(read(result.data).split())
    assert result.log == ()
    assert "What came up in talks" in text
    assert "3 of 6 interviews" in text


def test_cells_are_in_order_and_a_bar_stands_for_too_many() -> None:
    chart = draw_order((True, False, True), words="2 of 3")
    assert chart.svg.count("<rect") == 3
    first, second, third = chart.svg.split("<rect")[1:]
    assert "#FFFFFF" in second
    assert "#FFFFFF" not in first + third
    assert draw_order((True,) * 300).svg.count("<rect") == 2
