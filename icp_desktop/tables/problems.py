"""What is wrong with a row or a cell, in words, and what is done about it unless told otherwise."""

from typing import Literal

from icp_desktop.i18n import _, later
from icp_desktop.model.record import record

ProblemKind = Literal[
    "surplus", "short", "note", "total", "heading", "duplicate", "same_name", "same_id", "no_name",
    "no_customer", "long_cell", "figure", "two_figures", "currency", "percent", "day", "two_days",
    "yes_no",
]  # fmt: skip
LEFT_OUT: tuple[ProblemKind, ...] = (
    "surplus",
    "note",
    "total",
    "heading",
    "duplicate",
    "long_cell",
)
REASONS: dict[ProblemKind, str] = {
    "surplus": later("It has more cells than there are columns, so they may be shifted."),
    "short": later("It has fewer cells than there are columns. The others are taken as not known."),
    "note": later("It is a remark below the list."),
    "total": later("It adds up the rows above."),
    "heading": later("It repeats the headings."),
    "duplicate": later("It is the same as an earlier row in every cell."),
    "same_name": later("An earlier row has the same name."),
    "same_id": later("An earlier row has the same number."),
    "no_name": later("It names no customer."),
    "no_customer": later("It names no customer, so it counts in the whole only."),
    "long_cell": later("A cell has more than 32,767 characters."),
    "figure": later("“{cell}” is not a figure."),
    "two_figures": later("“{cell}” may be two figures: this column mixes 1.234 and 1,234."),
    "currency": later("“{cell}” is not in the currency of the column."),
    "percent": later("“{cell}” has no % like the rest of the column."),
    "day": later("“{cell}” is not a day."),
    "two_days": later("“{cell}” may be two days: this column mixes day/month and month/day."),
    "yes_no": later("“{cell}” is neither yes nor no."),
}
KIND_NAMES: dict[ProblemKind, str] = {
    "surplus": later("more cells than columns"),
    "short": later("fewer cells than columns"),
    "note": later("a remark below the list"),
    "total": later("a total"),
    "heading": later("the headings again"),
    "duplicate": later("the same as an earlier row"),
    "same_name": later("a name that was there before"),
    "same_id": later("a number that was there before"),
    "no_name": later("no name"),
    "no_customer": later("no customer named"),
    "long_cell": later("a cell that is too long"),
    "figure": later("not a figure, left empty"),
    "two_figures": later("a figure that can be read two ways, left empty"),
    "currency": later("another currency, left empty"),
    "percent": later("no % like the others, left empty"),
    "day": later("not a day, left empty"),
    "two_days": later("a day that can be read two ways, left empty"),
    "yes_no": later("neither yes nor no, left empty"),
}
_LONGEST_SHOWN = 60


@record
class Problem:
    """One thing wrong with a row of the file, or with one `cell` of it."""

    row: int
    kind: ProblemKind
    column: str = ""
    cell: str = ""

    @property
    def reason(self) -> str:
        """What is wrong, as a sentence."""
        cell = self.cell if len(self.cell) <= _LONGEST_SHOWN else f"{self.cell[:_LONGEST_SHOWN]}…"
        return _(REASONS[self.kind], cell=cell)
