"""The editor for each kind of field."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from icp_desktop.model.values import Kind
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.editors.choices import YesNoEditor, make_choice_editor
from icp_desktop.ui.editors.day import DayEditor
from icp_desktop.ui.editors.pairs import PairsEditor
from icp_desktop.ui.editors.ranges import MoneyRangeEditor, NumberRangeEditor
from icp_desktop.ui.editors.terms import TermsEditor
from icp_desktop.ui.editors.text import TextEditor
from icp_desktop.worksheet.definitions import Field, Wording

Make = Callable[[Field, Wording, str, Appearance], Editor]
EDITORS: dict[Kind, Make] = {
    "text": lambda field, words, _currency, look: TextEditor(field, words, look),
    "choice": lambda field, _words, _currency, look: make_choice_editor(field, look),
    "terms": lambda field, words, _currency, look: TermsEditor(field, words, look),
    "number_range": lambda field, _words, _currency, look: NumberRangeEditor(field, look),
    "money_range": lambda field, _words, currency, look: MoneyRangeEditor(field, currency, look),
    "date": lambda _field, _words, _currency, look: DayEditor(look),
    "yes_no": lambda _field, _words, _currency, look: YesNoEditor(look),
    "pairs": lambda _field, words, _currency, look: PairsEditor(words, look),
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
