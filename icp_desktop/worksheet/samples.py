"""Sample projects: invented businesses, kept as readable TOML in resources/samples/.

A sample names its answers by field; ranges are `{ from, to, unit }`, and an item of a list is a
text or, where it has proof of its own, `{ text, evidence }`. Ids are made from the place of each
thing, so the same sample is the same project every time. Talks, themes and lists are read by
`sample_records`, personas by `sample_personas`.
"""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from icp_desktop.i18n import using
from icp_desktop.model.body import make_body
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.links import settled
from icp_desktop.model.project import DEFAULT_WEIGHT, Answer, Profile, Project
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.paths import shipped
from icp_desktop.worksheet.sample_heads import sample_head, sample_ids
from icp_desktop.worksheet.sample_personas import make_personas
from icp_desktop.worksheet.sample_records import (
    make_interviews,
    make_table,
    make_themes,
    sample_record_id,
    theme_id,
)
from icp_desktop.worksheet.sample_reviews import Past, make_plan, make_reviews, make_signoffs
from icp_desktop.worksheet.sample_trials import make_blind_tests, make_pilots
from icp_desktop.worksheet.shipped import standard_source

__all__ = ["make_sample", "sample_ids", "sample_title"]

_VALUE_KEYS = ("text", "choice", "terms", "numbers", "money", "day", "yes", "pairs")

Table = Mapping[str, Any]


def sample_title(sample_id: str) -> str:
    """Return what a sample shows, in a few words; raises KnownError for an unknown one."""
    return sample_head(sample_id).title


def make_sample(sample_id: str) -> Project:
    """Return a sample as a project; raises KnownError for an unknown one."""
    table = sample_table(sample_head(sample_id).id)
    with using(table["language"]):
        worksheet = standard_source()
        interviews = make_interviews(sample_id, table.get("interviews", ()))
    currency = table["currency"]
    profiles = tuple(
        Profile(
            id=sample_record_id(f"{sample_id}/{number}"),
            name=each["name"],
            market=each["market"],
            kind=each.get("kind", "ideal"),
            summary=each.get("summary", ""),
            answers=read_answers(each["answers"], currency, f"{sample_id}/{number}"),
        )
        for number, each in enumerate(table["profiles"])
    )
    past = Past(sample=sample_id, profiles=tuple(each.id for each in profiles))
    project = Project(
        id=sample_record_id(sample_id),
        client=table["client"],
        name=table["name"],
        worksheet=worksheet,
        language=table["language"],
        currency=currency,
        sample=sample_id,
        about=read_answers(table["about"], currency, f"{sample_id}/about"),
        profiles=profiles,
        interviews=interviews,
        themes=make_themes(sample_id, table.get("themes", ())),
        tables=tuple(make_table(sample_id, each) for each in table.get("tables", ())),
        personas=make_personas(sample_id, table.get("personas", ()), profiles[0], interviews),
        review_plan=make_plan(sample_id, table.get("review_plan", {})),
        reviews=make_reviews(past, table.get("reviews", ())),
        signoffs=make_signoffs(sample_id, table.get("signoffs", ())),
        pilots=make_pilots(sample_id, table.get("pilots", ()), past.profiles),
        blind_tests=make_blind_tests(sample_id, table.get("blind_tests", ()), past.profiles),
    )
    return settled(project)


@cache
def sample_table(sample_id: str) -> Table:
    """Return the file of a sample as it is written."""
    source = shipped("resources", "samples", f"{sample_id}.toml").read_text(encoding="utf-8")
    return tomllib.loads(source, parse_float=Decimal)


def read_answers(tables: list[Table], currency: str, place: str) -> tuple[Answer, ...]:
    """Return answers as they stand in a file."""
    return tuple(_answer(each, currency, f"{place}/{each['field']}") for each in tables)


def _answer(table: Table, currency: str, place: str) -> Answer:
    _only(table, place, {"field", "weight", "evidence", "next_test", "reason", *_VALUE_KEYS})
    return Answer(
        field=table["field"],
        value=_value(table, currency, place),
        weight=table.get("weight", DEFAULT_WEIGHT),
        evidence=_evidence(table, place),
        next_test=_next_test(table),
        reason=table.get("reason", ""),
    )


def _value(table: Table, currency: str, place: str) -> Value:
    (key,) = (key for key in _VALUE_KEYS if key in table)
    found = table[key]
    match key:
        case "text":
            return Text(text=found)
        case "choice":
            return Choice(choice=found)
        case "terms":
            return Terms(items=_terms(found, place))
        case "numbers":
            low, high, unit = _range(found, place)
            return NumberRange(low=low, high=high, unit=unit)
        case "money":
            low, high, unit = _range(found, place)
            return MoneyRange(low=low, high=high, currency=currency, unit=unit)
        case "day":
            return Day(day=found)
        case "yes":
            return YesNo(yes=found)
        case _:
            return Pairs(items=_pairs(found, place))


def _range(table: Table, place: str) -> tuple[Decimal | None, Decimal | None, str]:
    _only(table, place, {"from", "to", "unit"})
    low, high = (Decimal(table[end]) if end in table else None for end in ("from", "to"))
    return low, high, table["unit"]


def _terms(items: list[str | Table], place: str) -> tuple[Term, ...]:
    terms = []
    for number, item in enumerate(items):
        spot = f"{place}/{number}"
        each: Table = {"text": item} if isinstance(item, str) else item
        _only(each, spot, {"text", "evidence", "next_test"})
        terms.append(
            Term(
                id=sample_record_id(spot),
                text=each["text"],
                evidence=_evidence(each, spot),
                next_test=_next_test(each),
            )
        )
    return tuple(terms)


def _pairs(items: list[Table], place: str) -> tuple[Pair, ...]:
    pairs = []
    for number, each in enumerate(items):
        spot = f"{place}/{number}"
        _only(each, spot, {"first", "second", "evidence", "next_test"})
        pairs.append(
            Pair(
                id=sample_record_id(spot),
                first=each["first"],
                second=each["second"],
                evidence=_evidence(each, spot),
                next_test=_next_test(each),
            )
        )
    return tuple(pairs)


def _evidence(table: Table, place: str) -> tuple[Evidence, ...]:
    return tuple(
        _piece(each, f"{place}/evidence/{number}")
        for number, each in enumerate(table.get("evidence", ()))
    )


def _piece(table: Table, place: str) -> Evidence:
    """Return a piece of proof; a theme goes by its name, a list by its file."""
    sample_id = place.partition("/")[0]
    links: dict[str, Any] = {key: table[key] for key in table if key not in {"theme", "list"}}
    if "theme" in table:
        links["theme"] = theme_id(sample_id, table["theme"])
    if "list" in table:
        links["table"] = make_body(
            shipped("resources", "samples", table["list"]).read_bytes(), "csv"
        ).digest
    return Evidence(id=sample_record_id(place), **links)


def _next_test(table: Table) -> NextTest:
    """Return the planned test: a sentence, or a table with what to keep it by, who and when."""
    found = table.get("next_test", "")
    return NextTest(what=found) if isinstance(found, str) else NextTest(**found)


def _only(table: Table, place: str, known: set[str]) -> None:
    unknown = set(table) - known
    if unknown:
        raise ValueError(place, unknown)  # a slip in a shipped file, found by the tests
