"""The sheet for a talk: two sides of one sheet, every question, room to write."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from icp_desktop.documents.content import Paper, Request
from icp_desktop.documents.interview_content import make_interview_sheet
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.model.interview import Interview
from icp_desktop.worksheet.shipped import questionnaire

FOR_CUSTOMERS = ("good-customer", "lost-customer")


@pytest.mark.parametrize("asked", FOR_CUSTOMERS)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_one_sheet_with_every_question(
    asked: str,
    paper: Paper,
    make_request: Callable[..., Request],
    read: Callable[[bytes], str],
    squeeze: Callable[[str], str],
) -> None:
    request = make_request(questionnaire=asked, paper=paper)
    result = render_pdf("interview", request)
    text = squeeze(read(result.data))
    assert (result.pages, result.log) == (2, ())
    for question in questionnaire(asked).questions:
        assert squeeze(question.text) in text
    assert squeeze("What have I not asked?") in text
    assert squeeze("Initials ____________") in text
    assert squeeze("Straight after the talk") in text


def test_many_questions_keep_their_room(make_request: Callable[..., Request]) -> None:
    sheet = make_interview_sheet(make_request(questionnaire="yourself"))
    assert [each.lines for each in sheet.questions] == [3] * 10 + [1]
    assert render_pdf("interview", make_request(questionnaire="yourself")).pages > 2


def test_the_questions_of_the_last_talk_are_taken(make_request: Callable[..., Request]) -> None:
    request = make_request()
    assert make_interview_sheet(request).title == questionnaire("good-customer").title
    talk = Interview(id="t", questionnaire="lost-customer")
    asked = replace(request, project=replace(request.project, interviews=(talk,)))
    assert make_interview_sheet(asked).title == questionnaire("lost-customer").title
    gone = replace(talk, questionnaire="of-another-edition")
    asked = replace(request, project=replace(request.project, interviews=(gone,)))
    assert make_interview_sheet(asked).title == questionnaire("good-customer").title
