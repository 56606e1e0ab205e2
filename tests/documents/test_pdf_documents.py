"""The printed documents, read back."""

import gc
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from icp_desktop.checks.grades import GRADE_NAMES
from icp_desktop.documents.content import PAPERS, Paper, Request, chosen_profile
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.press import PdfResult, clear_up
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.documents.worksheet_content import make_worksheet_content
from icp_desktop.model.project import PageText
from icp_desktop.model.values import Pairs, Terms
from icp_desktop.worksheet.phrases import say_value
from icp_desktop.worksheet.samples import sample_ids
from icp_desktop.worksheet.shipped import worksheet_of

Make = Callable[..., Request]
Printed = Callable[..., PdfResult]
Words = Callable[..., str]
DOCUMENT_IDS = ("profile", "one-page", "unproven", "worksheet")
SIZES = {"A4": (595.276, 841.890), "Letter": (612, 792)}
MM = 72 / 25.4
every_document = pytest.mark.parametrize("document", DOCUMENT_IDS)
every_sample = pytest.mark.parametrize("sample", sample_ids())


def answer_words(request: Request) -> Iterator[str]:
    """Every text a person has written in the project, bar the proof."""
    worksheet = worksheet_of(request.project)
    profile = chosen_profile(request)
    others = [p for p in request.project.profiles if p.kind == "negative"]
    for answer in (
        *request.project.about,
        *profile.answers,
        *(a for p in others for a in p.answers),
    ):
        if isinstance(answer.value, Terms):
            yield from (item.text for item in answer.value.items)
        elif isinstance(answer.value, Pairs):
            for item in answer.value.items:
                yield from (item.first, item.second)
        elif answer.value is not None:
            yield from say_value(answer.value, worksheet.field(answer.field)).splitlines()


@every_sample
def test_the_profile_holds_every_answer(
    sample: str, print_sample: Printed, sample_request: Make, read: Words, squeeze: Words
) -> None:
    text = squeeze(read(print_sample("profile", sample, "A4").data))
    missing = [
        words for words in answer_words(sample_request(sample)) if squeeze(words) not in text
    ]
    assert missing == []


@every_sample
def test_the_profile_holds_every_proof_and_test(
    sample: str, print_sample: Printed, sample_request: Make, read: Words, squeeze: Words
) -> None:
    content = make_profile_content(sample_request(sample))
    text = squeeze(read(print_sample("profile", sample, "A4").data))
    rows = [row for block in content.sections for row in block.rows]
    said = [proof.words for row in rows for proof in row.proofs]
    said += [note for row in rows for proof in row.proofs for note in proof.notes]
    said += [words for row in rows for words in (*row.against, row.next_test)]
    said += [quotation.words for row in rows for quotation in row.quotations]
    said += [content.headline, content.sentence, content.footer]
    said += [label for block in content.blocks for label in block.open_labels]
    assert [words for words in said if squeeze(words) not in text] == []


@every_sample
def test_the_profile_explains_the_marks_and_points_to_its_sections(
    sample: str, print_sample: Printed, read: Words
) -> None:
    result = print_sample("profile", sample, "A4")
    reader = PdfReader(BytesIO(result.data))
    first = reader.pages[0].extract_text()
    for name in GRADE_NAMES.values():
        assert name in first
    assert "answers proven" in first
    destinations = [a.get_object()["/Subtype"] for a in reader.pages[0]["/Annots"]]
    assert destinations.count("/Link") >= 6
    assert 4 <= result.pages <= 10


@every_document
@pytest.mark.parametrize("paper", PAPERS)
def test_pages_have_the_size_of_their_paper(
    document: str, paper: Paper, print_sample: Printed
) -> None:
    reader = PdfReader(BytesIO(print_sample(document, "fitness-studio", paper).data))
    for page in reader.pages:
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(SIZES[paper], abs=0.1)


@every_sample
@pytest.mark.parametrize("paper", PAPERS)
def test_one_page_is_one_page(
    sample: str,
    paper: Paper,
    print_sample: Printed,
    sample_request: Make,
    read: Words,
    squeeze: Words,
) -> None:
    result = print_sample("one-page", sample, paper)
    assert result.pages == 1
    text = squeeze(read(result.data))
    content = make_profile_content(sample_request(sample))
    for row in content.musts:
        assert squeeze(row.short)[:40] in text
    for words in ("Yes, when", "No, when", "Why now", f"{content.counts.proven} of"):
        assert squeeze(words) in text


def test_one_page_says_in_own_words_what_was_written_by_hand(
    sample_request: Make, read: Words, squeeze: Words
) -> None:
    request = sample_request("fitness-studio")
    project = request.project
    own = PageText(block="hurts", text="Evenings are gone\nThe back aches")
    first = replace(project.profiles[0], page=(own,))
    project = replace(project, profiles=(first, *project.profiles[1:]))

    text = squeeze(read(render_pdf("one-page", replace(request, project=project)).data))

    assert squeeze("Evenings are gone") in text
    assert squeeze("The back aches") in text
    assert squeeze("A sore back from the desk") not in text.partition(squeeze("Yes, when"))[0]


def test_one_page_says_what_it_leaves_out(print_sample: Printed, read: Words) -> None:
    text = read(print_sample("one-page", "fitness-studio", "A4").data)
    assert "more in the full profile" in text


@pytest.mark.parametrize("paper", PAPERS)
def test_worksheet_asks_every_question(
    paper: Paper, print_sample: Printed, sample_request: Make, read: Words, squeeze: Words
) -> None:
    text = squeeze(read(print_sample("worksheet", "software-firm", paper).data))
    content = make_worksheet_content(sample_request("software-firm"))
    for section in content.sections:
        assert squeeze(section.label) in text
        for field in section.fields:
            said = (field.label, field.question, field.good, field.weak, field.why)
            assert [words for words in said if squeeze(words) not in text] == []
            assert all(squeeze(option.label) in text for option in field.choices)
    for words in ("Think of real people", "Leave gaps", "Who it is not", "In one sentence"):
        assert squeeze(words) in text


@every_sample
@pytest.mark.parametrize("paper", PAPERS)
def test_the_list_of_guesses_holds_every_claim_with_its_test(
    sample: str,
    paper: Paper,
    print_sample: Printed,
    sample_request: Make,
    read: Words,
    squeeze: Words,
) -> None:
    text = squeeze(read(print_sample("unproven", sample, paper).data))
    listed = make_profile_content(sample_request(sample)).not_yet_proven
    assert listed
    for each in listed:
        for words in (each.words, each.label, each.hangs, each.test, each.keep_if, each.who_words):
            assert squeeze(words) in text
        assert not each.disputed or squeeze(each.known_words) in text


def test_where_all_is_proven_the_list_says_so(make_request: Make, read: Words) -> None:
    text = read(render_pdf("unproven", make_request()).data)
    assert "Every answer given so far is proven" in " ".join(text.split())


@every_document
def test_documents_are_tagged_titled_and_bear_no_name_of_the_computer(
    document: str, print_sample: Printed
) -> None:
    reader = PdfReader(BytesIO(print_sample(document, "fitness-studio", "A4").data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    info = reader.metadata
    assert info.author == "Rowan Ash Advice"
    assert info.creator == "ICP Desktop"
    assert set(info) == {"/Title", "/Author", "/Creator", "/Producer"}
    xmp = root["/Metadata"].get_data()
    assert b"pdfuaid" in xmp
    assert b"Date" not in xmp


def test_without_a_name_the_program_is_the_author(make_request: Make) -> None:
    result = render_pdf("one-page", make_request())
    assert PdfReader(BytesIO(result.data)).metadata.author == "ICP Desktop"


def test_bookmarks_are_the_title_and_the_sections(
    print_sample: Printed, sample_request: Make
) -> None:
    reader = PdfReader(BytesIO(print_sample("profile", "fitness-studio", "A4").data))
    (title, sections) = reader.outline
    content = make_profile_content(sample_request("fitness-studio"))
    assert title.title == content.title
    assert [each.title for each in sections] == [
        *(block.label for block in content.sections),
        "Not yet proven",
        "How this was made",
    ]


@every_document
def test_nothing_is_smaller_than_eight_points(document: str, print_sample: Printed) -> None:
    sizes: set[float] = set()

    def measure(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if text.strip():
            scale = (abs(tm[3]) or 1) * (abs(cm[3]) or 1)
            sizes.add(round(size * scale, 2))

    for page in PdfReader(BytesIO(print_sample(document, "fitness-studio", "A4").data)).pages:
        page.extract_text(visitor_text=measure)
    assert min(sizes) == pytest.approx(8, abs=0.05)
    assert max(sizes) >= 26


@every_document
@pytest.mark.parametrize("paper", PAPERS)
def test_the_renderer_has_no_remarks(document: str, paper: Paper, print_sample: Printed) -> None:
    result = print_sample(document, "fitness-studio", paper)
    assert (result.log, result.missing_characters, result.message) == ((), "", "")


@every_document
def test_only_our_fonts_are_used(document: str, print_sample: Printed) -> None:
    reader = PdfReader(BytesIO(print_sample(document, "fitness-studio", "A4").data))
    names: set[str] = set()
    for page in reader.pages:
        names |= {font["/BaseFont"] for font in page["/Resources"]["/Font"].values()}
    assert names
    assert all("Source-Sans-Pro" in name for name in names)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@every_document
def test_qpdf_finds_no_fault(document: str, print_sample: Printed, tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(print_sample(document, "fitness-studio", "A4").data)
    done = subprocess.run(
        ["qpdf", "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_request_gives_the_same_bytes(make_request: Make) -> None:
    request = make_request(version="1")
    assert render_pdf("profile", request).data == render_pdf("profile", request).data


def test_the_day_of_the_request_is_the_only_date(make_request: Make, read: Words) -> None:
    result = render_pdf("profile", make_request(today=date(2031, 2, 3)))
    text = read(result.data)
    assert "3 February 2031" in text
    assert str(date.today().year) not in text  # noqa: DTZ011 - the clock is what must not show


def test_text_keeps_within_the_margins(print_sample: Printed) -> None:
    import pypdfium2

    for document in DOCUMENT_IDS:
        pdf = pypdfium2.PdfDocument(print_sample(document, "fitness-studio", "A4").data)
        for page in pdf:
            for thing in page.get_objects(filter=[1]):  # FPDF_PAGEOBJ_TEXT
                left, _bottom, right, _top = thing.get_bounds()
                assert left >= 21.3 * MM
                assert right <= (210 - 13.5) * MM


def test_written_pages_leave_little_for_the_collector(sample_request: Make) -> None:
    """Whatever waits for it stops the window for a while when it is collected."""
    request = sample_request("fitness-studio", "A4")
    render_pdf("profile", request)
    clear_up()
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        pages = render_pdf("profile", request).pages
        clear_up()
        left = len(gc.get_objects()) - before
    finally:
        gc.enable()
    assert pages > 3
    assert left < 30_000  # of more than 100,000


@every_sample
@pytest.mark.parametrize("paper", PAPERS)
def test_the_profile_is_laid_out_once(
    sample: str, paper: Paper, sample_request: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from icp_desktop.documents import pdf

    class LaidOutError(Exception):
        pass

    layouts: list[int] = []
    lay_out = pdf.lay_out

    def count(html: str, document_id: str, paper: Paper) -> Any:
        layouts.append(1)
        return lay_out(html, document_id, paper)

    def stop(*_args: object) -> None:
        raise LaidOutError

    monkeypatch.setattr(pdf, "lay_out", count)
    monkeypatch.setattr(pdf, "write_layout", stop)
    with pytest.raises(LaidOutError):
        render_pdf("profile", sample_request(sample, paper))
    assert len(layouts) == 1
