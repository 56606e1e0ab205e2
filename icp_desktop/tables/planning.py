"""Making a plan for a list: how it is laid out, how each column is read, what each one means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from icp_desktop.i18n import _
from icp_desktop.model.project import Market, Project
from icp_desktop.model.table import ColumnType, Table, TableRole
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.columns import Texts, find_reading
from icp_desktop.tables.grid import Grid, make_grid
from icp_desktop.tables.headings import words_of
from icp_desktop.tables.layout import Layout
from icp_desktop.tables.limits import MOST_KEPT
from icp_desktop.tables.matching import Meaning, Seen, match_columns, meanings
from icp_desktop.tables.opening import Source, find_layout, read_source, text_layout
from icp_desktop.tables.parallel import on_each
from icp_desktop.tables.plan import Plan, PlannedColumn
from icp_desktop.tables.reading import Hints, Reading
from icp_desktop.worksheet.definitions import Worksheet
from icp_desktop.worksheet.shipped import worksheet_of

_FEW = 40  # different cells of which the words are looked at
_LOOKED_AT = 20_000  # cells, where only a rough share is wanted
_MONTH_FIRST = ("USD", "PHP")  # currencies of countries that write the month first


class Setting(NamedTuple):
    """What the project says about lists: what is asked, of whom, and in which money."""

    worksheet: Worksheet
    markets: tuple[Market, ...]
    currency: str
    tables: tuple[Table, ...] = ()

    def earlier(self, role: TableRole) -> Table | None:
        """Return the list of that kind that is there already."""
        return next((table for table in self.tables if table.role == role), None)


class Draft(NamedTuple):
    """A plan with the rows it was made for."""

    source: Source
    plan: Plan
    grid: Grid


def setting_of(project: Project) -> Setting:
    """Return what a project says about lists."""
    markets = tuple(
        profile.market
        for profile in project.profiles
        if profile.kind == "ideal" and profile.retired is None
    )
    return Setting(worksheet_of(project), markets or ("both",), project.currency, project.tables)


def draft(source: Source, role: TableRole, setting: Setting, progress: Progress = SILENT) -> Draft:
    """Return a plan in which everything was found out."""
    known = meanings(role, setting.worksheet, setting.markets)
    headings = {heading for meaning in known for heading in meaning.headings}
    layout = find_layout(source, lambda cell: words_of(cell) in headings)
    return draft_with(source, role, layout, setting, progress)


def draft_with(
    source: Source,
    role: TableRole,
    layout: Layout,
    setting: Setting,
    progress: Progress = SILENT,
) -> Draft:
    """Return a plan for a layout that was corrected, or another kind of list."""
    progress.step(0, 0, _("Reading rows"))
    grid = make_grid(read_source(source, layout, progress), layout)
    hints = Hints(
        decimal="." if layout.form == "workbook" or layout.delimiter != ";" else ",",
        day_first=setting.currency not in _MONTH_FIRST,
        currency=setting.currency,
        sure=layout.form == "workbook",
    )
    columns, hints = plan_columns(grid, role, setting, hints, progress)
    plan = Plan(name=source.name, role=role, layout=layout, columns=columns, hints=hints)
    return Draft(source, plan, grid)


def relaid(
    drafted: Draft, setting: Setting, *, encoding: str = "", delimiter: str = "", sheet: str = ""
) -> Draft:
    """Return the draft of a file that is read with another code page, sign or sheet."""
    source, before = drafted.source, drafted.plan.layout
    known = meanings(drafted.plan.role, setting.worksheet, setting.markets)
    headings = {heading for meaning in known for heading in meaning.headings}

    def is_known(cell: str) -> bool:
        return words_of(cell) in headings

    if sheet:
        layout = find_layout(source, is_known, sheet=sheet)
    else:
        wanted = Layout(
            form="csv",
            encoding=encoding or before.encoding,
            encoding_sure=bool(encoding) or before.encoding_sure,
            delimiter=delimiter or ("" if encoding else before.delimiter),
        )
        layout = text_layout(source, wanted, is_known)
    return draft_with(source, drafted.plan.role, layout, setting)


def plan_columns(
    grid: Grid, role: TableRole, setting: Setting, hints: Hints, progress: Progress = SILENT
) -> tuple[tuple[PlannedColumn, ...], Hints]:
    """Return how each column is read and what it means, and what the file itself settled."""
    known = meanings(role, setting.worksheet, setting.markets)
    kept = _kept(grid, known)
    found = on_each(
        lambda n: find_reading(grid.texts(n), (), hints), kept, progress, _("Looking at columns")
    )
    readings = dict(zip(kept, found, strict=True))
    cells = {n: grid.texts(n) for n in kept}
    hints = _settled(hints, readings, cells)
    for n, reading in readings.items():
        if reading.doubts:
            readings[n] = find_reading(cells[n], (), hints)
    seen = [_seen(grid.headings[n], readings[n], cells[n]) for n in kept]
    earlier = setting.earlier(role)
    matches = dict(zip(kept, match_columns(seen, known, setting.markets, earlier), strict=True))
    types = {meaning.id: meaning.types for meaning in known}
    columns = [
        PlannedColumn(
            heading=heading,
            reading=_fitted(cells[n], readings[n], types.get(matches[n].meaning, ()), hints),
            meaning=matches[n].meaning,
            reason=matches[n].reason,
            sure=matches[n].sure,
        )
        if n in readings
        else PlannedColumn(heading=heading, reading=Reading(), kept=False)
        for n, heading in enumerate(grid.headings)
    ]
    return tuple(columns), hints


def give_meaning(drafted: Draft, place: int, meaning: Meaning | None) -> Plan:
    """Return the plan with another meaning for a column, and its cells read to fit."""
    column = drafted.plan.columns[place]
    cells = drafted.grid.texts(place)
    types = meaning.types if meaning else ()
    reading = find_reading(cells, types, drafted.plan.hints)
    chosen = replace(
        column,
        reading=reading,
        meaning=meaning.id if meaning else "",
        reason=_("You chose it.") if meaning else "",
        sure=True,
        kept=True,
    )
    return drafted.plan.with_column(place, chosen)


def read_as(drafted: Draft, place: int, type_: ColumnType) -> Plan:
    """Return the plan with the cells of a column read as another type."""
    column = drafted.plan.columns[place]
    cells = drafted.grid.texts(place)
    reading = replace(find_reading(cells, (type_,), drafted.plan.hints), type=type_)
    return drafted.plan.with_column(place, replace(column, reading=reading, kept=True))


def _kept(grid: Grid, known: Sequence[Meaning]) -> list[int]:
    """Return which columns are looked at: in a very wide file the first, and those that match."""
    if len(grid.headings) <= MOST_KEPT:
        return list(range(len(grid.headings)))
    headings = {heading for meaning in known for heading in meaning.headings}
    matching = [n for n, heading in enumerate(grid.headings) if words_of(heading) in headings]
    others = [n for n in range(len(grid.headings)) if n not in set(matching)]
    return sorted([*matching, *others][:MOST_KEPT])


def _fitted(cells: Texts, reading: Reading, types: tuple[ColumnType, ...], hints: Hints) -> Reading:
    if not types or (reading.type == types[0] and reading.type != "money"):
        return reading
    return find_reading(cells, types, hints)


def _seen(heading: str, reading: Reading, cells: Texts) -> Seen:
    known = cells.known.head(_LOOKED_AT)
    different = known.n_unique()
    words = known.unique().to_list() if different <= _FEW else []
    return Seen(
        heading=heading,
        type=reading.type,
        words=frozenset(word.casefold() for word in words),
        distinct=different / len(known) if len(known) else 0.0,
    )


def _settled(hints: Hints, readings: dict[int, Reading], cells: dict[int, Texts]) -> Hints:
    """Return the hints with what the columns that are not in doubt say of the whole file."""
    doubtful = {doubt for reading in readings.values() for doubt in reading.doubts}
    clear = {n: reading for n, reading in readings.items() if not reading.doubts}
    if "decimal" in doubtful:
        for n, reading in clear.items():
            shows = reading.type in ("number", "money") and (
                cells[n].known.str.contains(reading.decimal, literal=True).any()
            )
            if shows:
                hints = replace(hints, decimal=reading.decimal, sure=True)
                break
    if "day_order" in doubtful:
        for reading in clear.values():
            if reading.order in ("dmy", "mdy"):
                hints = replace(hints, day_first=reading.order == "dmy", sure=True)
                break
    return hints
