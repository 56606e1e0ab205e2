"""`handover`, and `export` for other readers."""

import csv
import zipfile
from pathlib import Path

from icp_desktop.storage.loose_file import open_file
from tests.cli.conftest import Run


def test_a_pack_is_made_and_never_written_over(run: Run, studio: str) -> None:
    told = run("handover", studio, "pack.zip")
    assert told.code == 0
    assert told.out.startswith("pack.zip is made: ")
    with zipfile.ZipFile("pack.zip") as pack:
        assert {"index.html", "README.txt", "data/project.json"} <= set(pack.namelist())
    before = Path("pack.zip").read_bytes()
    assert "is there already" in run("handover", studio, "pack.zip").sentence
    assert Path("pack.zip").read_bytes() == before


def test_a_pack_for_anyone_goes_into_a_folder_with_a_list_beside_it(run: Run, studio: str) -> None:
    call = ("handover", studio, "Pack", "--readers", "anyone", "--hidden-list", "hidden.csv")
    told = run(*call, "--with-project")
    assert told.code == 0
    assert "Hidden: " in told.out
    names = {path.name for path in Path("Pack").rglob("*")}
    assert "hidden.csv" not in names
    assert not any("Halfmoon" in name for name in names)
    with Path("hidden.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert ["Whose project it is", "Halfmoon Fitness", "The business", "1"] in rows
    assert "is there already" in run("handover", studio, "B", *call[3:]).sentence
    assert not Path("B").exists()


def test_a_document_is_made_for_its_readers(run: Run, studio: str) -> None:
    assert run("export", studio, "a.md").code == 0
    assert run("export", studio, "b.md", "--readers", "anyone", "--hide", "Tuesday").code == 0
    whole, shared = Path("a.md").read_text("utf-8"), Path("b.md").read_text("utf-8")
    assert "Halfmoon Fitness" in whole
    assert "£89" in whole
    for word in ("Halfmoon", "£89", "Tuesday"):
        assert word not in shared
    assert run("export", studio, "c.md", "--without", "people").code == 0
    assert "## People" not in Path("c.md").read_text("utf-8")


def test_wrong_calls_are_told_before_anything_is_made(run: Run, studio: str) -> None:
    assert "team, client, anyone" in run("export", studio, "a.md", "--readers", "all").sentence
    assert "There is no part" in run("export", studio, "a.md", "--without", "x").sentence
    assert "go with" in run("export", studio, "a.md", "--hide", "x").sentence
    assert "is not there" in run("handover", studio, "gone/pack.zip").sentence
    assert "is not in the folder" in run("handover", "none.icp", "pack.zip").sentence
    assert sorted(path.name for path in Path().iterdir()) == ["a.icp"]


def test_a_new_project_asks_what_another_asks(run: Run, studio: str) -> None:
    assert run("new", "b.icp", "--like", studio, "--name", "Otter Works").code == 0
    old, new = (
        open_file(Path(studio).absolute()).project,
        open_file(Path("b.icp").absolute()).project,
    )
    assert (new.client, new.worksheet, new.currency) == ("Otter Works", old.worksheet, old.currency)
    assert new.id != old.id
    assert [each.answers for each in new.profiles] == [()]
    assert "Halfmoon" not in str(new)
    assert "neither" in run("new", "c.icp", "--like", studio, "--sample", "fitness-studio").sentence
    assert "is not in the folder" in run("new", "c.icp", "--like", "none.icp").sentence
