"""The shipped questionnaires ask in plain words and feed fields that exist."""

import pytest

from icp_desktop.worksheet.shipped import questionnaire, questionnaire_ids, standard_source
from icp_desktop.worksheet.toml_source import read_worksheet

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
