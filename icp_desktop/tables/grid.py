"""The rows of a file under their headings, as tidy texts, with what is wrong with whole rows."""

from functools import cached_property
from typing import TYPE_CHECKING

from icp_desktop.tables.cells import tidy, untidy_columns, without_missing
from icp_desktop.tables.columns import Texts
from icp_desktop.tables.headings import name_columns
from icp_desktop.tables.layout import Layout
from icp_desktop.tables.limits import LONGEST_CELL
from icp_desktop.tables.problems import LEFT_OUT, Problem, ProblemKind
from icp_desktop.tables.raw import SURPLUS, Raw

if TYPE_CHECKING:
    import polars as pl

_LOOKED_AT_END = 12  # rows below a list in which remarks and totals stand
_REMARK = 30  # letters from which a lone cell is a remark
_TOTALS = ("total", "totals", "grand total", "subtotal", "sum", "summe", "gesamt", "gesamtsumme",
           "total general", "totale", "totaal")  # fmt: skip


class Grid:
    """The body of a table: columns of text "0", "1" ..., the number of each row in the file."""

    def __init__(
        self,
        headings: list[str],
        body: "pl.DataFrame",
        rows: "pl.Series",
        problems: list[Problem],
    ) -> None:
        """Take the rows under their headings."""
        self.headings = headings
        self.body = body
        self.rows = rows
        self.problems = problems
        self._texts: dict[int, Texts] = {}

    def texts(self, place: int) -> Texts:
        """Return the cells of a column in the rows that are of the list."""
        if place not in self._texts:
            cells = self.body.to_series(place)
            if not self.sound.all():
                cells = cells.filter(self.sound)
            self._texts[place] = _texts(cells)
        return self._texts[place]

    def all_texts(self, place: int) -> Texts:
        """Return the cells of a column in every row."""
        if self.sound.all():
            return self.texts(place)
        return _texts(self.body.to_series(place))

    @cached_property
    def sound(self) -> "pl.Series":
        """Say of each row whether it is one of the list, and no remark, total or the like."""
        out = {problem.row for problem in self.problems if problem.kind in LEFT_OUT}
        return ~self.rows.is_in(list(out))


def make_grid(found: Raw, layout: Layout) -> Grid:
    """Return the table in a file that was read row by row."""
    import polars as pl

    raw = found.cells
    width = raw.width - 1
    above = (
        raw.slice(layout.heading_row - 1, layout.heading_rows)
        if layout.heading_row
        else raw.head(0)
    )
    heads = [["" if cell is None else cell for cell in row[:width]] for row in above.rows()]
    headings = name_columns(heads, width)
    below = raw.slice(layout.first_row - 1)
    body = below.drop(SURPLUS)
    untidy = untidy_columns(body, is_plain=found.is_plain)
    body = body.with_columns(tidy(body[name]) for name in untidy)
    filled = body.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    kept = [
        str(n)
        for n in range(width)
        if body[str(n)].null_count() < body.height or any(row[n].strip() for row in heads)
    ]
    numbers = pl.int_range(layout.first_row, layout.first_row + body.height, eager=True).alias(
        "row"
    )
    if not filled.all():
        body, numbers, below = body.filter(filled), numbers.filter(filled), below.filter(filled)
    body = body.select(kept or [str(n) for n in range(width)])
    problems = _row_problems(body, numbers, below[SURPLUS], heads)
    return Grid([headings[int(name)] for name in body.columns], body, numbers, problems)


def _texts(cells: "pl.Series") -> Texts:
    """Return the cells without what says that nothing is known; plain columns hold none of that."""
    texts = Texts(cells)
    if texts.plain_figures is None and texts.plain_days is None:
        return Texts(without_missing(cells))
    return texts


def _row_problems(
    body: "pl.DataFrame", numbers: "pl.Series", surplus: "pl.Series", heads: list[list[str]]
) -> list[Problem]:
    import polars as pl

    found: list[Problem] = []

    def add(kind: ProblemKind, mask: "pl.Series") -> None:
        found.extend(Problem(row=row, kind=kind) for row in numbers.filter(mask).to_list())

    at_end = _end_kinds(body, numbers)
    found.extend(Problem(row=row, kind=kind) for row, kind in at_end.items())
    ends = numbers.is_in(list(at_end))
    add("surplus", (surplus > 0) & ~ends)
    add("short", (surplus < 0) & ~ends)
    if len(heads) == 1 and body.height:
        add("heading", _equal_to(body, heads[0]))
    longest = body.select(pl.all().str.len_bytes().max()).row(0)
    if any(length is not None and length > LONGEST_CELL for length in longest):
        add("long_cell", body.select(_lengths(body)).to_series() > LONGEST_CELL)
    return found


def _end_kinds(body: "pl.DataFrame", numbers: "pl.Series") -> dict[int, ProblemKind]:
    """Return which of the last rows are remarks or totals, by their number."""
    if body.width < 2:
        return {}
    found: dict[int, ProblemKind] = {}
    last = body.tail(_LOOKED_AT_END).rows()
    rows = numbers.tail(_LOOKED_AT_END).to_list()
    remarks: list[int] = []
    proven = False
    for place in range(len(last) - 1, -1, -1):
        cells = [cell for cell in last[place] if cell is not None]
        after_gap = place > 0 and rows[place] - rows[place - 1] > 1
        if len(cells) > 1 and _is_total(cells[0]):
            found[rows[place]] = "total"
        elif len(cells) == 1:
            remarks.append(rows[place])
            proven = proven or after_gap or (body.width > 2 and _is_remark(cells[0]))
        else:
            break
    return found | (dict.fromkeys(remarks, "note") if proven else {})


def _is_total(cell: str) -> bool:
    first = cell.casefold().rstrip(": ")
    return first in _TOTALS or first.startswith(("total ", "summe ", "grand total"))


def _is_remark(cell: str) -> bool:
    return len(cell) >= _REMARK or cell[0] in "*(" or ":" in cell


def _equal_to(body: "pl.DataFrame", heads: list[str]) -> "pl.Series":
    """Say of each row whether it repeats the headings."""
    import polars as pl

    wanted = [(name, heads[int(name)].strip()) for name in body.columns]
    same = [pl.col(name) == head for name, head in wanted if head]
    return (
        body.select(pl.all_horizontal(same).fill_null(value=False)).to_series()
        if same
        else (pl.zeros(body.height, dtype=pl.Int8, eager=True) > 0)
    )


def _lengths(body: "pl.DataFrame") -> "pl.Expr":
    import polars as pl

    return pl.max_horizontal(pl.col(body.columns).str.len_bytes()).fill_null(0)
