"""The full profile as one HTML file for a browser; it holds all it shows and fetches nothing.

It says the same as the printed profile. Marks are drawn once and used by name, in colours that
follow the reader's choice of light or dark.
"""

from functools import cache
from typing import TYPE_CHECKING

from icp_desktop.documents.charts import EDGE, TRACK, Chart, draw_bar, draw_cells, draw_proof_bar
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Proof, Request
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.marks import (
    MARK_COLOURS,
    MARKS,
    OUTSIDE_TINT,
    Mark,
    mark_of,
    mark_svg,
    mark_words,
)
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.paths import shipped

if TYPE_CHECKING:
    from markupsafe import Markup

    from icp_desktop.checks.grades import Grade
    from icp_desktop.documents.brand import Dress

FOLDER = "web"
_VARIABLES = {
    **{MARK_COLOURS[mark]: f"var(--{mark})" for mark in MARKS if mark != "open"},
    MARK_COLOURS["open"]: "var(--ink2)",
    OUTSIDE_TINT: "var(--tint)",
    TRACK: "var(--track)",
    EDGE: "var(--edge)",
}


def write_web_page(request: Request) -> bytes:
    """Return the profile as HTML in UTF-8."""
    request = release(request)
    content = make_profile_content(request)
    return fill_page(
        "profile.html",
        request,
        content=content,
        document_title=document_title(content.title, content.client, content.kind_words),
        proof_bar=_picture(draw_proof_bar(content.counts), "c"),
    )


def fill_page(name: str, request: Request, *sheets: str, **values: object) -> bytes:
    """Return a filled template for a browser in UTF-8, with further style sheets where named."""
    from markupsafe import Markup

    text = fill_template(
        name,
        request,
        folder=FOLDER,
        style=Markup("".join(_style(each) for each in ("profile.css", *sheets))),  # noqa: S704 - ours
        shapes=Markup(_shapes()),  # noqa: S704 - our own drawings
        mark=_mark,
        chart=_chart,
        dress=_dress,
        **values,
    )
    return text.encode("utf-8", "replace")


@cache
def _style(name: str) -> str:
    return shipped("templates", FOLDER, name).read_text(encoding="utf-8")


def _dress(brand: "Dress") -> str:
    """Return the colours of a brand for the style sheet."""
    return f":root{{--brand-head:{brand.head};--brand-bar:{brand.bar}}}"


@cache
def _shapes() -> str:
    """Return every mark as a symbol, to be used by name."""
    symbols = []
    for mark in MARKS:
        inside = mark_svg(mark).partition(">")[2].removesuffix("</svg>")
        symbols.append(f'<symbol id="m-{mark}" viewBox="0 0 18 18">{_coloured(inside)}</symbol>')
    return f'<svg width="0" height="0" aria-hidden="true" hidden>{"".join(symbols)}</svg>'


def _coloured(svg: str) -> str:
    """Return a drawing whose colours are those of the style sheet."""
    svg = svg.replace('fill="#FFFFFF"', 'fill="var(--cut)"')
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, variable)
    return svg


def _mark(grade: "Grade | None") -> "Markup":
    from markupsafe import Markup

    mark: Mark = mark_of(grade)
    return Markup(
        '<svg class="m" role="img" aria-label="{}"><use href="#m-{}"></use></svg>'
    ).format(mark_words(mark), mark)


def _picture(chart: Chart, css_class: str) -> "Markup":
    from markupsafe import Markup

    inside = _coloured(chart.svg.partition(">")[2].removesuffix("</svg>"))
    drawing = Markup(inside)  # noqa: S704 - our own drawing
    return Markup('<svg class="{}" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        css_class, chart.words, chart.width, chart.height, drawing
    )


def _chart(proof: Proof) -> "Markup | str":
    """Return the picture of a counted proof, "" where there is nothing to draw."""
    if proof.count is None or not proof.total or proof.total < 1:
        return ""
    if proof.grade == "customers":
        return _picture(draw_bar(proof.count, proof.total, 33, words=proof.words), "c")
    if proof.grade == "interviews":
        return _picture(draw_cells(proof.count, proof.total, words=proof.words), "c")
    return ""
