"""The leads in print: the best first, reasons and questions; and the card to score by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from leads_made import project_of
from openpyxl import load_workbook
from pypdf import PdfReader

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Paper, Request
from icp_desktop.documents.lead_content import make_card, make_leads
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.model.pilot import Pilot, PilotLead
from icp_desktop.model.project import Answer, Profile, Project, Weight
from icp_desktop.worksheet.reading import read_value
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import worksheet_of

Read = Callable[[bytes], str]
ASKED: dict[str, Weight] = {
    "company.industry": "must",
    "company.size": "should",
    "company.revenue": "nice",
    "needs.pains": "nice",
}
LEADS = (
    {"Trade": 1, "Staff": 2},
    {"Trade": 1, "Staff": 2, "Sales": 2, "Pain": 1},
    {"Trade": 3, "Staff": 2},
    {},
)


@pytest.fixture
def leads() -> Project:
    return project_of(LEADS, ASKED, ["company.growth_stage"])


def request_for(project: Project, paper: Paper = "A4") -> Request:
    return Request(project=project, profile_id="", today=date(2026, 11, 25), paper=paper)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_list_says_tier_and_range_the_best_first(
    leads: Project, read: Read, paper: Paper
) -> None:
    result = render_pdf("leads", request_for(leads, paper))
    words = " ".join(read(result.data).split())
    assert result.log == ()
    assert "Of 4 leads: 1 in Tier A, 1 in Tier B, 1 in Tier C, 1 ruled out." in words
    places = [words.index(name) for name in ("Lead 1", "Lead 0", "Lead 3", "Lead 2")]
    assert places == sorted(places)
    assert "Tier B or A" in words
    assert "71–100" in words
    assert "Industry: Law, and it has to be Bakery, Café." in words


def test_a_bar_says_its_range(leads: Project) -> None:
    lines = make_leads(request_for(leads)).lines
    assert [line.bar.words if line.bar else "" for line in lines] == [
        "100 to 100 of 100", "71 to 100 of 100", "0 to 100 of 100", "",
    ]  # fmt: skip


def test_the_card_counts_as_the_program_does(leads: Project, read: Read) -> None:
    card = make_card(request_for(leads))
    assert (card.points, card.a_from, card.b_from) == (7, 6, 4)
    assert [(group.title, group.points) for group in card.groups] == [
        ("Must have", 3), ("Should have", 2), ("Nice to have", 1),
    ]  # fmt: skip
    result = render_pdf("scorecard", request_for(leads))
    words = " ".join(read(result.data).split())
    assert result.pages == 1
    assert "Tier A from 6 points" in words
    assert "Rules out One yes is enough." in words
    assert "Stock runs out" in words
    assert "We warn" not in words


def test_without_leads_the_card_is_whole_and_the_list_one_sentence(read: Read) -> None:
    project = make_sample("fitness-studio")
    assert "No list of leads has been read in." in " ".join(
        read(render_pdf("leads", request_for(project)).data).split()
    )
    assert render_pdf("scorecard", request_for(project)).pages == 1
    data = make_document("scorecard", ".xlsx", request_for(project))
    card = load_workbook(BytesIO(data)).worksheets[0]
    assert card["A7"].value is None
    assert str(card["B7"].value).startswith('=IF(A7="","",')


def test_a_profile_without_answers_says_what_to_do(leads: Project, read: Read) -> None:
    bare = replace(leads, profiles=tuple(replace(p, answers=()) for p in leads.profiles))
    words = " ".join(read(render_pdf("scorecard", request_for(bare)).data).split())
    assert "Answer a few questions of the worksheet first." in words


def test_the_workbook_has_a_sheet_of_leads(leads: Project) -> None:
    book = load_workbook(BytesIO(make_document("workbook", ".xlsx", request_for(leads))))
    rows = list(book["Leads"].iter_rows(min_row=3, values_only=True))
    assert [row[0] for row in rows] == ["Lead 1", "Lead 0", "Lead 3", "Lead 2"]
    assert rows[1][2] == "Tier B or A"
    assert rows[3][2] == "Ruled out"
    assert (
        "Leads"
        not in load_workbook(
            BytesIO(make_document("workbook", ".xlsx", request_for(replace(leads, tables=()))))
        ).sheetnames
    )


def test_a_pilot_is_told_with_its_counts_and_has_a_sheet(leads: Project, read: Read) -> None:
    each = [
        PilotLead(name=f"Lead {n}", inside=n < 5, tier="A" if n < 5 else "", went=went)
        for n, went in enumerate(("yes", "yes", "no", "open", "yes", "no", "open"))
    ]
    pilot = Pilot(
        id="p",
        name="Spring",
        profile=leads.profiles[0].id,
        success="A first order",
        start=date(2026, 11, 2),
        end=date(2026, 12, 1),
        leads=tuple(each),  # type: ignore[arg-type]  # of the words in a tuple
    )
    project = replace(leads, pilots=(pilot,))
    words = " ".join(read(render_pdf("leads", request_for(project)).data).split())
    assert "Pilot: Spring 2 November 2026 to 1 December 2026, 6 days left" in words
    assert "Success inside the profile 3 of 4, outside 0 of 1. 2 are still open." in words
    assert "With success: Lead 0, Lead 1, Lead 4." in words
    assert "Inside the profile is who is not ruled out and in Tier B or better today." in words
    book = load_workbook(BytesIO(make_document("workbook", ".xlsx", request_for(project))))
    rows = list(book["Pilots"].iter_rows(min_row=3, values_only=True))
    assert len(rows) == 7
    assert rows[5][4:] == ("Lead 5", "Outside, ruled out", "No success")


@pytest.mark.parametrize(("profiles", "pages"), [(1, 1), (2, 3)])
def test_a_card_of_many_criteria_stays_readable_and_rather_takes_more_pages(
    read: Read, profiles: int, pages: int
) -> None:
    sheet = worksheet_of(make_sample("software-firm"))
    asked = [field for section in sheet.sections for field in section.fields]
    texts = [each for each in asked if each.kind in ("text", "terms") and not each.moment]
    answers = tuple(
        Answer(field=each.id, value=read_value("Small firms by the sea", each, "GBP"))
        for each in texts[:34]
    )
    profile = Profile(id="p", name="Everything", market="both", answers=answers)
    bad = replace(
        profile,
        id="n",
        kind="negative",
        answers=tuple(replace(each, weight="rules_out") for each in answers),
    )
    project = replace(make_sample("software-firm"), profiles=(profile, bad)[:profiles])
    result = render_pdf("scorecard", request_for(project))
    words = " ".join(read(result.data).split())
    count = make_card(request_for(project)).criteria
    assert count == 32 * profiles
    said = f"{count} criteria: more than one page holds in type that can be read." in words
    assert (result.pages, said) == (pages, pages > 1)
    assert "of 32: the tier today" in words
    sizes = {span["size"] for span in _spans(result.data) if "Small firms" in span["text"]}
    assert min(sizes) >= 8.99


def _spans(data: bytes) -> list[dict[str, Any]]:
    """Return every piece of text with its size in points, once pages are read back."""
    found: list[dict[str, Any]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        found.append({"text": text, "size": abs(size * tm[3] * cm[3])})

    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text(visitor_text=visit)
    return found
