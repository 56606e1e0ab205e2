"""Themes counted: in how many talks each came up, in whose, and whether anything new was heard."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.interview import Interview, Quote, Theme
from icp_desktop.model.links import counted_talks
from icp_desktop.model.project import Project
from icp_desktop.model.record import record

Grouping = Literal["segment", "profile", "group"]
GROUPINGS: tuple[Grouping, ...] = ("segment", "profile", "group")


@record
class ThemeCount:
    """A theme and the talks it came up in.

    `cells` has one place per counted talk, in order; `colleagues` said so too, but are not counted.
    """

    theme: Theme
    cells: tuple[bool, ...]
    quotes: int
    colleagues: int

    @property
    def count(self) -> int:
        """In how many talks it came up."""
        return sum(self.cells)

    @property
    def total(self) -> int:
        """How many talks there are."""
        return len(self.cells)


@record
class Segment:
    """A part of the talks: its name or id, "" where none was given, and how many talks it has."""

    name: str
    total: int


@record
class SegmentedTheme:
    """In how many talks of each segment a theme came up."""

    theme: Theme
    counts: tuple[int, ...]


@record
class HeardQuote:
    """A quote with the talk it is from and the number of that talk."""

    quote: Quote
    talk: Interview
    number: int


@record
class News:
    """A talk and the themes that came up in it for the first time."""

    talk: Interview
    number: int
    themes: tuple[Theme, ...]


def in_order(talks: Iterable[Interview]) -> tuple[Interview, ...]:
    """Return talks by date, those without one last; of a day, as they were added."""
    return tuple(sorted(talks, key=lambda talk: talk.day or date.max))


def talk_numbers(project: Project) -> dict[str, int]:
    """Return the number of every talk, counted from 1 in order."""
    return {talk.id: number for number, talk in enumerate(in_order(project.interviews), 1)}


def count_themes(project: Project, place: str = BUSINESS) -> tuple[ThemeCount, ...]:
    """Return every theme with its talks, the most frequent first."""
    talks = in_order(counted_talks(project, place))
    heard = [_themes_of(talk) for talk in talks]
    inside = [
        _themes_of(talk) for talk in project.interviews if talk.counts and talk.group == "colleague"
    ]
    quotes = Counter(
        theme for talk in project.interviews for quote in talk.quotes for theme in quote.themes
    )
    counts = [
        ThemeCount(
            theme=theme,
            cells=tuple(theme.id in each for each in heard),
            quotes=quotes[theme.id],
            colleagues=sum(theme.id in each for each in inside),
        )
        for theme in project.themes
    ]
    return tuple(sorted(counts, key=lambda each: (-each.count, -each.quotes)))


def by_segment(
    project: Project, grouping: Grouping, place: str = BUSINESS
) -> tuple[tuple[Segment, ...], tuple[SegmentedTheme, ...]]:
    """Return the segments of the talks, the largest first, and every theme counted in each."""
    talks = counted_talks(project, place)
    name = _SEGMENT_OF[grouping]
    totals = Counter(name(talk) for talk in talks)
    names = sorted(totals, key=lambda each: (-totals[each], each))
    heard: Counter[tuple[str, str]] = Counter(
        (name(talk), theme) for talk in talks for theme in _themes_of(talk)
    )
    return (
        tuple(Segment(name=each, total=totals[each]) for each in names),
        tuple(
            SegmentedTheme(
                theme=counted.theme,
                counts=tuple(heard[each, counted.theme.id] for each in names),
            )
            for counted in count_themes(project, place)
        ),
    )


def anything_new(project: Project, place: str = BUSINESS) -> tuple[News, ...]:
    """Return for every talk, in order, the themes that nobody had brought up before."""
    numbers = talk_numbers(project)
    themes = {theme.id: theme for theme in project.themes}
    known: set[str] = set()
    found = []
    for talk in in_order(counted_talks(project, place)):
        fresh = [each for each in _themes_of(talk) if each in themes and each not in known]
        known.update(fresh)
        found.append(
            News(
                talk=talk,
                number=numbers[talk.id],
                themes=tuple(themes[each] for each in fresh),
            )
        )
    return tuple(found)


def quiet_talks(news: tuple[News, ...]) -> int:
    """Return how many of the last talks brought nothing new; 0 where none ever did."""
    last = max((place for place, each in enumerate(news, 1) if each.themes), default=len(news))
    return len(news) - last


def heard_quotes(project: Project, theme: str = "") -> tuple[HeardQuote, ...]:
    """Return the quotes of a theme, or all, in the order of the talks."""
    numbers = talk_numbers(project)
    return tuple(
        HeardQuote(quote=quote, talk=talk, number=numbers[talk.id])
        for talk in in_order(project.interviews)
        for quote in talk.quotes
        if not theme or theme in quote.themes
    )


def same_voices(before: Project, after: Project) -> bool:
    """Say whether all counts of themes are the same in both: typing alone changes none."""
    one, other = before.interviews, after.interviews
    return one is other or (
        len(one) == len(other) and all(_sounds_like(a, b) for a, b in zip(one, other, strict=True))
    )


def _sounds_like(one: Interview, other: Interview) -> bool:
    return one is other or (
        _heard_in(one) == _heard_in(other)
        and one.id == other.id
        and (one.counts, one.group, one.profile, one.segment, one.day, one.person, one.role)
        == (
            other.counts,
            other.group,
            other.profile,
            other.segment,
            other.day,
            other.person,
            other.role,
        )
    )


def _heard_in(talk: Interview) -> list[tuple[object, ...]]:
    """Return what counts of the quotes of a talk; where they stand does not."""
    return [(each.id, each.text, each.themes, each.starred) for each in talk.quotes]


def _themes_of(talk: Interview) -> dict[str, None]:
    """Return the ids of the themes of a talk, each once, in the order they came up."""
    return dict.fromkeys(theme for quote in talk.quotes for theme in quote.themes)


_SEGMENT_OF: dict[Grouping, Callable[[Interview], str]] = {
    "segment": lambda talk: talk.segment.strip(),
    "profile": lambda talk: talk.profile,
    "group": lambda talk: talk.group,
}
