"""What a sample was: the versions named in its file, as projects.

Talks, themes, lists and personas came after them, and so did the proof that rests on those.
"""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.record import record
from icp_desktop.model.review import NO_PLAN
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Value
from icp_desktop.worksheet.sample_records import sample_record_id
from icp_desktop.worksheet.sample_reviews import version_id
from icp_desktop.worksheet.samples import Table, make_sample, read_answers, sample_table

T = TypeVar("T", Term, Pair)


@record
class SampleVersion:
    """A version of a sample under an id that stays the same."""

    id: str
    name: str
    reason: str
    day: date
    project: Project


def sample_versions(sample_id: str) -> tuple[SampleVersion, ...]:
    """Return the versions of a sample, oldest first; raises KnownError for an unknown one."""
    now = make_sample(sample_id)
    tables: list[Table] = sample_table(sample_id).get("versions", [])
    return tuple(
        SampleVersion(
            id=version_id(sample_id, each["name"]),
            name=each["name"],
            reason=each["reason"],
            day=each["day"],
            project=_as_it_was(now, each),
        )
        for each in tables
    )


def _as_it_was(now: Project, table: Table) -> Project:
    place = sample_record_id(f"{now.sample}/{table['name']}")
    said = read_answers(table["answers"], now.currency, f"{now.sample}/version/{place}")
    first, *others = now.profiles[: table["profiles"]]
    answers = _answers(first.answers, said, frozenset(table["open"]))
    return replace(
        now,
        about=tuple(_bare(each) for each in now.about),
        profiles=(
            replace(first, answers=answers),
            *(replace(each, answers=tuple(map(_bare, each.answers))) for each in others),
        ),
        interviews=(),
        themes=(),
        tables=(),
        personas=(),
        review_plan=NO_PLAN,
        reviews=tuple(e for e in now.reviews if e.finished and e.finished <= table["day"]),
        signoffs=(),
    )


def _answers(
    now: tuple[Answer, ...], said: tuple[Answer, ...], still_open: frozenset[str]
) -> tuple[Answer, ...]:
    then = {each.field: each for each in said}
    kept = (each for each in now if each.field not in still_open)
    return tuple(then.get(each.field) or _bare(each) for each in kept)


def _bare(answer: Answer) -> Answer:
    return replace(answer, value=_bare_value(answer.value), evidence=_early(answer.evidence))


def _bare_value(value: Value | None) -> Value | None:
    if isinstance(value, Terms):
        return replace(value, items=tuple(_bare_item(each) for each in value.items))
    if isinstance(value, Pairs):
        return replace(value, items=tuple(_bare_item(each) for each in value.items))
    return value


def _bare_item(item: T) -> T:
    return replace(item, evidence=_early(item.evidence))


def _early(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(each for each in evidence if each.source in ("team", "outside"))
