"""What is taken out of a text, and what stays."""

import pytest

from icp_desktop.sharing.choice import Choice, Hiding
from icp_desktop.sharing.codes import Codes
from icp_desktop.sharing.rewording import Log, Rewording

ANYONE = Choice(audience="anyone")


def reworded(text: str, *known: tuple[str, Hiding], choice: Choice = ANYONE) -> str:
    codes = Codes()
    for name, kind in known:
        codes.code(name, kind)
    return Rewording(codes, Log(), choice).words(text)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("write to w.zapf+x@crust.example.org, soon", "write to [e-mail], soon"),
        ("ask ün.icode@bäcker.example", "ask [e-mail]"),
        ("see https://crust.example/a?b=1).", "see [web address])."),
        ("on www.crust.example and crust.co.uk/jobs", "on [web address] and [web address]"),
        ("call +44 20 7946 0123 now", "call [phone] now"),
        ("(555) 010-0199, 030 901820 44", "[phone], [phone]"),
        ("£89", "£50–£100"),
        ("€59 to €95", "€50–€100"),
        ("$14,400 a year", "$10,000–$20,000 a year"),
        ("1.234,56 € a month", "1,000–2,000 € a month"),
        ("about 48’217 francs", "about 20,000–50,000 francs"),
        ("CHF 48 217.35", "CHF 20,000–CHF 50,000"),
        ("12k and $1.5 million", "10k–20k and $1–$2 million"),
        ("12,000 members", "10,000–20,000 members"),
        ("on 21 November 2026", "on November 2026"),
        ("2026-11-21 and 21.11.2026", "November 2026 and 2026"),
        ("November 3rd, 2026", "November 2026"),
        ("Dr Quill agreed", "Name 1 agreed"),
        ("Ask Wilhelmine Zapfenstreich first", "Ask Name 1 first"),
        ("Harbour & Finch Brokers stay", "Name 1 stay"),
    ],
)
def test_what_tells_of_somebody_is_taken_out(text: str, after: str) -> None:
    assert reworded(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "30–50 years, 50-200 people, 2 to 4 visits a week, 100%",
        "from 2019-2024, in 2024",
        "IT and HR in North America, the United States",
        "On Monday. They call. We ask the CEO.",
        "Slack, e.g. in the office, etc.and",
        "",
        "  \n ",
    ],
)
def test_what_tells_of_nobody_stays(text: str) -> None:
    assert reworded(text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("WILHELMINE ZAPFENSTREICH said", "Person A said"),
        ("Zapfenstreich’s note, wilhelmine_zapfenstreich.csv", "Person A’s note, Person A.csv"),
        ("Wilhelmine and Wilhelmine  Zapfenstreich", "Person A and Person A"),
        ("she will", "she will"),
        ("Quarry-Brokers or QUARRY BROKERS", "Customer 1 or Customer 1"),
        ("in the quarry", "in the quarry"),
    ],
)
def test_known_names_have_one_code_however_they_are_written(text: str, after: str) -> None:
    known: tuple[tuple[str, Hiding], ...] = (
        ("Wilhelmine Zapfenstreich", "person"),
        ("Quarry Brokers", "customer"),
    )
    assert reworded(text, *known) == after


def test_a_name_with_a_sign_of_its_own_is_found() -> None:
    assert reworded("met A. O’Neill-Øst", ("A. O’Neill-Øst", "person")) == "met Person A"


def test_what_only_looks_like_a_name_can_be_kept() -> None:
    choice = Choice(audience="anyone", keep=("Blue Lantern",))
    assert reworded("Blue Lantern or Red Lantern", choice=choice) == "Blue Lantern or Name 1"


def test_codes_go_on_after_z() -> None:
    codes = Codes()
    made = [codes.code(f"Number{n} Somebody", "person") for n in range(28)]
    assert made[0] == "Person A"
    assert made[25:] == ["Person Z", "Person AA", "Person AB"]
