"""Copies of the worksheet compared: what says the same, what in part, what differs."""

from decimal import Decimal

import pytest

from icp_desktop.insight.agreement import agree, compare_voices
from icp_desktop.model.forms import Voice, VoiceAnswer
from icp_desktop.model.values import (
    Choice,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    Value,
    YesNo,
)


def terms(*texts: str) -> Terms:
    return Terms(items=tuple(Term(id=f"t{n}", text=text) for n, text in enumerate(texts)))


def voices(*values: Value | None) -> tuple[Voice, ...]:
    return tuple(
        Voice(
            id=f"v{n}",
            profile="p1",
            person=f"Person {n}",
            answers=() if value is None else (VoiceAnswer(field="f", value=value),),
        )
        for n, value in enumerate(values)
    )


@pytest.mark.parametrize(
    ("values", "accord"),
    [
        ((), "none"),
        ((None, None), "none"),
        ((Text(text="A"), None), "one"),
        ((Text(text="A new job."), Text(text="a  new job")), "agree"),
        ((Text(text="A"), Text(text="B")), "differ"),
        ((terms("Thrift", "Health"), terms("health", "thrift")), "agree"),
        ((terms("Thrift", "Health"), terms("Health", "Fun")), "partly"),
        ((terms("Thrift"), terms("Fun")), "differ"),
        ((terms("Thrift", "Fun"), terms("Thrift"), terms("Fun")), "differ"),
        ((YesNo(yes=True), YesNo(yes=True), YesNo(yes=False)), "differ"),
        ((Choice(choice="a"), Choice(choice="a")), "agree"),
    ],
)
def test_how_far_copies_agree(values: tuple[Value | None, ...], accord: str) -> None:
    assert compare_voices(voices(*values), "f").accord == accord


def test_the_most_common_opinion_comes_first_and_the_silent_are_named() -> None:
    found = compare_voices(voices(Text(text="B"), Text(text="A"), None, Text(text="a")), "f")
    assert [len(each.voices) for each in found.opinions] == [2, 1]
    assert found.opinions[0].value == Text(text="A")
    assert [voice.id for voice in found.silent] == ["v2"]
    assert found.heard == 3


def test_what_every_list_has_is_said_in_the_words_of_the_first() -> None:
    found = compare_voices(voices(terms("Thrift", "Health"), terms("HEALTH", "Fun")), "f")
    assert found.shared == ("Health",)


def test_figures_and_pairs_are_compared_by_what_they_say() -> None:
    low = NumberRange(low=Decimal("2.0"), high=None, unit="week")
    assert agree(low, NumberRange(low=Decimal(2), high=None, unit="week"))
    assert not agree(low, NumberRange(low=Decimal(2), high=None, unit="day"))
    pounds = MoneyRange(low=Decimal(5), high=None, currency="GBP")
    assert not agree(pounds, MoneyRange(low=Decimal(5), high=None, currency="EUR"))
    one = Pairs(items=(Pair(id="a", first="Wet feet", second="Overshoes"),))
    other = Pairs(items=(Pair(id="b", first="wet feet", second="overshoes."),))
    assert agree(one, other)
    assert not agree(one, None)
