"""Why somebody is not a fit is said in every document."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Request
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.model.project import Answer, Profile
from icp_desktop.model.values import Text

Make = Callable[..., Request]


def test_every_document_says_why_someone_is_not_a_fit(
    make_request: Make, squeeze: Callable[[str], str], read: Callable[[bytes], str]
) -> None:
    why = Answer(
        field="buying.channels",
        value=Text(text="A voucher"),
        weight="rules_out",
        reason="left_early",
    )
    own = Answer(field="needs.goals", value=Text(text="A podium"), reason="We have no coach")
    negative = Profile(id="no", name="Not a fit", market="b2c", kind="negative", answers=(why, own))
    must = Answer(field="people.location", value=Text(text="Near"), weight="must")
    request = make_request(must, others=(negative,))
    content = make_profile_content(request)
    assert content.who_not is not None
    assert [row.verdict for row in content.who_not.rows] == [
        "Rules out: Left early",
        "Warns: We have no coach",
    ]
    markdown = make_document("profile", ".md", request).decode()
    assert "A voucher (left early)" in markdown
    assert "Warns: We have no coach" in markdown
    told = json.loads(make_document("data", ".json", request))["in_words"]["profiles"][1]["answers"]
    assert {each["reason"] for each in told} == {"Left early", "We have no coach"}
    for document in ("profile", "one-page"):
        printed = squeeze(read(make_document(document, ".pdf", request)))
        assert squeeze("A voucher (left early)") in printed


def test_the_workbook_has_a_column_for_reasons_where_there_are_some(make_request: Make) -> None:
    why = Answer(field="buying.channels", value=Text(text="A voucher"), reason="left_early")
    negative = Profile(id="no", name="Not a fit", market="b2c", kind="negative", answers=(why,))
    must = Answer(field="people.location", value=Text(text="Near"), weight="must")
    request = replace(make_request(must, others=(negative,)), profile_id="")
    book = load_workbook(BytesIO(make_document("workbook", ".xlsx", request)))
    texts = {sheet.title: [c.value for row in sheet.iter_rows() for c in row] for sheet in book}
    assert {"Reason", "Left early"} <= set(texts["Not a fit"])
    assert "Reason" not in texts["City professionals"]
