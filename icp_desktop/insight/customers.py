"""The customers of a project as one table: the list, and what the deals say of each of them.

What is counted from deals gets keys that start with "=", which no heading of a list does.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from icp_desktop.i18n import _
from icp_desktop.insight.deals import (
    COUNTED,
    ROW,
    count_deals,
    join_deals,
    named_in,
    read_deals,
)
from icp_desktop.insight.traits import Feature
from icp_desktop.model.project import Project
from icp_desktop.model.record import field, record
from icp_desktop.model.table import Column, Table
from icp_desktop.tables.frames import read_frame
from icp_desktop.tables.outcomes import outcome, outcomes

if TYPE_CHECKING:
    import polars as pl

HERE = "=here"
_WHO: frozenset[str] = frozenset(
    ("name", "id", "customer", "customer_id", "deal_id", "owner", "opened", "closed")
)
_HOW_IT_WENT: frozenset[str] = frozenset(
    ("stage", "won", "verdict", "status", "left", "lost_reason")
)


@record
class Measure:
    """A column by which customers can be ranked; `better` is the end of the better ones."""

    key: str
    label: str
    meaning: str
    better: Literal["high", "low"]
    type: Literal["number", "money", "date"]
    currency: str = ""

    @property
    def counted(self) -> bool:
        """Say whether it was counted from deals."""
        return self.key.startswith("=")


@record
class Customers:
    """Customers row by row: their names, what may set them apart, how they can be ranked.

    `deals` has a row per deal with the row of its customer, None where there are no deals;
    `unjoined` counts the deals whose customer is not in the list, or not named.
    """

    name: str
    digest: str
    frame: "pl.DataFrame" = field(compare=False)
    names: tuple[str, ...] = field(compare=False)
    features: tuple[Feature, ...]
    measures: tuple[Measure, ...]
    deals: "pl.DataFrame | None" = field(compare=False, default=None)
    deal_features: tuple[Feature, ...] = ()
    unjoined: int = 0
    day: date | None = None
    verdict: str = ""  # the column that says of each whether they are best or worst

    @property
    def rows(self) -> int:
        """How many customers there are."""
        return len(self.names)

    @property
    def everyone(self) -> int:
        """All of them, as bits."""
        return (1 << self.rows) - 1

    def measure(self, key: str) -> Measure | None:
        """Return the measure with a key, None if there is none."""
        return next((each for each in self.measures if each.key == key), None)

    def label(self, key: str) -> str:
        """Return what a person calls a column."""
        if key == HERE:
            return _("Still a customer")
        return next((label for each, label, _meaning in self.columns() if each == key), key)

    def columns(self) -> Iterator[tuple[str, str, str]]:
        """Yield the key, the label and the meaning of what customers can be told apart by."""
        for measure in self.measures:
            yield measure.key, measure.label, measure.meaning
        for feature in (*self.features, *self.deal_features):
            yield feature.key, feature.label, feature.meaning


def customers_of(project: Project) -> Customers | None:
    """Return the customers of a project, None where no list of customers or deals was read in."""
    lists = tuple(table for table in project.tables if table.role in ("customers", "deals"))
    return _customers(lists, project.currency) if lists else None


def leads_of(project: Project) -> Customers | None:
    """Return the leads of a project, those of the list that was read in last, None without one."""
    lists = [table for table in project.tables if table.role == "leads"]
    return listed(lists[-1], project.currency) if lists else None


def nobody() -> Customers:
    """Return a list without anybody on it."""
    import polars as pl

    return Customers(name="", digest="", frame=pl.DataFrame(), names=(), features=(), measures=())


@lru_cache(maxsize=2)
def listed(table: Table, currency: str) -> Customers:
    """Return one list by itself, whatever it lists."""
    frame = _with_here(read_frame(table), table.columns)
    return Customers(
        name=table.name,
        digest=table.body.digest,
        frame=frame,
        names=_names(frame, table.columns),
        features=_features(table.columns),
        measures=_measures(table.columns, frame, currency),
        day=table.day,
        verdict=_verdict(table.columns),
    )


@lru_cache(maxsize=2)
def _customers(lists: tuple[Table, ...], currency: str) -> Customers:
    people = [table for table in lists if table.role == "customers"]
    deal_lists = [table for table in lists if table.role == "deals"]
    deals = read_deals(deal_lists) if deal_lists else None
    if people:
        frame, columns = read_frame(people[-1]), people[-1].columns
    else:
        assert deals is not None
        frame, columns = named_in(deals)
    unjoined = 0
    if deals is not None:
        deals = join_deals(deals, frame, columns)
        unjoined = deals[ROW].null_count()
        frame = count_deals(frame, deals)
    frame = _with_here(frame, columns)
    table = people[-1] if people else deal_lists[-1]
    return Customers(
        name=table.name,
        digest=table.body.digest,
        frame=frame,
        names=_names(frame, columns),
        features=_features(columns),
        measures=_measures(columns, frame, currency),
        deals=deals,
        deal_features=_deal_features(deal_lists),
        unjoined=unjoined,
        day=table.day,
        verdict=_verdict(columns),
    )


def _verdict(columns: Sequence[Column]) -> str:
    return next((each.heading for each in columns if each.meaning == "verdict"), "")


def readable(heading: str) -> str:
    """Return a heading as a person would write it: "year_established" without its line."""
    return " ".join(heading.replace("_", " ").split()) or heading


def _features(columns: Sequence[Column]) -> tuple[Feature, ...]:
    return tuple(
        Feature(
            key=column.heading,
            label=readable(column.heading),
            meaning=column.meaning,
            type=column.type,
            unit=column.unit,
            currency=column.currency,
        )
        for column in columns
        if column.meaning not in _WHO and column.meaning not in _HOW_IT_WENT
    )


def _deal_features(lists: Sequence[Table]) -> tuple[Feature, ...]:
    left_out = {"value", "profit", "margin", "days_to_close"}
    features = {
        feature.key: feature
        for table in lists
        for feature in _features(table.columns)
        if feature.meaning not in left_out
    }
    return tuple(features.values())


def _measures(
    columns: Sequence[Column], frame: "pl.DataFrame", currency: str
) -> tuple[Measure, ...]:
    ranked = {each.id: each for each in outcomes("customers") if each.better}
    found: list[Measure] = []
    for column in columns:
        meant = ranked.get(column.meaning)
        if meant is None or column.type not in ("number", "money", "date"):
            continue
        if meant.id == "left":  # that is a yes or a day, and already said by “still a customer”
            continue
        found.append(
            Measure(
                key=column.heading,
                label=readable(column.heading),
                meaning=meant.id,
                better="high" if meant.better == "high" else "low",
                type=column.type,
                currency=column.currency,
            )
        )
    found += [
        Measure(key=key, label=_(label), meaning=key, better=better, type=kind, currency=currency)
        for key, (label, better, kind) in COUNTED.items()
        if key in frame.columns and frame[key].null_count() < len(frame)
    ]
    order = ["verdict", "lifetime_value", "profit", "revenue", "=revenue", "margin", "orders"]
    return tuple(
        sorted(
            found,
            key=lambda each: order.index(each.meaning) if each.meaning in order else len(order),
        )
    )


def _with_here(frame: "pl.DataFrame", columns: Sequence[Column]) -> "pl.DataFrame":
    """Say who is still a customer, where the list does."""
    import polars as pl

    for column in columns:
        cells = frame[column.heading]
        if column.meaning == "left":
            gone = cells.is_not_null() if column.type == "date" else cells
            return frame.with_columns((~gone.cast(pl.Boolean)).alias(HERE))
        if column.meaning == "status":
            meant = outcome("status")
            states = {each: meant.stands_for(str(each)) for each in cells.drop_nulls().unique()}
            here = {each: state == "here" for each, state in states.items() if state}
            if here:
                known = cells.replace_strict(here, default=None, return_dtype=pl.Boolean)
                return frame.with_columns(known.alias(HERE))
    return frame


def _names(frame: "pl.DataFrame", columns: Sequence[Column]) -> tuple[str, ...]:
    import polars as pl

    for meaning in ("name", "id"):
        for column in columns:
            if column.meaning == meaning:
                cells = frame[column.heading].cast(pl.String).to_list()
                return tuple(name or _("Row {n}", n=row) for row, name in enumerate(cells, 1))
    return tuple(_("Row {n}", n=row) for row in range(1, len(frame) + 1))
