"""A form goes out as PDF, is filled in by the programs people have, and comes back equal."""

import io

import pikepdf
import pytest
from forms.answers import assert_all_came_back
from forms.asked import TEXTS, TODAY, filling, send
from forms.viewers import fill_by_pdfium
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from icp_desktop.documents.form_content import FormRequest, read_token
from icp_desktop.documents.form_controls import TOKEN
from icp_desktop.documents.form_pdf import print_form
from icp_desktop.documents.forms_out import write_form
from icp_desktop.documents.raw_pdf import read_pdf
from icp_desktop.documents.returned import digest_of, understand
from icp_desktop.model.forms import WORKSHEET_FORM


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_typed_in_a_browser_comes_back_equal(text: str) -> None:
    project, _form, data = send()
    filled = fill_by_pdfium(data, filling(text))
    returned = understand("a.pdf", digest_of(filled), read_pdf(filled), project)
    assert_all_came_back(returned, text)


def test_a_pasted_emoji_comes_back_whole_though_browsers_cut_it() -> None:
    project, _form, data = send()
    filled = fill_by_pdfium(data, filling(TEXTS["emoji"]), typed=False)
    returned = understand("a.pdf", digest_of(filled), read_pdf(filled), project)
    assert_all_came_back(returned, TEXTS["emoji"])


@pytest.mark.parametrize("questionnaire", ["each-kind", WORKSHEET_FORM])
def test_the_file_has_no_fault(questionnaire: str) -> None:
    _project, _form, data = send(questionnaire=questionnaire)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.AcroForm.NeedAppearances
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
        assert len(set(names)) == len(names)
        assert all("/V" in field or field.FT == "/Btn" for field in pdf.Root.AcroForm.Fields)


def test_every_viewer_can_draw_the_ticks_and_none_shows_the_token() -> None:
    _project, form, data = send()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        boxes = [field for field in fields.values() if field.FT == "/Btn"]
        assert len(boxes) == 2
        assert all(str(box.MK.CA) == "4" and "/DA" in box for box in boxes)
        token = fields[TOKEN]
        assert int(token.F) & 2
        left, low, right, high = (float(each) for each in token.Rect)
        assert (right - left) * (high - low) < 100
    told = read_token(read_pdf(data).values[TOKEN].text)
    assert told is not None
    assert (told.form, told.project, told.person) == (form.id, "spoke", "M. Okafor")


def test_every_field_is_called_by_its_question() -> None:
    _project, _form, data = send()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spoken = [str(field.TU) for field in pdf.Root.AcroForm.Fields]
    assert "Question 4: No time" in spoken
    assert "Question 6: from" in spoken
    assert len(set(spoken)) == len(spoken)


def test_the_same_form_gives_the_same_bytes_and_no_remark() -> None:
    project, form, data = send()
    request = FormRequest(project=project, form=form, today=TODAY)
    assert write_form(request) == data
    assert print_form(request).log == ()


def test_the_document_names_nobody_but_whom_it_is_for() -> None:
    _project, _form, data = send()
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.author == "ICP Desktop"
    assert "M. Okafor" in reader.pages[0].extract_text()


def test_on_paper_there_is_nothing_to_fill_in_but_everything_to_write_on() -> None:
    _project, form, data = send("paper")
    reader = PdfReader(io.BytesIO(data))
    assert not reader.get_fields()
    text = " ".join(each.get_textpage().get_text_bounded() for each in PdfDocument(data))
    for words in ("What do you see?", "Bicycle", "The price", "in der Wöche", form.id):
        assert words in text
    assert "Type into the fields" not in text
