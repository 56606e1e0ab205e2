"""Counts of themes and answers in words: by segment, per talk, per choice."""

from icp_desktop.i18n import _, later
from icp_desktop.insight.closed_answers import count_closed_answers
from icp_desktop.insight.themes import (
    GROUPINGS,
    Grouping,
    Segment,
    anything_new,
    by_segment,
)
from icp_desktop.model.project import Project
from icp_desktop.ui.talks.plain_rows import PlainRow
from icp_desktop.ui.talks.words import GROUP_NAMES, talk_name

_MOST_SEGMENTS, _MOST_TALKS = 8, 30
_GROUPINGS: dict[Grouping, str] = {
    "segment": later("Segment"),
    "profile": later("Profile"),
    "group": later("Who it was"),
}


def grouping_names() -> tuple[tuple[Grouping, str], ...]:
    """Return what talks can be told apart by."""
    return tuple((each, _(_GROUPINGS[each])) for each in GROUPINGS)


def segment_rows(project: Project, grouping: Grouping) -> tuple[PlainRow, ...]:
    """Return each theme with "Insurance 4 of 6, Banking 1 of 3"."""
    segments, themes = by_segment(project, grouping)
    names = [_segment_name(project, grouping, each) for each in segments[:_MOST_SEGMENTS]]
    if len(segments) < 2:
        words = _("All talks are of one kind so far. Name their segment under “More about”.")
        return ((_("Nothing to tell apart"), words),) if grouping == "segment" else ()
    return tuple(
        (
            each.theme.name,
            " · ".join(
                _("{name} {n} of {total}", name=name, n=count, total=segment.total)
                for name, count, segment in zip(names, each.counts, segments, strict=False)
            ),
        )
        for each in themes
    )


def news_rows(project: Project) -> tuple[PlainRow, ...]:
    """Return each of the last talks with the themes that nobody had brought up before."""
    news = anything_new(project)[-_MOST_TALKS:]
    return tuple(
        (
            talk_name(each.talk, each.number),
            _("New: {themes}", themes=", ".join(theme.name for theme in each.themes))
            if each.themes
            else _("Nothing new"),
        )
        for each in news
    )


def closed_rows(project: Project) -> tuple[PlainRow, ...]:
    """Return each question with choices: "weekly 12 of 18, daily 4 of 18"."""
    return tuple(
        (
            each.asked,
            " · ".join(
                _("{name} {n} of {total}", name=choice, n=count, total=each.total)
                for choice, count in each.choices
            ),
        )
        for each in count_closed_answers(project)
    )


def _segment_name(project: Project, grouping: Grouping, segment: Segment) -> str:
    match grouping:
        case "profile":
            named = {each.id: each.name for each in project.profiles}
            return named.get(segment.name) or _("All profiles")
        case "group":
            names: dict[str, str] = {str(key): words for key, words in GROUP_NAMES.items()}
            return _(names[segment.name])
        case "segment":
            return segment.name or _("No segment")
