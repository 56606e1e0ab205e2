"""Names that every system can keep."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.storage.file_names import LONGEST, file_name, free_path


@pytest.mark.parametrize(
    ("client", "name", "expected"),
    [
        ("Halfmoon Fitness", "Profiles", "Halfmoon Fitness - Profiles.icp"),
        ("", "Profiles", "Profiles.icp"),
        ("Halfmoon", "", "Halfmoon.icp"),
        ("", "", "Untitled.icp"),
        ("...", " . ", "Untitled.icp"),
        ("A/B: C?*", 'x\\y"<>|', "A-B- C-- - x-y----.icp"),
        ("Line\nbreak\ttab", "a\0b", "Line break tab - a b.icp"),
        ("Inc.", "v1.", "Inc - v1.icp"),
        (".hidden", "x", "hidden - x.icp"),
        ("CON", "", "_CON.icp"),
        ("nul.txt", "", "_nul.txt.icp"),
        ("Com1", "", "_Com1.icp"),
        ("CON", "Profiles", "CON - Profiles.icp"),
        ("Bäckerei", "Café", "Bäckerei - Café.icp"),
        ("Cafe\u0301", "", "Café.icp"),
        ("abc\u202efdp.exe", "", "abcfdp.exe.icp"),
        ("מאפייה", "👩\u200d🍳", "מאפייה - 👩\u200d🍳.icp"),
        ("a\ud800b", "", "ab.icp"),
    ],
)
def test_names(client: str, name: str, expected: str) -> None:
    assert file_name(client, name) == expected


def test_other_suffixes() -> None:
    assert file_name("A", "B", ".pdf") == "A - B.pdf"


def test_long_names_share_the_room() -> None:
    both = file_name("c" * 300, "n" * 300)
    assert both == f"{'c' * 73} - {'n' * 74}.icp"
    assert file_name("c" * 300, "Profiles").endswith(" - Profiles.icp")
    assert len(file_name("c" * 300, "Profiles").encode()) <= LONGEST + 4
    family = "👩\u200d👩\u200d👧"
    cut = file_name(family * 30, "")
    assert cut.removesuffix(".icp").endswith(("👧", "👩"))
    assert file_name("ö" * 200, "") == "ö" * (LONGEST // 2) + ".icp"


@given(st.text(max_size=400), st.text(max_size=400))
def test_whatever_it_is_called_the_name_is_safe(client: str, name: str) -> None:
    made = file_name(client, name)
    assert len(made.encode()) <= LONGEST + len("_.icp")
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f\x7f]', made)
    assert made == made.strip(" .")
    assert not made.removesuffix(".icp").endswith((" ", "."))
    assert Path(made).name == made


def test_the_next_free_name(tmp_path: Path) -> None:
    path = tmp_path / "a.b.icp"
    assert free_path(path) == path
    path.touch()
    (tmp_path / "a.b (2).icp").touch()
    assert free_path(path) == tmp_path / "a.b (3).icp"
