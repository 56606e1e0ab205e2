"""Scoring a long list: against a bare polars expression of the same, and until rows are seen.

The list is invented by seed. Both sides hold the same frame; reading it in is left out.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from icp_desktop.insight.customers import Customers
from icp_desktop.insight.scoring import Scored, score
from icp_desktop.insight.traits import Feature
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import NumberRange, Term, Terms, YesNo
from icp_desktop.worksheet.shipped import standard_source, worksheet_of
from tests.benchmarks.figures import Line, percentile, ratio

ROWS, ROUNDS, SCREEN = 100_000, 7, 14
GOAL, FIRST_SCREEN = 3.0, 150.0  # times the bare expression; ms
_WORDS = (
    "company.industry",
    "company.tech_stack",
    "company.geography",
    "people.occupation",
    "people.titles",
    "mindset.values",
    "mindset.interests",
    "buying.channels",
)
_FIGURES = ("company.size", "buying.frequency", "people.age_range")
_YES = "buying.repeat"


def measure() -> Iterator[Line]:
    """Yield both figures."""
    project, leads = invent(ROWS)
    worksheet, profile = worksheet_of(project), project.profiles[0]
    ours, bare, seen = [], [], []
    scored = None
    for _round in range(ROUNDS):
        began = time.perf_counter()
        scored = score(project, profile, worksheet, leads)
        ours.append(1000 * (time.perf_counter() - began))
        began = time.perf_counter()
        bare_score(leads.frame, scored)
        bare.append(1000 * (time.perf_counter() - began))
        seen.append(_first_screen(scored))
    assert scored is not None
    same = bare_score(leads.frame, scored)
    for end, tier in (("low", "tier"), ("high", "may_reach")):  # else the ratio means nothing
        assert same[f"tier_{end}"].to_list() == scored.frame[tier].to_list()
    name = f"scoring {ROWS:,} leads x {len(scored.criteria)} criteria / bare polars"
    yield ratio(name, GOAL, ours, bare, "{:.0f} ms / {:.0f} ms")
    raw = f"{SCREEN} rows of {ROWS:,}, sorted and counted"
    yield Line("first screen of scored leads", percentile(seen, 0.9), FIRST_SCREEN, "ms", raw)


def invent(rows: int) -> tuple[Project, Customers]:
    """Return a profile of twelve criteria and a list that tells of all of them, with gaps."""
    import numpy as np
    import polars as pl

    chosen = np.random.default_rng(5)
    words = pl.Series([*(f"word {n}" for n in range(40)), None])
    frame = pl.DataFrame(
        {
            **{key: words.gather(chosen.integers(0, 41, rows)) for key in _WORDS},
            **{key: chosen.integers(1, 500, rows).astype(float) for key in _FIGURES},
            _YES: chosen.random(rows) < 0.5,
        }
    )
    wanted = Terms(items=tuple(Term(id=f"t{n}", text=f"word {n}") for n in range(12)))
    span = NumberRange(low=Decimal(20), high=Decimal(300))
    answers = (
        *(Answer(field=key, value=wanted, weight="should") for key in _WORDS),
        *(Answer(field=key, value=span, weight="must") for key in _FIGURES),
        Answer(field=_YES, value=YesNo(yes=True)),
    )
    profile = Profile(id="ideal00001", name="Ideal", market="both", answers=answers)
    project = Project(
        id="bench00001", client="Invented", name="", worksheet=standard_source(),
        profiles=(profile,),
    )  # fmt: skip
    kinds = {_YES: "yes_no", **dict.fromkeys(_FIGURES, "number")}
    features = tuple(
        replace(Feature(key=key, label=key, meaning=key), type=kinds.get(key, "text"))
        for key in frame.columns
    )
    names = tuple(f"Lead {n}" for n in range(rows))
    leads = Customers(
        name="leads", digest="", frame=frame, names=names, features=features, measures=()
    )
    return project, leads


def bare_score(frame: Any, scored: Scored) -> Any:
    """Score with one bare expression per criterion and sums over them."""
    import polars as pl

    words = [f"word {n}" for n in range(12)]
    met = {}
    for each in scored.criteria:
        cell = pl.col(each.field.id)
        if each.field.id in _FIGURES:
            met[each.field.id] = cell.is_between(20, 300)
        else:
            met[each.field.id] = cell if each.field.id == _YES else cell.is_in(words)
    points = {each.field.id: each.points for each in scored.criteria}
    whole = sum(points.values())
    low = pl.sum_horizontal(met[key].fill_null(value=False) * points[key] for key in met)
    open_ = pl.sum_horizontal(pl.col(key).is_null() * points[key] for key in met)
    out = pl.any_horizontal(~met[key] for key in _FIGURES)
    counted = frame.select(low=low, high=low + open_, out=out)
    ends = counted.with_columns((100 * pl.col(end) // whole).alias(end) for end in ("low", "high"))
    tiers = (
        pl.when(pl.col(end) >= 80)
        .then(pl.lit("A"))
        .when(pl.col(end) >= 50)
        .then(pl.lit("B"))
        .otherwise(pl.lit("C"))
        .alias(f"tier_{end}")
        for end in ("low", "high")
    )
    return ends.with_columns(tiers)


def _first_screen(scored: Scored) -> float:
    from icp_desktop.ui.leads.lead_model import LeadModel

    model = LeadModel()
    began = time.perf_counter()
    model.show_scored(scored)
    model.counts()
    for number in range(SCREEN):
        model.cell(number)
    return 1000 * (time.perf_counter() - began)
