"""A shortlist of best and worst customers, typed or pasted, as a list like any other."""

import csv
import io

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.tables.opening import Source

_HEADING = "Best or worst"  # known as the heading of the outcome "verdict"


def make_shortlist(best: str, worst: str) -> Source:
    """Return the customers named in two texts, one a line, as a source.

    Rows pasted from a spreadsheet may bring more columns; if the two texts begin with the same row,
    those are the headings.
    """
    groups = {"best": _rows(best), "worst": _rows(worst)}
    if not any(groups.values()):
        raise KnownError(_("Name at least one customer, one a line."))
    width = max(len(row) for rows in groups.values() for row in rows)
    heads = ["Name", *(_("Trait {n}", n=n) for n in range(1, width))]
    first = [rows[0] for rows in groups.values() if rows]
    if len(first) == 2 and first[0] == first[1] and len(groups["best"]) > 1:
        heads = first[0]
        groups = {group: rows[1:] for group, rows in groups.items()}
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t")
    writer.writerow([*heads, *[""] * (width - len(heads)), _HEADING])
    for group, rows in groups.items():
        for row in rows:
            writer.writerow([*row, *[""] * (width - len(row)), group])
    return Source(_("Shortlist"), out.getvalue().encode())


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    return [[cell.strip() for cell in line.split("\t")] for line in lines]
