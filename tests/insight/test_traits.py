"""Columns become traits: common values, terms in a cell, ranges, yes; never what is missing."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars._typing import PolarsDataType

from icp_desktop.insight.traits import Feature, Held, Uncompared, bits_of, held_traits, places
from icp_desktop.model.table import ColumnType


def traits_of(
    cells: list[object],
    kind: ColumnType = "text",
    meaning: str = "",
    dtype: PolarsDataType | None = None,
) -> tuple[list[Held], list[Uncompared]]:
    frame = pl.DataFrame({"Column": pl.Series(cells, dtype=dtype)})
    feature = Feature(key="Column", label="Column", type=kind, meaning=meaning)
    return held_traits(frame, [feature])


def who(held: list[Held], rows: int) -> dict[str, tuple[list[int], int]]:
    return {
        (each.trait.value or each.trait.kind): (
            places(each.having, rows),
            each.known.bit_count(),
        )
        for each in held
    }


@given(st.lists(st.booleans(), max_size=90))
def test_bits_and_rows_are_two_ways_to_say_the_same(flags: list[bool]) -> None:
    assert places(bits_of(flags), len(flags)) == [row for row, flag in enumerate(flags) if flag]


def test_values_that_enough_customers_share_are_traits_whatever_their_case() -> None:
    cells = ["Dental", "dental ", "Dental", "DENTAL", "Dental", *["Retail"] * 5, "Law"]
    held, left_out = traits_of(cells)
    assert who(held, 11) == {"Dental": ([0, 1, 2, 3, 4], 11), "Retail": ([5, 6, 7, 8, 9], 11)}
    assert not left_out


def test_what_is_missing_is_no_trait_and_is_counted_on_neither_side() -> None:
    cells = [*["yes"] * 5, *["no"] * 5, "n/a", "-", "", None, "unknown"]
    held, _left_out = traits_of(cells)
    assert who(held, 15) == {"yes": ([0, 1, 2, 3, 4], 10), "no": ([5, 6, 7, 8, 9], 10)}


def test_each_term_of_a_cell_is_a_trait() -> None:
    cells = [*[["Slack", "Google Workspace"]] * 5, *[["Teams"]] * 5, ["slack"], [], None]
    held, _left_out = traits_of(cells, "terms")
    assert who(held, 13) == {
        "Slack": ([0, 1, 2, 3, 4, 10], 11),
        "Google Workspace": ([0, 1, 2, 3, 4], 11),
        "Teams": ([5, 6, 7, 8, 9], 11),
    }


def test_numbers_become_ranges_and_all_from_a_range_on() -> None:
    people = [3, 4, 5, 6, 7, 20, 21, 22, 23, 24, 80, 90, 99, 100, 120, 300, 400, 500, 600, 700]
    held, _left_out = traits_of([float(n) for n in people], "number", "company.size")
    spans = [(each.trait.span.low, each.trait.span.high) for each in held]
    assert (None, 10) in spans
    assert (10, 50) in spans
    assert (50, None) in spans
    assert all(each.trait.span.whole for each in held)


def test_days_are_told_by_year() -> None:
    days = [date(2019 + n // 5, 3, 1 + n) for n in range(15)]
    held, _left_out = traits_of(days, "date")
    spans = [(each.trait.span.low, each.trait.span.high) for each in held]
    assert spans == [(None, 2020), (None, 2021), (2020, 2021), (2020, None), (2021, None)]
    assert all(each.trait.span.whole for each in held)


def test_yes_and_no_are_known_of_the_same_customers() -> None:
    held, _left_out = traits_of([True] * 6 + [False] * 6 + [None], "yes_no")
    yes, no = held
    assert (yes.trait.wanted, no.trait.wanted) == (True, False)
    assert yes.known == no.known == yes.having | no.having
    assert places(yes.having, 13) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("cells", "kind", "reason"),
    [
        ([f"Firm {n}" for n in range(20)], "text", "names"),
        (["same"] * 20, "text", "rare"),
        ([None] * 20, "text", "empty"),
        (["?", "-"] * 10, "text", "empty"),
        ([4.0] * 20, "number", "same"),
        ([float("nan")] * 20, "number", "empty"),
        ([True] * 18 + [False] * 2, "yes_no", "rare"),
        ([[]] * 20, "terms", "empty"),
    ],
)
def test_columns_without_a_trait_say_why(
    cells: list[object], kind: ColumnType, reason: str
) -> None:
    dtype = {"yes_no": pl.Boolean, "terms": pl.List(pl.String), "number": pl.Float64}.get(kind)
    held, left_out = traits_of(cells, kind, dtype=dtype or pl.String)
    assert held == []
    assert [each.reason for each in left_out] == [reason]
