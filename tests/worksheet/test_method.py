"""Methods as files: passed on whole, refused in words where they are broken."""

from pathlib import Path

import pytest

from icp_desktop.errors import KnownError
from icp_desktop.worksheet import tailoring
from icp_desktop.worksheet.method import (
    LARGEST_FILE,
    Method,
    kept_methods,
    read_method,
    write_method,
)
from icp_desktop.worksheet.shipped import questionnaire_source, standard_source
from icp_desktop.worksheet.tailoring import OwnField
from icp_desktop.worksheet.toml_source import read_questionnaire, read_worksheet


@pytest.fixture
def method() -> Method:
    source, _field = tailoring.add_field(standard_source(), "people", OwnField(label="Dogs"))
    return Method(worksheet=source, questionnaires=(questionnaire_source("yourself"),))


def test_a_method_comes_back_under_its_title(method: Method) -> None:
    read = read_method(write_method(method, " Dog people "))
    assert read.title == "Dog people"
    assert read_worksheet(read.worksheet).sections == read_worksheet(method.worksheet).sections
    (questions,) = read.questionnaires
    assert read_questionnaire(questions) == read_questionnaire(method.questionnaires[0])


def test_a_worksheet_alone_is_a_method_and_keeps_its_text() -> None:
    assert read_method(standard_source().encode()).worksheet == standard_source()
    assert read_method(b"\xef\xbb\xbf" + standard_source().encode()).questionnaires == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "missing"),
        (b"\xff\xfe\x00", "not a text"),
        (b"PK\x03\x04", "can’t be read"),
        (bytes(LARGEST_FILE + 1), "too large"),
        (b"x = [", "can’t be read"),
        (b"a." * 50_000 + b"b = 1", "too many parts"),
        (b'id = "x"\ntitle = "X"\nsections = []\nquestionnaires = 3', "questionnaires"),
        (b'id = "x"\ntitle = "X"\nsections = []\n[[questionnaires]]\nid = 3', "can’t be used"),
        (b'id = "x"\ntitle = "X"\nsections = []\nrun = "calc"', "unknown entry “run”"),
    ],
)
def test_broken_and_hostile_files_are_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(KnownError, match=reason):
        read_method(data)


def test_a_title_is_needed(method: Method) -> None:
    with pytest.raises(KnownError, match="title"):
        write_method(method, "  ")


def test_a_folder_lists_what_can_be_used(method: Method, tmp_path: Path) -> None:
    assert kept_methods(tmp_path / "none") == ()
    (tmp_path / "b.toml").write_bytes(write_method(method, "Bakers"))
    (tmp_path / "a.toml").write_bytes(write_method(method, "zebras"))
    (tmp_path / "broken.toml").write_bytes(b"x = [")
    assert [each.title for _path, each in kept_methods(tmp_path)] == ["Bakers", "zebras"]
