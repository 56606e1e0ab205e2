"""Every word of ours in a printed document can be translated."""

import calendar
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest

from icp_desktop.documents.content import Request
from icp_desktop.documents.html import one_page_html, profile_html, worksheet_html
from icp_desktop.documents.one_page import Room
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.i18n import PSEUDO_LANGUAGE, using
from icp_desktop.worksheet.samples import sample_ids

Make = Callable[..., Request]


def shown_texts(html: str) -> set[str]:
    """Return the texts between tags and in `alt`, in one line each."""
    body = html.partition("<body")[2].partition(">")[2]
    alts = re.findall(r'alt="([^"]*)"', body)
    texts = re.split(r"<[^>]*>", body)
    return {" ".join(unescape(text).split()) for text in (*texts, *alts)} - {""}


def foreign(texts: set[str], request: Request) -> set[str]:
    """Return the texts with a word that is neither marked for translation nor the person's own."""
    project = repr(request.project).replace("\\n", " ")
    own = {*words_of(project), *words_of(request.prepared_by), *calendar.month_name}
    return {text for text in texts if "⟦" not in text and not words_of(text) <= own}


def words_of(text: str) -> set[str]:
    """Return the words of a text that have letters enough to be English."""
    return set(re.findall(r"[A-Za-z]{3,}", text))


@pytest.mark.parametrize("sample", sample_ids())
def test_no_text_escapes_translation(sample: str, sample_request: Make) -> None:
    request = replace(sample_request(sample), language=PSEUDO_LANGUAGE)
    with using(PSEUDO_LANGUAGE):
        content = make_profile_content(request)
        documents = {
            "profile": profile_html(content, request),
            "one-page": one_page_html(content, request, Room()),
            "worksheet": worksheet_html(request),
        }
    for name, html in documents.items():
        texts = shown_texts(html)
        assert sum("⟦" in text for text in texts) > 8, name
        assert foreign(texts, request) == set(), name
