"""Fills forms as the programs of other people do: PDFium here, others as processes of their own."""

import ctypes
import io
from collections.abc import Iterator, Mapping
from typing import Any

import pypdfium2
from pypdfium2 import raw

Filling = Mapping[str, str | bool]


def fill_by_pdfium(data: bytes, filling: Filling, *, typed: bool = True) -> bytes:
    """Type or paste into the fields of a PDF as a person does in a browser; True ticks a box."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    left = dict(filling)
    for number in range(len(document)):
        page = document[number]
        for annotation, name in _widgets(document, page):
            if name in left:
                _fill(document, page, annotation, left.pop(name), typed=typed)
            raw.FPDFPage_CloseAnnot(annotation)
        page.close()
    assert not left, f"no such fields: {sorted(left)}"
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _widgets(document: Any, page: Any) -> Iterator[tuple[Any, str]]:
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
            yield annotation, _text(raw.FPDFAnnot_GetFormFieldName, document.formenv, annotation)


def _text(ask: Any, *given: Any) -> str:
    length = ask(*given, None, 0)
    buffer = ctypes.create_string_buffer(length)
    ask(*given, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le")


def _fill(document: Any, page: Any, annotation: Any, value: str | bool, *, typed: bool) -> None:
    form = document.formenv
    if isinstance(value, bool):
        if value:
            _click(form, page, annotation)
        return
    raw.FORM_SetFocusedAnnot(form, annotation)
    if raw.FPDFAnnot_GetFormFieldType(form, annotation) == raw.FPDF_FORMFIELD_COMBOBOX:
        labels = [
            _text(raw.FPDFAnnot_GetOptionLabel, form, annotation, n)
            for n in range(raw.FPDFAnnot_GetOptionCount(form, annotation))
        ]
        raw.FORM_SetIndexSelected(form, page, labels.index(value), 1)
    else:
        raw.FORM_SelectAllText(form, page)
        if max(value, default="") > "\uffff" and typed:
            _type(form, page, value)
        else:
            wide = ctypes.create_string_buffer(value.encode("utf-16-le") + b"\0\0")
            raw.FORM_ReplaceSelection(form, page, ctypes.cast(wide, raw.FPDF_WIDESTRING))
    raw.FORM_ForceToKillFocus(form)


def _type(form: Any, page: Any, value: str) -> None:
    """Press keys; what is pasted loses the upper half of letters beyond the first 65,536."""
    units = memoryview(value.encode("utf-16-le")).cast("H")
    for unit in units:
        raw.FORM_OnChar(form, page, 13 if unit == 10 else unit, 0)


def _click(form: Any, page: Any, annotation: Any) -> None:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    raw.FORM_OnLButtonDown(form, page, 0, x, y)
    raw.FORM_OnLButtonUp(form, page, 0, x, y)
    raw.FORM_ForceToKillFocus(form)
