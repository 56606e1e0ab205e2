"""The brand on paper: a logo, one colour and a footer, and everything stays readable."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from icp_desktop.documents.brand import DEFAULT_BRAND, Dress, contrast, make_dress
from icp_desktop.documents.content import Request
from icp_desktop.documents.html import worksheet_html
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.pictures import read_picture
from icp_desktop.model.body import Body
from icp_desktop.model.brand import Brand
from icp_desktop.worksheet.samples import make_sample


@pytest.fixture(scope="module")
def logo() -> Body:
    stream = BytesIO()
    Image.new("RGB", (400, 100), "#C8102E").save(stream, "PNG")
    return read_picture(stream.getvalue(), "logo.png")


def request(brand: Brand) -> Request:
    project = replace(make_sample("fitness-studio"), brand=brand)
    return Request(project=project, profile_id="", today=date(2026, 11, 21))


@pytest.mark.parametrize("document", ["profile", "one-page", "worksheet"])
def test_the_logo_stands_once_on_the_first_page(document: str, logo: Body) -> None:
    plain = PdfDocument(render_pdf(document, request(Brand())).data)
    dressed = PdfDocument(render_pdf(document, request(Brand(logo=logo))).data)
    assert len(dressed) == len(plain)
    drawn = [
        (number, picture.get_px_size())
        for number, page in enumerate(dressed)
        for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])
    ]
    assert drawn == [(0, (400, 100))]


@pytest.mark.parametrize("document", ["profile", "one-page", "worksheet"])
def test_the_footer_is_the_one_that_was_written(document: str) -> None:
    brand = Brand(footer="Rowan Ash Advice, 12 Mill Lane")
    result = render_pdf(document, request(brand))
    words = " ".join(PdfReader(BytesIO(result.data)).pages[0].extract_text().split())
    assert "Rowan Ash Advice, 12 Mill Lane" in words
    assert not result.log


def test_a_colour_reaches_the_page_and_marks_keep_theirs() -> None:
    plain, teal = (worksheet_html(request(brand)) for brand in (Brand(), Brand(colour="#0F5E63")))
    assert DEFAULT_BRAND in plain
    assert teal == plain.replace(DEFAULT_BRAND, "#0F5E63")


@pytest.mark.parametrize("step", range(0, 256, 15))
def test_any_colour_stays_readable(step: int) -> None:
    for colour in (
        f"#{step:02X}{step:02X}{step:02X}",
        f"#{step:02X}00FF",
        f"#FF{step:02X}00",
        f"#00{step:02X}{255 - step:02X}",
    ):
        dress: Dress = make_dress(Brand(colour=colour))
        assert contrast(dress.head, "#FFFFFF") >= 4.5
        assert contrast(dress.on_panel, dress.bar) >= 4.5
        assert contrast(dress.bar, "#FFFFFF") >= 3 or dress.edge != "none"


@pytest.mark.parametrize("colour", ["red", "#12", "url(x)", "#GGGGGG", "#174684;}", "#+1+1+1"])
def test_what_is_no_colour_gives_the_usual_one(colour: str) -> None:
    assert make_dress(Brand(colour=colour)) == make_dress(Brand())
