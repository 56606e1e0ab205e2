"""Printed documents as HTML: templates filled with content; every text is data, never markup."""

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol

from icp_desktop.checks.grades import GRADE_MEANINGS, GRADE_NAMES, GRADES, Grade
from icp_desktop.documents.brand import make_dress
from icp_desktop.documents.charts import Chart, draw_bar, draw_cells, draw_order, draw_proof_bar
from icp_desktop.documents.content import (
    AnswerLine,
    ProfileContent,
    Proof,
    Request,
    Row,
    ThemeLine,
)
from icp_desktop.documents.findings import make_findings
from icp_desktop.documents.interview_content import make_interview_sheet
from icp_desktop.documents.marks import Mark, mark_of, mark_uri, mark_words, svg_uri
from icp_desktop.documents.one_page import Room, make_wall
from icp_desktop.documents.page_one import MOST_MUSTS, MOST_RULED_OUT, SETTINGS
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.documents.rows import planned_tests
from icp_desktop.documents.unproven import unproven_lead
from icp_desktop.documents.words import join_items
from icp_desktop.documents.worksheet_content import make_worksheet_content
from icp_desktop.i18n import _, later, n_
from icp_desktop.model.project import Market, Project
from icp_desktop.model.record import record
from icp_desktop.paths import shipped
from icp_desktop.worksheet.definitions import Option
from icp_desktop.worksheet.reading import clean

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

PROGRAM = "ICP Desktop"
_SHORT = 120  # characters that still read as one answer; more is text
_WIDE = 800  # characters from which a text goes to two columns
_FEW_TERMS = 8
_FOOT = 60  # characters of the line at the foot of the one page
_BESIDE = 40  # characters of a pair that fit on one line
_TALL = 34  # lines from which an answer may split
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x0C: "\n"}

_STEPS = (
    (
        later("Think of real people"),
        later(
            "Have five good customers in mind, and two you would not take again."
            " Write what they share."
        ),
    ),
    (
        later("Leave gaps"),
        later("An empty line is better than a guess. Where you guess all the same, circle A."),
    ),
    (
        later("Say how you know"),
        later(
            "Circle one letter: A we assume, T the team says, S a source, I interviews,"
            " D our own data."
        ),
    ),
)
_FOR_WHOM: dict[Market, str] = {
    "b2b": later("Ideal customer profile, for firms"),
    "b2c": later("Ideal customer profile, for consumers"),
    "both": later("Ideal customer profile, for firms and consumers"),
}
_WEIGHTS = (later("must have"), later("should have"), later("nice"), later("rules out"))


class Prepared(Protocol):
    """What is asked for, as far as every template wants to know."""

    @property
    def prepared_by(self) -> str:
        """Whose name stands as author, "" for that of the program."""
        ...

    @property
    def project(self) -> Project:
        """The project whose brand it carries."""
        ...


@record
class RowShape:
    """How an answer is set: a short line, text below it, items, two wide columns."""

    short: str = ""
    text: str = ""
    items: tuple[AnswerLine, ...] = ()
    item_class: Literal["short", "terms", "text"] = "short"
    wide: bool = False
    beside: bool = False  # the halves of each pair stand on one line
    tall: bool = False  # may split, as nothing less than a page could hold it with its heading


def profile_html(content: ProfileContent, request: Request, crowding: int = 0) -> str:
    """Return the full profile as HTML; `crowding` says how much smaller page 1 is set."""
    running = ", ".join(part for part in (content.title, content.client) if part)
    return fill_template(
        "profile.html",
        request,
        content=content,
        document_title=document_title(content.title, content.client, content.kind_words),
        running_title=running,
        proof_bar=draw_proof_bar(content.counts),
        crowding=crowding,
        setting=SETTINGS[crowding],
        most_musts=MOST_MUSTS,
        most_ruled_out=MOST_RULED_OUT,
    )


def one_page_html(content: ProfileContent, request: Request, room: Room) -> str:
    """Return the one page as HTML, showing as much as there is room for."""
    kind = content.kind_words if content.kind == "negative" else _("Our ideal customer")
    return fill_template(
        "one_page.html",
        request,
        content=content,
        wall=make_wall(content, room),
        room=room,
        paper=request.paper,
        kind_words=kind,
        prepared_by=shorten(request.project.brand.footer or request.prepared_by, _FOOT),
        document_title=document_title(content.title, content.client, kind),
        proof_bar=draw_proof_bar(content.counts, width=39, height=2.4),
    )


def unproven_html(request: Request) -> str:
    """Return the list of what is not yet proven as HTML."""
    content = make_profile_content(request)
    kind = _("Not yet proven")
    return fill_template(
        "unproven.html",
        request,
        content=content,
        lead=unproven_lead(content.not_yet_proven),
        document_title=document_title(kind, content.title, content.client),
        running_title=document_title(kind, content.title, content.client),
    )


def findings_html(request: Request) -> str:
    """Return what the customers say as HTML."""
    content = make_findings(request)
    kind = _("Customer findings")
    return fill_template(
        "findings.html",
        request,
        content=content,
        document_title=document_title(kind, content.client),
        running_title=document_title(kind, content.client),
    )


def worksheet_html(request: Request) -> str:
    """Return the blank worksheet as HTML."""
    content = make_worksheet_content(request)
    kind = _("Worksheet: ideal customer profile")
    return fill_template(
        "worksheet.html",
        request,
        content=content,
        document_title=document_title(kind, content.market_words),
        running_title=kind,
        for_whom=_(_FOR_WHOM[content.market]),
        steps=[(_(head), _(text)) for head, text in _STEPS],
        weights=[_(words) for words in _WEIGHTS],
        yes_no=(Option(id="yes", label=_("Yes")), Option(id="no", label=_("No"))),
    )


def interview_html(request: Request, fewer: int = 0) -> str:
    """Return the sheet for a talk as HTML, with fewer lines where asked."""
    sheet = make_interview_sheet(request, fewer)
    return fill_template(
        "interview.html",
        request,
        sheet=sheet,
        document_title=document_title(_("Interview sheet"), sheet.title),
    )


def fill_template(name: str, request: Prepared, *, folder: str = "pdf", **values: object) -> str:
    """Return a filled template of a folder of `templates`; a name it does not know is an error."""
    author = request.prepared_by or PROGRAM
    brand = make_dress(request.project.brand)
    return _environment(folder).get_template(name).render(author=author, brand=brand, **values)


def document_title(*parts: str) -> str:
    """Return what stands in the title bar of a viewer."""
    return ", ".join(part for part in parts if part) or PROGRAM


def row_shape(row: Row) -> RowShape:
    """Return how the answer of a row is set."""
    if row.kind in ("terms", "pairs"):
        return _list_shape(row)
    first, _line_end, rest = row.words.partition("\n")
    if len(first) > _SHORT:
        first, rest = "", row.words
    return RowShape(
        short=first, text=rest.strip("\n"), wide=len(rest) > _WIDE, tall=len(rest) > 4 * _WIDE
    )


def _list_shape(row: Row) -> RowShape:
    length = sum(len(line.text) + len(line.second) for line in row.lines)
    small = len(row.lines) > _FEW_TERMS or any(len(line.text) > _SHORT for line in row.lines)
    item_class: Literal["short", "terms", "text"] = "terms" if small else "short"
    if row.mixed or any(line.second for line in row.lines):
        each = (len(line.text) // 40 + len(line.second) // 45 + 2 for line in row.lines)
        lengths = [len(line.text) + len(line.second) for line in row.lines]
        return RowShape(
            items=row.lines,
            item_class=item_class,
            beside=max(lengths) <= _BESIDE,
            tall=sum(each) > _TALL,
        )
    if length > 3 * _WIDE:
        return RowShape(text=row.words, wide=True, tall=length > 4 * _WIDE)
    joined = join_items(line.text for line in row.lines)
    return RowShape(
        short=joined,
        item_class="terms" if length > 3 * _SHORT else item_class,
        tall=length // 40 > _TALL,
    )


def shorten(text: str, most: int) -> str:
    """Return a text in one line, cut at a word with an ellipsis where it is longer than `most`."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at_word = cut.rsplit(" ", 1)[0]
    kept = at_word if len(at_word) > most * 0.6 else cut
    return f"{kept.rstrip(' ,;:.–-')}…"


def is_slanted(text: str) -> bool:
    """Say whether the italic faces hold a text: they lack Greek, Cyrillic and everything beyond."""
    return all(char < "\u0370" or "\u2000" <= char < "\u2200" for char in text)


@cache
def style_sheet(name: str) -> str:
    """Return the text of a style sheet of `templates/pdf`."""
    return shipped("templates", "pdf", name).read_text(encoding="utf-8")


@cache
def _environment(folder: str) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(shipped("templates", folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_cleaned,
    )
    environment.globals.update(
        _=_,
        n_=n_,
        grades=GRADES,
        grade_name=lambda grade: _(GRADE_NAMES[grade]),
        grade_meaning=lambda grade: _(GRADE_MEANINGS[grade]),
        mark=_mark,
        picture=_picture,
        chart=_chart,
        theme_picture=_theme_picture,
        tests=planned_tests,
        row_shape=row_shape,
        shorten=shorten,
        is_slanted=is_slanted,
    )
    return environment


def _cleaned(value: Any) -> Any:
    """Return what a template is about to write, without characters that HTML can't hold."""
    from markupsafe import Markup

    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return clean(value).translate(_LINE_ENDS)


def _mark(grade: Grade | None, size: str = "m", *, in_ink: bool = False) -> "Markup":
    from markupsafe import Markup

    mark: Mark = mark_of(grade)
    return Markup('<img class="{}" alt="{}" src="{}">').format(
        size, mark_words(mark), mark_uri(mark, in_ink=in_ink)
    )


def _picture(chart: Chart, css_class: str) -> "Markup":
    from markupsafe import Markup

    return Markup(
        '<img class="{}" alt="{}" style="width:{:.2f}mm;height:{:.2f}mm" src="{}">'
    ).format(css_class, chart.words, chart.width, chart.height, svg_uri(chart.svg))


def _chart(proof: Proof) -> "Markup | str":
    """Return the picture of a counted proof, "" where there is nothing to draw."""
    if proof.count is None or not proof.total or proof.total < 1:
        return ""
    if proof.grade == "customers":
        return _picture(draw_bar(proof.count, proof.total, words=proof.words), "chart")
    if proof.grade == "interviews":
        return _picture(draw_cells(proof.count, proof.total, words=proof.words), "cells")
    return ""


def _theme_picture(theme: ThemeLine) -> "Markup":
    """Return the talks of a theme in order; the count beside it says the same in words."""
    words = _("{n} of {total}", n=theme.count, total=theme.total)
    return _picture(draw_order(theme.cells, words=words), "cells")
