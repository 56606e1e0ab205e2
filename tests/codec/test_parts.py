"""A project as parts and back; what is not exactly ours is refused by name."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from icp_desktop.codec.parts import (
    DamagedPartError,
    changed_parts,
    from_parts,
    to_json,
    to_parts,
)
from icp_desktop.model.body import Body, make_body
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Interview, InterviewAnswer
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.table import Column, Table
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

VALUES: tuple[Value, ...] = (
    Text(text="Grüße 你好 \U0001f600 =1+1"),
    Choice(choice="any"),
    Terms(items=(Term(id="t", text="a", evidence=(Evidence(id="e", source="team"),)),)),
    NumberRange(low=Decimal("1.50"), high=None, unit="week"),
    MoneyRange(low=None, high=Decimal(10) ** 15, currency="EUR"),
    Day(day=date(2026, 11, 21)),
    YesNo(yes=False),
    Pairs(items=(Pair(id="p", first="a", second="b"),)),
)


@pytest.fixture
def project() -> Project:
    answers = tuple(Answer(field=f"a.f{n}", value=value) for n, value in enumerate(VALUES))
    profile = Profile(id="p1", name="A", market="both", answers=answers)
    talk = Interview(id="i1", answers=(InterviewAnswer(question="q", text="t"),))
    return Project(
        id="x",
        client="Bakery",
        name="Profiles",
        worksheet="title = 'x'",
        profiles=(profile,),
        interviews=(talk,),
    )


def spoiled(project: Project, part: str, **changes: Any) -> dict[str, bytes]:
    parts = to_parts(project)
    parts[part] = json.dumps({**json.loads(parts[part]), **changes}).encode()
    return parts


def test_parts_give_an_equal_project(project: Project) -> None:
    parts = to_parts(project)
    assert set(parts) == {
        "project.json",
        "worksheet.toml",
        "profiles/p1.json",
        "interviews/i1.json",
    }
    assert from_parts(parts) == project
    assert to_parts(from_parts(parts)) == parts


def with_list(project: Project, data: bytes = b"name\nHalfmoon\n") -> Project:
    body = make_body(data, "csv")
    table = Table(
        id="t1",
        name="a.csv",
        role="customers",
        body=body,
        columns=(Column(heading="name"),),
        rows=1,
    )
    return replace(project, tables=(table,))


def test_the_bytes_of_a_list_are_a_part_of_their_own(project: Project) -> None:
    listed = with_list(project)
    parts = to_parts(listed)
    name = f"tables/{listed.tables[0].body.digest}.csv"
    assert parts[name] == b"name\nHalfmoon\n"
    assert set(parts) - set(to_parts(project)) == {"tables/t1.json", name}
    read = from_parts(parts)
    assert read == listed
    assert read.tables[0].body.data == b"name\nHalfmoon\n"
    written, dropped = changed_parts(listed, project)
    assert set(written) == {"project.json"}
    assert set(dropped) == {"tables/t1.json", name}
    assert name in changed_parts(project, listed)[0]
    renamed = replace(listed, tables=(replace(listed.tables[0], name="b.csv"),))
    assert set(changed_parts(listed, renamed)[0]) == {"project.json", "tables/t1.json"}


@pytest.mark.parametrize("change", [{}, {"spoiled": b"name\nFullmoon\n"}])
def test_bytes_that_are_missing_or_changed_are_noticed(
    project: Project, change: dict[str, bytes]
) -> None:
    listed = with_list(project)
    parts = to_parts(listed)
    name = f"tables/{listed.tables[0].body.digest}.csv"
    del parts[name]
    if change:
        parts[name] = change["spoiled"]
    with pytest.raises(DamagedPartError) as caught:
        from_parts(parts)
    assert caught.value.part == "tables/t1.json"


def test_a_project_knows_all_bytes_that_its_records_name(project: Project) -> None:
    def named(value: object) -> Iterator[Body]:
        if isinstance(value, Body):
            yield value
        elif isinstance(value, tuple):
            yield from (body for each in value for body in named(each))
        elif is_dataclass(value):
            for each in fields(value):
                yield from named(getattr(value, each.name))

    listed = with_list(project)
    assert tuple(named(listed)) == listed.bodies()


def test_figures_keep_every_digit(project: Project) -> None:
    value = from_parts(to_parts(project)).profile("p1").answer("a.f3").value
    assert isinstance(value, NumberRange)
    assert str(value.low) == "1.50"


def test_only_what_is_another_object_is_written_again(project: Project) -> None:
    renamed = replace(project.profiles[0], name="B")
    after = replace(project, profiles=(renamed,))
    written, dropped = changed_parts(project, after)
    assert set(written) == {"project.json", "profiles/p1.json"}
    assert dropped == ()
    assert changed_parts(project, project) == ({}, ())
    written, dropped = changed_parts(project, replace(project, interviews=()))
    assert set(written) == {"project.json"}
    assert dropped == ("interviews/i1.json",)


@pytest.mark.parametrize(
    ("part", "changes"),
    [
        ("project.json", {"surprise": 1}),
        ("project.json", {"client": None}),
        ("project.json", {"client": 7}),
        ("project.json", {"id": "../../etc"}),
        ("project.json", {"profiles": "p1"}),
        ("project.json", {"profiles": ["p1", "p1"]}),
        ("project.json", {"profiles": ["p1", "p2"]}),
        ("project.json", {"about": {}}),
        ("profiles/p1.json", {"market": "b2x"}),
        ("profiles/p1.json", {"id": "p2"}),
        ("profiles/p1.json", {"answers": [{"field": "f", "value": {"kind": "magic"}}]}),
        (
            "profiles/p1.json",
            {"answers": [{"field": "f", "value": {"kind": "yes_no", "yes": "no"}}]},
        ),
        ("profiles/p1.json", {"answers": [{"field": "f", "value": {"kind": "yes_no", "yes": 1}}]}),
        (
            "profiles/p1.json",
            {
                "answers": [
                    {"field": "f", "value": {"kind": "number_range", "low": "NaN", "high": None}}
                ]
            },
        ),
        (
            "profiles/p1.json",
            {
                "answers": [
                    {"field": "f", "value": {"kind": "number_range", "low": "1e308", "high": None}}
                ]
            },
        ),
        (
            "profiles/p1.json",
            {"answers": [{"field": "f", "value": {"kind": "date", "day": "soon"}}]},
        ),
        ("profiles/p1.json", {"name": "x" * 1_000_001}),
    ],
)
def test_what_is_not_exactly_ours_is_refused_by_name(
    project: Project, part: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(DamagedPartError) as caught:
        from_parts(spoiled(project, part, **changes))
    assert caught.value.part in (part, "profiles/p2.json")
    assert "Nothing was changed." in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b'{"id": NaN}',
        b'{"id": 1.5}',
        b"null",
        b'{"a": 1' + b"0" * 5_000 + b"}",
    ],
)
def test_broken_json_is_refused(project: Project, text: bytes) -> None:
    with pytest.raises(DamagedPartError, match=r"project\.json"):
        from_parts({**to_parts(project), "project.json": text})


def test_a_missing_part_names_itself(project: Project) -> None:
    parts = to_parts(project)
    del parts["worksheet.toml"]
    with pytest.raises(DamagedPartError, match="missing"):
        from_parts(parts)


def test_the_json_document_holds_everything(project: Project) -> None:
    whole = json.loads(to_json(project))
    assert whole["format"] == 1
    assert whole["profiles"][0]["answers"][0]["value"]["text"] == VALUES[0].text  # type: ignore[union-attr]
    assert whole["worksheet"] == project.worksheet
