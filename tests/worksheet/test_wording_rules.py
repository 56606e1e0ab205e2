"""Leading and hypothetical questions are pointed out, plain ones are not."""

import pytest

from icp_desktop.worksheet.wording_rules import cautions

LEADING = [
    "Don’t you think our service is great?",
    "Do you like it?",
    "Wouldn't it be easier to book online?",
    "Our service is good, right?",
    "How satisfied are you with us?",
    "How important is the price to you?",
    "What do you like about our excellent service?",
    "As you know, the old way is slow. What do you do about it?",
]
HYPOTHETICAL = [
    "Would you buy this again?",
    "If we offered a cheaper plan, what then?",
    "Imagine it were free. What then?",
    "What if you could book at night?",
    "How likely are you to recommend us?",
    "How willing are you to pay more?",
]
PLAIN = [
    "Why did you choose us and not another?",
    "What problem did you want to solve?",
    "What nearly stopped you?",
    "How has it been so far?",
    "Where do you go for advice you trust?",
    "Who decides about something like this?",
    "How often do you travel?",
    "Which price did you compare ours with?",
    "",
]


@pytest.mark.parametrize("text", LEADING)
def test_a_question_that_suggests_its_answer_is_pointed_out(text: str) -> None:
    assert "leading" in {each.kind for each in cautions(text)}


@pytest.mark.parametrize("text", HYPOTHETICAL)
def test_a_question_about_what_never_happened_is_pointed_out(text: str) -> None:
    assert "hypothetical" in {each.kind for each in cautions(text)}


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_question_passes(text: str) -> None:
    assert cautions(text) == ()


def test_the_remark_quotes_the_words_it_is_about() -> None:
    (found,) = cautions("How satisfied are you with us?")
    assert found.found == "How satisfied"
    assert found.found in found.sentence


def test_yes_or_no_is_a_fault_only_where_words_are_wanted() -> None:
    assert [each.kind for each in cautions("Did you buy it twice?")] == ["closed"]
    assert cautions("Did you buy it twice?", open_answer=False) == ()


def test_two_questions_in_one_and_long_ones_are_pointed_out() -> None:
    assert "double" in {each.kind for each in cautions("Why us? And what did it cost?")}
    assert "long" in {each.kind for each in cautions("What " + "and then " * 30 + "?")}


def test_a_text_of_any_length_is_looked_through_at_once() -> None:
    assert len(cautions("would you " * 100_000)) <= 4
