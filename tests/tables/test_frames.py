"""A typed frame is written as plain CSV and read back the same."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.errors import KnownError
from icp_desktop.model.body import make_body
from icp_desktop.model.table import Column, Spelling, Table
from icp_desktop.tables.frames import read_frame, write_body

_TYPES = {
    "text": (pl.String, st.text(st.characters(exclude_categories=("C", "Z")), min_size=1)),
    "number": (pl.Float64, st.floats(allow_nan=False, allow_infinity=False)),
    "money": (pl.Float64, st.decimals(-(10**9), 10**9, places=2).map(float)),
    "date": (pl.Date, st.dates()),
    "yes_no": (pl.Boolean, st.booleans()),
    "terms": (
        pl.List(pl.String),
        st.lists(st.text("abc, é'\"\n", min_size=1), min_size=1, max_size=3),
    ),
}


def _table(frame: pl.DataFrame, columns: list[Column]) -> Table:
    return Table(
        id="customers",
        name="customers.csv",
        role="customers",
        body=write_body(frame),
        columns=tuple(columns),
        rows=frame.height,
    )


@given(st.data())
def test_what_is_written_is_read_back(data: st.DataObject) -> None:
    height = data.draw(st.integers(0, 5))
    series = [pl.Series("#", [str(n) for n in range(height)], dtype=pl.String)]
    columns = [Column(heading="#")]
    for name, (dtype, cells) in _TYPES.items():
        drawn = data.draw(st.lists(st.none() | cells, min_size=height, max_size=height))
        series.append(pl.Series(name, drawn, dtype=dtype))
        columns.append(Column(heading=name, type=name))
    frame = pl.DataFrame(series)
    assert read_frame(_table(frame, columns)).equals(frame)


def test_figures_and_days_are_written_plainly() -> None:
    frame = pl.DataFrame(
        {"orders": [3.0, None], "spend": [1234.5, 0.1], "since": [date(2024, 3, 1), None]}
    )
    assert write_body(frame).data.decode() == ("orders,spend,since\n3,1234.5,2024-03-01\n,0.1,\n")


def test_leading_zeros_stay_and_another_spelling_reads_as_what_was_meant() -> None:
    frame = pl.DataFrame({"id": ["00123"], "product": ["GTXPro"]})
    product = Column(heading="product", spellings=(Spelling(written="GTXPro", meant="GTX Pro"),))
    found = read_frame(_table(frame, [Column(heading="id"), product]))
    assert found.row(0) == ("00123", "GTX Pro")


@pytest.mark.parametrize(
    "damaged",
    [b"", b"other\n1\n", b"orders\ntwelve\n", b"orders\nnan\n", b'orders\n"1\n', b"orders\n1,2\n"],
)
def test_a_damaged_list_is_named_in_one_sentence(damaged: bytes) -> None:
    table = Table(
        id="customers",
        name="customers.csv",
        role="customers",
        body=make_body(damaged, "csv"),
        columns=(Column(heading="orders", type="number"),),
        rows=1,
    )
    with pytest.raises(KnownError, match=r"customers\.csv"):
        read_frame(table)
