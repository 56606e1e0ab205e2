"""Proof that names quotes and themes: its counts follow from the talks, after every edit."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edits_of, filled_project, projects

from icp_desktop.checks.grades import answer_grade, grade_words, is_disputed
from icp_desktop.model.edits import SetEvidence
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Group, Interview, InterviewAnswer, Permission, Quote, Theme
from icp_desktop.model.links import settled, voices
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.talk_edits import (
    MergeThemes,
    PutInterview,
    RemoveInterview,
    RemoveQuote,
    RemoveTheme,
    SetQuoteThemes,
    SplitTheme,
)
from icp_desktop.open_project import OpenProject

WORDS = "My doctor said it out loud."


def talk(
    number: int, *, theme: str = "", group: Group = "customer", profile: str = ""
) -> Interview:
    themes = (theme,) if theme else ()
    quote = Quote(id=f"quote{number}", question="why", start=3, text="doctor", themes=themes)
    return Interview(
        id=f"talk{number}",
        day=date(2026, 10, number),
        answers=(InterviewAnswer(question="why", text=WORDS),),
        group=group,
        profile=profile,
        quotes=(quote,),
    )


def opened_with(*talks: Interview, proof: Evidence | None = None) -> OpenProject:
    project = replace(
        filled_project(),
        interviews=talks,
        themes=(Theme(id="doctor", name="Doctor’s advice"), Theme(id="time", name="No time")),
    )
    opened = OpenProject(project)
    piece = proof or Evidence(id="e", source="interviews", theme="doctor")
    opened.do(SetEvidence(place="bakers", field="needs.why_now", evidence=(piece,)))
    return opened


def why_now(opened: OpenProject) -> Answer:
    return opened.project.profile("bakers").answer("needs.why_now")


@settings(deadline=None)
@given(projects.map(settled), st.data())
def test_after_every_edit_all_counts_are_those_of_the_talks(
    first: Project, data: st.DataObject
) -> None:
    opened = OpenProject(first)
    for _step in range(data.draw(st.integers(1, 8))):
        opened.do(data.draw(edits_of(opened.project)))
        assert settled(opened.project) == opened.project
        for interview in opened.project.interviews:
            for quote in interview.quotes:
                said = interview.text_of(quote.question)
                assert said[quote.start : quote.end] == quote.text


def test_a_theme_as_proof_counts_the_talks_it_came_up_in() -> None:
    opened = opened_with(talk(1, theme="doctor"), talk(2), talk(3, theme="doctor"))
    assert grade_words(why_now(opened)) == "2 of 3 interviews"
    opened.do(SetQuoteThemes(quote="quote2", themes=("doctor",)))
    assert grade_words(why_now(opened)) == "3 of 3 interviews"
    opened.do(PutInterview(interview=talk(4)))
    assert grade_words(why_now(opened)) == "3 of 4 interviews"


def test_removing_the_talk_withdraws_the_proof_and_undo_brings_it_back() -> None:
    opened = opened_with(talk(1, theme="doctor"), talk(2))
    before = opened.project
    opened.do(RemoveInterview(interview="talk1"))
    answer = why_now(opened)
    assert answer_grade(answer) == "assumption"
    assert [(each.count, each.total) for each in answer.evidence] == [(0, 1)]
    opened.undo()
    assert opened.project is before
    assert answer_grade(why_now(opened)) == "interviews"


def test_what_nobody_says_any_longer_disputes_nothing() -> None:
    against = Evidence(id="e", source="interviews", quotes=("quote1",), against=True)
    opened = opened_with(talk(1), talk(2), proof=against)
    assert is_disputed(why_now(opened))
    opened.do(RemoveQuote(quote="quote1"))
    assert not is_disputed(why_now(opened))


def test_colleagues_are_an_opinion_of_the_team() -> None:
    several = replace(talk(1, theme="doctor", group="colleague"), people=3)
    opened = opened_with(several, talk(2))
    assert answer_grade(why_now(opened)) == "team"
    assert grade_words(why_now(opened)) == "3 colleagues"
    opened.do(PutInterview(interview=talk(4, theme="doctor", group="lost")))
    assert grade_words(why_now(opened)) == "1 of 2 interviews"


def test_withdrawn_and_empty_talks_and_those_of_another_profile_are_not_counted() -> None:
    withdrawn = replace(talk(2, theme="doctor"), permission=Permission(withdrawn=date(2026, 11, 1)))
    opened = opened_with(
        talk(1, theme="doctor"),
        withdrawn,
        talk(3, theme="doctor", profile="chains"),
        Interview(id="blank"),
        talk(5, profile="bakers"),
    )
    assert grade_words(why_now(opened)) == "1 of 2 interviews"
    piece = why_now(opened).evidence[0]
    assert voices(opened.project, piece).total == 3


def test_a_whole_talk_can_be_named() -> None:
    opened = opened_with(
        talk(1), talk(2), proof=Evidence(id="e", source="team", interviews=("talk2", "gone"))
    )
    assert grade_words(why_now(opened)) == "1 of 2 interviews"


def test_proof_follows_a_theme_that_is_merged_and_stays_with_one_that_is_split() -> None:
    opened = opened_with(talk(1, theme="doctor"), talk(2, theme="time"), talk(3))
    before = opened.project
    opened.do(MergeThemes(theme="doctor", into="time"))
    assert [theme.id for theme in opened.project.themes] == ["time"]
    assert grade_words(why_now(opened)) == "2 of 3 interviews"
    opened.do(
        SplitTheme(
            theme="time", quotes=frozenset({"quote2"}), new=Theme(id="new", name="No evenings")
        )
    )
    assert grade_words(why_now(opened)) == "1 of 3 interviews"
    assert opened.project.interviews[1].quotes[0].themes == ("new",)
    opened.undo()
    opened.undo()
    assert opened.project is before


def test_merging_leaves_one_piece_of_proof_where_there_were_two() -> None:
    opened = opened_with(talk(1, theme="doctor"), talk(2, theme="time"))
    pieces = tuple(
        Evidence(id=f"e-{theme}", source="interviews", theme=theme) for theme in ("doctor", "time")
    )
    opened.do(SetEvidence(place="bakers", field="needs.why_now", evidence=pieces))
    opened.do(MergeThemes(theme="time", into="doctor"))
    assert [each.id for each in why_now(opened).evidence] == ["e-doctor"]


def test_removing_a_theme_keeps_its_quotes() -> None:
    opened = opened_with(talk(1, theme="doctor"))
    opened.do(RemoveTheme(theme="doctor"))
    assert opened.project.interviews[0].quotes[0].themes == ()
    assert answer_grade(why_now(opened)) == "assumption"


def test_an_untouched_project_stays_the_same_object() -> None:
    opened = opened_with(talk(1, theme="doctor"))
    assert settled(opened.project) is opened.project
