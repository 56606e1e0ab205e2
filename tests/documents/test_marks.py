import re
import xml.etree.ElementTree as ET

import pytest

from icp_desktop.checks.grades import GRADES
from icp_desktop.documents.brand import DEFAULT_BRAND, colours_of, contrast
from icp_desktop.documents.charts import draw_bar, draw_cells, draw_proof_bar
from icp_desktop.documents.content import ProofCounts
from icp_desktop.documents.marks import (
    MARK_COLOURS,
    MARKS,
    Mark,
    mark_of,
    mark_svg,
    mark_uri,
    mark_words,
)

RECT = "{http://www.w3.org/2000/svg}rect"


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("in_ink", [False, True])
def test_marks_are_drawings_without_fonts_or_links(mark: Mark, in_ink: bool) -> None:
    svg = mark_svg(mark, in_ink=in_ink)
    root = ET.fromstring(svg)
    assert root.get("viewBox") == "0 0 18 18"
    assert "text" not in {child.tag.split("}")[1] for child in root.iter()}
    assert "href" not in svg
    assert "currentColor" not in svg
    assert mark_uri(mark, in_ink=in_ink).startswith("data:image/svg+xml,")


def test_marks_differ_in_shape_not_in_colour_alone() -> None:
    shapes = {re.sub(r"#[0-9A-F]{6}", "", mark_svg(mark, in_ink=True)) for mark in MARKS}
    assert len(shapes) == len(MARKS)


def test_marks_stand_out_on_paper() -> None:
    for mark in MARKS:
        assert contrast(MARK_COLOURS[mark], "#FFFFFF") >= 4.5


def test_marks_speak() -> None:
    assert [mark_words(mark_of(grade)) for grade in (*GRADES, None)] == [
        "Assumption",
        "Team opinion",
        "Outside source",
        "Interviews",
        "Customer data",
        "Still open",
    ]


def test_cells_are_solid_where_it_came_up() -> None:
    rects = list(ET.fromstring(draw_cells(6, 9).svg).iter(RECT))
    assert len(rects) == 9
    assert sum(rect.get("fill") != "#FFFFFF" for rect in rects) == 6


@pytest.mark.parametrize(("count", "total"), [(0, 0), (5, 3), (-1, 4), (3, 10**6), (9, 12)])
def test_charts_hold_whatever_was_typed(count: int, total: int) -> None:
    for chart in (draw_cells(count, total), draw_bar(count, total)):
        for rect in ET.fromstring(chart.svg).iter(RECT):
            assert 0 <= float(rect.get("width")) <= chart.width + 0.01
        assert chart.width <= 33.01


def test_bar_is_as_long_as_its_share() -> None:
    *_track, bar = ET.fromstring(draw_bar(21, 42, 10).svg).iter(RECT)
    assert float(bar.get("width")) == pytest.approx(5)


def test_proof_bar_shows_every_answer() -> None:
    counts = ProofCounts(customers=6, interviews=9, outside=1, team=4, assumption=2, open=3)
    chart = draw_proof_bar(counts)
    assert chart.words == "16 of 25 answers proven"
    widths = [float(rect.get("width")) for rect in ET.fromstring(chart.svg).iter(RECT)]
    assert len(widths) == 4
    assert widths[0] / widths[1] == pytest.approx(6 / 9, rel=0.01)


def test_brand_does_what_its_contrast_allows() -> None:
    own = colours_of(DEFAULT_BRAND)
    assert (own.bar, own.head, own.edge, own.on_panel) == (
        DEFAULT_BRAND,
        DEFAULT_BRAND,
        "none",
        "#FFFFFF",
    )
    yellow = colours_of("#FFC400")
    assert yellow.head == "#1B1F24"
    assert yellow.edge != "none"
    assert yellow.on_panel == "#000000"
    orange = colours_of("#D9730D")
    assert orange.head == "#1B1F24"
    assert orange.edge == "none"


@pytest.mark.parametrize("colour", ["", "blue", "#12345", "#GGGGGG", "#174684;}body{display:none"])
def test_what_is_no_colour_gives_the_default(colour: str) -> None:
    assert colours_of(colour) == colours_of(DEFAULT_BRAND)
