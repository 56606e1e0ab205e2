"""Forms sent and taken in from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from forms.asked import named
from forms.bad_files import flattened
from forms.viewers import fill_by_pdfium

from icp_desktop.model.items import PutItem
from icp_desktop.storage.loose_file import open_file, save_file
from icp_desktop.worksheet.questionnaires import new_questionnaire, own_questionnaire
from icp_desktop.worksheet.shipped import questionnaire

Run = Callable[..., Any]


@pytest.fixture
def project(run: Run) -> Path:
    assert run("new", "a.icp", "--sample", "fitness-studio").code == 0
    return Path("a.icp")


def filled(name: str, **answers: str) -> Path:
    path = Path(name)
    typed = {named(question): text for question, text in answers.items()}
    path.write_bytes(fill_by_pdfium(path.read_bytes(), typed))
    return path


def send(run: Run, out: str, *more: str) -> Any:
    return run("form", "a.icp", out, "--questionnaire", "colleague-sales", *more)


def test_a_form_is_made_and_noted_as_out(run: Run, project: Path) -> None:
    told = send(run, "ann.pdf", "--for", "Ann Example", "--work", "Sales", "--due", "2026-12-01")
    assert told.code == 0
    assert "It is noted as out." in told.out
    (form,) = open_file(project).project.forms
    assert (form.person, form.role, form.questionnaire) == (
        "Ann Example",
        "Sales",
        "colleague-sales",
    )
    assert form.due is not None
    assert form.is_out


def test_a_form_that_is_there_and_may_be_filled_in_is_kept(run: Run, project: Path) -> None:
    send(run, "ann.pdf", "--for", "Ann Example")
    back = filled("ann.pdf", not_asked="Prices").read_bytes()
    told = send(run, "ann.pdf", "--for", "Ben Example")
    assert told.code == 2
    assert "may be filled in" in told.err
    assert Path("ann.pdf").read_bytes() == back
    assert [form.person for form in open_file(project).project.forms] == ["Ann Example"]


def test_a_file_that_is_gone_is_looked_for_in_a_folder_with_a_name(run: Run, project: Path) -> None:
    assert f"in the folder “{Path.cwd()}”" in run("collect", "a.icp", "gone.pdf").err


@pytest.mark.parametrize("out", ["a.xlsx", "a.txt", "a.PDF"])
def test_the_ending_says_the_format(run: Run, project: Path, out: str) -> None:
    assert send(run, out).code == 0
    assert Path(out).stat().st_size > 500


def test_the_worksheet_goes_out_and_a_sheet_of_paper_too(run: Run, project: Path) -> None:
    assert run("form", "a.icp", "w.pdf", "--questionnaire", "worksheet").code == 0
    assert send(run, "p.pdf", "--sheet", "--paper", "Letter").code == 0
    assert [form.channel for form in open_file(project).project.forms] == ["pdf", "paper"]


def test_what_came_back_is_shown_first_and_then_taken_in(run: Run, project: Path) -> None:
    send(run, "ann.pdf", "--for", "Ann Example")
    filled("ann.pdf", fastest="Those with a date.\nThey know why.", not_asked="Prices")
    before = project.read_bytes()
    shown = run("collect", "a.icp", "ann.pdf", "--dry-run")
    assert shown.code == 0
    assert "Ann Example · A colleague’s view: sales" in shown.out
    assert "+ 3. Who says yes the fastest, and why?: Those with a date. They know why." in shown.out
    assert project.read_bytes() == before
    data = json.loads(run("collect", "a.icp", "ann.pdf", "--dry-run", "--json").out)
    assert len(data["forms"][0]["answers"]) == 2
    told = run("collect", "a.icp", "ann.pdf")
    assert told.code == 0
    assert "2 answers are new." in told.out
    assert open_file(project).project.interviews[-1].person == "Ann Example"
    again = run("collect", "a.icp", "ann.pdf")
    assert again.code == 2
    assert "was taken in before" in again.err


def test_files_that_can_not_be_read_are_left_out_and_the_others_taken(
    run: Run, project: Path
) -> None:
    send(run, "ann.pdf")
    filled("ann.pdf", not_asked="Prices")
    Path("flat.pdf").write_bytes(flattened())
    Path("empty.pdf").touch()
    Path("folder").mkdir()
    told = run("collect", "a.icp", "flat.pdf", "ann.pdf", "empty.pdf", "folder", "gone.pdf")
    assert told.code == 2
    assert len(open_file(project).project.forms[0].returns) == 1
    lines = told.err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("icp-desktop: “") for line in lines)


def test_own_questionnaires_are_listed_first(run: Run, project: Path) -> None:
    opened = open_file(project)
    own = new_questionnaire("Our own", "en", questionnaire("pains"))
    item = PutItem(folder="questionnaires", item=own_questionnaire(own))
    save_file(project, opened, item.apply(opened.project))
    assert run("questionnaires", "a.icp").out.splitlines()[0].split() == [own.id, "Our", "own"]
    assert run("form", "a.icp", "own.pdf", "--questionnaire", own.id).code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("form", "a.icp", "x.docx", "--questionnaire", "pains"), "is neither"),
        (("form", "a.icp", "x.xlsx", "--questionnaire", "pains", "--sheet"), "is neither"),
        (("form", "a.icp", "x.pdf", "--questionnaire", "nobody"), "no questionnaire “nobody”"),
        (("form", "a.icp", "x.pdf"), "--questionnaire"),
        (("form", "a.icp", "no/x.pdf", "--questionnaire", "pains"), "is not there"),
        (("form", "a.icp", "x.pdf", "--questionnaire", "pains", "--due", "soon"), "not a date"),
        (("collect", "a.icp"), "is missing from the call"),
        (("collect", "gone.icp", "x.pdf"), "gone.icp"),
    ],
)
def test_a_wrong_call_is_one_line_and_nothing_is_changed(
    run: Run, project: Path, words: tuple[str, ...], told: str
) -> None:
    before = project.read_bytes()
    found = run(*words)
    assert found.code == 2
    assert told in found.err
    assert len(found.err.splitlines()) == 1
    assert project.read_bytes() == before
    assert not Path("x.pdf").exists()


def test_a_form_is_taken_in_though_nobody_reads_to_the_end_what_is_said(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_lines: str) -> None:
        raise BrokenPipeError

    send(run, "ann.pdf", "--for", "Ann Example")
    filled("ann.pdf", not_asked="Prices")
    monkeypatch.setattr("icp_desktop.cli.forms.say", gone)
    run("collect", "a.icp", "ann.pdf")
    assert [form.is_back for form in open_file(project).project.forms] == [True]
