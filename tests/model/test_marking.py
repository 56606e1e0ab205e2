"""Quotes stay on their words while the text around them is typed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from icp_desktop.model.interview import Quote
from icp_desktop.model.marking import follow_text

BEFORE = "In March my doctor said it out loud."


def quote(text: str) -> Quote:
    return Quote(id="q", question="why", start=BEFORE.index(text), text=text)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("In May my doctor said it out loud.", "my doctor"),
        ("Well, in March my doctor said it out loud.", "my doctor"),
        ("In March my doctor said it.", "my doctor"),
        ("In March my own doctor said it out loud.", "my own doctor"),
        ("In March my doc said it out loud.", "my doc"),
        ("In March doctor said it out loud.", "doctor"),
        ("In March my boss and my doctor said it out loud.", "my boss and my doctor"),
        ("In my doctor said it out loud.", "my doctor"),
        ("It was loud. Said my doctor.", "my doctor"),
        ("In March said it out loud.", None),
        ("", None),
    ],
)
def test_words_are_followed(after: str, words: str | None) -> None:
    found = follow_text((quote("my doctor"),), "why", BEFORE, after)
    assert [each.text for each in found] == ([] if words is None else [words])
    assert all(after[each.start : each.end] == each.text for each in found)


def test_typing_right_behind_a_quote_does_not_widen_it() -> None:
    marked = Quote(id="q", question="why", start=0, text="In March")
    assert follow_text((marked,), "why", "In March", "In March it was") == (marked,)
    (moved,) = follow_text((marked,), "why", "In March", "Ah. In March")
    assert (moved.start, moved.text) == (4, "In March")


def test_quotes_of_other_answers_stay() -> None:
    marked = quote("my doctor")
    assert follow_text((marked,), "else", BEFORE, "") == (marked,)


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12), st.data())
def test_a_quote_is_always_the_words_at_its_place(
    before: str, after: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    assume(before[start:end].strip())
    marked = Quote(id="q", question="why", start=start, text=before[start:end])
    for found in follow_text((marked,), "why", before, after):
        assert after[found.start : found.end] == found.text
        assert found.text.strip()
