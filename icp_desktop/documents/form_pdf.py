"""A form as a PDF that can be filled in, or as a sheet to be written on by hand."""

import io
from typing import TYPE_CHECKING, Any

from icp_desktop.documents.form_content import (
    CONSENT,
    CONSENT_CHOICES,
    DAY,
    NAME,
    ROLE,
    Ask,
    FormContent,
    FormRequest,
    make_form_content,
    write_token,
)
from icp_desktop.documents.form_controls import PAIR_ROWS, TOKEN, control_name
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.press import PdfResult, print_html
from icp_desktop.i18n import _
from icp_desktop.model.record import record
from icp_desktop.worksheet.definitions import Option

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_READ_ONLY = 1  # bit of /Ff
_HIDDEN = 2  # bit of /F


@record
class _Names:
    name: str = NAME
    role: str = ROLE
    day: str = DAY
    consent: str = CONSENT


def print_form(request: FormRequest, *, fillable: bool = True) -> PdfResult:
    """Return a form as PDF; raise KnownError if its questions can't be used."""
    content = make_form_content(request)
    html = form_html(content, request, fillable=fillable)
    result = print_html(html, "form", request.paper, forms=fillable)
    if not fillable:
        return result
    return PdfResult(
        data=_finished(result.data),
        pages=result.pages,
        missing_characters=result.missing_characters,
        log=result.log,
    )


def form_html(content: FormContent, request: FormRequest, *, fillable: bool) -> str:
    """Return a form as HTML."""
    return fill_template(
        "form.html",
        request,
        content=content,
        fillable=fillable,
        document_title=document_title(content.title, content.client),
        running_title=f"{content.kind_words}: {content.title}",
        control_name=control_name,
        spoken=_spoken,
        currency=content.currency,
        pair_rows=range(1, PAIR_ROWS + 1),
        yes_no=(Option(id="yes", label=_("Yes")), Option(id="no", label=_("No"))),
        consent=tuple(Option(id=o.id, label=_(o.label)) for o in CONSENT_CHOICES),
        names=_Names(),
        token_name=TOKEN,
        token=write_token(content.token),
        paper_lead=_("Write by hand. Leave empty what you don’t know."),
        how_back=_(
            "Save this file and mail it to the person who sent it. Do not print it to a new PDF: "
            "the answers would become a picture. Nothing is sent by itself."
        )
        if fillable
        else _("Give this sheet back to the person you had it from."),
    )


def _spoken(ask: Ask, what: str = "") -> str:
    """Return what a screen reader calls a field."""
    name = _("Question {n}: {words}", n=ask.number, words=what or ask.text)
    return name if len(name) <= 200 else f"{name[:199]}…"


def _finished(data: bytes) -> bytes:
    """Return the PDF with its token out of sight and with ticks that every viewer shows.

    Without /DA and /MK /CA some viewers draw no tick; without a hidden flag some let the person
    tab into the token. The same bytes come of the same form.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.get("/T", "")) == TOKEN:
                field["/Ff"] = _READ_ONLY
                field["/F"] = _HIDDEN
            elif field.get("/FT") == "/Btn":
                _give_tick(field)
        _give_font(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _give_font(pdf: "Pdf") -> None:
    """Name the font that ticks are drawn with; every viewer has it."""
    import pikepdf

    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.ZapfDingbats
    )
    form: Any = pdf.Root.AcroForm
    resources: Any = form.get("/DR", pikepdf.Dictionary())
    fonts: Any = resources.get("/Font", pikepdf.Dictionary())
    fonts["/ZaDb"] = pdf.make_indirect(font)
    resources["/Font"] = fonts
    form["/DR"] = resources


def _give_tick(field: "Object") -> None:
    import pikepdf

    field["/DA"] = pikepdf.String("/ZaDb 0 Tf 0 g")
    look: Any = field.get("/MK", pikepdf.Dictionary())
    look["/CA"] = pikepdf.String("4")
    field["/MK"] = look
