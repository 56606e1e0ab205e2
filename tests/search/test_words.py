"""Typed words against texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.search.words import around, fold, marked_ranges, rank, typed_words


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("zurich", "Zürich"),
        ("ÉCOLE", "école"),
        ("strasse", "Straße"),
        ("smor", "Smør"),
        ("lodz", "Łódź"),
        ("ﬁt", "fit"),
    ],
)
def test_case_and_accents_do_not_matter(typed: str, text: str) -> None:
    assert rank(typed_words(typed), fold(text)) == 0
    assert marked_ranges(typed_words(typed), text) == ((0, len(text)),)


def test_words_may_come_in_any_order() -> None:
    name = fold("Night nurses of the clinic")
    assert rank(("nurses", "night"), name) == rank(("night", "nurses"), name) == 0
    assert rank(("night", "doctor"), name) is None


def test_the_beginning_of_a_word_comes_before_the_inside() -> None:
    order = [
        rank(("pri",), fold(name), fold(rest))
        for name, rest in (
            ("Price", ""),
            ("Our price", ""),
            ("Enterprise", ""),
            ("Cost", "price"),
            ("Cost", "enterprise"),
        )
    ]
    assert order == sorted(order)
    assert len(set(order)) == len(order)


def test_a_letter_or_two_are_found_only_where_a_word_begins() -> None:
    assert rank(("a",), "cat") is None
    assert rank(("at",), "cat at home") == 1
    assert marked_ranges(("a",), "Cat and a dog") == ((4, 5), (8, 9))


def test_a_long_text_is_cut_so_that_the_hit_stays_in_sight() -> None:
    text = " ".join(f"word{n}" for n in range(200))
    cut = around(("word150",), text, 60)
    assert len(cut) <= 60
    assert "word150" in cut
    assert cut[0] == cut[-1] == "…"
    assert around((), "two\nlines", 60) == "two lines"


@given(st.text(max_size=40), st.text(max_size=40))
def test_marks_lie_in_the_text_in_order_and_apart(typed: str, text: str) -> None:
    marks = marked_ranges(typed_words(typed), text)
    flat = [0, *(end for mark in marks for end in mark), len(text)]
    assert flat == sorted(flat)
    assert all(begin < end for begin, end in marks)
    assert len({begin for begin, _end in marks}) == len(marks)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=20), st.text())
def test_a_text_is_found_by_its_own_words(text: str, before: str) -> None:
    words = typed_words(text)
    assert rank(words, fold(f"{before} {text}")) is not None
