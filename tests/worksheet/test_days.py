"""Dates are read as people write them, and never guessed."""

from datetime import date

import pytest

from icp_desktop.errors import KnownError
from icp_desktop.i18n import using
from icp_desktop.worksheet.days import read_day

MARCH = date(2027, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-14",
        "14 March 2027",
        "14. March 2027",
        " 14  mar 2027 ",
        "March 14, 2027",
        "Mar. 14 2027",
        "14.3.2027",
        "14.03.2027",
        "14/3/2027",
        "3/14/2027",
        "14-03-2027",
    ],
)
def test_a_day_that_can_mean_one_thing_only_is_read(text: str) -> None:
    assert read_day(text) == MARCH


def test_months_are_known_in_the_language_of_the_project_and_in_english() -> None:
    with using("de"):
        assert read_day("14. März 2027") == MARCH
        assert read_day("14 March 2027") == MARCH


def test_a_day_that_can_mean_two_is_not_guessed() -> None:
    with pytest.raises(KnownError, match="3 November 2026 or 11 March 2026"):
        read_day("3/11/2026")
    assert read_day("3.11.2026") == date(2026, 11, 3)
    assert read_day("11/11/2026") == date(2026, 11, 11)


@pytest.mark.parametrize("text", ["soon", "2026-13-01", "31.2.2027", "14 Brumaire 2027", "3/2027"])
def test_what_is_no_day_is_said(text: str) -> None:
    with pytest.raises(KnownError, match=r"is not a date\. Write it like 21 November 2026"):
        read_day(text)
