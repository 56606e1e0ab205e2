"""Words in a column that nearly match what the project or the column says elsewhere."""

from collections.abc import Iterator
from typing import NamedTuple

from icp_desktop.model.project import Project, find_answer
from icp_desktop.model.table import Column, Table
from icp_desktop.model.values import Pairs, Terms
from icp_desktop.tables.frames import read_frame
from icp_desktop.tables.joining import NearName, near_names
from icp_desktop.worksheet.shipped import worksheet_of

_NOT_WORDS = ("name", "id", "customer", "customer_id", "deal_id", "owner", "stage", "status")
_MOST_DIFFERENT = 200  # cells: beyond that a column holds no terms
_LONG_ENOUGH = 8  # letters of a word of the worksheet: short ones are near to too much
_OFFERS = "about.offers"


class NearWord(NamedTuple):
    """A word of a column and the one it may stand for."""

    heading: str
    near: NearName


def near_words(table: Table, project: Project) -> tuple[NearWord, ...]:
    """Return words that nearly match another of their column, an answer, or the worksheet."""
    frame = read_frame(table)
    found: list[NearWord] = []
    for column in table.columns:
        if column.type not in ("text", "terms") or column.meaning in _NOT_WORDS:
            continue
        cells = frame[column.heading].drop_nulls()
        if column.type == "terms":
            cells = cells.explode()
        counted = cells.value_counts(sort=True)
        if 0 < counted.height <= _MOST_DIFFERENT:
            known = {*_said(column, project), *_asked(column, project)}
            near = _near(dict(counted.iter_rows()), known)
            found.extend(NearWord(column.heading, each) for each in near)
    return tuple(found)


def _near(counts: dict[str, int], known: set[str]) -> Iterator[NearName]:
    """Yield each rarer word with the more frequent or known one it is near to."""
    lower = {word.casefold() for word in known}
    before: list[str] = []
    for word, rows in counts.items():  # the most frequent first
        if word.casefold() not in lower:
            yield from near_names({word: rows}, {*before, *known} - {word})
        before.append(word)


def _said(column: Column, project: Project) -> set[str]:
    """Return the words of the answers to the field that a column tells of."""
    field = _OFFERS if column.meaning == "product" else column.meaning
    words: set[str] = set()
    for answers in (project.about, *(profile.answers for profile in project.profiles)):
        match find_answer(answers, field).value:
            case Terms() as terms:
                words |= {item.text for item in terms.items}
            case Pairs() as pairs:
                words |= {item.first for item in pairs.items}
    return words


def _asked(column: Column, project: Project) -> set[str]:
    """Return the longer single words by which the worksheet knows things, for a field of it."""
    if "." not in column.meaning:
        return set()
    fields = worksheet_of(project).fields()
    words = {heading for field in fields for heading in field.headings}
    return {word for word in words if len(word) >= _LONG_ENOUGH and word.isalpha()}
