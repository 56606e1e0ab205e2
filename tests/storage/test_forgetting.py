"""H-S11: who is forgotten is nowhere in what we keep, or it is said where they still are."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from strategies import filled_project

from icp_desktop.codec.parts import to_parts
from icp_desktop.model.comment import Comment
from icp_desktop.model.edits import SetEvidence, SetValue
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.forgetting import forget, person_of, still_named
from icp_desktop.model.interview import Interview, InterviewAnswer, Quote, Theme
from icp_desktop.model.project import Project
from icp_desktop.model.talk_edits import PutInterview, RenameTheme
from icp_desktop.model.values import Text
from icp_desktop.open_project import OpenProject
from icp_desktop.storage.forgetting import forget_in_library
from icp_desktop.storage.library import LIBRARY_FILE, Library
from icp_desktop.storage.project_file import read_project_file

NAME = "Wilhelmine Zapfenstreich"
WORDS = "The oven was cold on the day of the wedding"
PLANTED = (NAME, WORDS, "Zapfenstreich")


def planted() -> Project:
    text = f"{WORDS}, said {NAME}. That was it."
    talk = Interview(
        id="secret",
        person=NAME,
        company="Krume & Sons",
        answers=(InterviewAnswer(question="why", text=text),),
        notes=f"{NAME} again",
        quotes=(Quote(id="q", question="why", start=0, text=WORDS, themes=("th",)),),
    )
    project = PutInterview(interview=talk).apply(filled_project(answers=8))
    project = replace(project, themes=(Theme(id="th", name="Cold ovens"),))
    copied = SetValue(place="bakers", field="needs.why_now", value=Text(text=WORDS)).apply(project)
    proof = Evidence(id="e9", source="interviews", note=f"“{WORDS}” {NAME}", theme="th")
    return SetEvidence(place="bakers", field="needs.why_now", evidence=(proof,)).apply(copied)


def holds(data: bytes) -> list[str]:
    return [each for each in PLANTED if each.encode() in data]


def in_parts(project: Project) -> list[str]:
    return holds(b"".join(to_parts(project).values()))


def test_what_the_person_said_in_comments_goes_and_others_lose_the_name() -> None:
    theirs = Comment(id="c1", day=date(2026, 11, 1), text="I was there myself", who=NAME)
    ours = Comment(id="c2", day=date(2026, 11, 1), text=f"Ask {NAME} again", who="Jonas Krume")
    project = replace(planted(), comments=(theirs, ours))
    after = forget(project, person_of(project, "secret"))
    assert after.comments == (replace(ours, text="Ask […] again"),)


def test_nothing_of_the_person_is_left_in_the_project() -> None:
    project = planted()
    assert in_parts(project) == list(PLANTED)
    after = forget(project, person_of(project, "secret"))
    assert in_parts(after) == []
    assert after.interviews == filled_project().interviews
    (piece,) = after.profile("bakers").answer("needs.why_now").evidence
    assert (piece.count, piece.total) == (0, 1)
    assert forget(after, person_of(project, "secret")) is after


def test_undo_brings_nobody_back() -> None:
    opened = OpenProject(filled_project(answers=8))
    project = planted()
    opened.do(PutInterview(interview=project.interviews[-1]))
    opened.do(SetValue(place="bakers", field="needs.why_now", value=Text(text=WORDS)))
    opened.do(SetValue(place="bakers", field="needs.pains", value=Text(text="Cold bread")))
    opened.undo()
    person = person_of(opened.project, "secret")
    opened.rewrite(lambda each: forget(each, person))
    states = [opened.project]
    while opened.undo():
        states.append(opened.project)
    while opened.redo():
        states.append(opened.project)
    assert [found for each in states for found in in_parts(each)] == []
    assert opened.project.profile("bakers").answer("needs.pains").value == Text(text="Cold bread")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "data")


def test_versions_backups_and_the_database_file_are_cleaned(
    library: Library, tmp_path: Path
) -> None:
    project, day = planted(), date(2026, 11, 21)
    library.add(project)
    library.keep_version(project.id, name=f"After {NAME}", reason="", day=day)
    library.keep_version(
        project.id, name="Before", reason="", day=day, project=filled_project(answers=8)
    )
    library.backups.write(project, library.history(project.id), library.now())
    broken = library.backups.write(project, library.history(project.id), library.now())
    broken.write_bytes(b"PK broken")
    person = person_of(project, "secret")
    before, after = project, forget(project, person)
    library.save(before, after)
    found = forget_in_library(library, project.id, person)
    assert (found.versions, found.backups, found.unread) == (1, 1, (broken,))
    assert [each.name for each in library.versions(project.id)] == ["After […]", "Before"]
    for version in library.versions(project.id):
        assert in_parts(library.version(project.id, version.id)) == []
    for backup in library.backups.all(project.id):
        if backup.path != broken:
            file = read_project_file(backup.path)
            assert in_parts(file.project) == []
            assert len(file.history.versions) == 2
    library.close()
    data = (tmp_path / "data" / LIBRARY_FILE).read_bytes()
    assert holds(data) == []


def test_other_people_and_short_names_stay() -> None:
    project = planted()
    other = replace(project.interviews[-1], id="other", person="Al", quotes=(), notes="all is well")
    both = PutInterview(interview=other).apply(project)
    after = forget(both, person_of(both, "other"))
    assert NAME in str(after)
    renamed = RenameTheme(theme="th", name="Cold ovens, all of them").apply(both)
    assert forget(renamed, person_of(renamed, "other")).themes[0].name == "Cold ovens, all of them"


def test_lists_that_name_the_person_are_told() -> None:
    from icp_desktop.model.body import make_body
    from icp_desktop.model.table import Column, Table

    body = make_body(f"name\n{NAME}\n".encode(), "csv")
    table = Table(
        id="t", name="list.csv", role="customers", body=body, columns=(Column(heading="n"),), rows=1
    )
    project = replace(planted(), tables=(table,))
    assert still_named(project, person_of(project, "secret")) == ("list.csv",)
