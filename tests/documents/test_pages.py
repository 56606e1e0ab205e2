"""Every sample in every printed document, on both papers: nothing split, clipped, small or faint.

What is measured is the PDF itself: places and sizes of its letters, and its pixels.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from PIL import Image

from icp_desktop.checks.grades import GRADES
from icp_desktop.documents import pdf, persona_pages, press
from icp_desktop.documents.catalogue import DOCUMENTS
from icp_desktop.documents.content import PAPERS, Earlier, Paper, Request, Row
from icp_desktop.documents.html import row_shape
from icp_desktop.documents.marks import MARKS, mark_uri
from icp_desktop.documents.press import CARD_EDGE, CARDS
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.values import MoneyRange, Pair, Pairs, Term, Terms, Text
from icp_desktop.worksheet.samples import make_sample, sample_ids
from tests.documents.paper import (
    MM,
    Sheet,
    contrasts,
    largest_size,
    overprinted,
    pictures,
    read_sheets,
    squeeze,
)

Make = Callable[..., Request]
PRINTED = [each.id for each in DOCUMENTS if ".pdf" in each.formats]
BLANK = [each.id for each in DOCUMENTS if each.blank]
ASKED = ("fitness-studio", "software-firm")  # what is blank differs by market alone
OF_ANSWERS = ("profile", "one-page", "unproven")
MARGINS: dict[Paper, tuple[float, float]] = {"A4": (22, 14), "Letter": (24, 17.9)}  # mm
LEAST, LEAST_ANSWER = 8.0, 9.5  # points
LEAST_CONTRAST = 4.5
GERMAN = "Kraftfahrzeughaftpflichtversicherungsbeitragsrückerstattungsantragsformular"
SENTENCE = "They compare three offers over two weeks and then ask a colleague who has bought. "
OF_LISTS = ("findings", "leads", "blind-test")  # what says something only where a list was read in
every_document = pytest.mark.parametrize("document", PRINTED)
every_sample = pytest.mark.parametrize("sample", sample_ids())
every_paper = pytest.mark.parametrize("paper", PAPERS)


@dataclass(frozen=True)
class Made:
    """A document with what is needed to judge it."""

    document: str
    request: Request
    data: bytes
    log: tuple[str, ...]
    sheets: list[Sheet]
    split: tuple[str, ...]
    lonely: tuple[str, ...]
    lines: frozenset[float]  # sizes of the lines of the wall page


def make(document: str, request: Request) -> Made:
    """Make a document and look at the layout before it is written, for then it is taken apart."""
    found: list[dict[str, Any]] = []
    write = press.write_layout

    def keep(layout: Any, *args: Any, **more: Any) -> Any:
        found.append(
            {
                "split": tuple(split_rows(layout)),
                "lonely": tuple(lonely_heads(layout)),
                "lines": frozenset(line_sizes(layout) if document == "one-page" else ()),
            }
        )
        return write(layout, *args, **more)

    with pytest.MonkeyPatch.context() as patch:
        for place in (pdf, press, persona_pages):
            patch.setattr(place, "write_layout", keep)
        result = pdf.render_pdf(document, request)
    return Made(
        document=document,
        request=request,
        data=result.data,
        log=result.log,
        sheets=read_sheets(result.data),
        **found[-1],
    )


@cache
def made(document: str, sample: str, paper: Paper) -> Made:
    project = make_sample(sample)
    request = Request(
        project=project,
        earlier=_earlier(project) if document == "changes" else None,
        profile_id="",
        today=date(2026, 11, 21),
        paper=paper,
        version="4",
        prepared_by="Rowan Ash Advice",
    )
    return make(document, request)


def _earlier(project: Project) -> Earlier:
    """The project before half of its answers were given."""
    profiles = tuple(replace(each, answers=each.answers[::2]) for each in project.profiles)
    return Earlier(project=replace(project, profiles=profiles), name="Spring", day=date(2026, 5, 4))


def hard_answers() -> tuple[Answer, ...]:
    """Answers as nobody should write them, and somebody will."""
    long = (SENTENCE * 40)[:2_000].strip()
    forty = tuple(Term(id=f"t{n}", text=f"{GERMAN[: 20 + n]} {n}") for n in range(40))
    pairs = tuple(
        Pair(
            id=f"p{n}",
            first=f"{GERMAN} {n}",
            second=SENTENCE * 3 if n % 2 else "",
            evidence=(Evidence(id=f"e{n}", source="interviews", count=n, total=9),) if n else (),
            next_test=NextTest(what=SENTENCE, keep_if=GERMAN, who=GERMAN, by=date(2026, 12, 18)),
        )
        for n in range(6)
    )
    notes = tuple(
        Evidence(
            id=f"n{n}",
            source="outside",
            against=n == 1,
            note=SENTENCE,
            reference=f"{GERMAN} {n}",
            link=f"https://example.org/{GERMAN.lower()}/{n}",
            page="14",
            day=date(2026, 3, 1),
        )
        for n in range(3)
    )
    return (
        Answer(field="people.occupation", value=Terms(items=forty), weight="must"),
        Answer(field="people.location", value=Text(text=GERMAN), weight="must", evidence=notes),
        Answer(field="buying.decision", value=Text(text=long), weight="should", evidence=notes),
        Answer(field="needs.pains", value=Pairs(items=pairs), weight="must"),
        Answer(field="needs.why_now", value=Text(text=long), weight="must"),
        Answer(field="buying.order_value", value=MoneyRange(low=None, high=None, currency="EUR")),
    )


@pytest.fixture
def hard(make_request: Make) -> Callable[[str, Paper], Made]:
    """A document of hard answers, in German, each made once."""
    return lambda document, paper: _hard(document, paper, make_request)


_hard_ones: dict[tuple[str, str], Made] = {}


def _hard(document: str, paper: Paper, make_request: Make) -> Made:
    if (document, paper) not in _hard_ones:
        request = make_request(
            *hard_answers(), name=f"Stadt {GERMAN}", client=GERMAN, language="de"
        )
        _hard_ones[document, paper] = make(document, replace(request, paper=paper))
    return _hard_ones[document, paper]


def judge(one: Made) -> None:
    """Say what is wrong with the pages of a document."""
    cut = one.document in CARDS  # a card is cut out, and has the same margin all around
    left, right = (CARD_EDGE, CARD_EDGE) if cut else MARGINS[one.request.paper]
    top = CARD_EDGE if cut else 12
    assert one.log == ()
    for number, sheet in enumerate(one.sheets, 1):
        for box in sheet.runs:
            assert box[0] >= (left - 0.7) * MM, f"left of the margin on page {number}: {box}"
            assert box[2] <= sheet.width - (right - 0.7) * MM, f"right of it on {number}: {box}"
            assert box[1] >= 8 * MM, f"too low on page {number}: {box}"
            assert box[3] <= sheet.height - top * MM, f"too high on page {number}: {box}"
        assert overprinted(sheet) == [], f"words on top of each other on page {number}"
        assert min(letter.size for letter in sheet.letters) >= LEAST - 0.05
    assert one.split == ()
    assert one.lonely == ()


def split_rows(layout: Any) -> Iterator[str]:
    """Yield every row, item and whole block that stands on more than one page without need."""
    pages: dict[int, tuple[set[int], Any]] = {}
    for number, page in enumerate(layout.pages):
        for box in page._page_box.descendants():
            element = box.element
            if element is not None and _is_whole(element):
                pages.setdefault(id(element), (set(), element))[0].add(number)
    for found, element in pages.values():
        if len(found) > 1:
            yield f"{element.get('class')}: {''.join(element.itertext())[:60]}"


def _is_whole(element: Any) -> bool:
    classes = (element.get("class") or "").split()
    if "tall" in classes:
        return False
    return bool({"row", "whole", "head", "open", "contents"} & set(classes))


BELOW_A_HEAD = {"row", "open", "made", "nots", "sentence", "text", "how", "find", "plain"}


def lonely_heads(layout: Any) -> Iterator[str]:
    """Yield every head of a section without a row below it on its page."""
    for page in layout.pages:
        heads, rows = [], []
        for box in page._page_box.descendants():
            classes = (box.element.get("class") or "").split() if box.element is not None else []
            if "head" in classes:
                heads.append(box)
            elif box.element_tag == "tr" or BELOW_A_HEAD & set(classes):
                rows.append(box)
        for head in heads:
            if not any(row.position_y >= head.position_y for row in rows):
                yield "".join(head.element.itertext())[:60]


@pytest.mark.parametrize(
    ("document", "sample"),
    [(d, s) for d in PRINTED for s in sample_ids() if d not in BLANK or s in ASKED],
)
@every_paper
def test_every_page_of_every_sample(document: str, sample: str, paper: Paper) -> None:
    judge(made(document, sample, paper))


@every_sample
@every_paper
def test_answers_are_large_enough_to_read(sample: str, paper: Paper) -> None:
    one = made("profile", sample, paper)
    content = make_profile_content(one.request)
    sizes = {words: largest_size(one.sheets, words) for words in starts_of(content.sections)}
    found = {words: size for words, size in sizes.items() if size is not None}
    assert len(found) > 0.9 * len(sizes)  # the others are hyphenated within their first words
    assert {words: size for words, size in found.items() if size < LEAST_ANSWER - 0.05} == {}


def starts_of(sections: Any) -> set[str]:
    """Return the first words of every answer, as few as stand on one line."""
    rows: list[Row] = [row for block in sections for row in block.rows]
    texts = [line.text for row in rows for line in row.lines]
    return {" ".join(text.split()[:2]) for text in texts if len(squeeze(text)) > 6}


@every_sample
@every_paper
def test_the_wall_page_is_large_enough_to_read(sample: str, paper: Paper) -> None:
    sizes = made("one-page", sample, paper).lines
    assert sizes
    assert min(sizes) >= LEAST_ANSWER - 0.05


def line_sizes(layout: Any) -> Iterator[float]:
    """Yield the sizes of the lines of the wall page, in points."""
    for page in layout.pages:
        for box in page._page_box.descendants():
            if type(box).__name__ == "TextBox" and _is_line(box.element):
                yield box.style["font_size"] * 0.75


def _is_line(element: Any) -> bool:
    if element is None or element.tag not in ("li", "span"):
        return False
    return element.get("class") not in ("more", "none")


@pytest.mark.parametrize("document", OF_ANSWERS)
@every_paper
def test_pages_of_hard_answers(
    document: str, paper: Paper, hard: Callable[[str, Paper], Made]
) -> None:
    judge(hard(document, paper))


@every_paper
def test_hard_answers_are_all_there(paper: Paper, hard: Callable[[str, Paper], Made]) -> None:
    text = "".join(sheet.text for sheet in hard("profile", paper).sheets)
    for answer in hard_answers():
        match answer.value:
            case Terms(items=terms):
                gone = [item.text for item in terms if squeeze(item.text) not in text]
                assert len(gone) <= 1  # the one that the end of a page goes through
            case Pairs(items=pairs):
                assert all(squeeze(item.first) in text for item in pairs)
            case Text(text=words):
                assert squeeze(words)[:400] in text


def test_long_answers_take_two_columns_and_stay_readable(
    hard: Callable[[str, Paper], Made],
) -> None:
    one = hard("profile", "A4")
    rows = [r for b in make_profile_content(one.request).sections for r in b.rows]
    assert any(row_shape(row).wide for row in rows)
    size = largest_size(one.sheets, "then ask a colleague")
    assert size is not None
    assert size >= LEAST_ANSWER - 0.05


@every_document
def test_words_stand_out_from_their_ground(document: str) -> None:
    sample = "insurance-brokers" if document in OF_LISTS else "fitness-studio"
    measured = list(contrasts(made(document, sample, "A4").data))
    assert len(measured) > 20
    assert [(round(found, 2), box) for found, box in measured if found < LEAST_CONTRAST] == []


def test_an_empty_profile_prints_clean_pages(make_request: Make) -> None:
    for document in OF_ANSWERS:
        judge(make(document, make_request()))


def grey_marks() -> dict[str, Image.Image]:
    """Return every mark as a bad copier prints it: black or white, at the size of text."""
    pictures_ = "".join(
        f'<img alt="x" style="position:absolute;left:{20 * n}mm;top:0;width:4.3mm;height:4.3mm"'
        f' src="{mark_uri(mark)}">'
        for n, mark in enumerate(MARKS)
    )
    html = f'<html lang="en"><title>t</title><body style="position:relative">{pictures_}</body>'
    page = pictures(press.print_html(html, "worksheet", "A4").data, grey=True)[0]
    scale = page.width / 210
    box = (round(22 * scale), round(16 * scale))
    side = round(4.3 * scale)
    found = {}
    for n, mark in enumerate(MARKS):
        left = box[0] + round(20 * n * scale)
        crop = page.crop((left, box[1], left + side, box[1] + side))
        found[mark] = crop.point(lambda value: 0 if value < 170 else 255)
    return found


def test_grades_are_told_apart_in_grey() -> None:
    found = grey_marks()
    for number, one in enumerate(GRADES):
        ink = found[one].histogram()[0]
        assert ink > 0.1 * found[one].width * found[one].height
        for other in GRADES[number + 1 :]:
            pairs = zip(found[one].tobytes(), found[other].tobytes(), strict=True)
            differing = sum(a != b for a, b in pairs)
            assert differing > 0.12 * found[one].width * found[one].height, (one, other)
