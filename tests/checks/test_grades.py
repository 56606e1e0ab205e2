"""How well an answer is proven."""

import pytest

from icp_desktop.checks.grades import (
    Grade,
    answer_grade,
    grade_words,
    is_disputed,
)
from icp_desktop.checks.states import field_state
from icp_desktop.model.evidence import Evidence, Source
from icp_desktop.model.project import Answer
from icp_desktop.model.values import Term, Terms, Text


def proof(
    source: Source, *, against: bool = False, n: int | None = None, of: int | None = None
) -> Evidence:
    return Evidence(id=f"{source}{against}{n}", source=source, against=against, count=n, total=of)


def answer(*evidence: Evidence) -> Answer:
    return Answer(field="f", value=Text(text="x"), evidence=evidence)


@pytest.mark.parametrize(
    ("given", "grade", "words"),
    [
        (answer(), "assumption", "Assumption"),
        (answer(proof("team", n=3)), "team", "3 colleagues"),
        (answer(proof("team")), "team", "Team opinion"),
        (answer(proof("team", n=1)), "team", "1 colleague"),
        (answer(proof("outside"), proof("outside", n=2)), "outside", "2 sources"),
        (answer(proof("interviews", n=6, of=9), proof("team")), "interviews", "6 of 9 interviews"),
        (answer(proof("interviews", n=1, of=9)), "interviews", "1 of 9 interviews"),
        (answer(proof("interviews", n=1, of=1)), "interviews", "1 of 1 interview"),
        (answer(proof("customers", n=33, of=42)), "customers", "33 of 42 best"),
        (answer(proof("customers", against=True)), "assumption", "Assumption"),
    ],
)
def test_the_best_proof_gives_the_grade(given: Answer, grade: Grade, words: str) -> None:
    assert (answer_grade(given), grade_words(given)) == (grade, words)


def test_a_list_is_as_sure_as_its_least_sure_item() -> None:
    items = (Term(id="a", text="a", evidence=(proof("customers"),)), Term(id="b", text="b"))
    given = Answer(field="f", value=Terms(items=items))
    assert answer_grade(given) == "assumption"
    shared = Answer(field="f", value=Terms(items=items), evidence=(proof("interviews"),))
    assert answer_grade(shared) == "interviews"


def test_proven_and_disputed() -> None:
    assert field_state(answer(proof("outside"))) == "proven"
    assert field_state(answer(proof("team"))) == "thin"
    assert field_state(answer()) == "assumed"
    assert field_state(Answer(field="f", evidence=(proof("customers"),))) == "open"
    assert is_disputed(answer(proof("team"), proof("customers", against=True)))
    assert not is_disputed(answer(proof("team")))


def test_a_profile_that_is_not_a_fit_counts_the_worst() -> None:
    given = answer(proof("customers", n=15, of=24))
    assert grade_words(given, "negative") == "15 of 24 worst"
