"""Files that somebody may drop, each with the words of the sentence it has to get."""

import io
import zipfile
from collections.abc import Callable

import pikepdf
from forms.asked import filling, send
from forms.viewers import fill_by_pdfium
from pikepdf import Array, Dictionary, Name, Pdf, String

from icp_desktop.documents.form_content import Token, write_token


def saved(pdf: Pdf, **how: object) -> bytes:
    """Return a PDF as bytes."""
    out = io.BytesIO()
    pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def form_of(change: Callable[[Pdf], None] | None = None, text: str = "Yes, often") -> bytes:
    """Return a filled form of ours, changed."""
    _project, _form, data = send()
    with pikepdf.open(io.BytesIO(fill_by_pdfium(data, filling(text)))) as pdf:
        if change:
            change(pdf)
        return saved(pdf)


def circular_kids() -> bytes:
    """Return a PDF whose fields hold each other."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        first = pdf.make_indirect(Dictionary(T=String("a"), FT=Name.Tx))
        second = pdf.make_indirect(Dictionary(T=String("b"), Kids=Array([first])))
        first.Kids = Array([second])
        pdf.Root.AcroForm = Dictionary(Fields=Array([first]))
        return saved(pdf)


def circular_pages() -> bytes:
    """Return a PDF whose tree of pages leads back to itself."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        return saved(pdf)


def circular_prev() -> bytes:
    """Return a PDF whose tables of places name each other as the one before."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    body += b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    start = len(body)
    body += b"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R/Prev %d>>\n" % start
    return body + b"startxref\n%d\n%%%%EOF\n" % start


def deep_fields(depth: int = 3_000) -> bytes:
    """Return a PDF with fields in fields in fields."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        field = pdf.make_indirect(Dictionary(T=String("end"), FT=Name.Tx))
        for number in range(depth):
            field = pdf.make_indirect(Dictionary(T=String(f"f{number}"), Kids=Array([field])))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        return saved(pdf)


def many_fields(count: int = 100_000) -> bytes:
    """Return a PDF with a hundred thousand fields."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        fields = [
            Dictionary(T=String(f"f{number}"), FT=Name.Tx, V=String("x")) for number in range(count)
        ]
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
        return saved(pdf)


def flattened() -> bytes:
    """Return what printing a form to a new PDF leaves: text and no fields."""
    _project, _form, data = send("paper")
    return data


def scanned() -> bytes:
    """Return a PDF that is a picture of a page."""
    with Pdf.new() as pdf:
        page = pdf.add_blank_page()
        picture = pdf.make_stream(bytes(12), Type=Name.XObject, Subtype=Name.Image)
        page.obj.Resources = Dictionary(XObject=Dictionary(Im0=picture))
        return saved(pdf)


def locked() -> bytes:
    """Return a form behind a password."""
    _project, _form, data = send()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="o", user="secret"))


def xfa() -> bytes:
    """Return a form of the kind that only one program reads."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("<xdp/>"))
        return saved(pdf)


def foreign_form() -> bytes:
    """Return a form that was not sent from here."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        field = Dictionary(T=String("name"), FT=Name.Tx, V=String("Ann"))
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))
        return saved(pdf)


def with_token(**changes: object) -> bytes:
    """Return a form whose token says something else."""
    told: dict[str, object] = {
        "form": "elsewhere1",
        "project": "spoke",
        "questionnaire": "each-kind",
        "edition": 1,
    }
    token = Token(**(told | changes))  # type: ignore[arg-type]

    def change(pdf: Pdf) -> None:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.T) == "_icp":
                field.V = String(write_token(token))

    return form_of(change)


def zip_bomb() -> bytes:
    """Return a package that would unpack to far too much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(100_000_000))
    return out.getvalue()


def entity_bomb() -> bytes:
    """Return an OpenDocument sheet whose text would grow without end."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    content = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x>&a9;</x>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", content)
    return out.getvalue()


def climbing_names() -> bytes:
    """Return a package that wants to be unpacked somewhere else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../xl/workbook.xml", b"<workbook/>")
    return out.getvalue()


def word_document() -> bytes:
    """Return something that begins like a Word document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", b"<w/>")
    return out.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "fields in a circle": (circular_kids, "is damaged and can’t be read"),
    "pages in a circle": (circular_pages, "is damaged and can’t be read"),
    "tables in a circle": (circular_prev, "is damaged and can’t be read"),
    "fields 3,000 deep": (deep_fields, "is damaged and can’t be read"),
    "100,000 fields": (many_fields, "has thousands of fields"),
    "printed to a new PDF": (flattened, "it was printed to a new PDF"),
    "scanned": (scanned, "is a scan"),
    "behind a password": (locked, "is locked with a password"),
    "XFA": (xfa, "(XFA)"),
    "somebody else’s form": (foreign_form, "not a form that was sent from here"),
    "another project": (lambda: with_token(project="other"), "sent from another project"),
    "a newer version": (lambda: with_token(format=9), "newer version of this program"),
    "a newer edition": (lambda: with_token(edition=7), "asks edition 7 of questions"),
    "unknown questions": (lambda: with_token(questionnaire="gone"), "does not have"),
    "nothing filled in": (lambda: send()[2], "Nothing is filled in"),
    "cut in half": (lambda: send()[2][:60_000], "is damaged and can’t be read"),
    "a photo": (lambda: b"\xff\xd8\xff\xe0" + bytes(4_000), "is a picture"),
    "a photo of a telephone": (lambda: bytes(4) + b"ftypheic" + bytes(99), "is a picture"),
    "a text": (lambda: b"Dear shop,\n", "is not a form that was sent from here"),
    "an old or locked workbook": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "is locked with a"),
    "a Word document": (word_document, "is a Word document"),
    "a zip bomb": (zip_bomb, "is damaged"),
    "an entity bomb": (entity_bomb, "is damaged"),
    "names that climb": (climbing_names, "is damaged"),
}
