"""What a document says, filled into a Word frame by `docxtpl`: every text is data, never markup.

The same request gives the same bytes: no clock, no computer, no user in them.
"""

import io
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from icp_desktop.checks.grades import GRADE_NAMES, GRADES, Grade
from icp_desktop.documents.content import Request, language_of
from icp_desktop.documents.html import PROGRAM, shorten
from icp_desktop.documents.mark_pictures import mark_picture
from icp_desktop.documents.marks import mark_of, mark_words
from icp_desktop.documents.pictures import checked_picture
from icp_desktop.documents.word_frame import FONT, Frame
from icp_desktop.documents.workbook_package import timeless
from icp_desktop.i18n import _, n_
from icp_desktop.model.body import Body
from icp_desktop.worksheet.reading import clean

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from jinja2 import Environment

_MARK = 4.3  # mm
_LONGEST_PROPERTY = 250
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


def fill_word(frame: Frame, request: Request, title: str, **values: object) -> bytes:
    """Return a frame with its values filled in; a name it does not know is an error."""
    from docxtpl import DocxTemplate

    frame.finish()
    kept = io.BytesIO()
    frame.document.save(kept)
    template = DocxTemplate(io.BytesIO(kept.getvalue()))
    logo = request.project.brand.logo
    template.render(
        {
            "logo": _Picture(template, logo, _("Logo"), width=42, height=11),
            "running": title,
            **values,
        },
        _environment(template),
        autoescape=True,
    )
    _set_properties(template, request, title)
    written = io.BytesIO()
    template.save(written)
    return timeless(written.getvalue(), _with_fallback)


class _Picture:
    """A picture in a line of text, as large as fits a box in mm; nothing where there is none."""

    def __init__(
        self, template: "DocxTemplate", body: Body | bytes | None, words: str, *,
        width: float, height: float, lowered: bool = False,
    ) -> None:  # fmt: skip
        checked = checked_picture(body) if isinstance(body, Body) else None
        self._data = body if isinstance(body, bytes) else checked.data if checked else b""
        self._template = template
        self._words = words
        self._box = (width, height)
        self._lowered = lowered

    def __bool__(self) -> bool:
        """Say whether there is one."""
        return bool(self._data)

    def __str__(self) -> str:
        """Return nothing: a picture is no text."""
        return ""

    def __html__(self) -> str:
        """Return the picture as it stands between two runs of text."""
        from docx.shared import Mm
        from PIL import Image

        if not self._data:
            return ""
        with Image.open(io.BytesIO(self._data)) as picture:
            scale = min(self._box[0] / picture.width, self._box[1] / picture.height)
            size = (Mm(picture.width * scale), Mm(picture.height * scale))
        part = self._template.current_rendering_part
        inline = part.new_pic_inline(io.BytesIO(self._data), *size)
        inline.docPr.set("descr", self._words)
        inline.docPr.set("name", self._words)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # LibreOffice would keep a distance of its own
        position = '<w:rPr><w:position w:val="-4"/></w:rPr>' if self._lowered else ""
        return (
            f"</w:t></w:r><w:r>{position}<w:drawing>{inline.xml}</w:drawing></w:r>"
            '<w:r><w:t xml:space="preserve">'
        )


def _environment(template: "DocxTemplate") -> "Environment":
    from jinja2 import Environment, StrictUndefined

    def mark(grade: Grade | None) -> _Picture:
        found = mark_of(grade)
        picture = mark_picture(found)
        words = mark_words(found)
        return _Picture(template, picture, words, width=_MARK, height=_MARK, lowered=True)

    def picture(body: Body | None, words: str, side: float) -> _Picture:
        return _Picture(template, body, words, width=side, height=side)

    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_cleaned)
    environment.globals.update(
        _=_,
        n_=n_,
        grades=GRADES,
        grade_name=lambda grade: _(GRADE_NAMES[grade]),
        mark=mark,
        picture=picture,
        shorten=shorten,
    )
    return environment


def _cleaned(value: Any) -> Any:
    """Return what is about to be written, without characters that Word can't hold.

    docxtpl would turn what looks like its own escapes into tags; braces beside a line or a
    percent sign therefore go as numbers.
    """
    from markupsafe import Markup, escape

    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = str(escape(clean(value).translate(_LINE_ENDS).replace("\t", " ")))
    plain: Markup = Markup(text.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped above
    return plain


def _set_properties(template: "DocxTemplate", request: Request, title: str) -> None:
    """Say who made it and when: never the user of the computer, never the present moment."""
    properties = template.docx.core_properties
    by = clean(request.prepared_by or PROGRAM)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = by
    properties.title = " ".join(clean(title).split())[:_LONGEST_PROPERTY]
    properties.subject = _("Ideal customer profile")
    properties.comments = ""
    properties.language = language_of(request)
    noon = datetime.combine(request.today, time(12), tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = noon
    properties.revision = 1


def _with_fallback(name: str, part: bytes) -> bytes:
    """Return a part, that of the fonts with a hint for where our typeface is not installed."""
    if name != "word/fontTable.xml":
        return part
    return part.replace(b"</w:fonts>", _fallback() + b"</w:fonts>")


def _fallback() -> bytes:
    return (
        f'<w:font w:name="{FONT}"><w:altName w:val="Source Sans 3"/>'
        '<w:panose1 w:val="020B0503030403020204"/><w:family w:val="swiss"/></w:font>'
    ).encode()
