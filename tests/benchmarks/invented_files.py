"""Lists of any length as files: names, figures, sums, days, words and gaps, by seed."""

import random
from datetime import date
from pathlib import Path

_SECTORS = ("dental", "legal", "retail", "bakery", "garden", "school")
_CITIES = ("Leeds", "York", "Hull", "Ripon", "Selby")


def write_csv(path: Path, rows: int, columns: int = 20) -> None:
    """Write a list of customers with so many columns."""
    chosen = random.Random(rows)
    heads = ["Customer id", "Name", "Industry", "Employees", "Revenue", "Customer since", "Churned"]
    heads += [f"Trait {n}" for n in range(len(heads), columns)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(heads) + "\n")
        for number in range(rows):
            file.write(",".join(_cells(chosen, number, columns)) + "\n")


def write_workbook(path: Path, rows: int) -> None:
    """Write a workbook of nine columns."""
    from openpyxl import Workbook

    chosen = random.Random(rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Customers")
    sheet.append(
        ["Name", "Industry", "Employees", "Revenue", "Since", "City", "Orders", "Rating", "Note"]
    )
    for number in range(rows):
        sheet.append(
            [
                f"Firm {number}",
                chosen.choice(_SECTORS),
                chosen.randint(1, 900),
                round(chosen.uniform(1, 90_000), 2),
                date(2010 + chosen.randrange(15), chosen.randint(1, 12), chosen.randint(1, 28)),
                chosen.choice(_CITIES),
                chosen.randint(0, 40),
                chosen.choice((1, 2, 3, 4, 5, None)),
                f"note {chosen.randint(1, 50)}",
            ]
        )
    book.save(path)


def _cells(chosen: random.Random, number: int, columns: int) -> list[str]:
    day = (2010 + chosen.randrange(15), chosen.randint(1, 12), chosen.randint(1, 28))
    cells = [
        f"C{number:07}",
        f"Firm {number}",
        chosen.choice(_SECTORS),
        str(chosen.randint(1, 900)) if number % 500 else "many",
        f"{chosen.uniform(1, 90_000):.2f}",
        "{2:02}/{1:02}/{0}".format(*day),
        chosen.choice(("yes", "no", "")),
    ]
    while len(cells) < columns:
        match len(cells) % 4:
            case 0:
                cells.append(f"{chosen.uniform(0, 100):.1f}")
            case 1:
                cells.append("{}-{:02}-{:02}".format(*day))
            case 2:
                cells.append(chosen.choice(("n/a", "-", "7", "12")))
            case _:
                cells.append(chosen.choice(_CITIES))
    return cells
