"""The talks and lists of a sample: read from the same TOML file, and a CSV beside it.

An answer is a text by the id of its question; a quote names the question and repeats the words, so
that its place is found; a theme goes by its name.
"""

import hashlib
from base64 import b32encode
from collections.abc import Mapping, Sequence
from typing import Any

from icp_desktop.model.body import make_body
from icp_desktop.model.interview import Interview, InterviewAnswer, Quote, Theme
from icp_desktop.model.table import Column, Table
from icp_desktop.paths import shipped
from icp_desktop.worksheet.shipped import questionnaire

_ID_LENGTH = 10
Toml = Mapping[str, Any]


def sample_record_id(place: str) -> str:
    """Return an id that is the same each time, made from the place of a thing in its file."""
    digest = hashlib.sha256(place.encode()).digest()
    return b32encode(digest).decode().lower()[:_ID_LENGTH]


def theme_id(sample_id: str, name: str) -> str:
    """Return the id of a theme of a sample."""
    return sample_record_id(f"{sample_id}/theme/{name}")


def make_themes(sample_id: str, tables: Sequence[Toml]) -> tuple[Theme, ...]:
    """Return the themes of a sample."""
    return tuple(
        Theme(id=theme_id(sample_id, each["name"]), name=each["name"], note=each.get("note", ""))
        for each in tables
    )


def make_interviews(sample_id: str, tables: Sequence[Toml]) -> tuple[Interview, ...]:
    """Return the talks of a sample with their quotes."""
    return tuple(_interview(sample_id, n, each) for n, each in enumerate(tables))


def make_table(sample_id: str, table: Toml) -> Table:
    """Return a list of a sample, its CSV read from the file beside it."""
    data = shipped("resources", "samples", table["file"]).read_bytes()
    return Table(
        id=sample_record_id(f"{sample_id}/{table['file']}"),
        name=table["file"],
        role=table["role"],
        body=make_body(data, "csv"),
        columns=tuple(Column(**each) for each in table["columns"]),
        rows=data.count(b"\n") - 1,
        day=table["day"],
    )


def _interview(sample_id: str, number: int, table: Toml) -> Interview:
    place = f"{sample_id}/talk/{number}"
    rest = {key: value for key, value in table.items() if key not in {"answers", "quotes"}}
    asked = questionnaire(table["questionnaire"])
    answers: Toml = table["answers"]
    return Interview(
        id=sample_record_id(place),
        edition=asked.edition,
        answers=tuple(
            InterviewAnswer(question=each.id, text=answers[each.id], asked=each.text)
            for each in asked.questions
            if each.id in answers
        ),
        quotes=tuple(
            _quote(sample_id, f"{place}/quote/{n}", each, answers)
            for n, each in enumerate(table.get("quotes", ()))
        ),
        **rest,
    )


def _quote(sample_id: str, place: str, table: Toml, answers: Toml) -> Quote:
    return Quote(
        id=sample_record_id(place),
        question=table["question"],
        start=answers[table["question"]].index(table["text"]),
        text=table["text"],
        themes=tuple(theme_id(sample_id, each) for each in table.get("themes", ())),
        starred=table.get("starred", False),
    )
