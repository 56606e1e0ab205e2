"""What each column means: a field of the worksheet or an outcome, each with its reason."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from icp_desktop.i18n import _
from icp_desktop.model.project import Market
from icp_desktop.model.table import ColumnType, Table, TableRole
from icp_desktop.model.values import Kind
from icp_desktop.tables.headings import words_of
from icp_desktop.tables.outcomes import outcomes
from icp_desktop.worksheet.definitions import Worksheet

_TYPES: dict[Kind, tuple[ColumnType, ...]] = {
    "text": ("text", "terms"),
    "choice": ("text", "yes_no"),
    "terms": ("terms", "text"),
    "number_range": ("number", "text"),
    "money_range": ("money", "number", "text"),
    "date": ("date",),
    "yes_no": ("yes_no", "text"),
    "pairs": ("terms", "text"),
}
_ALSO = {"number": "money", "money": "number", "terms": "text", "text": "terms"}
_NOT_OUTCOMES = ("name", "id", "owner", "source", "verdict")
_FIRMS = "company."
_EARNED = ("revenue", "turnover", "annual revenue", "annual turnover", "umsatz")
_YEAR_LAST = re.compile(r"(?<=\S) (?:19|20)\d\d$")
_EXACT, _HOLDS, _KNOWN = 3, 1, 100


class Meaning(NamedTuple):
    """Something a column can mean, in a list of one kind."""

    id: str
    label: str
    types: tuple[ColumnType, ...]
    headings: frozenset[str]

    @property
    def is_field(self) -> bool:
        """Say whether it is a field of the worksheet; else it is an outcome."""
        return "." in self.id


class Seen(NamedTuple):
    """What is known of a column before it is matched."""

    heading: str
    type: ColumnType
    words: frozenset[str]  # of its cells in small letters, if there are few
    distinct: float  # different cells per cell that says something


class _Firms(NamedTuple):
    """Whether a list describes firms and nothing they bought; whether firms are meant at all."""

    described: bool
    meant: bool


class Match(NamedTuple):
    """What a column is taken to mean, "" if nothing, and why."""

    meaning: str
    reason: str
    sure: bool = True


def meanings(
    role: TableRole, worksheet: Worksheet, markets: Sequence[Market]
) -> tuple[Meaning, ...]:
    """Return what a column of such a list can mean: outcomes, then what the worksheet asks."""
    found = [
        Meaning(each.id, _(each.label), each.types, frozenset(map(words_of, each.headings)))
        for each in outcomes(role)
    ]
    market = _one_market(markets)
    for section in worksheet.sections:
        for field in section.fields:
            if section.scope == "profile" and set(field.audience) & {market, *markets}:
                label = field.wording(market).label
                headings = {words_of(each) for each in (*field.headings, label)}
                found.append(Meaning(field.id, label, _TYPES[field.kind], frozenset(headings)))
    return tuple(found)


def match_columns(
    columns: Sequence[Seen],
    known: Sequence[Meaning],
    markets: Sequence[Market],
    earlier: Table | None,
) -> list[Match]:
    """Return what each column means; no meaning is given twice."""
    before = {words_of(each.heading): each.meaning for each in earlier.columns} if earlier else {}
    firms = _tells_of_firms(columns, known, markets)
    alike = Counter(_without_year(words_of(column.heading)) for column in columns)
    offers: list[tuple[int, int, int, Meaning, str]] = []
    for place, column in enumerate(columns):
        words = words_of(column.heading)
        stem = _without_year(words)
        asked = stem if alike[stem] == 1 else words  # of two years nobody but a person can choose
        for rank, meaning in enumerate(known):
            score, reason = _score(asked, column, meaning, firms=firms)
            if before.get(words) == meaning.id:
                score, reason = _KNOWN, _("As when this list was read in before.")
            if score:
                offers.append((-score, rank, place, meaning, reason))
    found = [Match("", "")] * len(columns)
    taken: set[str] = set()
    for score_, _r, place, meaning, reason in sorted(offers, key=lambda each: each[:3]):
        if found[place].meaning or meaning.id in taken:
            continue
        if (
            words_of(columns[place].heading) in before
            and not before[words_of(columns[place].heading)]
        ):
            continue
        sure = not (firms.described and meaning.id == "company.revenue" and score_ > -_KNOWN)
        found[place] = Match(meaning.id, reason, sure)
        taken.add(meaning.id)
    return _by_content(columns, found, known, taken)


def fits(type_: ColumnType, meaning: Meaning) -> bool:
    """Say whether cells of a type can mean this."""
    return type_ in meaning.types or _ALSO.get(type_, "") in meaning.types


def _score(words: str, column: Seen, meaning: Meaning, *, firms: "_Firms") -> tuple[int, str]:
    if not fits(column.type, meaning) and not _may_be(column, meaning):
        return 0, ""
    if words in meaning.headings:
        score = _EXACT * 10
        reason = _("Its heading is “{heading}”.", heading=column.heading)
        if firms.described and meaning.id == "revenue" and words in _EARNED:
            return 0, ""
        if firms.described and meaning.id == "company.revenue" and words in _EARNED:
            reason = _(
                "Taken as what the firm itself earns, since this list tells of firms and of no "
                "orders. Choose “What they paid so far” if it is that."
            )
        if meaning.is_field and meaning.id.startswith(_FIRMS) != firms.meant:
            score -= 1  # "location" is of the firm in a list of firms, else of the person
        return score, reason
    parts = set(words.split())
    for heading in meaning.headings:
        wanted = set(heading.split())
        if len(wanted) > 1 and wanted <= parts:
            return _HOLDS * 10, _("Its heading holds the words “{words}”.", words=heading)
    return 0, ""


def _without_year(words: str) -> str:
    """Return the words of a heading without the year at their end: "umsatz 2025"."""
    return _YEAR_LAST.sub("", words)


def _may_be(column: Seen, meaning: Meaning) -> bool:
    """Say whether the cells can still be read as the meaning wants: 0 and 1 for yes and no."""
    return (
        "text" in meaning.types
        or (
            "yes_no" in meaning.types
            and column.words <= {"0", "1", "x", "y", "n", "t", "f"}
            and bool(column.words)
        )
        or ("date" in meaning.types and column.type == "number")
    )


def _by_content(
    columns: Sequence[Seen], found: list[Match], known: Sequence[Meaning], taken: set[str]
) -> list[Match]:
    """Give the most needed meanings to columns whose cells alone tell, where no heading did."""
    wanted = {meaning.id for meaning in known} - taken
    free = [n for n, match in enumerate(found) if not match.meaning]
    if "name" in wanted and "id" not in taken:
        texts = [n for n in free if columns[n].type == "text" and columns[n].distinct > 0.9]
        if texts:
            found[texts[0]] = Match("name", _("Its cells are different in nearly every row."))
            free.remove(texts[0])
    stage = next((each for each in outcomes() if each.id == "stage"), None)
    if stage and "stage" in wanted and "won" not in taken:
        for n in free:
            says = {stage.stands_for(word) for word in columns[n].words}
            if {"won", "lost"} <= says:
                found[n] = Match("stage", _("Its cells say what was won and what was lost."))
                free.remove(n)
                break
    for meaning, type_, reason in (
        ("value", "money", _("It is the one column of sums.")),
        ("closed", "date", _("It is the one column of days.")),
    ):
        such = [n for n in free if columns[n].type == type_]
        if (
            meaning in wanted
            and len(such) == 1
            and type_ not in {columns[n].type for n, match in enumerate(found) if match.meaning}
        ):
            found[such[0]] = Match(meaning, reason)
            free.remove(such[0])
    return found


def _tells_of_firms(
    columns: Sequence[Seen], known: Sequence[Meaning], markets: Sequence[Market]
) -> _Firms:
    """Say whether the customers are firms, and whether the list is silent on what they bought."""
    words = {words_of(column.heading) for column in columns}
    about_people = any(words & m.headings for m in known if m.id.startswith("people."))
    of_firms = {"company.industry", "company.size", "company.structure"}
    about_firms = any(words & m.headings for m in known if m.id in of_firms)
    bought = any(
        words & m.headings - set(_EARNED)
        for m in known
        if not m.is_field and m.id not in _NOT_OUTCOMES
    )
    meant = about_firms or (_one_market(markets) == "b2b" and not about_people)
    return _Firms(described=about_firms and not bought, meant=meant)


def _one_market(markets: Sequence[Market]) -> Market:
    return markets[0] if len(set(markets)) == 1 else "both"
