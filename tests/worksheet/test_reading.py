"""Answers typed as one line of text."""

from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest

from icp_desktop import i18n
from icp_desktop.errors import KnownError
from icp_desktop.model.values import (
    Choice,
    Day,
    Kind,
    MoneyRange,
    NumberRange,
    Pairs,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.worksheet.definitions import Field, Option
from icp_desktop.worksheet.phrases import parse_number, say_value
from icp_desktop.worksheet.reading import LONGEST_TEXT, MOST_ITEMS, clean, read_value


def make_field(kind: Kind) -> Field:
    return Field(
        id="a.b",
        kind=kind,
        audience=("b2b",),
        core=("b2b",),
        words=(),
        choices=(Option(id="women", label="Mostly women"), Option(id="any", label="No preference")),
        units=(Option(id="week", label="a week"), Option(id="month", label="a month")),
    )


def read(text: str, kind: Kind) -> Value | None:
    return read_value(text, make_field(kind), "GBP")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("2-4", "2", "4", "week"),
        ("2–4 a month", "2", "4", "month"),
        ("2 to 4 month", "2", "4", "month"),
        ("1.5..2", "1.5", "2", "week"),
        ("from 2", "2", None, "week"),
        ("up to 1,200 a month", None, "1200", "month"),
        ("30", "30", "30", "week"),
    ],
)
def test_ranges_are_understood(text: str, low: str | None, high: str | None, unit: str) -> None:
    value = read(text, "number_range")
    assert isinstance(value, NumberRange)
    assert (value.low, value.high, value.unit) == (
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        unit,
    )


def test_money_takes_the_currency_of_the_project_or_the_one_that_is_typed() -> None:
    own, typed = read("£89-£129 a month", "money_range"), read("EUR 5-6", "money_range")
    assert isinstance(own, MoneyRange)
    assert isinstance(typed, MoneyRange)
    assert (own.currency, own.low, own.high, own.unit) == ("GBP", 89, 129, "month")
    assert (typed.currency, typed.low, typed.high) == ("EUR", 5, 6)


@pytest.mark.parametrize(
    ("text", "currency"),
    [("£5", "GBP"), ("€5-6", "EUR"), ("$5", "USD"), ("¥5", "JPY"), ("CAD $5", "CAD"), ("5", "GBP")],
)
def test_a_sign_names_its_currency(text: str, currency: str) -> None:
    value = read(text, "money_range")
    assert isinstance(value, MoneyRange)
    assert (value.low, value.currency) == (5, currency)


def test_a_dollar_sign_is_that_of_a_project_in_dollars() -> None:
    value = read_value("$5", make_field("money_range"), "CAD")
    assert isinstance(value, MoneyRange)
    assert value.currency == "CAD"


def test_thousands_of_spaces_are_refused_at_once() -> None:
    started = perf_counter()
    with pytest.raises(KnownError, match="is not a figure"):
        read(f"1{' ' * (LONGEST_TEXT - 2)}x", "number_range")
    assert perf_counter() - started < 1


def test_a_figure_that_could_not_be_kept_is_refused_where_it_is_typed() -> None:
    assert parse_number("0.000000000001") == Decimal("1E-12")
    for text in ("0.0000000000001", "0.0000000000000"):
        with pytest.raises(ValueError, match="0000"):
            parse_number(text)


def test_figures_are_read_as_the_language_writes_them() -> None:
    with i18n.using("de"):
        value = read("1.234,5 - 2.000", "number_range")
        assert isinstance(value, NumberRange)
        assert (value.low, value.high) == (Decimal("1234.5"), Decimal(2000))
        with pytest.raises(KnownError):
            read("1.5", "number_range")  # strict: it would otherwise be fifteen


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        ("number_range", "4-2", "The first figure is higher than the second. Swap them."),
        ("number_range", "a few", "“a few” is not a figure that can be read."),
        ("number_range", "10.000", "read two ways: as 10 or as 10,000. Write 10 or 10000."),
        ("number_range", "1.234", "Write 1.2340 or 1234."),
        ("money_range", "1.500-2.500 EUR", "read two ways: as 1.5 or as 1,500. Write 1.5 or 1500."),
        ("money_range", "9e99", "is not a figure that can be read"),
        ("choice", "men", "“men” is not one of the choices: Mostly women, No preference."),
        ("date", "tomorrow", "“tomorrow” is not a date. Write it like 2026-11-21."),
        ("yes_no", "perhaps", "“perhaps” is neither yes nor no."),
        ("text", "x" * (LONGEST_TEXT + 1), "This text has 20001 characters"),
        ("terms", "a;" * (MOST_ITEMS + 1), "This list has 201 entries, and the most is 200."),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(kind: Kind, text: str, sentence: str) -> None:
    with pytest.raises(KnownError) as caught:
        read(text, kind)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_other_kinds_are_understood() -> None:
    assert read("  words ", "text") == Text(text="words")
    assert read("mostly WOMEN", "choice") == Choice(choice="women")
    assert read("2026-11-21", "date") == Day(day=date(2026, 11, 21))
    assert read("no", "yes_no") == YesNo(yes=False)
    terms, pairs = read("Slack; Notion\nExcel", "terms"), read("Too slow – We deliver", "pairs")
    assert isinstance(terms, Terms)
    assert isinstance(pairs, Pairs)
    assert [item.text for item in terms.items] == ["Slack", "Notion", "Excel"]
    assert (pairs.items[0].first, pairs.items[0].second) == ("Too slow", "We deliver")
    assert read("   ", "text") is None


def test_cleaning_drops_what_no_document_can_hold() -> None:
    assert clean("a\x00b\ud800c\ufffed\r\ne\tf") == "abcd\ne\tf"


def test_answers_are_said_as_they_are_written() -> None:
    field = make_field("money_range")
    value = MoneyRange(low=Decimal("89.5"), high=None, currency="GBP", unit="month")
    assert say_value(value, field) == "from £89.50 a month"
    with i18n.using("de"):
        assert say_value(value, field).startswith("from 89,50\xa0£")
    fine = MoneyRange(low=Decimal("0.125"), high=Decimal("1.5"), currency="USD", unit="")
    assert say_value(fine, field) == "$0.125–$1.50"
    assert say_value(Choice(choice="gone"), field) == "gone"
    assert say_value(None, field) == ""
