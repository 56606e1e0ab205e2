"""A survey file as many interviews: a row for each person, a column for each question.

What a column is, is found out and can be corrected; answers that repeat are choices to be counted.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.insight.asking import known_questionnaires
from icp_desktop.model.ids import new_id
from icp_desktop.model.interview import Consent, Group, Interview, InterviewAnswer
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.tables.columns import Texts, read_column
from icp_desktop.tables.days import find_order, take_apart
from icp_desktop.tables.grid import make_grid
from icp_desktop.tables.opening import Source, find_layout, read_source
from icp_desktop.tables.reading import Hints, Reading

Use = Literal["words", "choices", "person", "role", "company", "segment", "day", "none"]
USES: tuple[Use, ...] = (
    "words", "choices", "person", "role", "company", "segment", "day", "none",
)  # fmt: skip
MOST_ROWS, MOST_COLUMNS = 5_000, 200
_MOST_CHOICES, _LONGEST_CHOICE, _LONGEST_ANSWER = 12, 60, 20_000
_SAMPLES = 3
_BETWEEN = ";"
_HEADINGS: dict[str, Use] = {
    "name": "person", "respondent": "person", "participant": "person",
    "role": "role", "position": "role", "job title": "role", "title": "role",
    "company": "company", "organisation": "company", "organization": "company", "firm": "company",
    "segment": "segment", "group": "segment", "region": "segment", "trade": "segment",
    "date": "day", "timestamp": "day", "submitted": "day", "start time": "day", "end time": "day",
    "id": "none", "ip address": "none", "e-mail": "none", "email": "none",
    "email address": "none", "token": "none",
}  # fmt: skip


@record
class SurveyColumn:
    """One column: its heading, what it is used for, the question it answers, its cells."""

    heading: str
    use: Use
    question: str
    cells: tuple[str, ...]

    @property
    def samples(self) -> tuple[str, ...]:
        """The first different answers, to be recognised by."""
        return tuple(dict.fromkeys(each for each in self.cells if each))[:_SAMPLES]


@record
class Survey:
    """A file as it was read; `left_out` counts rows that no person filled in."""

    name: str
    columns: tuple[SurveyColumn, ...]
    rows: int
    left_out: int

    def with_use(self, place: int, use: Use) -> "Survey":
        """Return the survey with another use of one column."""
        columns = tuple(
            replace(each, use=use) if number == place else each
            for number, each in enumerate(self.columns)
        )
        return replace(self, columns=columns)


def read_survey(project: Project, source: Source) -> Survey:
    """Return a file as a survey; raise KnownError where it is none."""
    layout = find_layout(source, lambda heading: heading.strip().casefold() in _HEADINGS)
    grid = make_grid(read_source(source, layout), layout)
    sound = grid.sound
    body = grid.body.filter(sound)
    if not body.height or not grid.headings:
        raise KnownError(
            _(
                "“{name}” has no answers. A survey has a row for each person, under the questions.",
                name=source.name,
            )
        )
    if body.height > MOST_ROWS or body.width > MOST_COLUMNS:
        raise KnownError(
            _(
                "“{name}” has {rows} rows and {columns} columns; a survey can have {most_rows} and "
                "{most_columns}.",
                name=source.name,
                rows=body.height,
                columns=body.width,
                most_rows=MOST_ROWS,
                most_columns=MOST_COLUMNS,
            )
        )
    known = _known_questions(project)
    columns = []
    for number, (heading, column) in enumerate(zip(grid.headings, body.columns, strict=True), 1):
        cells = tuple(each or "" for each in body[column].to_list())
        question = known.get(_plain(heading), f"q{number}-{_slug(heading)}")
        columns.append(
            SurveyColumn(
                heading=heading, use=_use_of(heading, cells), question=question, cells=cells
            )
        )
    return Survey(
        name=source.name,
        columns=tuple(columns),
        rows=body.height,
        left_out=grid.body.height - body.height,
    )


def make_talks(survey: Survey, group: Group, consent: Consent) -> tuple[Interview, ...]:
    """Return an interview for each row in which something was answered."""
    days = _days(survey)
    talks = (_talk(survey, row, days, group, consent) for row in range(survey.rows))
    return tuple(each for each in talks if not each.is_blank)


def _talk(
    survey: Survey, row: int, days: Sequence[date | None], group: Group, consent: Consent
) -> Interview:
    details: dict[str, str] = {}
    answers = []
    for column in survey.columns:
        cell = column.cells[row].strip()[:_LONGEST_ANSWER]
        match column.use:
            case "words" if cell:
                answers.append(
                    InterviewAnswer(question=column.question, text=cell, asked=column.heading)
                )
            case "choices" if cell:
                picked = tuple(part.strip() for part in cell.split(_BETWEEN) if part.strip())
                answers.append(
                    InterviewAnswer(
                        question=column.question, text="", asked=column.heading, picked=picked
                    )
                )
            case "person" | "role" | "company" | "segment":
                details[column.use] = cell[:200]
    return Interview(
        id=new_id(),
        day=days[row],
        consent=consent,
        group=group,
        answers=tuple(answers),
        source=survey.name,
        person=details.get("person", ""),
        role=details.get("role", ""),
        company=details.get("company", ""),
        segment=details.get("segment", ""),
    )


def _days(survey: Survey) -> list[date | None]:
    """Return the day of each row, None where there is no column of days or no day in it."""
    import polars as pl

    column = next((each for each in survey.columns if each.use == "day"), None)
    if column is None:
        return [None] * survey.rows
    first_words = [each.replace("T", " ").split(" ")[0] or None for each in column.cells]
    cells = pl.Series(first_words, dtype=pl.String)
    order, _doubts = find_order(take_apart(cells.drop_nulls(), compact=True), Hints())
    reading = Reading(type="date", order=order)
    read: list[date | None] = read_column(Texts(cells), reading).to_list()
    return read


def _use_of(heading: str, cells: tuple[str, ...]) -> Use:
    known = _HEADINGS.get(heading.strip().casefold().rstrip(":"))
    if known is not None:
        return known
    return "choices" if _are_choices(cells) else "words"


def _are_choices(cells: tuple[str, ...]) -> bool:
    """Say whether a column holds a few short answers again and again."""
    filled = [each for each in cells if each]
    parts = Counter(p.strip() for each in filled for p in each.split(_BETWEEN) if p.strip())
    return (
        len(filled) > 1
        and 0 < len(parts) <= _MOST_CHOICES
        and len(parts) * 2 <= len(filled)
        and all(len(part) <= _LONGEST_CHOICE for part in parts)
    )


def _known_questions(project: Project) -> dict[str, str]:
    return {
        _plain(question.text): question.id
        for asked in known_questionnaires(project)
        for question in asked.questions
    }


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _slug(text: str) -> str:
    return _plain(text)[:24]
