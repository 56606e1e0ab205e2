"""Words of a person stand well in ours, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.playbook.wording import fill, first_line, join

SAID = [
    ("No time", "No time?", "No time.", "“No time”"),
    ("will it fit me?", "Will it fit me?", "Will it fit me?", "“Will it fit me?”"),
    ("Stays cold.", "Stays cold?", "Stays cold.", "“Stays cold”"),
    ("“It is cold.”", "“It is cold.”?", "“It is cold.”", "“It is cold”"),
    ("to stop “who broke it?”", "To stop “who broke it?”?", "To stop “who broke it?”", ""),
    ("and so on…", "And so on…", "And so on…", "“And so on…”"),
    ("iPhone shops", "IPhone shops?", "IPhone shops.", "“IPhone shops”"),
    ("  two\n lines ,", "Two lines?", "Two lines.", "“Two lines”"),
    ("Ärger!", "Ärger?", "Ärger!", "“Ärger!”"),
    ("价格太高。", "价格太高?", "价格太高。", "“价格太高”"),
]


@pytest.mark.parametrize(("text", "asked", "told", "quoted"), SAID)
def test_what_is_said_is_asked_told_and_quoted(
    text: str, asked: str, told: str, quoted: str
) -> None:
    assert fill("{one:asks}", {"one": text}) == asked
    assert fill("{one:tells}", {"one": text}) == told
    if quoted:
        assert fill("{one:quoted}", {"one": text}) == quoted


def test_signs_of_a_rule_in_what_a_person_wrote_are_left_alone() -> None:
    assert fill("{one:tells} {two}", {"one": "{two} {0} %s", "two": "x"}) == "{two} {0} %s. x"


def test_entries_are_apart_by_commas_only_where_each_is_short() -> None:
    assert join(["Slack", "Google Workspace"]) == "Slack, Google Workspace"
    assert join(["Brighton, Hove", "Lewes"]) == "Brighton, Hove; Lewes"
    assert join(["One."]) == "One"
    assert join(["A promise that is kept", "", "Calm."]) == "A promise that is kept; Calm"


@given(st.text(max_size=600))
def test_no_text_gives_doubled_marks_or_lines(text: str) -> None:
    line = first_line(text)
    assert len(line) <= 241
    doubled = all(sign in ".?!,;:…" for sign in line[-2:])  # the person typed it so
    for way in ("asks", "tells", "ends", "starts", "bare", "quoted"):
        said = fill(f"{{one:{way}}}", {"one": line})
        assert "\n" not in said
        assert doubled or not said.endswith(("..", "?.", ".?", ",?", ",."))
