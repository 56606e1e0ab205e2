"""The past of a sample: its versions, reviews and who agreed, read from the same TOML file.

A version names its answers as they stood; the proof that came later is taken from the others.
Versions go by their names.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from icp_desktop.model.record import record
from icp_desktop.model.review import (
    Doubt,
    Figure,
    Resolve,
    Review,
    ReviewAnswer,
    ReviewPlan,
    SignOff,
    Trigger,
)
from icp_desktop.worksheet.sample_records import sample_record_id

Toml = Mapping[str, Any]


@record
class Past:
    """What the reviews of a sample refer to: the ids of its profiles, the days of its versions."""

    sample: str
    profiles: tuple[str, ...]


def version_id(sample_id: str, name: str) -> str:
    """Return the id of a version of a sample, "" for no name."""
    return sample_record_id(f"{sample_id}/version/{name}") if name else ""


def make_plan(sample_id: str, table: Toml) -> ReviewPlan:
    """Return when the reviews of a sample are held."""
    triggers = tuple(
        Trigger(id=sample_record_id(f"{sample_id}/trigger/{n}"), **each)
        for n, each in enumerate(table.get("triggers", ()))
    )
    return ReviewPlan(**{**table, "triggers": triggers})


def make_reviews(past: Past, tables: Sequence[Toml]) -> tuple[Review, ...]:
    """Return the reviews of a sample."""
    return tuple(_review(past, n, each) for n, each in enumerate(tables))


def make_signoffs(sample_id: str, tables: Sequence[Toml]) -> tuple[SignOff, ...]:
    """Return who agreed to a version, which is not what the sample says now."""
    return tuple(
        SignOff(
            id=sample_record_id(f"{sample_id}/signoff/{n}"),
            person=each["person"],
            role=each.get("role", ""),
            day=each["day"],
            state=version_id(sample_id, each["version"]),
            kept_as=each["version"],
        )
        for n, each in enumerate(tables)
    )


def _review(past: Past, number: int, table: Toml) -> Review:
    place = f"{past.sample}/review/{number}"
    finished: date | None = table.get("finished")
    return Review(
        id=sample_record_id(place),
        begun=table["begun"],
        finished=finished,
        answers=tuple(_answer(each) for each in table.get("answers", ())),
        resolves=tuple(
            Resolve(id=sample_record_id(f"{place}/{n}"), **each)
            for n, each in enumerate(table.get("resolves", ()))
        ),
        against=version_id(past.sample, table.get("against", "")),
        version=version_id(past.sample, table.get("version", "")),
        kept_as=table.get("version", ""),
        doubts=tuple(
            Doubt(
                profile=past.profiles[each["profile"]],
                field=each["field"],
                item="",
                words=each["words"],
            )
            for each in table.get("doubts", ())
        ),
    )


def _answer(table: Toml) -> ReviewAnswer:
    figures = {key: Figure(**table[key]) for key in ("now", "before") if key in table}
    return ReviewAnswer(**{**table, **figures})
