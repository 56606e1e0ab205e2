"""Lists of deals or orders: what came of each, whose it was, and what they say of a customer.

What is worked out gets columns that start with "=", which no heading of a list does.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from icp_desktop.i18n import _, later
from icp_desktop.model.table import Column, Table
from icp_desktop.tables.frames import read_frame
from icp_desktop.tables.joining import key_of
from icp_desktop.tables.outcomes import outcome

if TYPE_CHECKING:
    import polars as pl

ROW, STATE, VALUE, CLOSED, DAYS = "=row", "=state", "=value", "=closed", "=days"
COUNTED: dict[str, tuple[str, Literal["high", "low"], Literal["number", "money", "date"]]] = {
    "=revenue": (later("Value of their won deals"), "high", "money"),
    "=orders": (later("Deals won"), "high", "number"),
    "=win_rate": (later("Deals won of every 100 closed"), "high", "number"),
    "=average": (later("Value of a won deal"), "high", "money"),
    "=days": (later("Days to close"), "low", "number"),
    "=last": (later("Last deal won"), "high", "date"),
    "=per_year": (later("Deals won a year"), "high", "number"),
}


def read_deals(lists: Sequence[Table]) -> "pl.DataFrame":
    """Return every deal with its state, value and days, beside its own columns."""
    import polars as pl

    return pl.concat([_one_deal_list(table) for table in lists], how="diagonal_relaxed")


def _one_deal_list(table: Table) -> "pl.DataFrame":
    import polars as pl

    frame = read_frame(table)
    first = {column.meaning: column for column in reversed(table.columns) if column.meaning}

    def cells(meaning: str, kind: "pl.DataType | type[pl.DataType]") -> "pl.Series":
        column = first.get(meaning)
        if column is None:
            return pl.Series([None] * len(frame), dtype=kind)
        return frame[column.heading].cast(kind, strict=False)

    opened, closed = cells("opened", pl.Date), cells("closed", pl.Date)
    days = (closed - opened).dt.total_days().cast(pl.Float64)
    if "days_to_close" in first:
        days = cells("days_to_close", pl.Float64)
    return frame.with_columns(
        _state(frame, first).alias(STATE),
        cells("value", pl.Float64).alias(VALUE),
        closed.alias(CLOSED),
        days.set(days < 0, None).alias(DAYS),
        key_of(cells("customer", pl.String)).alias("=customer"),
        key_of(cells("customer_id", pl.String)).alias("=customer_id"),
    )


def _state(frame: "pl.DataFrame", first: dict[str, Column]) -> "pl.Series":
    """Return "won", "lost" or "" for each deal; a list of orders says nothing, so all are won."""
    import polars as pl

    if "stage" in first:
        stages = frame[first["stage"].heading].cast(pl.String)
        meant = outcome("stage")
        states = {stage: meant.stands_for(stage) for stage in stages.drop_nulls().unique()}
        return stages.replace_strict(states, default="", return_dtype=pl.String)
    if "won" in first and first["won"].type == "yes_no":
        won = frame[first["won"].heading]
        return won.replace_strict({True: "won", False: "lost"}, default="", return_dtype=pl.String)
    return pl.Series(["won"] * len(frame), dtype=pl.String)


def named_in(deals: "pl.DataFrame") -> "tuple[pl.DataFrame, tuple[Column, ...]]":
    """Return the customers that deals name, where there is no list of them."""
    import polars as pl

    key = "=customer" if deals["=customer"].null_count() < len(deals) else "=customer_id"
    meaning = "name" if key == "=customer" else "id"
    names = deals.select(pl.col(key).drop_nulls().unique(maintain_order=True))
    heading = _("Customer")
    columns = (Column(heading=heading, meaning=meaning),)
    return names.rename({key: heading}), columns


def join_deals(
    deals: "pl.DataFrame", frame: "pl.DataFrame", columns: Sequence[Column]
) -> "pl.DataFrame":
    """Say for each deal in which row its customer stands: by number, else by name."""
    import polars as pl

    rows = pl.lit(None, dtype=pl.UInt32)
    for meaning, key in (("id", "=customer_id"), ("name", "=customer")):
        heading = next((each.heading for each in columns if each.meaning == meaning), None)
        if heading is None:
            continue
        known = pl.DataFrame({key: key_of(frame[heading].cast(pl.String))}).with_row_index(
            f"{key} row"
        )
        known = known.drop_nulls().unique(key, keep="first")
        deals = deals.join(known, on=key, how="left", maintain_order="left")
        rows = pl.coalesce(rows, f"{key} row")
    return deals.with_columns(rows.alias(ROW))


def count_deals(frame: "pl.DataFrame", deals: "pl.DataFrame") -> "pl.DataFrame":
    """Count for each customer what their deals came to."""
    import polars as pl

    won = pl.col(STATE) == "won"
    closed = won | (pl.col(STATE) == "lost")
    last, first = pl.col(CLOSED).filter(won).max(), pl.col(CLOSED).filter(won).min()
    years = (last - first).dt.total_days() / 365.25
    orders = won.sum()
    counted = (
        deals.filter(pl.col(ROW).is_not_null())
        .group_by(ROW)
        .agg(
            pl.col(VALUE).filter(won).sum().alias("=revenue"),
            orders.cast(pl.Float64).alias("=orders"),
            pl.when(closed.sum() > 0).then(100 * orders / closed.sum()).alias("=win_rate"),
            pl.col(VALUE).filter(won).mean().alias("=average"),
            pl.col(DAYS).filter(won).mean().alias("=days"),
            last.alias("=last"),
            pl.when(years >= 1).then(orders / years).alias("=per_year"),
            closed.sum().alias("=closed deals"),
            (pl.col(STATE) == "lost").sum().alias("=lost"),
        )
    )
    indexed = frame.with_row_index(ROW)
    joined = indexed.join(counted, on=ROW, how="left", maintain_order="left").drop(ROW)
    if (deals[STATE] != "lost").all():  # a list of orders knows of none that were lost
        joined = joined.with_columns(pl.lit(None, dtype=pl.Float64).alias("=win_rate"))
    if deals[VALUE].null_count() == len(deals):
        joined = joined.with_columns(pl.lit(None, dtype=pl.Float64).alias("=revenue"))
    return joined
