"""What a column can mean besides a field of the worksheet: who it is, and how it went."""

import tomllib
from functools import cache
from typing import TypeVar, get_args

from icp_desktop.i18n import SOURCE_LANGUAGE, language
from icp_desktop.model.record import record
from icp_desktop.model.table import ColumnType, TableRole
from icp_desktop.paths import shipped

T = TypeVar("T", bound=str)


@record
class Outcome:
    """One meaning such as "revenue" or "stage".

    `types` are the ways its cells may be read, the likeliest first; `better` is the end that is
    the better one where customers can be ranked by it, else "". `words` say what cells of a stage
    or status stand for: ("won", ("won", "closed won", ...)).
    """

    id: str
    label: str
    types: tuple[ColumnType, ...]
    lists: tuple[TableRole, ...]
    headings: tuple[str, ...]
    better: str = ""
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def stands_for(self, cell: str) -> str:
        """Return what a cell says ("won", "lost", "left" ...), "" if it is none of the words."""
        wanted = cell.strip().casefold()
        return next((key for key, words in self.words if wanted in words), "")


def outcomes(role: TableRole | None = None) -> tuple[Outcome, ...]:
    """Return every outcome, or those that occur in one kind of list."""
    known = _outcomes(language())
    return known if role is None else tuple(each for each in known if role in each.lists)


def outcome(outcome_id: str) -> Outcome:
    """Return an outcome by its id; raise KeyError if there is none."""
    for each in _outcomes(language()):
        if each.id == outcome_id:
            return each
    raise KeyError(outcome_id)


@cache
def _outcomes(code: str) -> tuple[Outcome, ...]:
    folder = shipped("resources", "outcomes")
    file = folder / f"standard.{code}.toml"
    if not file.is_file():
        file = folder / f"standard.{SOURCE_LANGUAGE}.toml"
    found = tomllib.loads(file.read_text(encoding="utf-8"))["outcomes"]
    return tuple(
        Outcome(
            id=each["id"],
            label=each["label"],
            types=_known(each["types"], get_args(ColumnType)),
            lists=_known(each["lists"], get_args(TableRole)),
            headings=tuple(each["headings"]),
            better=each.get("better", ""),
            words=tuple((key, tuple(words)) for key, words in each.get("words", {}).items()),
        )
        for each in found
    )


def _known(found: list[T], allowed: tuple[T, ...]) -> tuple[T, ...]:
    unknown = [each for each in found if each not in allowed]
    if unknown:
        raise ValueError(f"the outcomes name what is not known: {unknown}")
    return tuple(found)
