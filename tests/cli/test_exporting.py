import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from icp_desktop.cli import self_test
from icp_desktop.cli.form_trials import form_trials
from icp_desktop.documents import catalogue, pdf
from icp_desktop.documents.catalogue import DOCUMENTS
from icp_desktop.model.forms import CHANNELS
from icp_desktop.storage.loose_file import create_file, open_file
from icp_desktop.worksheet.samples import make_sample

Run = Callable[..., Any]


@pytest.mark.parametrize("name", ["b.md", "b.json", "b.xlsx", "B.MD"])
def test_the_ending_says_what_is_made(run: Run, studio: str, tmp_path: Path, name: str) -> None:
    told = run("export", studio, name)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{name} is made: ")
    assert b"Halfmoon" in (tmp_path / name).read_bytes() or name == "b.xlsx"


def test_paper_profile_and_version_reach_the_document(run: Run, studio: str) -> None:
    run("keep", studio, "Spring")
    words = ("export", studio, "b.xlsx", "--paper", "letter", "--profile", "Not a fit")
    assert run(*words).code == 0
    book = load_workbook("b.xlsx")
    assert book["Profile"]["A1"].value == "Not a fit"
    assert str(book["Profile"].page_setup.paperSize) == "1"
    assert book["Profile"].oddFooter.left.text.startswith("Version Spring, ")


def test_a_document_names_the_version_that_the_project_is_again(run: Run, studio: str) -> None:
    for season in ("Spring", "Summer"):
        run("answer", studio, "people.location", season)
        run("keep", studio, season)
    run("restore", studio, "Spring")
    run("export", studio, "b.md")
    assert "Version Spring, " in Path("b.md").read_text(encoding="utf-8")


def test_a_pdf_tells_which_signs_could_not_be_printed(
    run: Run, studio: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = pdf.PdfResult(data=b"%PDF-", pages=1, missing_characters="\N{OLD PERSIAN SIGN A}")
    monkeypatch.setattr(pdf, "render_pdf", lambda *_words: result)
    told = run("export", studio, "b.pdf")
    assert told.code == 0
    assert told.err == (
        "icp-desktop: No font on this computer has the character \N{OLD PERSIAN SIGN A}. "
        "It prints as an empty box.\n"
    )


def test_an_ending_that_is_not_written_names_those_that_are(run: Run, studio: str) -> None:
    sentence = run("export", studio, "b.odt").sentence
    assert "“.odt”" in sentence
    assert ".pdf, .docx, .html, .md, .png, .xlsx, .json" in sentence


@pytest.mark.parametrize("name", ["b", ".pdf", ""])
def test_a_name_without_an_ending_is_refused(run: Run, studio: str, name: str) -> None:
    assert "has no ending that says what to make" in run("export", studio, name).sentence


def test_an_unknown_document_names_the_nearest_and_all(run: Run, studio: str) -> None:
    ids = ", ".join(document.id for document in DOCUMENTS)
    assert run("export", studio, "b.pdf", "--document", "profil").sentence == (
        f"There is no document “profil”. Did you mean “profile”? There are: {ids}."
    )
    assert "There are: profile" in run("export", studio, "b.pdf", "--document", "zzz").sentence


def test_a_document_that_has_no_such_format_names_its_own(run: Run, studio: str) -> None:
    assert run("export", studio, "b.pdf", "--document", "workbook").sentence == (
        "The document “workbook” can’t be written as “.pdf”, only as .xlsx."
    )


def test_an_unknown_paper_names_those_there_are(run: Run, studio: str) -> None:
    assert run("export", studio, "b.pdf", "--paper", "A5").sentence == (
        "“A5” is not a paper size. The sizes are A4, Letter."
    )


def test_an_unknown_profile_is_named(run: Run, studio: str) -> None:
    assert "“x”" in run("export", studio, "b.md", "--profile", "x").sentence


def test_a_folder_that_is_not_there_is_named(run: Run, studio: str) -> None:
    sentence = run("export", studio, "nowhere/b.md").sentence
    assert sentence.startswith("The folder “")
    assert "nowhere” is not there." in sentence


def test_a_folder_is_not_overwritten(run: Run, studio: str, tmp_path: Path) -> None:
    (tmp_path / "b.md").mkdir()
    assert run("export", studio, "b.md").sentence == "“b.md” is a folder. Name a file."


@pytest.mark.parametrize("make", ["link_to", "symlink"])
def test_a_document_never_lands_on_the_project(
    run: Run, studio: str, tmp_path: Path, make: str
) -> None:
    other = tmp_path / "b.md"
    if make == "symlink":
        other.symlink_to(tmp_path / studio)
    else:
        other.hardlink_to(tmp_path / studio)
    before = (tmp_path / studio).read_bytes()
    assert "is the project file itself" in run("export", studio, "b.md").sentence
    assert run("export", studio, studio).sentence
    assert (tmp_path / studio).read_bytes() == before


def test_a_document_open_elsewhere_stays_and_is_named(
    run: Run, studio: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.md").write_text("old")

    def held(*_words: object) -> None:
        error = PermissionError(13, "in use")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr("os.replace", held)
    assert run("export", studio, "b.md").sentence == (
        "“b.md” is open in another program. Close it there, then save again."
    )
    assert (tmp_path / "b.md").read_text() == "old"
    assert {each.name for each in tmp_path.iterdir()} == {"a.icp", "b.md"}


def test_a_document_that_may_only_be_read_stays(run: Run, studio: str, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("old")
    (tmp_path / "b.md").chmod(0o444)
    assert "can only be read there" in run("export", studio, "b.md").sentence
    assert (tmp_path / "b.md").read_text() == "old"


def test_a_full_disk_leaves_the_old_document(
    run: Run, studio: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.md").write_text("old")

    def full(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "There is not enough room for “b.md”." in run("export", studio, "b.md").sentence
    assert (tmp_path / "b.md").read_text() == "old"


def test_a_name_too_long_for_the_disk_is_refused(run: Run, studio: str) -> None:
    assert "can’t be used as a file name" in run("export", studio, f"{'x' * 300}.md").sentence


def test_a_name_of_any_letters_is_written(run: Run, studio: str, tmp_path: Path) -> None:
    names = ["مكتبة.md", "👩‍👩‍👧 =1+1.md"]
    if sys.platform != "win32":
        names += ["a:b?.md", "line\nbreak.md"]
    for name in names:
        assert run("export", studio, name).code == 0
        assert (tmp_path / name).is_file()


def test_a_project_without_profiles_has_no_profile_to_print(run: Run, tmp_path: Path) -> None:
    create_file(tmp_path / "a.icp", replace(make_sample("fitness-studio"), profiles=()))
    assert run("export", "a.icp", "b.md").sentence
    assert run("export", "a.icp", "b.xlsx").sentence
    assert run("export", "a.icp", "b.json").code == 0
    assert json.loads(Path("b.json").read_text(encoding="utf-8"))["project"]["profiles"] == []


def test_exporting_leaves_the_project_alone(run: Run, studio: str, tmp_path: Path) -> None:
    before = (tmp_path / studio).read_bytes()
    run("export", studio, "b.md")
    assert (tmp_path / studio).read_bytes() == before
    assert open_file(tmp_path / studio).project.sample == "fitness-studio"


def quick_trials(samples: list[str] | None) -> Iterator[self_test.Trial]:
    for trial in trials(samples):
        if trial.source == "fitness-studio" and trial.suffix != ".pdf":
            yield trial


trials = self_test.trials


def test_the_self_test_makes_every_document_of_every_sample() -> None:
    made = {(t.source, t.document.id, t.suffix, t.request.paper) for t in trials()}
    for sample in ("fashion-shop", "fitness-studio", "software-firm"):
        for paper in ("A4", "Letter"):
            for document in ("profile", "one-page"):
                assert (sample, document, ".pdf", paper) in made
            assert (sample, "workbook", ".xlsx", paper) in made
        assert {(sample, "profile", ".md", "A4"), (sample, "data", ".json", "A4")} <= made
    blank = {t for t in made if t[1] == "worksheet"}
    assert blank == {
        (market, "worksheet", ".pdf", paper)
        for market in ("b2b", "b2c", "both")
        for paper in ("A4", "Letter")
    }


def test_the_self_test_says_a_line_for_each_and_zero(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "trials", quick_trials)
    monkeypatch.setattr(self_test, "form_trials", lambda: iter(()))
    told = run("self-test")
    assert told.code == 0
    made = len(list(quick_trials(None)))
    assert made >= 9
    assert [line.split()[0] for line in told.out.splitlines()[:-1]] == ["ok"] * made
    assert told.out.endswith(f"{made} documents made, all are right.\n")


def test_the_self_test_can_be_held_to_one_sample(run: Run) -> None:
    made = {trial.source for trial in trials(["software-firm"])}
    assert made == {"software-firm", "b2b", "b2c", "both"}
    told = run("self-test", "--sample", "bakery")
    assert told.code == 2
    assert "bakery" in told.sentence


def test_the_self_test_knows_what_nobody_agreed_to_hand_out() -> None:
    told = {
        trial.source: self_test.try_out(trial)[0] for trial in trials() if trial.suffix == ".json"
    }
    assert set(told) >= {"insurance-brokers", "fitness-studio"}
    assert [line for line in told.values() if line] == []


def test_the_self_test_sends_forms_and_reads_them_back() -> None:
    found = list(form_trials())
    assert len(found) == 3 * len(CHANNELS)
    assert {problem for _words, problem, _found in found} == {""}
    assert any("worksheet pdf" in words and "fields" in said for words, _p, said in found)


def spoilt_workbook(data: bytes) -> bytes:
    book, target = load_workbook(io.BytesIO(data)), io.BytesIO()
    book.worksheets[1]["C3"].value = "=1+1"
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("suffix", "spoil", "problem"),
    [
        (".md", lambda data: data.replace(b"Running", b"Walking"), "it lacks “Running alone"),
        (".json", lambda data: data.replace(b"Running alone", b"x"), "it is not the whole project"),
        (".xlsx", spoilt_workbook, "1 cell is a formula"),
        (".xlsx", lambda data: data[:50], "BadZipFile"),
    ],
)
def test_the_self_test_finds_what_is_wrong(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    spoil: Callable[[bytes], bytes],
    problem: str,
) -> None:
    def make(document_id: str, ending: str, request: Any) -> bytes:
        data = catalogue.make_document(document_id, ending, request)
        return spoil(data) if ending == suffix else data

    monkeypatch.setattr(self_test, "make_document", make)
    monkeypatch.setattr(self_test, "trials", quick_trials)
    monkeypatch.setattr(self_test, "form_trials", lambda: iter(()))
    told = run("self-test")
    assert told.code == 1
    wrong = [line for line in told.out.splitlines() if line.startswith("WRONG")]
    assert wrong
    assert all(suffix in line for line in wrong)
    assert problem in wrong[0]


@pytest.mark.parametrize(
    ("result", "problem"),
    [
        (pdf.PdfResult(data=b"%PDF-1.7 torn", pages=1), "this is no whole PDF"),
        (pdf.PdfResult(data=b"%PDF-1.7\n%%EOF\n", pages=1, missing_characters="x"), "No font"),
        (pdf.PdfResult(data=b"%PDF-1.7\n%%EOF\n", pages=1, log=("Ignored x",)), "Ignored x"),
        (pdf.PdfResult(data=b"%PDF-1.7\n%%EOF\n", pages=3), ""),
    ],
)
def test_the_self_test_looks_into_every_pdf(
    monkeypatch: pytest.MonkeyPatch, result: pdf.PdfResult, problem: str
) -> None:
    monkeypatch.setattr(pdf, "render_pdf", lambda *_words: result)
    trial = next(each for each in trials() if each.suffix == ".pdf")
    found, pages = self_test.try_out(trial)
    assert problem in found
    assert bool(problem) == bool(found)
    assert "page" in pages


def test_the_card_of_one_persona_is_made_by_its_title(run: Run, tmp_path: Path) -> None:
    run("new", "b.icp", "--sample", "insurance-brokers")
    told = run("export", "b.icp", "c.md", "--document", "personas", "--persona", "the OWNER")
    assert told.code == 0
    text = (tmp_path / "c.md").read_text(encoding="utf-8")
    assert "## The owner" in text
    assert "The finance head" not in text
    sentence = run("export", "b.icp", "c.pdf", "--document", "personas", "--persona", "x").sentence
    assert "“The finance head”" in sentence
    assert "goes with" in run("export", "b.icp", "c.pdf", "--persona", "The owner").sentence
