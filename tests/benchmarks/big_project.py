"""A large invented project: 3 profiles with 60 answers each and 60 interviews of 10 answers."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle, islice

from icp_desktop.model.interview import Interview, InterviewAnswer
from icp_desktop.model.project import Profile, Project
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.toml_source import read_worksheet
from tests.benchmarks.invented_answers import make_answer

PROFILES, ANSWERS, INTERVIEWS, QUESTIONS = 3, 60, 60, 10
WORDS = (
    "Firms with a workshop of their own and a van for every fitter",
    "They compare us with the two chains at the ring road",
    "Short lead times before the season, and one person to ring",
    "A quiet street where parking is easy, ten minutes from the station",
)
SAID = (
    "We had looked at three others before. What tipped it was that somebody came round on the same "
    "day, measured everything and left a price on one page. I could show that to my partner."
)


def make_big_project() -> Project:
    """Return the project, the same one each time."""
    source = _wide_worksheet()
    worksheet = read_worksheet(source)
    about = next(section for section in worksheet.sections if section.scope == "business")
    return Project(
        id="bigproject",
        client="Northgate Fitters",
        name="Profiles",
        worksheet=source,
        currency="GBP",
        about=tuple(make_answer(f, w, n) for n, (f, w) in enumerate(_worded(about.fields))),
        profiles=tuple(_profile(worksheet, number) for number in range(PROFILES)),
        interviews=tuple(_interview(number) for number in range(INTERVIEWS)),
    )


def _profile(worksheet: Worksheet, number: int) -> Profile:
    fields = [
        field
        for section in worksheet.sections
        if section.scope == "profile"
        for field in section.asked("b2c")
    ]
    answers = tuple(make_answer(f, w, n) for n, (f, w) in enumerate(_worded(fields[:ANSWERS])))
    assert len(answers) == ANSWERS
    return Profile(id=f"profile{number}", name=f"Kind {number}", market="b2c", answers=answers)


def _worded(fields: Sequence[Field]) -> Iterator[tuple[Field, str]]:
    return zip(fields, islice(cycle(WORDS), len(fields)), strict=True)


def _interview(number: int) -> Interview:
    return Interview(
        id=f"talk{number}",
        day=date(2026, 1 + number % 10, 1 + number % 28),
        person=f"Person {number}",
        role="Owner",
        company=f"Firm {number}",
        consent="anonymous",
        answers=tuple(
            InterviewAnswer(question=f"Question {n} of talk {number}", text=f"{SAID} ({n})")
            for n in range(QUESTIONS)
        ),
    )


def _wide_worksheet() -> str:
    """Return the standard worksheet with as many more fields as the answers need."""
    source = standard_source()
    sections = read_worksheet(source).sections
    asked = sum(len(each.asked("b2c")) for each in sections if each.scope == "profile")
    kinds = cycle(("text", "terms", "number_range", "yes_no"))
    return source + "".join(_field(n, next(kinds)) for n in range(ANSWERS - asked))


def _field(number: int, kind: str) -> str:
    """Return one more field of the last section of the worksheet, as TOML."""
    return f"""
[[sections.fields]]
id = "needs.more_{number}"
kind = "{kind}"
label = "Further point {number}"
why = "It tells good customers from the rest."
question = "What have you noticed about point {number}?"
good = "A plain fact with a figure."
weak = "It depends."
"""
