"""A list read by its plan: typed columns, and what is wrong with rows and cells."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from icp_desktop.i18n import _
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables import days, figures
from icp_desktop.tables.columns import read_column
from icp_desktop.tables.grid import Grid
from icp_desktop.tables.parallel import on_each
from icp_desktop.tables.plan import Plan, PlannedColumn
from icp_desktop.tables.problems import Problem, ProblemKind

if TYPE_CHECKING:
    import polars as pl

MOST_NAMED = 5_000  # problems of one kind that are named one by one; the others are counted


class Checked(NamedTuple):
    """What a plan makes of a list, before it is kept.

    `frame` holds every row and the kept columns; `stays` says of each row whether it is taken in.
    """

    plan: Plan
    frame: "pl.DataFrame"
    rows: "pl.Series"
    stays: "pl.Series"
    problems: tuple[Problem, ...]
    counts: dict[ProblemKind, int]

    @property
    def taken(self) -> int:
        """Return how many rows are taken in."""
        return int(self.stays.sum())

    @property
    def left_out(self) -> int:
        """Return how many rows stay out."""
        return len(self.stays) - self.taken


def check(plan: Plan, grid: Grid, progress: Progress = SILENT) -> Checked:
    """Return the typed rows of a list as the plan reads them, with every problem."""
    import polars as pl

    series: list[pl.Series] = []
    found = list(grid.problems)
    counts: Counter[ProblemKind] = Counter(problem.kind for problem in found)
    sound = grid.sound
    rows = grid.rows.filter(sound)
    kept = [place for place, column in enumerate(plan.columns) if column.kept]

    def read(place: int) -> "tuple[pl.Series, pl.Series]":
        texts = grid.all_texts(place)
        return texts.cells, read_column(texts, plan.columns[place].reading)

    for place, (cells, values) in zip(
        kept, on_each(read, kept, progress, _("Reading columns")), strict=True
    ):
        column = plan.columns[place]
        series.append(values.rename(column.heading))
        if values.null_count() > cells.null_count():
            looked, got = cells.filter(sound), values.filter(sound)
            found.extend(_bad_cells(column, looked, got, rows, counts))
    frame = pl.DataFrame(series) if series else pl.DataFrame()
    progress.step(len(plan.columns), len(plan.columns), _("Comparing rows"))
    found.extend(_whole_rows(plan, grid, frame, counts))
    stays = _stays(plan, grid.rows, found)
    found.sort(key=lambda problem: problem.row)
    return Checked(plan, frame, grid.rows, stays, tuple(found), dict(counts))


def _bad_cells(
    column: PlannedColumn,
    cells: "pl.Series",
    values: "pl.Series",
    rows: "pl.Series",
    counts: "Counter[ProblemKind]",
) -> list[Problem]:
    """Return a problem for each cell that says something and could not be read."""
    if values.null_count() == cells.null_count():
        return []
    bad = cells.is_not_null() & values.is_null()
    texts = cells.filter(bad).to_list()
    numbers = rows.filter(bad).to_list()
    different = cells.filter(bad).unique()
    kinds = dict(zip(different, _kinds(different, column), strict=True))
    counts.update(kinds[text] for text in texts)
    return [
        Problem(row=row, kind=kinds[text], column=column.heading, cell=text)
        for row, text in zip(numbers[:MOST_NAMED], texts[:MOST_NAMED], strict=True)
    ]


def _kinds(texts: "pl.Series", column: PlannedColumn) -> list[ProblemKind]:
    """Return for each cell that can't be read as its column why that is."""
    reading = column.reading
    if reading.type == "yes_no":
        return ["yes_no"] * len(texts)
    if reading.type == "date":
        looked = days.take_apart(texts, compact=True)
        both = days.read_days(looked, "dmy").is_not_null() & (
            days.read_days(looked, "mdy").is_not_null()
        )
        two_ways = both.to_list() if reading.order == "mixed" else [False] * len(texts)
        return ["two_days" if each else "day" for each in two_ways]
    parts = figures.take_apart(texts)
    point, comma = (
        figures.read_figures(parts, decimal, strict=False).is_not_null() for decimal in (".", ",")
    )
    readable = point if reading.decimal == "." else comma
    two_figures = (point & comma) if "mixed_decimals" in reading.doubts else point & ~point
    other: ProblemKind = "percent" if reading.unit == "%" else "currency"
    found: list[ProblemKind] = []
    for two, one in zip(two_figures.fill_null(value=False), readable, strict=True):
        found.append("two_figures" if two else other if one else "figure")
    return found


def _whole_rows(
    plan: Plan, grid: Grid, frame: "pl.DataFrame", counts: "Counter[ProblemKind]"
) -> list[Problem]:
    found: list[Problem] = []
    out = {problem.row for problem in grid.problems if problem.kind in plan.leave_out}
    normal = ~grid.rows.is_in(list(out))

    def add(kind: ProblemKind, mask: "pl.Series") -> None:
        bad = grid.rows.filter(mask & normal).to_list()
        counts[kind] += len(bad)
        found.extend(Problem(row=row, kind=kind) for row in bad[:MOST_NAMED])

    names = _cells_of(plan, frame, "customer" if plan.role == "deals" else "name")
    numbers = _cells_of(plan, frame, "customer_id" if plan.role == "deals" else "id")
    own = _cells_of(plan, frame, "deal_id") if plan.role == "deals" else numbers
    same = _again(grid.body) if plan.role != "deals" or own is not None else None
    if same is not None:
        add("duplicate", same)
        normal &= ~same
    if names is not None or numbers is not None:
        present = [each.is_not_null() for each in (names, numbers) if each is not None]
        nobody = ~present[0] if len(present) == 1 else ~(present[0] | present[1])
        add("no_customer" if plan.role == "deals" else "no_name", nobody)
    if own is not None:
        add("same_id", _repeated(own))
    if plan.role != "deals" and names is not None and own is None:
        add("same_name", _repeated(names.str.to_lowercase()))
    return found


def _cells_of(plan: Plan, frame: "pl.DataFrame", meaning: str) -> "pl.Series | None":
    place = plan.column_of(meaning)
    if place is None:
        return None
    cells = frame[plan.columns[place].heading]
    return cells if plan.columns[place].reading.type == "text" else None


def _again(body: "pl.DataFrame") -> "pl.Series":
    """Say of each row whether an earlier one is the same in every cell."""
    hashes = body.hash_rows()
    if hashes.n_unique() == len(hashes):
        return hashes.is_null()
    return ~body.select(_first_of_its_kind()).to_series()


def _first_of_its_kind() -> "pl.Expr":
    import polars as pl

    return pl.struct(pl.all()).is_first_distinct()


def _repeated(cells: "pl.Series") -> "pl.Series":
    return cells.is_not_null() & ~cells.is_first_distinct()


def _stays(plan: Plan, rows: "pl.Series", problems: list[Problem]) -> "pl.Series":
    out = {problem.row for problem in problems if problem.kind in plan.leave_out}
    out = (out - set(plan.rows_in)) | set(plan.rows_out)
    return ~rows.is_in(list(out))
