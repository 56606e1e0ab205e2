"""A survey file becomes interviews: columns found out, choices counted, empty rows left out."""

from datetime import date

import pytest

from icp_desktop.errors import KnownError
from icp_desktop.insight.closed_answers import count_closed_answers
from icp_desktop.insight.survey import Survey, make_talks, read_survey
from icp_desktop.model.project import Project
from icp_desktop.model.talk_edits import PutInterview
from icp_desktop.tables.opening import Source
from icp_desktop.worksheet.shipped import questionnaire

PROJECT = Project(id="p", client="Halfmoon", name="Members", worksheet="")
CSV = (
    "Timestamp;Name;Why did you choose us and not another?;How often do you come?;Classes;Notes\n"
    "21.11.2026 14:03;Jonas W.;It was close; weekly;Yoga, early;\n"
    '22.11.2026 09:10;Edith K.;"My doctor; he said so\nout loud";weekly;Spin;late\n'
    "22.11.2026 10:00;Marta S.;The price;daily;Yoga;\n"
    "23.11.2026 10:00;Ola B.;A friend;weekly;Pilates;\n"
    "23.11.2026 10:00;;;;;\n"
)  # fmt: skip


def read(text: str = CSV, name: str = "survey.csv", encoding: str = "utf-8") -> Survey:
    return read_survey(PROJECT, Source(name, text.encode(encoding)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_columns_are_found_out(encoding: str) -> None:
    survey = read(encoding=encoding)
    assert [each.use for each in survey.columns] == [
        "day", "person", "words", "choices", "words", "words",
    ]  # fmt: skip
    assert survey.columns[2].question == questionnaire("good-customer").questions[0].id
    assert survey.columns[3].samples == ("weekly", "daily")


def test_every_row_with_answers_becomes_an_interview() -> None:
    talks = make_talks(read(), "customer", "anonymous")
    assert [(each.person, each.day) for each in talks] == [
        ("Jonas W.", date(2026, 11, 21)),
        ("Edith K.", date(2026, 11, 22)),
        ("Marta S.", date(2026, 11, 22)),
        ("Ola B.", date(2026, 11, 23)),
    ]
    first, second = talks[0].answers[0], talks[1].answers[0]
    assert first.asked == "Why did you choose us and not another?"
    assert second.text == "My doctor; he said so\nout loud"
    assert {(each.consent, each.group, each.source) for each in talks} == {
        ("anonymous", "customer", "survey.csv")
    }


def test_answers_that_repeat_are_counted() -> None:
    project = PROJECT
    for talk in make_talks(read(), "customer", "none"):
        project = PutInterview(interview=talk).apply(project)
    (often,) = count_closed_answers(project)
    assert (often.asked, often.total) == ("How often do you come?", 4)
    assert often.choices == (("weekly", 3), ("daily", 1))


def test_several_choices_in_a_cell_are_each_counted() -> None:
    rows = "".join(f"person {n},Yoga; Spin\n" for n in range(6))
    survey = read(f"Name,Classes\n{rows}")
    assert survey.columns[1].use == "choices"
    assert make_talks(survey, "customer", "none")[0].answers[0].picked == ("Yoga", "Spin")


def test_the_use_of_a_column_can_be_corrected() -> None:
    survey = read().with_use(1, "none").with_use(3, "words")
    talk = make_talks(survey, "lost", "none")[0]
    assert (talk.person, talk.group) == ("", "lost")
    assert talk.answers[1].text == "weekly"


@pytest.mark.parametrize("text", ["", "\n\n", "Question\n"])
def test_a_file_without_answers_is_refused(text: str) -> None:
    with pytest.raises(KnownError, match=r"survey\.csv"):
        read(text)


def test_a_picture_is_no_survey() -> None:
    with pytest.raises(KnownError):
        read_survey(PROJECT, Source("photo.csv", b"\xff\xd8\xff\xe0" + bytes(200)))
