"""An empty Word document in our dress, into which `docxtpl` fills what a document says.

It is built each time, so no file of somebody else's is in it: paper, margins, real heading styles,
tables whose heads repeat, a footer with page numbers. Paragraphs hold Jinja tags; what people typed
comes in as values alone and is never looked at as a template.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from icp_desktop.documents.brand import Dress
from icp_desktop.documents.content import Paper
from icp_desktop.documents.marks import INK, INK2

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

FONT = "Source Sans Pro"
MEASURE = 174  # mm
_PAGES: dict[Paper, tuple[float, float, tuple[float, float, float, float]]] = {
    "A4": (210, 297, (25, 14, 24, 22)),  # mm: width, height; margins top, right, bottom, left
    "Letter": (215.9, 279.4, (23, 17.9, 22, 24)),
}
_HAIRLINE, _RULE = "B9BDC2", INK.lstrip("#")
_MARK_INDENT = 6.4  # mm from a mark to its words
Lines = Sequence[tuple[str, str]]  # text with tags, and the name of its style


class Frame:
    """A document being put together, paragraph by paragraph."""

    def __init__(self, paper: Paper, dress: Dress, language: str) -> None:
        """Start with the paper and our styles."""
        import docx

        self.dress = dress
        self.document: Document = docx.Document()
        self._bare()
        self._set_paper(paper)
        self._set_styles(language)

    def put(self, text: str, style: str = "Normal") -> "Paragraph":
        """Add a paragraph; a tab in its text is a tab."""
        return self.document.add_paragraph(text, style)

    def table(self, widths: Sequence[float], heads: Sequence[str], each: str,
              cells: Sequence[Lines]) -> None:  # fmt: skip
        """Add a table with a head that repeats, and a row of cells for `each`, such as "row in x".

        Widths are in mm.
        """
        from docx.oxml import OxmlElement

        table = self.document.add_table(rows=0, cols=len(widths))
        table.autofit = False
        _no_borders(table)
        if heads:
            row = table.add_row()
            for cell, head in zip(row.cells, heads, strict=True):
                cell.paragraphs[0].text = head
                cell.paragraphs[0].style = self.document.styles["Table head"]
                _border(cell, "bottom", 8, _RULE)
            for name in ("w:cantSplit", "w:tblHeader"):
                row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - as docx has it
        table.add_row().cells[0].paragraphs[0].text = f"{{%tr for {each} %}}"
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for cell, lines in zip(row.cells, cells, strict=True):
            self.fill(cell, lines)
            _border(cell, "top", 3, _HAIRLINE)
        table.add_row().cells[0].paragraphs[0].text = "{%tr endfor %}"
        _set_widths(table, widths)

    def grid(self, widths: Sequence[float], rows: Sequence[Sequence[Lines]]) -> None:
        """Add a table that only puts things beside each other; widths are in mm."""
        from docx.oxml import OxmlElement

        table = self.document.add_table(rows=0, cols=len(widths))
        table.autofit = False
        _no_borders(table)
        for cells in rows:
            row = table.add_row()
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
            for cell, lines in zip(row.cells, cells, strict=True):
                self.fill(cell, lines)
        _set_widths(table, widths)

    def fill(self, cell: "_Cell", lines: Lines) -> None:
        """Put paragraphs into a cell."""
        for number, (text, style) in enumerate(lines):
            paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
            paragraph.text = text
            paragraph.style = self.document.styles[style]

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        from docx.enum.text import WD_BREAK

        self.put("", "End").add_run().add_break(WD_BREAK.PAGE)

    def masthead(self, kind: str, client: str) -> None:
        """Add the kind of document over the business, the logo at the right, and the bar."""
        self.grid(
            (MEASURE - 50, 50),
            [[((kind, "Kind"), (client, "Client")), (("{{ logo }}", "Logo"),)]],
        )
        self.put("", "Bar")

    def legend(self) -> None:
        """Add what the marks stand for."""
        each = "{{ mark(grade) }} {{ grade_name(grade) }}    "
        self.put(f"{{% for grade in grades %}}{each}{{% endfor %}}", "Small")

    def finish(self) -> None:
        """Add the running head and the foot with the page numbers."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "{{ running }}"
        section.header.paragraphs[0].style = self.document.styles["Header"]
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            paragraph.style = self.document.styles["Footer"]
            paragraph.text = "{{ footer }}\t"
            for field in ("PAGE", "NUMPAGES"):
                if field == "NUMPAGES":
                    paragraph.add_run(" / ")
                _field(paragraph, field)

    def _bare(self) -> None:
        """Take out what the blank document brings along and nobody asked for."""
        package = self.document.part.package
        for relations in (package.rels, self.document.part.rels):
            for key in [
                key
                for key, each in relations.items()
                if each.reltype.rsplit("/", 1)[-1]
                in ("thumbnail", "extended-properties", "customXml", "stylesWithEffects")
            ]:
                del relations[key]
        styles = self.document.styles.element
        for style in list(styles.style_lst):
            if str(style.type).startswith("TABLE") and style.name_val != "Normal Table":
                styles.remove(style)

    def _set_paper(self, paper: Paper) -> None:
        from docx.shared import Mm

        width, height, (top, right, bottom, left) = _PAGES[paper]
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.top_margin, section.right_margin = Mm(top), Mm(right)
        section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
        section.header_distance = section.footer_distance = Mm(11)

    def _set_styles(self, language: str) -> None:
        from docx.enum.text import WD_LINE_SPACING
        from docx.shared import Mm, Pt

        _say_language(self.document, language)
        ink, ink2, head = INK, INK2, self.dress.head
        for name, size, line, bold, colour, before, after in (
            ("Normal", 10, 14, False, ink, 0, 0),
            ("Title", 32, 36, False, ink, 14, 6),
            ("Heading 1", 20, 26, False, ink, 26, 4),
            ("Heading 2", 10, 14, True, ink, 0, 0),
            ("Heading 3", 10, 14, True, ink, 8, 1),
            ("Header", 8, 10.5, False, ink2, 0, 0),
            ("Footer", 8, 10.5, False, ink2, 0, 0),
            ("Quote", 10, 14, False, ink, 3, 3),
            ("Kind", 10, 14.5, True, head, 0, 0),
            ("Client", 10, 14.5, False, ink2, 0, 0),
            ("Logo", 10, 14.5, False, ink2, 0, 0),
            ("Bar", 2, 2, False, ink, 0, 6),
            ("Sentence", 15, 21, False, ink, 0, 8),
            ("Short answer", 12, 16, False, ink, 0, 0),
            ("Marked", 10, 14, False, ink, 1, 1),
            ("Marked answer", 12, 16, False, ink, 0, 1),
            ("Small", 8.5, 11.5, False, ink2, 1, 1),
            ("Note", 8.5, 11.5, False, ink2, 0, 1),
            ("Lead", 8.5, 11.5, False, ink2, 0, 2),
            ("End", 3, 4, False, ink2, 0, 0),
            ("Table head", 8.5, 11.5, True, ink2, 6, 3),
        ):
            style = self._style(name)
            _dress_font(style, size, bold=bold, colour=colour)
            shape = style.paragraph_format
            shape.line_spacing = Pt(line)
            shape.line_spacing_rule = WD_LINE_SPACING.AT_LEAST  # a picture is never cut
            shape.space_before, shape.space_after = Pt(before), Pt(after)
            # Labels within rows are no such heads: they would tie every row to the next.
            shape.keep_with_next = name in ("Heading 1", "Heading 3", "Table head", "Lead")
            if name.startswith("Marked"):
                shape.left_indent, shape.first_line_indent = Mm(_MARK_INDENT), Mm(-_MARK_INDENT)
                shape.tab_stops.add_tab_stop(Mm(_MARK_INDENT))
        self._style("Note").paragraph_format.left_indent = Mm(_MARK_INDENT)
        self._style("Quote").font.italic = True
        self._style("Quote").paragraph_format.left_indent = Mm(4)
        _finish_styles(self.document, self.dress)

    def _style(self, name: str) -> "ParagraphStyle":
        from docx.enum.style import WD_STYLE_TYPE

        styles = self.document.styles
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        style: Any = styles[name]
        found: ParagraphStyle = style
        return found


def _dress_font(style: "ParagraphStyle", size: float, *, bold: bool, colour: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)  # a theme would win over our own
    for name in ("w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)


def _finish_styles(document: "Document", dress: Dress) -> None:
    """Give the bar its colour, take away borders of the blank document, set tabs."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    styles: Any = document.styles
    for name in ("Title", "Heading 1"):
        properties = styles[name].element.get_or_add_pPr()
        borders = properties.find(qn("w:pBdr"))
        if borders is not None:
            properties.remove(borders)
    for name, side, size, colour in (
        ("Bar", "bottom", 34, dress.bar.lstrip("#")),
        ("Heading 1", "top", 11, _RULE),
    ):
        borders = OxmlElement("w:pBdr")
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", str(size)), ("space", "4"), ("color", colour)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
        styles[name].element.get_or_add_pPr().insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc",
            "w:outlineLvl",
        )  # fmt: skip
    styles["Logo"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    stops = styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(MEASURE), WD_TAB_ALIGNMENT.RIGHT)


def _say_language(document: "Document", language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    code = {"en": "en-GB", "de": "de-DE"}.get(language, language)
    for properties in document.styles.element.iter(qn("w:rPrDefault")):
        run = properties.find(qn("w:rPr"))
        for old in run.findall(qn("w:lang")):
            run.remove(old)
        said = OxmlElement("w:lang")
        said.set(qn("w:val"), code)
        run.append(said)


def _field(paragraph: "Paragraph", instruction: str) -> None:
    """Add a field that the word processor works out, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - docx has no way of its own


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _no_borders(table: Any) -> None:
    """Let a table be as wide as its columns, with words at the very margin."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = table._tbl.tblPr  # noqa: SLF001
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("left", "0"), ("right", "227")):
        each = OxmlElement(f"w:{side}")
        each.set(qn("w:w"), width)
        each.set(qn("w:type"), "dxa")
        margins.append(each)
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _border(cell: "_Cell", side: str, size: int, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        properties.append(borders)
    line = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(size)), ("space", "0"), ("color", colour)):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
