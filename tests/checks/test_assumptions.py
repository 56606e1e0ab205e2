"""What is only believed, and in which order it is tested."""

from dataclasses import replace
from datetime import date

from icp_desktop.checks.assumptions import Assumption, find_assumptions, suggested_test
from icp_desktop.model.edits import SetNextTest
from icp_desktop.model.evidence import Evidence, NextTest, Source
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text
from icp_desktop.worksheet.shipped import standard_source, worksheet_of


def proof(source: Source, *, against: bool = False) -> Evidence:
    return Evidence(id=f"{source}{against}", source=source, against=against)


def text(field: str, words: str, *evidence: Evidence, weight: str = "nice") -> Answer:
    return Answer(field=field, value=Text(text=words), evidence=evidence, weight=weight)  # type: ignore[arg-type]


def project_of(*profiles: Profile) -> Project:
    return Project(id="p", client="c", name="n", worksheet=standard_source(), profiles=profiles)


def ideal(*answers: Answer) -> Profile:
    return Profile(id="ideal", name="Good", market="b2c", answers=answers)


def found(*profiles: Profile) -> tuple[Assumption, ...]:
    project = project_of(*profiles)
    return find_assumptions(project, profiles[0], worksheet_of(project))


def words(assumptions: tuple[Assumption, ...]) -> list[str]:
    return [each.words for each in assumptions]


def test_what_decides_comes_first_then_what_most_hangs_on_then_guesses() -> None:
    profile = ideal(
        text("mindset.lifestyle", "an opinion", proof("team")),
        text("mindset.attitudes", "a guess"),
        text("buying.drivers", "should", weight="should"),
        text("needs.trigger_events", "proven", proof("interviews")),
        text("needs.why_now", "must", weight="must"),
    )

    assert words(found(profile)) == ["must", "should", "a guess", "an opinion"]
    first = found(profile)[0]
    assert first.hangs == ("It decides who is let in.", "The one sentence says it.")
    assert first.key == "ideal/needs.why_now/"
    assert "Why now" in suggested_test(first)


def test_proven_answers_are_listed_only_while_something_speaks_against_them() -> None:
    doubted = text("needs.why_now", "now", proof("customers"), proof("team", against=True))

    (each,) = found(ideal(doubted))

    assert (each.grade, each.disputed) == ("customers", True)
    assert found(ideal(replace(doubted, evidence=doubted.evidence[:1]))) == ()


def test_entries_with_a_test_of_their_own_stand_alone() -> None:
    plan = NextTest(what="Ask five", keep_if="three say so", who="Owner", by=date(2026, 12, 1))
    items = (
        Term(id="a", text="proven", evidence=(proof("interviews"),)),
        Term(id="b", text="tested", next_test=plan),
        Term(id="c", text="believed, too"),
        Term(id="d", text="opinion", evidence=(proof("team"),)),
    )
    whole = Answer(
        field="mindset.interests", value=Terms(items=items), next_test=NextTest(what="Ask")
    )

    alone, rest = found(ideal(whole))

    assert (alone.words, alone.test, alone.test_item) == ("tested", plan, "b")
    assert (rest.words, rest.test.what) == ("believed, too; opinion", "Ask")


def test_our_replies_hang_on_what_they_reply_to() -> None:
    pairs = (Pair(id="a", first="No time", second="Half an hour"), Pair(id="b", first="Cold"))

    (each,) = found(ideal(Answer(field="needs.pains", value=Pairs(items=pairs))))

    assert each.hangs == ("1 answer of ours rests on it.",)
    assert each.words == "No time, Cold"


def test_who_is_not_a_fit_stands_in_the_list_of_the_profile_in_use() -> None:
    out = text("needs.goals", "a podium", weight="must")
    negative = Profile(id="no", name="Not", market="b2c", kind="negative", answers=(out,))
    profile = ideal(text("needs.why_now", "now", weight="should"))

    assert [each.weight for each in found(profile, negative)] == ["rules_out", "should"]
    assert [each.profile.id for each in found(negative, profile)] == ["no"]


def test_one_entry_is_planned_without_touching_the_others() -> None:
    items = (Term(id="a", text="one"), Term(id="b", text="two"))
    project = project_of(ideal(Answer(field="mindset.interests", value=Terms(items=items))))
    edit = SetNextTest(
        place="ideal", field="mindset.interests", item="b", next_test=NextTest(what="Ask")
    )

    planned = edit.apply(project).profile("ideal").answer("mindset.interests")

    assert isinstance(planned.value, Terms)
    assert [item.next_test.what for item in planned.value.items] == ["", "Ask"]
    assert planned.value.items[0] is items[0]
    assert not planned.next_test
