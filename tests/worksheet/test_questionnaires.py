"""The shipped questionnaires ask in plain words and feed fields that exist."""

import pytest

from icp_desktop.model.values import KINDS
from icp_desktop.worksheet.shipped import (
    question_bank,
    questionnaire,
    questionnaire_ids,
    standard_source,
)
from icp_desktop.worksheet.toml_source import read_worksheet
from icp_desktop.worksheet.wording_rules import cautions

# The ten topics, by the field that each has to reach.
TOPICS = [
    "about.best_customers",
    "people.age_range",
    "company.industry",
    "needs.challenges",
    "mindset.motives",
    "mindset.places",
    "buying.contact",
    "buying.decision",
    "buying.objections",
    "needs.result",
]


def test_the_ten_questions_for_yourself_reach_the_ten_topics_in_order() -> None:
    questions = questionnaire("yourself").questions

    assert len(questions) == 10
    for question, field in zip(questions, TOPICS, strict=True):
        assert field in question.feeds


@pytest.mark.parametrize("questionnaire_id", questionnaire_ids())
def test_a_questionnaire_is_complete_and_short(questionnaire_id: str) -> None:
    asked = questionnaire(questionnaire_id)

    assert asked.id == questionnaire_id
    assert asked.title
    assert asked.audience
    assert 0 < len(asked.lead) <= 160
    for question in asked.questions:
        assert question.text.endswith("?")
        assert len(question.text) <= 100
        assert 0 < len(question.hint) <= 120


@pytest.mark.parametrize("questionnaire_id", questionnaire_ids())
def test_a_question_feeds_fields_that_exist(questionnaire_id: str) -> None:
    known = {field.id for field in read_worksheet(standard_source()).fields()}
    for question in questionnaire(questionnaire_id).questions:
        assert 1 <= len(question.feeds) <= 4
        assert set(question.feeds) <= known


def test_an_unknown_questionnaire_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        questionnaire("nobody")


def test_there_are_questions_for_each_kind_of_person_and_the_ten_come_first() -> None:
    assert questionnaire_ids()[0] == "yourself"
    audiences = {questionnaire(each).audience for each in questionnaire_ids()}
    assert audiences == {"yourself", "customer", "lost", "colleague"}
    for department in ("sales", "marketing", "service", "product"):
        assert questionnaire(f"colleague-{department}").questions


def test_the_five_topics_for_a_good_customer_have_follow_ups() -> None:
    questions = questionnaire("good-customer").questions

    assert [each.id for each in questions] == [
        "why_us",
        "problem",
        "nearly_stopped",
        "experience",
        "trusted",
    ]
    assert all(len(each.follow_ups) >= 2 for each in questions)


def test_the_bank_holds_every_question_and_each_way_to_answer() -> None:
    bank = question_bank()

    assert {each.id for each in bank} >= set(questionnaire_ids())
    kinds = {question.kind for each in bank for question in each.questions}
    assert kinds == set(KINDS)


def test_no_question_of_ours_leads_or_asks_for_a_guess_about_the_future() -> None:
    for each in question_bank():
        for question in each.questions:
            for text in (question.text, *question.follow_ups):
                found = {caution.kind for caution in cautions(text, open_answer=False)}
                assert not found & {"leading", "hypothetical"}, text
