"""What people said leaves the program only as far as they agreed, in every document."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from icp_desktop.documents.catalogue import DOCUMENTS, make_document
from icp_desktop.documents.consent import MASK, cleared, release
from icp_desktop.documents.content import Request
from icp_desktop.model.comment import Comment
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import (
    Consent,
    Interview,
    InterviewAnswer,
    Permission,
    Quote,
    Theme,
)
from icp_desktop.model.links import settled
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Term, Terms, Text
from icp_desktop.worksheet.shipped import standard_source

FILES = [  # a picture holds the pixels of a page, and no words
    (document.id, suffix)
    for document in DOCUMENTS
    for suffix in document.formats
    if suffix != ".png"
]
SIGNS: dict[str, str] = {
    "none": "Quince",
    "internal": "Medlar",
    "anonymous": "Damson",
    "named": "Rowan",
    "withdrawn": "Sloe",
}


def talk(kind: str) -> Interview:
    sign = SIGNS[kind]
    consent: Consent = "named" if kind == "withdrawn" else kind  # type: ignore[assignment]
    text = f"{sign} said by Ottilie{sign} Krume of Crust{sign} Ltd, word for word."
    return Interview(
        id=f"talk-{kind}",
        person=f"Ottilie{sign} Krume",
        role="Owner",
        company=f"Crust{sign} Ltd",
        consent=consent,
        source=f"{sign}.docx",
        notes=f"Notes with {sign}",
        permission=Permission(
            how=f"by mail to Ottilie{sign}",
            withdrawn=date(2026, 11, 1) if kind == "withdrawn" else None,
        ),
        answers=(InterviewAnswer(question="why", text=text, asked="Why?"),),
        quotes=(
            Quote(id=f"q-{kind}", question="why", start=0, text=text, themes=("th",), speaker=sign),
        ),
    )


def project(*kinds: str) -> Project:
    theme = Evidence(id="e", source="interviews", theme="th")
    quotes = Evidence(id="e2", source="interviews", quotes=tuple(f"q-{kind}" for kind in kinds))
    whole = Answer(field="needs.why_now", value=Text(text="A new shop"), evidence=(theme,))
    items = Terms(items=(Term(id="t", text="Bakeries", evidence=(quotes,)),))
    profile = Profile(
        id="p1",
        name="Bakers",
        market="b2b",
        answers=(whole, Answer(field="company.industry", value=items)),
    )
    return settled(
        Project(
            id="p",
            client="Halfmoon",
            name="Profiles",
            worksheet=standard_source(),
            profiles=(profile,),
            interviews=tuple(talk(kind) for kind in kinds),
            themes=(Theme(id="th", name="Early mornings"),),
        )
    )


def request(*kinds: str) -> Request:
    return Request(project=project(*kinds), profile_id="p1", today=date(2026, 11, 21))


def text_of(data: bytes, suffix: str) -> str:
    if suffix == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        said = [str(value) for value in (reader.metadata or {}).values()]
        return " ".join([*said, *(page.extract_text() for page in reader.pages)])
    if suffix == ".xlsx":
        workbook = load_workbook(io.BytesIO(data))
        cells = (c for s in workbook for row in s.iter_rows(values_only=True) for c in row)
        return " ".join(str(cell) for cell in cells if cell is not None)
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return " ".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            )
    return data.decode()


@pytest.mark.parametrize(("document", "suffix"), FILES)
def test_no_document_says_more_than_people_agreed_to(document: str, suffix: str) -> None:
    said = text_of(make_document(document, suffix, request(*SIGNS)), suffix)
    for kind in ("none", "internal", "withdrawn"):
        assert SIGNS[kind] not in said, kind
    for hidden in ("OttilieDamson", "CrustDamson", "Damson.docx", "by mail"):
        assert hidden not in said


@pytest.mark.parametrize(
    ("document", "suffix"),
    [
        ("profile", ".pdf"),
        ("profile", ".docx"),
        ("profile", ".html"),
        ("profile", ".md"),
        ("workbook", ".xlsx"),
    ],
)
def test_what_may_be_quoted_stands_beside_the_answer(document: str, suffix: str) -> None:
    said = " ".join(
        text_of(make_document(document, suffix, request("anonymous", "named")), suffix).split()
    )
    assert "Damson said by" in said
    assert "OttilieRowan Krume, Owner" in said
    assert "2 of 2 interviews" in said


def test_names_are_taken_out_of_the_words() -> None:
    (found,) = cleared(project("anonymous")).interviews
    assert found.answers[0].text == "Damson said by [name] of [company], word for word."
    assert (found.person, found.company, found.role) == ("", "", "Owner")
    (kept,) = cleared(project("internal")).interviews
    assert (kept.answers[0].text, kept.notes, kept.role) == (MASK, MASK, "")
    assert cleared(project("withdrawn")).interviews == ()


def test_counts_stay_and_a_second_time_changes_nothing() -> None:
    once = release(request(*SIGNS))
    assert release(once) is once
    pieces = once.project.profiles[0].answer("needs.why_now").evidence
    assert {(each.count, each.total) for each in pieces} == {(4, 4)}
    assert pieces[0].note == "Theme “Early mornings”"


def test_short_parts_of_names_stay_words() -> None:
    al = replace(talk("anonymous"), person="Al Bo", notes="Al was also at the bowl")
    (found,) = cleared(replace(project(), interviews=(al,))).interviews
    assert found.notes == "Al was also at the bowl"


def test_a_comment_on_a_talk_goes_no_further_than_the_talk() -> None:
    on_talk = Comment(id="c1", day=date(2026, 11, 2), text="Quince", place="talk-none")
    on_answer = Comment(id="c2", day=date(2026, 11, 2), text="True?", place="p1", field="x")
    said = replace(project("none"), comments=(on_talk, on_answer))
    assert cleared(said).comments == (on_answer,)
