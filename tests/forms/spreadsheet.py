"""What is typed into the cells of a workbook, and a workbook filled without any other program."""

import io

from forms.asked import filling
from openpyxl import load_workbook


def cell_filling(text: str) -> dict[str, str]:
    """Return what is typed into named cells; boxes get an "x"."""
    return {
        name: ("x" if value is True else str(value))
        for name, value in filling(text).items()
        if value not in (False, "")
    }


def fill_cells(data: bytes, typed: dict[str, object]) -> bytes:
    """Return a workbook with values in its named cells, as a program leaves it."""
    workbook = load_workbook(io.BytesIO(data))
    for name, value in typed.items():
        ((sheet, address),) = workbook.defined_names[name].destinations
        cell = workbook[sheet][address.replace("$", "")]
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()
