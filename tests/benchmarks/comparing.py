"""What sets the best apart, in long lists: against pysubgroup, as the list grows, and how sure.

The lists are invented by seed. Start-up of both sides is left out, and both get the same table with
the same least group.
"""

import time
import warnings
from collections.abc import Iterator
from statistics import median
from typing import Any

from icp_desktop.insight.analysis import analyse
from icp_desktop.insight.contrast import Contrast, Groups, contrast
from icp_desktop.insight.customers import customers_of
from icp_desktop.insight.pairs import Pair, found_pairs
from icp_desktop.insight.traits import Feature, bits_of, held_traits
from tests.benchmarks.figures import Line, ratio

ROWS, COLUMNS = 100_000, 20
ROUNDS, LISTS = 3, 100
FASTER = 0.05  # a twentieth of pysubgroup's time
MOST_LOUD, MOST_MISSED = 5, 0  # of a hundred lists
LINEAR = 1.3  # times what ten times the rows may cost, with room for what does not fit a cache
ANSWER = 100.0  # ms
_VALUES = (2, 3, 5, 8, 12)
_FIRST, _SECOND, _VALUE = "Column 2", "Column 3", "v1"


def measure() -> Iterator[Line]:
    """Yield every figure."""
    yield from _against_pysubgroup()
    yield from _growth()
    yield from _truth()
    yield from _hundred()


def invent(rows: int, seed: int, together: float = 0.2) -> tuple[Any, tuple[Feature, ...], Groups]:
    """Return a list as firms keep them; `together` is the share of best among two traits.

    Its columns have two, three, five, eight or twelve values, as yes or no, plans, sizes, regions
    and trades do. With a fifth as `together` there is nothing to find.
    """
    import numpy as np
    import polars as pl

    chosen = np.random.default_rng(seed)
    names = pl.Series([f"v{n}" for n in range(max(_VALUES))])
    cells = {
        f"Column {n + 1}": names.gather(chosen.integers(0, _VALUES[n % len(_VALUES)], rows))
        for n in range(COLUMNS)
    }
    frame = pl.DataFrame(cells)
    both = ((frame[_FIRST] == _VALUE) & (frame[_SECOND] == _VALUE)).to_numpy()
    best = chosen.random(rows) < np.where(both, together, 0.2)
    bits = bits_of(best.tolist())
    groups = Groups(best=bits, others=((1 << rows) - 1) ^ bits)
    return frame, tuple(Feature(key=key, label=key) for key in cells), groups


def compare(frame: Any, features: tuple[Feature, ...], groups: Groups) -> tuple[Contrast, Any]:
    """Do what the program does for a comparison."""
    held, left_out = held_traits(frame, features)
    result = contrast(held, groups, left_out)
    return result, found_pairs(result, held)


def _against_pysubgroup() -> Iterator[Line]:
    import pandas as pd
    import pysubgroup as ps

    frame, features, groups = invent(ROWS, 1, 0.6)
    table = pd.DataFrame(frame.to_dict(as_series=False))
    table["best"] = [bit == "1" for bit in f"{groups.best:0{ROWS}b}"]
    ours, theirs = [], []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        compare(frame, features, groups)
        ours.append(1000 * (time.perf_counter() - began))
        began = time.perf_counter()
        selectors = ps.create_nominal_selectors(table, ignore=["best"])
        task = ps.SubgroupDiscoveryTask(
            table,
            ps.BinaryTarget("best", True),
            selectors,
            result_set_size=100,
            depth=2,
            qf=ps.StandardQF(1.0),
            constraints=[ps.MinSupportConstraint(5)],
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ps.Apriori().execute(task)
        theirs.append(1000 * (time.perf_counter() - began))
    raw = "{:.0f} ms / {:.0f} ms"
    name = f"contrast with pairs, {ROWS} x {COLUMNS} / pysubgroup"
    yield ratio(name, FASTER, ours, theirs, raw)


def _growth() -> Iterator[Line]:
    """Yield what ten times the rows cost."""
    times: dict[int, float] = {}
    for rows in (1_000, 10_000, 100_000, 1_000_000):
        given = invent(rows, 2)
        taken = []
        for _round in range(ROUNDS):
            began = time.perf_counter()
            compare(*given)
            taken.append(1000 * (time.perf_counter() - began))
        times[rows] = median(taken)
    for rows in (10_000, 100_000, 1_000_000):
        raw = f"{times[rows // 10]:.0f} ms, then {times[rows]:.0f} ms"
        times_more = times[rows] / times[rows // 10] / 10
        yield Line(f"contrast, {rows} rows / ten times a tenth", times_more, LINEAR, "x", raw)


def _truth() -> Iterator[Line]:
    """Yield how often a planted pair is missed, and how often noise is not silent."""
    missed = sum(not _finds_planted(compare(*invent(ROWS, n, 0.4))[1]) for n in range(LISTS))
    name = f"planted pair missed, of {LISTS} lists of {ROWS}"
    yield Line(name, missed, MOST_MISSED, "", "the best are 40 of 100 with both traits, else 20")
    loud = 0
    for seed in range(LISTS):
        result, pairs = compare(*invent(ROWS, 1000 + seed))
        loud += bool(result.found or pairs)
    yield Line(
        f"noise not silent, of {LISTS} lists of {ROWS}", loud, MOST_LOUD, "", "no truth in it"
    )


def _finds_planted(pairs: tuple[Pair, ...]) -> bool:
    wanted = {(_FIRST, _VALUE), (_SECOND, _VALUE)}
    return any(
        {(pair.first.feature.key, pair.first.value), (pair.second.feature.key, pair.second.value)}
        == wanted
        for pair in pairs
    )


def _hundred() -> Iterator[Line]:
    """Yield how long a comparison of a hundred customers takes, from the kept list on."""
    from icp_desktop.insight import customers as module
    from icp_desktop.model.table import Column
    from icp_desktop.tables.frames import read_frame
    from tests.tables_made import make_table, with_tables

    frame, features, groups = invent(100, 3, 0.9)
    spend = [float(bit) * 50 + n % 40 for n, bit in enumerate(f"{groups.best:0100b}")]
    import polars as pl

    frame = frame.with_columns(pl.Series("spend", spend))
    columns = (
        *(Column(heading=each.key) for each in features),
        Column(heading="spend", meaning="revenue", type="money"),
    )
    project = with_tables(make_table(frame, columns))
    taken = []
    for _round in range(ROUNDS * 3):
        module._customers.cache_clear()
        read_frame.cache_clear()
        began = time.perf_counter()
        customers = customers_of(project)
        assert customers is not None
        analyse(customers, "best")
        taken.append(1000 * (time.perf_counter() - began))
    yield Line("contrast of a hundred customers", median(taken), ANSWER, "ms", "median")
