"""Persona cards in every format: the very words, their proof, and only what may be handed out."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PIL import Image

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.consent import cleared, release
from icp_desktop.documents.content import PAPERS, Paper, Request
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.persona_content import Card, make_cards
from icp_desktop.documents.persona_pages import title_size
from icp_desktop.documents.pictures import checked_picture, read_picture
from icp_desktop.insight.personas import quote_offer, take
from icp_desktop.model.body import Body, make_body
from icp_desktop.model.brand import Brand
from icp_desktop.model.interview import Consent, Interview, Permission
from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.project import Project
from icp_desktop.worksheet.samples import make_sample
from tests.documents.paper import read_sheets

Words = Callable[..., str]
TODAY = date(2026, 11, 21)
BROKERS = "insurance-brokers"
HOSTILE = ("{{ 7*7 }}", "<script>alert(1)</script>", "{% include 'x' %}", "</style>", "=1+1")
SIZES = {"A4": (595.276, 420.945), "Letter": (612.0, 396.0)}


def request(project: Project | None = None, **changes: object) -> Request:
    found = project or make_sample(BROKERS)
    return replace(Request(project=found, profile_id="", today=TODAY), **changes)  # type: ignore[arg-type]


def with_personas(*personas: Persona) -> Project:
    return replace(make_sample(BROKERS), personas=personas)


def picture() -> Body:
    stream = BytesIO()
    Image.new("RGB", (300, 200), "#7A1FA2").save(stream, "PNG")
    return read_picture(stream.getvalue(), "face.png")


def with_consent(talk: Interview, consent: Consent, *, withdrawn: bool = False) -> Interview:
    permission = Permission(withdrawn=TODAY if withdrawn else None)
    return replace(talk, consent=consent, permission=permission)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_card_is_a_page_of_half_a_sheet_with_every_line(
    paper: Paper, read: Words, squeeze: Words
) -> None:
    asked = request(paper=paper)
    result = render_pdf("personas", asked)
    assert (result.pages, result.log, result.missing_characters) == (3, (), "")
    for sheet in read_sheets(result.data):
        assert (sheet.width, sheet.height) == pytest.approx(SIZES[paper], abs=0.1)
    text = squeeze(read(result.data))
    lines = [line.text for card in make_cards(release(asked)).cards for line in lines_of(card)]
    assert [each for each in lines if squeeze(each) not in text] == []


def lines_of(card: Card) -> list[PersonaLine]:
    return [line for block in card.blocks for line in block.lines]  # type: ignore[misc]


@pytest.mark.parametrize("paper", PAPERS)
def test_two_cards_stand_on_a_sheet_and_an_odd_one_alone(paper: Paper) -> None:
    result = render_pdf("persona-sheet", request(paper=paper))
    assert result.pages == 2
    width, height = SIZES[paper]
    for sheet in read_sheets(result.data):
        assert (sheet.width, sheet.height) == pytest.approx((width, 2 * height), abs=0.1)


def crowded() -> Project:
    card = make_sample(BROKERS).personas[0]
    lines = tuple(
        replace(line, id=f"{line.id}{n}", text=f"{n} {line.text}, and a rest that goes on and on")
        for line in card.lines
        for n in range(5)
    )
    long = "The woman who keeps the books of nine offices and of the holding as well, all alone"
    return with_personas(
        replace(card, title=long, occupation=long, shown=True, name=long, picture=picture(),
                lines=lines)
    )  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
def test_a_crowded_card_stays_a_card_and_says_what_is_left_out(paper: Paper, read: Words) -> None:
    result = render_pdf("personas", request(crowded(), paper=paper))
    assert (result.pages, result.log) == (1, ())
    (sheet,) = read_sheets(result.data)
    margin = 10 * 72 / 25.4 - 1
    for left, bottom, right, top in sheet.runs:
        assert left >= margin
        assert bottom >= margin
        assert right <= sheet.width - margin
        assert top <= sheet.height - margin
    text = read(result.data)
    assert text.count("more") == 6
    assert "Assumption" in text, "the legend is there"


def test_a_name_and_a_picture_are_shown_only_where_they_are_wanted(read: Words) -> None:
    plain = make_sample(BROKERS).personas[0]
    face = replace(plain, name="Odo Farthing", picture=picture())
    hidden = render_pdf("personas", request(with_personas(face))).data
    assert "Odo" not in read(hidden)
    shown = render_pdf("personas", request(with_personas(replace(face, shown=True)))).data
    assert "Odo Farthing" in read(shown)
    for suffix in (".html", ".md"):
        data = make_document("personas", suffix, request(with_personas(face)))
        assert b"Odo" not in data
    assert b"data:image/png" not in make_document("personas", ".html", request(with_personas(face)))


def test_a_picture_that_is_none_is_left_out() -> None:
    bomb = BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    for data in (b"<svg onload='x'/>", b"", bomb.getvalue(), b"%!PS"):
        body = make_body(data, "png")
        assert checked_picture(body) is None
        card = replace(make_sample(BROKERS).personas[0], shown=True, picture=body)
        dressed = replace(with_personas(card), brand=Brand(logo=body))
        result = render_pdf("personas", request(dressed))
        assert (result.pages, result.log) == (1, ())


def test_hostile_words_stand_as_they_were_typed(read: Words, squeeze: Words) -> None:
    lines = tuple(
        PersonaLine(id=f"l{n}", topic="goals", text=each) for n, each in enumerate(HOSTILE)
    )
    card = Persona(id="p", profile=make_sample(BROKERS).profiles[0].id, title="{{ 7*7 }}",
                   lines=lines)  # fmt: skip
    asked = request(with_personas(card))
    text = squeeze(read(render_pdf("personas", asked).data))
    page = make_document("personas", ".html", asked).decode()
    assert [each for each in HOSTILE if squeeze(each) not in text] == []
    assert "49" not in text
    assert "<script" not in page
    assert "{{ 7*7 }}" in page


def test_a_leading_quote_needs_the_consent_of_whoever_said_it(read: Words) -> None:
    project = make_sample(BROKERS)
    talk = next(each for each in project.interviews if each.person == "Mirabel Stone")
    words, name = "I could not tell the owners", "Mirabel"
    for consent, withdrawn, quoted, named in (
        ("named", False, True, True),
        ("anonymous", False, True, False),
        ("internal", False, False, False),
        ("named", True, False, False),
    ):
        changed = with_consent(talk, consent, withdrawn=withdrawn)  # type: ignore[arg-type]
        talks = tuple(changed if each is talk else each for each in project.interviews)
        text = read(render_pdf("personas", request(replace(project, interviews=talks))).data)
        text = " ".join(text.split())
        assert ((words in text), (name in text)) == (quoted, named), (consent, withdrawn)


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md"])
def test_a_line_made_of_a_quote_says_no_more_than_was_agreed(suffix: str, read: Words) -> None:
    project = make_sample(BROKERS)
    talk = next(each for each in project.interviews if each.consent == "internal")
    quote = talk.quotes[0]
    line = take(quote_offer(quote, "challenges"))
    assert quote.text in line.text
    card = Persona(id="p", profile=project.profiles[0].id, title="The head", lines=(line,))
    data = make_document("personas", suffix, request(replace(project, personas=(card,))))
    text = read(data) if suffix == ".pdf" else data.decode()
    assert quote.text not in text
    assert "[…]" in text or "\\[…\\]" in text
    kept = cleared(replace(project, personas=(card,)))
    assert kept.personas[0].lines[0].text == "“[…]”"
    assert cleared(kept) == kept


def test_the_workbook_and_the_data_hold_every_line() -> None:
    project = make_sample(BROKERS)
    book = load_workbook(BytesIO(make_document("workbook", ".xlsx", request(project))))
    cells = {str(cell.value) for row in book["Personas"].iter_rows() for cell in row}
    texts = {line.text for persona in project.personas for line in persona.lines}
    assert texts <= cells
    data = json.loads(make_document("data", ".json", request(project)))
    told = data["in_words"]["profiles"][0]["personas"]
    assert {line["line"] for card in told for line in card["lines"]} == texts
    assert next(card["in_the_purchase"] for card in told) == ["Starts it", "Decides"]
    assert len(data["project"]["personas"]) == 3


def test_one_card_can_be_asked_for() -> None:
    project = make_sample(BROKERS)
    wanted = project.personas[1].id
    assert render_pdf("personas", request(project, persona=wanted)).pages == 1
    (card,) = make_cards(release(request(project, persona=wanted))).cards
    assert card.title == "The head of accounting"


def test_without_personas_the_page_says_what_to_do(read: Words) -> None:
    result = render_pdf("personas", request(make_sample("fashion-shop")))
    assert (result.pages, result.log) == (1, ())
    assert "Add one on the page “Personas”" in " ".join(read(result.data).split())


def test_long_words_make_a_title_smaller() -> None:
    assert [title_size(each) for each in ("Owner", "The physiotherapist", "x" * 50)] == [
        "",
        "longer",
        "longer",
    ]
