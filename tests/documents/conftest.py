"""Real documents of real samples, each made once."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from icp_desktop.documents.content import Paper, Request
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.press import PdfResult
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import standard_source

TODAY = date(2026, 11, 21)
Printed = Callable[..., PdfResult]


@cache
def _print_sample(document_id: str, sample: str, paper: Paper) -> PdfResult:
    return render_pdf(document_id, _sample_request(sample, paper))


def _sample_request(sample: str, paper: Paper = "A4") -> Request:
    return Request(
        project=make_sample(sample),
        profile_id="",
        today=TODAY,
        paper=paper,
        version="4",
        prepared_by="Rowan Ash Advice",
    )


def _make_request(*answers: Answer, **changes: Any) -> Request:
    """Return a request for a project of one profile; `changes` go where they belong."""
    profile: dict[str, Any] = {"name": "City professionals", "market": "b2c", "kind": "ideal"}
    project: dict[str, Any] = {"client": "Halfmoon Fitness", "language": "en", "about": ()}
    request: dict[str, Any] = {"today": TODAY}
    others = changes.pop("others", ())
    for name, value in changes.items():
        place = next((p for p in (profile, project) if name in p), request)
        place[name] = value
    own = Profile(id="only", answers=answers, **profile)
    whole = Project(
        id="p", name="n", worksheet=standard_source(), profiles=(own, *others), **project
    )
    return Request(project=whole, profile_id="only", **request)


def _squeeze(text: str) -> str:
    """Return a text without spaces and hyphens, which the layout adds and moves."""
    return re.sub(r"[\s\-–\u00ad]", "", text)


def _read(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


@pytest.fixture
def print_sample() -> Printed:
    return _print_sample


@pytest.fixture
def sample_request() -> Callable[..., Request]:
    return _sample_request


@pytest.fixture
def make_request() -> Callable[..., Request]:
    return _make_request


@pytest.fixture
def squeeze() -> Callable[[str], str]:
    return _squeeze


@pytest.fixture
def read() -> Callable[[bytes], str]:
    return _read
