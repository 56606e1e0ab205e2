"""Workbooks: honest ones are read right, hostile ones refused before anything parses them."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tables import hostile_workbooks as made
from tables.invented import drafted, read

from icp_desktop.errors import KnownError
from icp_desktop.tables.workbook_guard import check_workbook

_SHEET = "xl/worksheets/sheet1.xml"


def test_a_table_is_found_on_its_sheet_wherever_it_begins() -> None:
    found = drafted(made.honest(), name="customers.xlsx")
    assert found.plan.layout.sheet == "Customers"
    assert found.plan.layout.sheets == ("Cover", "Customers")
    assert found.plan.layout.heading_row == 3
    frame = read(made.honest())
    assert frame.to_dict(as_series=False) == {
        "Name": ["Alder", "Brook"],
        "Spend": [1234.5, 90.0],
        "Customer since": [date(2024, 3, 1), date(2023, 12, 24)],
        "Repeat": [True, False],
        "Postcode": ["01067", "80331"],
        "Employees": [12.0, None],
    }


def test_an_open_document_is_read() -> None:
    rows = "".join(
        f"<table:table-row>{''.join(map(made.ods_cell, cells))}</table:table-row>"
        for cells in (("Name", "City"), ("Alder", "Leeds"), ("Brook", "York"))
    )
    blank = '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/>'
    data = made.open_document(f"{rows}{blank}</table:table-row>")
    assert read(data).to_dict(as_series=False) == {
        "Name": ["Alder", "Brook"],
        "City": ["Leeds", "York"],
    }


@pytest.mark.parametrize("rows", made.FAR_REFERENCES.values(), ids=made.FAR_REFERENCES)
def test_cells_too_far_apart_are_refused(rows: bytes) -> None:
    with pytest.raises(KnownError, match="too large"):
        check_workbook(made.with_part(_SHEET, made.sheet(rows), replace=True))


@pytest.mark.parametrize("place", ["XFD1", "A1048576", "ZZ400", "I100000"])
def test_a_lone_far_cell_is_no_harm(place: str) -> None:
    check_workbook(made.plain({"A1": "Name", "B1": "City", "A2": "Alder", place: "x"}))


_DAMAGED = {
    "a name that leads out": made.with_part("../../evil.xml", b"<a/>"),
    "an absolute name": made.with_part("/evil.xml", b"<a/>"),
    "a size that lies": made.lying(made.honest(), _SHEET, 10),
    "half of it": made.honest()[:900],
    "no zip behind the mark": b"PK\x03\x04" + b"\0" * 200,
}


@pytest.mark.parametrize("data", _DAMAGED.values(), ids=_DAMAGED)
def test_a_damaged_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="damaged"):
        drafted(data)


def test_an_entry_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = made.with_part(_SHEET, b"<a/>")
    with pytest.raises(KnownError, match="damaged"):
        check_workbook(data)


def test_what_unpacks_to_too_much_is_refused() -> None:
    bomb = made.sheet(b"<row>" + b" " * 30_000_000 + b"</row>")
    with pytest.raises(KnownError, match="unpacks to more"):
        check_workbook(made.with_part(_SHEET, bomb, replace=True))
    names = b"<workbook>" + b"".join(b'<definedName name="n%d"/>' % n for n in range(500_000))
    with pytest.raises(KnownError, match="unpacks to more"):
        check_workbook(made.with_part("xl/workbook.xml", names, replace=True))


def test_a_password_is_named() -> None:
    with pytest.raises(KnownError, match="protected with a password"):
        check_workbook(made.encrypted(made.honest(), _SHEET))


def test_repeated_cells_of_an_open_document_are_refused() -> None:
    cells = made.ods_cell("x", 16_000)
    row = f'<table:table-row table:number-rows-repeated="1000000">{cells}</table:table-row>'
    with pytest.raises(KnownError, match="too large"):
        check_workbook(made.open_document(row))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel format"),
        (b"%PDF-1.7\n%", "is not a list"),
        (b"\x89PNG\r\n\x1a\n", "is not a list"),
    ],
)
def test_other_files_of_that_name_are_named(data: bytes, sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence):
        drafted(data, name="list.xlsx")


def test_text_called_xlsx_is_read_as_text() -> None:
    assert read(b"name;orders\nAlder;3\n").to_dict(as_series=False) == {
        "name": ["Alder"],
        "orders": [3.0],
    }


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are of Linux")
def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>'.encode()
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(made.with_part(_SHEET, bomb + made.sheet(cell), replace=True))
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)\n"
        "from icp_desktop.__main__ import main\n"
        f"assert main(['new', r'{tmp_path}/a.icp']) == 0\n"
        f"sys.exit(main(['import', r'{tmp_path}/a.icp', r'{path}', '--as', 'customers']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode in (0, 2), done.stderr
    assert "Traceback" not in done.stderr
