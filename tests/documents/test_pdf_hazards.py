"""Whatever is typed: nothing lost, nothing run, nothing fetched."""

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from icp_desktop.documents.content import PAPERS, Request
from icp_desktop.documents.html import is_slanted, shorten
from icp_desktop.documents.page_one import guess_crowding
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.press import _fetcher
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.errors import KnownError
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Answer, Weight
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text

Make = Callable[..., Request]
Words = Callable[..., str]
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><style>*{display:none}",
    "{{7*7}}",
    "{% include 'secret' %}",
    '"><img src=file:///etc/hostname>',
    "<img src=http://127.0.0.1:9/x.png>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<object data=file:///etc/passwd></object>",
    "&lt;b&gt; &amp; & < >",
    "url(file:///etc/passwd)",
    "]]>--><!-- %s {0} {name}",
)


def text(field: str, words: str, weight: Weight = "nice", **more: Any) -> Answer:
    return Answer(field=field, value=Text(text=words), weight=weight, **more)


def hostile_answers() -> tuple[Answer, ...]:
    items = tuple(Term(id=f"t{n}", text=words) for n, words in enumerate(HOSTILE))
    pairs = tuple(Pair(id=f"p{n}", first=w, second=w) for n, w in enumerate(HOSTILE))
    notes = tuple(
        Evidence(id=f"e{n}", source="outside", note=words, reference=words, page=words)
        for n, words in enumerate(HOSTILE[:3])
    )
    return (
        Answer(field="mindset.values", value=Terms(items=items), weight="must", evidence=notes),
        Answer(
            field="needs.pains",
            value=Pairs(items=pairs),
            next_test=NextTest(what=HOSTILE[0], who=HOSTILE[1]),
        ),
        text("needs.why_now", "\n".join(HOSTILE), "must"),
    )


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch, make_request: Make) -> list[str]:
    """Every address that is asked for while a document is made; the network is shut."""
    render_pdf("worksheet", make_request())  # loads our faces, the only files there are to read
    addresses: list[str] = []
    fetcher = type(_fetcher())
    fetch = fetcher.fetch

    def record(self: object, url: str, headers: Any = None) -> Any:
        addresses.append(url)
        return fetch(self, url, headers)

    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("A document asked for the network.")

    monkeypatch.setattr(fetcher, "fetch", record)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return addresses


@pytest.mark.parametrize("document", ["profile", "one-page", "worksheet"])
def test_markup_is_text_and_nothing_is_fetched(
    document: str, make_request: Make, fetched: list[str], read: Words, squeeze: Words
) -> None:
    request = make_request(
        *hostile_answers(),
        name=HOSTILE[4],
        client=HOSTILE[6],
        prepared_by=HOSTILE[0],
        version=HOSTILE[2],
    )
    result = render_pdf(document, request)
    assert result.log == ()
    assert {address.partition(":")[0] for address in fetched} == {"data"}
    reader = PdfReader(BytesIO(result.data))
    assert not reader.attachments
    names = reader.trailer["/Root"].get("/Names", {})
    assert "/EmbeddedFiles" not in names
    assert "/JavaScript" not in names
    if document == "profile":
        seen = squeeze(read(result.data))
        assert [words for words in HOSTILE if squeeze(words) not in seen] == []
        assert "49" not in reader.pages[0].extract_text()


def test_markup_takes_no_more_pages_than_plain_text(make_request: Make) -> None:
    plain = make_request(text("needs.why_now", "script " * 3))
    marked = make_request(text("needs.why_now", "<script>" * 3))
    assert render_pdf("profile", plain).pages == render_pdf("profile", marked).pages


def test_thirty_thousand_characters_are_all_there(make_request: Make, read: Words) -> None:
    words = " ".join(f"w{n}" for n in range(5_200))[:30_000]
    result = render_pdf("profile", make_request(text("needs.result", words)))
    printed = set(read(result.data).split())
    assert set(words.split()) <= printed
    assert result.pages >= 6
    assert result.log == ()


def test_long_lists_and_long_words_are_all_there(
    make_request: Make, read: Words, squeeze: Words
) -> None:
    terms = tuple(Term(id=f"t{n}", text=f"Arbeitsunfähigkeit{n}") for n in range(40))
    pairs = tuple(
        Pair(id=f"p{n}", first=f"first{n} " + "x" * 60, second=f"second{n} " * 9) for n in range(30)
    )
    request = make_request(
        Answer(field="mindset.values", value=Terms(items=terms)),
        Answer(field="needs.pains", value=Pairs(items=pairs)),
        text("needs.result", "W" * 400),
        language="de",
    )
    seen = squeeze(read(render_pdf("profile", request).data))
    assert all(term.text in seen for term in terms)
    assert all(f"first{n}" in seen and seen.count(f"second{n}") >= 9 for n in range(30))
    assert "W" * 400 in seen


def test_a_heading_is_never_alone_on_its_page(make_request: Make) -> None:
    pairs = tuple(Pair(id=f"p{n}", first="x" * 90, second="y " * 60) for n in range(12))
    request = make_request(
        text("people.location", "near\n" + "far away " * 80),
        Answer(field="needs.pains", value=Pairs(items=pairs)),
    )
    for page in PdfReader(BytesIO(render_pdf("profile", request).data)).pages:
        assert len(page.extract_text()) > 250


def test_scripts_and_control_characters(make_request: Make, read: Words) -> None:
    request = make_request(
        text("people.location", "a\x00b\x07c\x1bd \ud800 end"),
        text("needs.why_now", "Ελληνικά и кириллица"),
    )
    result = render_pdf("profile", request)
    assert "abcd" in read(result.data)
    assert "Ελληνικά и кириллица" in read(result.data)
    assert result.missing_characters == ""


def test_characters_without_a_font_are_named(make_request: Make) -> None:
    private = "\U000f8123"  # of the second private area: no font has it
    result = render_pdf("profile", make_request(text("needs.result", f"A {private} B {private}")))
    assert result.missing_characters == private
    assert result.message == (
        f"No font on this computer has the character {private}. It prints as an empty box."
    )
    assert result.log == ()


def test_one_page_stays_one_page_whatever_is_written(make_request: Make) -> None:
    long = "Ein sehr langer Satz mit Donaudampfschifffahrtsgesellschaftskapitän darin. " * 12
    fields = ("people.location", "company.workplace", "buying.decision", "needs.result")
    answers = [text(field, long, "must") for field in (*fields, "needs.why_now")]
    for field in ("mindset.interests", "mindset.values", "needs.goals", "buying.channels"):
        items = tuple(Term(id=f"{field}{n}", text=long[:150]) for n in range(40))
        answers.append(Answer(field=field, value=Terms(items=items), weight="must"))
    for paper in PAPERS:
        request = make_request(*answers, name="N" * 300, client="C" * 300, paper=paper)
        assert render_pdf("one-page", request).pages == 1


def test_an_empty_project_still_says_what_to_do_first(make_request: Make, read: Words) -> None:
    result = render_pdf("profile", make_request())
    assert result.pages == 1
    seen = read(result.data)
    assert "What to do first" in seen
    assert "Start with “Age range”" in seen
    assert "None of 25 answers is given yet." in seen
    assert render_pdf("one-page", make_request()).pages == 1


def test_page_one_holds_the_contents_even_when_much_is_said(make_request: Make) -> None:
    fields = ("people.location", "company.workplace", "buying.decision", "needs.why_now")
    answers = [
        text(field, "Nine words that say a little more than needed. " * 2, "must")
        for field in fields
    ]
    request = make_request(*answers, name="A name that is long enough to take two lines at least")
    assert guess_crowding(make_profile_content(request), "Letter") > 0
    first = PdfReader(BytesIO(render_pdf("profile", request).data)).pages[0].extract_text()
    assert "counted in our" in first


def test_two_threads_may_print_at_once(make_request: Make) -> None:
    requests = [make_request(text("needs.result", f"Answer {n}")) for n in range(4)]
    alone = [render_pdf("profile", request).data for request in requests]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda request: render_pdf("profile", request).data, requests))
    assert together == alone


def test_an_unknown_document_is_refused_in_words(make_request: Make) -> None:
    with pytest.raises(KnownError, match="can’t be printed"):
        render_pdf("poster", make_request())


@pytest.mark.parametrize(
    ("words", "most", "short"),
    [
        ("short", 10, "short"),
        ("two\nlines  and spaces", 40, "two lines and spaces"),
        ("one two thirteen four", 11, "one two…"),
        ("w" * 30, 10, "w" * 9 + "…"),
    ],
)
def test_texts_are_cut_at_a_word_and_say_so(words: str, most: int, short: str) -> None:
    assert shorten(words, most) == short
    assert len(shorten(words, most)) <= most


def test_italics_are_for_latin_alone() -> None:
    assert is_slanted("“Nine hours a day”, è vero")
    assert not is_slanted("Ώρες")
    assert not is_slanted("часов")


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/", "//x/y.png"])
def test_the_fetcher_has_nothing_that_could_open_it(address: str) -> None:
    fetcher = _fetcher()
    assert fetcher.handlers == []
    with pytest.raises(ValueError, match="nothing else is opened"):
        fetcher.fetch(address)
