"""The scorecard: live formulas of our own, texts of others, the same arithmetic as the program."""

import io
import random
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from leads_made import ASKED, CELLS, MEANT, Picks, project_of, scored
from openpyxl import Workbook, load_workbook

from icp_desktop.documents.content import Request
from icp_desktop.documents.scorecard import (
    FIRST_CRITERION,
    FIRST_LEAD,
    NEW_LEADS,
    ranked,
    write_scorecard,
)
from icp_desktop.insight.scoring import Scored
from icp_desktop.model.project import Project, Weight

WEIGHTS: tuple[Weight, ...] = ("must", "should", "nice")


def request(project: Project) -> Request:
    return Request(project=project, profile_id="", today=date(2026, 11, 21))


def made(project: Project) -> tuple[Scored, Workbook]:
    result = scored(project)
    return result, load_workbook(io.BytesIO(write_scorecard(result, request(project))))


def random_project(seed: int, leads: int) -> Project:
    chance = random.Random(seed)
    rows: list[Picks] = [
        {heading: chance.randrange(len(cells)) for heading, cells in CELLS.items()}
        for _lead in range(leads)
    ]
    fields = chance.sample(ASKED, chance.randrange(len(ASKED) + 1))
    out = chance.sample(tuple(MEANT), chance.randrange(3))
    return project_of(rows, {field: chance.choice(WEIGHTS) for field in fields}, out)


def test_only_the_scores_are_formulas() -> None:
    _result, workbook = made(random_project(3, 20))
    card = workbook.worksheets[0]
    formulas = {(cell.row, cell.column) for row in card for cell in row if cell.data_type == "f"}
    leads = range(FIRST_LEAD, FIRST_LEAD + 20 + NEW_LEADS)
    assert {(row, column) for row in leads for column in range(2, 7)} <= formulas
    assert all(column < FIRST_CRITERION or row < FIRST_LEAD for row, column in formulas)
    assert not any(cell.data_type == "f" for row in workbook.worksheets[1] for cell in row)


def test_the_best_fits_come_first_and_those_ruled_out_last() -> None:
    result = scored(random_project(5, 40))
    order = ranked(result)
    assert sorted(order) == list(range(40))
    keys = [(bool(result.frame["ruled_out"][row]), -int(result.frame["low"][row])) for row in order]
    assert keys == sorted(keys)


def test_names_that_look_like_formulas_stay_texts() -> None:
    project = project_of([{}], {"company.size": "must"}, ())
    table = project.tables[0]
    assert b"Lead 0" in table.body.data
    result = scored(project)
    object.__setattr__(result.leads, "names", ("=1+1",))
    workbook = load_workbook(io.BytesIO(write_scorecard(result, request(project))))
    cell = workbook.worksheets[0].cell(row=FIRST_LEAD, column=1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_profile_without_answers_makes_a_card_all_the_same() -> None:
    result, workbook = made(project_of([{}, {}], {}, ()))
    assert result.criteria == ()
    assert workbook.worksheets[0].cell(row=FIRST_LEAD, column=1).value == "Lead 0"


@pytest.mark.peers
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_works_out_the_same_scores(tmp_path: Path) -> None:
    """1,000 leads, among ten random profiles."""
    results = []
    for seed in range(10):
        project = random_project(seed, 100)
        result = scored(project)
        results.append(result)
        (tmp_path / f"{seed}.xlsx").write_bytes(write_scorecard(result, request(project)))
    out = tmp_path / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless",
         "--convert-to", "xlsx", "--outdir", out, *sorted(tmp_path.glob("*.xlsx"))],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for seed, result in enumerate(results):
        card = load_workbook(out / f"{seed}.xlsx", data_only=True).worksheets[0]
        for place, row in enumerate(ranked(result)):
            told = [
                card.cell(row=FIRST_LEAD + place, column=column).value for column in range(1, 7)
            ]
            found = result.frame.row(row, named=True)
            assert told[0] == result.leads.names[row]
            assert told[1:5] == [found[k] for k in ("low", "high", "tier", "may_reach")]
            assert bool(told[5]) == found["ruled_out"]
        below = [card.cell(row=FIRST_LEAD + 100, column=column).value for column in range(2, 7)]
        assert all(not value for value in below)
