"""The page that says what changed, in each of its formats, read back."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from strategies import filled_project

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Earlier, Request
from icp_desktop.model.comment import Comment
from icp_desktop.model.edits import SetValue
from icp_desktop.model.project import Project
from icp_desktop.model.talk_edits import WriteTalk
from icp_desktop.model.values import Text

DAY = date(2026, 11, 25)


def request(before: Project | None, after: Project) -> Request:
    earlier = None if before is None else Earlier(project=before, name="Spring", day=DAY)
    return Request(project=after, profile_id="bakers", today=DAY, earlier=earlier)


def said(made: Request, suffix: str) -> str:
    data = make_document("changes", suffix, made)
    if suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return data.decode()


def changed(project: Project) -> Project:
    return SetValue(place="", field="about.offers", value=Text(text="Same-day <b> repairs")).apply(
        project
    )


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md"])
def test_old_and_new_stand_in_every_format(suffix: str) -> None:
    before = filled_project()
    text = said(request(before, changed(before)), suffix)
    for words in ("What changed since Spring", "1 answer differs.", "Offers", "Repairs within"):
        assert words in text
    assert "25 November 2026" in text
    assert "<b> repairs" not in text or suffix != ".html"


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".md"])
def test_without_a_version_it_says_so(suffix: str) -> None:
    assert "No version has been kept yet" in said(request(None, filled_project()), suffix)


def test_what_was_said_without_consent_does_not_get_out() -> None:
    before = filled_project()
    talk = replace(before.interviews[0], consent="internal")
    before = replace(before, interviews=(talk,))
    after = WriteTalk(interview="talk1", question="why", text="My secret reason").apply(before)
    after = changed(after)
    text = said(request(before, after), ".md")
    assert "secret" not in text
    assert "early morning" not in text
    assert "Krume, Owner" not in text


def test_comments_stay_inside() -> None:
    before = filled_project()
    note = Comment(id="c", day=DAY, text="Between ourselves", who="Jonas Krume")
    text = said(request(before, replace(changed(before), comments=(note,))), ".md")
    assert "ourselves" not in text
