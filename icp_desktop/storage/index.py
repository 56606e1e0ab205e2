"""What the home page shows of a project without opening it."""

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from icp_desktop.errors import KnownError
from icp_desktop.model.names import MARKETS, Market
from icp_desktop.model.record import record

if TYPE_CHECKING:
    from icp_desktop.checks.grades import Grade
    from icp_desktop.model.project import Profile, Project

Stage = Literal["start", "interviews", "draft", "in_use"]
STAGES: tuple[Stage, ...] = ("start", "interviews", "draft", "in_use")

ALL_ROWS = (
    "SELECT id, client, name, market, profiles, stage, language, sample, counts, interviews, "
    "touched, file, due, day, calls FROM project LEFT JOIN forms_out ON forms_out.project = id "
    "LEFT JOIN next_review ON next_review.project = id "
    "ORDER BY touched DESC, id"
)
PUT_ROW = (
    "INSERT INTO project (id, client, name, market, profiles, stage, language, sample, counts, "
    "interviews, touched) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET client = excluded.client, name = excluded.name, "
    "market = excluded.market, profiles = excluded.profiles, stage = excluded.stage, "
    "language = excluded.language, sample = excluded.sample, counts = excluded.counts, "
    "interviews = excluded.interviews, touched = excluded.touched"
)
PUT_FORMS = "INSERT OR REPLACE INTO forms_out (project, due) VALUES (?, ?)"
PUT_REVIEW = "INSERT OR REPLACE INTO next_review (project, day, calls) VALUES (?, ?, ?)"


@record
class IndexCounts:
    """How many answers of the map are in which grade; `open` ones have no answer."""

    assumption: int = 0
    team: int = 0
    outside: int = 0
    interviews: int = 0
    customers: int = 0
    open: int = 0

    @property
    def proven(self) -> int:
        """How many rest on a source, interviews or customer data."""
        return self.outside + self.interviews + self.customers

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return self.proven + self.assumption + self.team

    @property
    def total(self) -> int:
        """How many there are."""
        return self.answered + self.open


@record
class IndexRow:
    """One line of the home page; the counts are those of the first ideal profile in use."""

    id: str
    client: str
    name: str
    market: Market
    profiles: tuple[str, ...]
    stage: Stage
    language: str
    sample: str
    counts: IndexCounts
    interviews: int
    touched: datetime
    file: Path | None = None
    forms: tuple[date | None, ...] = ()  # by when each form that is out is due
    forms_back: int = 0
    review: date | None = None  # when the profiles are looked at again
    review_calls: tuple[tuple[str, str], ...] = ()  # what calls for that: its kind and its words

    def overdue(self, today: date) -> int:
        """Return how many forms should have been back."""
        return sum(due is not None and due < today for due in self.forms)

    def review_due(self, today: date) -> bool:
        """Say whether the profiles should be looked at again."""
        return bool(self.review_calls) or (self.review is not None and self.review <= today)


def index_row(project: "Project", touched: datetime) -> IndexRow:
    """Return the line of a project."""
    profiles = [each for each in project.profiles if each.kind == "ideal" and not each.retired]
    counts = _counts(profiles[0], project.worksheet) if profiles else IndexCounts()
    return IndexRow(
        id=project.id,
        client=project.client,
        name=project.name,
        market=profiles[0].market if profiles else "both",
        profiles=tuple(profile.name for profile in profiles),
        stage=_stage(counts, len(project.interviews)),
        language=project.language,
        sample=project.sample,
        counts=counts,
        interviews=len(project.interviews),
        touched=touched,
        forms=tuple(form.due for form in project.forms if form.is_out),
        forms_back=sum(form.is_back for form in project.forms),
        review=project.review_plan.next,
        review_calls=_calls(project),
    )


def to_columns(row: IndexRow) -> tuple[object, ...]:
    """Return the values that PUT_ROW takes."""
    return (
        row.id,
        row.client,
        row.name,
        row.market,
        json.dumps(row.profiles),
        row.stage,
        row.language,
        row.sample,
        json.dumps(asdict(row.counts)),
        row.interviews,
        row.touched.isoformat(),
    )


def to_forms(row: IndexRow) -> tuple[object, ...]:
    """Return the values that PUT_FORMS takes."""
    out = [due.isoformat() if due else None for due in row.forms]
    return (row.id, json.dumps({"out": out, "back": row.forms_back}))


def to_review(row: IndexRow) -> tuple[object, ...]:
    """Return the values that PUT_REVIEW takes."""
    day = row.review.isoformat() if row.review else None
    return (row.id, day, json.dumps(row.review_calls))


def from_columns(values: tuple[Any, ...]) -> IndexRow | None:
    """Return the line in a row of ALL_ROWS, None if the row is damaged."""
    id_, client, name, market, profiles, stage, language, sample, counts, talks, *rest = values
    touched, file, sent, review, calls = rest
    if market not in MARKETS or stage not in STAGES:
        return None
    try:
        forms, back = _forms(sent)
        return IndexRow(
            id=id_,
            client=client,
            name=name,
            market=market,
            profiles=tuple(map(str, json.loads(profiles))),
            stage=stage,
            language=language,
            sample=sample,
            counts=IndexCounts(**json.loads(counts)),
            interviews=talks,
            touched=datetime.fromisoformat(touched),
            file=None if file is None else Path(file),
            forms=forms,
            forms_back=back,
            review=date.fromisoformat(review) if review else None,
            review_calls=tuple((str(kind), str(text)) for kind, text in json.loads(calls or "[]")),
        )
    except (ValueError, TypeError, KeyError):
        return None


def _forms(text: str | None) -> tuple[tuple[date | None, ...], int]:
    """Return by when each form that is out is due, and how many are back."""
    found = json.loads(text or "[]")
    if isinstance(found, list):  # as it was written before those that are back were counted
        found = {"out": found, "back": 0}
    out = tuple(date.fromisoformat(due) if due else None for due in found["out"])
    return out, int(found["back"])


def _calls(project: "Project") -> tuple[tuple[str, str], ...]:
    if not project.review_plan.triggers:
        return ()
    from icp_desktop.checks.due import find_calls

    return tuple((each.kind, each.text) for each in find_calls(project))


def _counts(profile: "Profile", source: str) -> IndexCounts:
    # Reading the list at the start needs neither of them.
    from icp_desktop.checks.states import map_columns
    from icp_desktop.worksheet.toml_source import read_worksheet

    try:
        columns = map_columns(profile, read_worksheet(source))
    except KnownError:
        return IndexCounts()  # keeping the work matters more than counting it
    grades = [tile.grade for column in columns for tile in column.tiles]

    def count(grade: "Grade | None") -> int:
        return grades.count(grade)

    return IndexCounts(
        assumption=count("assumption"),
        team=count("team"),
        outside=count("outside"),
        interviews=count("interviews"),
        customers=count("customers"),
        open=count(None),
    )


def _stage(counts: IndexCounts, interviews: int) -> Stage:
    if counts.total and counts.proven == counts.total:
        return "in_use"
    if interviews and counts.answered * 2 < counts.total:
        return "interviews"
    return "draft" if counts.answered else "start"
