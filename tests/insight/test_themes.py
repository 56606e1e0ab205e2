"""Themes are counted over talks, by segment and in order; closed answers are counted too."""

from dataclasses import replace
from datetime import date

from icp_desktop.insight.closed_answers import count_closed_answers
from icp_desktop.insight.themes import (
    anything_new,
    by_segment,
    count_themes,
    heard_quotes,
    in_order,
    quiet_talks,
    talk_numbers,
)
from icp_desktop.model.interview import Interview, InterviewAnswer, Quote, Theme
from icp_desktop.model.project import Project

TEXT = "No time, and the doctor said so."


def talk(number: int, *themes: str, segment: str = "") -> Interview:
    quotes = tuple(
        Quote(
            id=f"q{number}-{theme}", question="why", start=n, text=TEXT[n : n + 3], themes=(theme,)
        )
        for n, theme in enumerate(themes)
    )
    return Interview(
        id=f"t{number}",
        day=date(2026, 10, number),
        answers=(InterviewAnswer(question="why", text=TEXT),),
        segment=segment,
        quotes=quotes,
    )


def project(*talks: Interview) -> Project:
    return Project(
        id="p",
        client="Halfmoon",
        name="Members",
        worksheet="",
        interviews=talks,
        themes=(Theme(id="doctor", name="Doctor"), Theme(id="time", name="No time")),
    )


def test_themes_are_counted_over_talks_not_quotes() -> None:
    twice = talk(1, "time")
    twice = replace(twice, quotes=(*twice.quotes, replace(twice.quotes[0], id="more", start=5)))
    counts = count_themes(project(twice, talk(2, "time", "doctor"), talk(3)))
    assert [(each.theme.id, each.count, each.total, each.quotes) for each in counts] == [
        ("time", 2, 3, 3),
        ("doctor", 1, 3, 1),
    ]
    assert counts[0].cells == (True, True, False)


def test_talks_are_in_the_order_of_their_dates() -> None:
    undated = replace(talk(9, "time"), day=None)
    found = project(undated, talk(3), talk(1, "doctor"))
    assert [each.id for each in in_order(found.interviews)] == ["t1", "t3", "t9"]
    assert talk_numbers(found) == {"t1": 1, "t3": 2, "t9": 3}
    assert count_themes(found)[1].cells in [(True, False, False), (False, False, True)]
    assert [(each.number, each.talk.id) for each in heard_quotes(found)] == [(1, "t1"), (3, "t9")]
    assert [each.talk.id for each in heard_quotes(found, "time")] == ["t9"]


def test_colleagues_are_told_apart() -> None:
    inside = replace(talk(2, "time"), group="colleague")
    (time, _doctor) = count_themes(project(talk(1, "time"), inside))
    assert (time.count, time.total, time.colleagues) == (1, 1, 1)


def test_segments_are_counted_against_their_own_talks() -> None:
    found = project(
        talk(1, "time", segment="Insurance"), talk(2, segment="Insurance"), talk(3, "time")
    )
    segments, themes = by_segment(found, "segment")
    assert [(each.name, each.total) for each in segments] == [("Insurance", 2), ("", 1)]
    assert [(each.theme.id, each.counts) for each in themes] == [
        ("time", (1, 1)),
        ("doctor", (0, 0)),
    ]
    assert [each.name for each in by_segment(found, "group")[0]] == ["customer"]


def test_what_is_new_is_told_per_talk() -> None:
    found = project(talk(1, "time"), talk(2, "time", "doctor"), talk(3, "time"), talk(4))
    news = anything_new(found)
    assert [[theme.id for theme in each.themes] for each in news] == [["time"], ["doctor"], [], []]
    assert quiet_talks(news) == 2
    assert quiet_talks(anything_new(project(talk(1), talk(2)))) == 0


def test_choices_are_counted_once_per_talk() -> None:
    def picked(number: int, *choices: str) -> Interview:
        answer = InterviewAnswer(question="often", text="", asked="How often?", picked=choices)
        return Interview(id=f"t{number}", answers=(answer,))

    (counted,) = count_closed_answers(
        project(picked(1, "weekly"), picked(2, "weekly", "daily", "daily"), talk(3))
    )
    assert (counted.asked, counted.total) == ("How often?", 2)
    assert counted.choices == (("weekly", 2), ("daily", 1))
