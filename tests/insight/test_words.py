"""Findings in the words of a shop owner."""

import pytest

from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.ranges import Span
from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.traits import Feature, Trait, TraitKind
from icp_desktop.insight.words import (
    headline,
    say_chance,
    say_gap,
    say_settled_by,
    say_trait,
    say_unknown,
    sentence,
)
from icp_desktop.model.table import ColumnType


def trait(
    label: str,
    *,
    value: str = "",
    meaning: str = "",
    kind: TraitKind = "is",
    column: ColumnType = "text",
    span: Span | None = None,
    wanted: bool = True,
) -> Trait:
    feature = Feature(key=label, label=label, meaning=meaning, type=column, currency="GBP")
    return Trait(
        feature=feature, kind="range" if span else kind, value=value, span=span, wanted=wanted
    )


def finding(each: Trait, **changes: object) -> Finding:
    parts: dict[str, object] = {
        "counts": Counts(best=7, of_best=9, others=1, of_others=21),
        "probability": 0.0001,
        "chance": 0.03,
        "sure": "clear",
        "unknown_best": 0,
        "unknown_others": 0,
        "settled_by": None,
        "having": 0,
        "known": 0,
        **changes,
    }
    return Finding(trait=each, **parts)  # type: ignore[arg-type]


SIZE = {"meaning": "company.size", "column": "number"}


@pytest.mark.parametrize(
    ("each", "words"),
    [
        (
            trait("trade", value="dental practices", meaning="company.industry"),
            "are dental practices",
        ),
        (trait("trade", value="retail", meaning="company.industry"), "are in retail"),
        (
            trait("trade", value="legal services", meaning="company.industry"),
            "are in legal services",
        ),
        (
            trait("staff", span=Span(low=10, high=50, whole=True), **SIZE),  # type: ignore[arg-type]
            "have 10 to 49 employees",
        ),
        (
            trait("staff", span=Span(low=250, high=None, whole=True), **SIZE),  # type: ignore[arg-type]
            "have 250 or more employees",
        ),
        (
            trait("year established", column="number", span=Span(low=None, high=2000, whole=True)),
            "have 1999 or earlier for “year established”",
        ),
        (
            trait("Fees a year", column="number", span=Span(low=2000, high=None, whole=True)),
            "have 2,000 or more for “Fees a year”",
        ),
        (
            trait("Spend", column="money", span=Span(low=1000, high=2500)),
            "have £1,000 to under £2,500 for “Spend”",
        ),
        (trait("Newsletter", kind="yes_no"), "have “Newsletter”: yes"),
        (trait("Newsletter", kind="yes_no", wanted=False), "have “Newsletter”: no"),
        (trait("colour", value="red"), "have “red” as colour"),
    ],
)
def test_a_trait_is_told_as_what_they_are_or_do(each: Trait, words: str) -> None:
    assert headline(each) == f"They {words}."


def test_counts_come_first_and_chance_and_gap_are_in_words() -> None:
    row = finding(trait("trade", value="dental practices", meaning="company.industry"))
    assert sentence(row, "best") == ("7 of your 9 best are dental practices, 1 of the other 21.")
    assert say_chance(row, 24) == "About 1 list in 33, with 24 traits compared"
    assert say_gap(row.counts) == "36 to 89 more in every 100"
    assert say_trait(row.trait) == "Trade: dental practices"


def test_what_is_open_or_unknown_is_said() -> None:
    row = finding(trait("colour", value="red"), settled_by=143, unknown_best=1, unknown_others=7)
    assert say_settled_by(row) == "About 150 customers would settle it."
    assert say_unknown(row, "best") == "1 of the best, 7 others. Left out."
    assert say_unknown(finding(row.trait), "best") == ""
    assert say_chance(finding(row.trait, chance=4.0), 9).startswith("Most lists")
    assert say_chance(finding(row.trait, chance=1e-9), 9).startswith("Fewer than 1 list in 1,000")
