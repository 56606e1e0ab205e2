"""The blind test: a fair choice, and counts of where people and profile part."""

from dataclasses import replace
from datetime import date

import pytest
from leads_made import project_of, scored

from icp_desktop.errors import KnownError
from icp_desktop.insight.blind_tests import (
    choose_rows,
    make_test,
    outcome_of,
    say_apart,
    say_outcome,
    say_profile,
    say_votes,
)
from icp_desktop.insight.scoring import Scored
from icp_desktop.model.blind_test import BlindTest, Candidate, Judge, Judgement, Verdict

TODAY = date(2026, 11, 25)


def many(leads: int = 60) -> Scored:
    """Leads of every tier, some clear and some not, and some ruled out."""
    rows = [
        {"Trade": (1, 2, 3, 0)[n % 4], "Staff": n % 5, "Sales": n % 4, "Stage": n % 3}
        for n in range(leads)
    ]
    asked = {
        "company.industry": "must", "company.size": "should", "company.revenue": "nice",
        "company.growth_stage": "nice",
    }  # fmt: skip
    return scored(project_of(rows, asked, ()))  # type: ignore[arg-type]


def kinds(held: Scored, rows: list[int]) -> set[str]:
    found = held.frame.select("tier", "ruled_out").rows()
    return {"out" if out else tier for tier, out in (found[row] for row in rows)}


def test_ten_are_chosen_over_all_tiers_and_not_only_the_clear() -> None:
    held = many()
    rows = choose_rows(held, "seed")
    assert len(rows) == len(set(rows)) == 10
    assert kinds(held, rows) == kinds(held, list(range(60))) >= {"A", "C", "out"}
    widths = (held.frame["high"] - held.frame["low"]).to_list()
    assert min(widths[row] for row in rows) == 0
    assert max(widths[row] for row in rows) > 0


def test_the_same_test_chooses_the_same_and_another_another() -> None:
    held = many()
    assert choose_rows(held, "a") == choose_rows(held, "a")
    assert len({tuple(choose_rows(held, seed)) for seed in "abcdef"}) > 1


def test_the_order_says_nothing_of_the_tier() -> None:
    held = many()
    firsts = {kinds(held, choose_rows(held, f"seed {n}")[:1]).pop() for n in range(40)}
    assert firsts == kinds(held, list(range(60)))


def test_a_short_list_is_judged_whole_and_too_short_a_one_refused() -> None:
    assert len(make_test(many(7), "leads", "p", TODAY).candidates) == 7
    with pytest.raises(KnownError, match="at least 3"):
        make_test(many(2), "leads", "p", TODAY)


def test_who_judges_sees_what_the_list_says_and_no_score() -> None:
    test = make_test(many(), "leads", "p", TODAY)
    facts = [fact for each in test.candidates for fact in each.facts]
    assert any(fact.startswith("Trade: Bakery") for fact in facts)
    assert not any("Tier" in fact or "/100" in fact for fact in facts)


def judged(*said: tuple[str, ...]) -> BlindTest:
    """Four candidates, the first two inside; each person says "f", "n" or "?" of each."""
    words: dict[str, Verdict] = {"f": "fit", "n": "no_fit", "?": "unsure"}
    candidates = tuple(
        Candidate(id=f"c{n}", name=f"Firm {n}", inside=n < 2, tier="A" if n < 2 else "")
        for n in range(4)
    )
    judges = tuple(
        Judge(
            id=f"j{number}",
            person=f"Person {number}",
            judgements=tuple(
                Judgement(candidate=f"c{n}", verdict=words[sign]) for n, sign in enumerate(signs)
            ),
        )
        for number, signs in enumerate(said)
    )
    return BlindTest(
        id="t", profile="p", day=TODAY, listed="leads", candidates=candidates, judges=judges
    )


def test_where_people_and_profile_part_comes_first_with_its_counts() -> None:
    test = judged(tuple("fnn?"), tuple("fnf?"), tuple("fnn?"))
    outcome = outcome_of(test)
    assert [each.candidate.name for each in outcome.votes] == [
        "Firm 1", "Firm 0", "Firm 2", "Firm 3",
    ]  # fmt: skip
    assert [say_apart(each) for each in outcome.votes] == [
        "They part", "The same", "The same", "Nobody can say",
    ]  # fmt: skip
    assert [say_votes(each) for each in outcome.votes] == [
        "No fit 3", "Fit 3", "Fit 1, No fit 2", "Can’t say 3",
    ]  # fmt: skip
    assert [(each.agree, each.total) for each in outcome.judges] == [(2, 3), (1, 3), (2, 3)]
    assert say_outcome(test) == (
        "3 people and the profile say the same of 2 of 4. They part on 1. "
        "Where all people say otherwise, ask what the profile does not know."
    )


def test_divided_people_are_no_verdict() -> None:
    test = judged(tuple("fnff"), tuple("nfnn"))
    assert [say_apart(each) for each in outcome_of(test).votes] == ["Divided"] * 4
    assert "People are divided on 4. People are of one mind on 0 of 4." in say_outcome(test)


def test_one_person_is_one_opinion_and_nobody_is_said() -> None:
    assert say_outcome(judged(tuple("ffnn"))) == (
        "1 person and the profile say the same of 4 of 4. "
        "One person is one opinion: let others judge too."
    )
    assert say_outcome(judged()) == "Nobody has judged yet."


def test_what_the_profile_says_is_told_in_the_words_of_those_who_judge() -> None:
    inside = Candidate(id="c", name="Alder", inside=True, tier="B")
    assert say_profile(inside) == "Fit, Tier B"
    assert say_profile(replace(inside, inside=False, tier="C")) == "No fit, Tier C"
    assert say_profile(replace(inside, inside=False, tier="")) == "No fit, ruled out"
