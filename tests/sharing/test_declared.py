"""Every field of every record is declared; what is not, is hidden."""

from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from icp_desktop.codec.exact import _records
from icp_desktop.model.body import Body
from icp_desktop.model.comment import Comment
from icp_desktop.model.interview import Interview, Theme
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.sharing import declared
from icp_desktop.sharing.choice import Audience, Choice
from icp_desktop.sharing.copies import make_copy
from icp_desktop.sharing.declared import DECLARED, METHOD
from icp_desktop.sharing.treatments import TREATMENTS
from icp_desktop.worksheet.samples import make_sample

RECORDS = [cls for cls in _records(Project) if cls is not Body]


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_each_field_of_each_record_is_declared(cls: type) -> None:
    assert {each.name for each in fields(cls)} == set(DECLARED.get(cls, {})), (
        f"say in sharing/declared.py what becomes of each field of {cls.__name__} in a copy"
    )
    assert set(DECLARED[cls].values()) <= set(TREATMENTS)


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_records_are_walked_and_sums_never_kept(cls: type) -> None:
    hints = get_type_hints(cls)
    for name, treatment in DECLARED[cls].items():
        inner = {hints[name], *get_args(hints[name])} & set(RECORDS)
        if inner and treatment != "hidden":
            assert treatment == "inside", (cls, name)


def test_nothing_is_declared_that_is_no_more() -> None:
    assert set(DECLARED) <= set(RECORDS)
    assert {each.name for each in fields(Project)} >= METHOD


def test_a_field_nobody_declared_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_sample("fitness-studio")
    told = replace(project, themes=(Theme(id="t", name="Trust", note="Mine"),))
    without: dict[Any, Any] = {**DECLARED, Theme: {"id": "kept", "note": "notes"}}
    monkeypatch.setattr(declared, "DECLARED", without)
    copy = make_copy(told, Choice(audience="anyone")).project
    assert copy.themes == (Theme(id="t", name="", note="Mine"),)


@pytest.mark.parametrize("audience", ["client", "anyone"])
def test_what_nobody_declared_is_hidden_from_every_reader(
    audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Theme(id="t", name="Wilhelmine", note="told in secret")
    talk = Interview(id="i", notes="told in secret", role="told in secret", consent="named")
    project = replace(make_sample("fitness-studio"), themes=(theme,), interviews=(talk,))
    for cls in (Theme, Interview):
        monkeypatch.delitem(DECLARED, cls)
    copy = make_copy(project, Choice(audience=audience)).project
    assert "secret" not in str(copy)
    assert "Wilhelmine" not in str(copy)


def test_what_the_team_says_stays_with_the_team() -> None:
    comment = Comment(id="c", day=date(2026, 5, 4), text="told in secret", place="p", field="f")
    project = replace(make_sample("fitness-studio"), comments=(comment,))
    assert make_copy(project, Choice()).project is project
    copy = make_copy(project, Choice(audience="client"))
    assert copy.project.comments == ()
    assert "told in secret" in [each.was for each in copy.hidden]


def test_a_record_nobody_declared_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    @record
    class Whisper:
        id: str
        kept: Interview  # cannot be without it

    project = make_sample("fitness-studio")
    talk = Interview(id="i", notes="told in secret")
    strange = (Whisper(id="w", kept=talk),)
    copy = make_copy(replace(project, themes=strange), Choice(audience="anyone"))
    assert copy.project.themes == ()
    assert any(each.kind == "part" for each in copy.hidden)
    without: dict[Any, Any] = {k: v for k, v in DECLARED.items() if k is not Theme}
    monkeypatch.setattr(declared, "DECLARED", without)
    theme = Theme(id="t", name="Wilhelmine", note="told in secret")
    copy = make_copy(replace(project, themes=(theme,)), Choice(audience="anyone"))
    assert "secret" not in str(copy.project)
    assert "Wilhelmine" not in str(copy.project)
