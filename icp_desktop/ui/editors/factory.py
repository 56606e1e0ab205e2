"""The editor for each kind of field."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from icp_desktop.model.values import Kind
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.editors.terms import TermsEditor
from icp_desktop.ui.editors.text import TextEditor
from icp_desktop.worksheet.definitions import Field, Wording

Make = Callable[[Field, Wording, str, Appearance], Editor]
EDITORS: dict[Kind, Make] = {
    "text": lambda field, words, _currency, look: TextEditor(field, words, look),
    "terms": lambda field, words, _currency, look: TermsEditor(field, words, look),
}


def make_editor(
    field: Field,
    wording: Wording,
    *,
    currency: str,
    appearance: Appearance,
    parent: QWidget | None = None,
) -> Editor:
    """Return an editor for a field, named for a screen reader; `currency` is an ISO 4217 code."""
    editor = EDITORS[field.kind](field, wording, currency, appearance)
    editor.setParent(parent)
    editor.describe(wording.label, wording.question)
    return editor
