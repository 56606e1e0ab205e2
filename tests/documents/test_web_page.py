"""The profile as one HTML file: whole by itself, readable in light and dark, by eye and by ear."""

import itertools
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from icp_desktop.documents.brand import contrast
from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Request
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Answer
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text
from icp_desktop.paths import shipped
from icp_desktop.worksheet.samples import sample_ids

Make = Callable[..., Request]
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=file:///etc/passwd>',
    "</style><link rel=attachment href=file:///etc/hosts>",
    "{{7*7}}{% include 'x' %}",
    "<!-- -->&amp;&lt;",
)
VOID = {"meta", "img", "br", "link", "use"}


class Page(HTMLParser):
    """What a browser would make of the file, as far as we ask."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID and not (self.open and self.open[-1] == "symbol"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in {"style", "script"}:
            self.text.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def read(request: Request) -> Page:
    return Page(make_document("profile", ".html", request).decode())


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("sample", sample_ids())
def test_it_says_all_that_the_profile_says(sample: str, sample_request: Make) -> None:
    request = sample_request(sample)
    page = read(request)
    content = make_profile_content(request)
    text = squeezed("".join(page.text))
    rows = [row for block in content.sections for row in block.rows]
    said = [line for row in rows for item in row.lines for line in (item.text, item.second)]
    said += [words for row in rows for words in (*row.against, row.next_test, row.known_words)]
    said += [note for row in rows for proof in row.proofs for note in proof.notes]
    for each in content.not_yet_proven:
        said += [each.words, each.test, each.keep_if, each.who_words, each.hangs, each.known_words]
    said += [content.sentence, content.headline, content.footer, *(f.text for f in content.facts)]
    assert [words for words in said if squeezed(words) not in text] == []


@pytest.mark.parametrize("sample", sample_ids())
def test_it_fetches_nothing_and_runs_nothing(sample: str, sample_request: Make) -> None:
    page = read(sample_request(sample))
    for _tag, attrs in page.tags:
        for name in ("src", "href", "action", "data"):
            address = attrs.get(name)
            assert address is None or address.startswith(("#", "data:image/png"))
        assert not [name for name in attrs if name.startswith("on")]
    assert not page.named("script")
    assert not page.named("link")
    policy = [m for m in page.named("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert policy[0]["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_it_reads_well_aloud(sample_request: Make) -> None:
    page = read(sample_request("fitness-studio"))
    assert page.wrong == []
    assert page.open == []
    assert page.named("html")[0]["lang"] == "en"
    levels = [int(tag[1]) for tag, _attrs in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert len(page.named("main")) == 1
    for drawing in page.named("svg"):
        assert drawing.get("aria-label") or drawing.get("aria-hidden")
    ids = [attrs["id"] for _tag, attrs in page.tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    for link in (*page.named("a"), *page.named("use")):
        assert (link["href"] or "").removeprefix("#") in ids
    assert all(head.get("scope") for head in page.named("th"))


def test_what_was_typed_stays_what_was_typed(make_request: Make) -> None:
    note = Evidence(id="e", source="outside", note=HOSTILE[0], reference=HOSTILE[1])
    against = Evidence(id="f", source="team", against=True, note=HOSTILE[2])
    items = tuple(Term(id=f"t{n}", text=words) for n, words in enumerate(HOSTILE))
    pairs = tuple(Pair(id=f"p{n}", first=words, second=words) for n, words in enumerate(HOSTILE))
    request = make_request(
        Answer(
            field="needs.why_now", value=Text(text="\n".join(HOSTILE)), evidence=(note, against)
        ),
        Answer(field="mindset.interests", value=Terms(items=items)),
        Answer(
            field="needs.pains",
            value=Pairs(items=pairs),
            next_test=NextTest(what=HOSTILE[3], keep_if=HOSTILE[0], who=HOSTILE[4]),
        ),
        name=HOSTILE[0],
        client=HOSTILE[1],
    )
    page = read(request)
    text = squeezed("".join(page.text))
    assert all(squeezed(words) in text for words in HOSTILE)
    assert page.wrong == []
    assert not page.named("script")
    assert not page.named("link")
    assert all("passwd" not in str(attrs) for _tag, attrs in page.tags)


def test_an_empty_profile_says_where_to_start(make_request: Make) -> None:
    page = read(make_request())
    assert "What to do first" in page.text
    assert page.wrong == []


def palettes() -> list[dict[str, str]]:
    css = shipped("templates", "web", "profile.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return [dict(re.findall(r"--([a-z0-9]+): (#[0-9A-F]{6})", block)) for block in blocks]


@pytest.mark.parametrize("colours", palettes(), ids=("light", "dark", "print"))
def test_text_and_marks_stand_out_in_light_dark_and_print(colours: dict[str, Any]) -> None:
    page = colours["page"]
    for name in ("ink", "ink2", "accent"):
        assert contrast(colours[name], page) >= 4.5
    for name in ("assumption", "team", "outside"):
        assert contrast(colours[name], page) >= 4.5
    for name in ("interviews", "customers"):
        assert contrast(colours[name], colours["cut"]) >= 4.5
    assert contrast(colours["edge"], page) >= 3


def test_the_same_request_gives_the_same_bytes(sample_request: Make) -> None:
    request = sample_request("fitness-studio")
    assert make_document("profile", ".html", request) == make_document("profile", ".html", request)
