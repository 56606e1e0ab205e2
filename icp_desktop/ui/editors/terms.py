"""A list of terms: chips in a field, and room to type the next one."""

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.values import Term, Terms, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.editors.term_chip import TermChip
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.worksheet.definitions import Field, Wording
from icp_desktop.worksheet.reading import LONGEST_TEXT, MOST_ITEMS, clean

_LONGEST_TERM = 200  # characters; a longer one is a text, not a term
_ROOM_TO_TYPE, _MOST_ROOM_FOR_HINT = 120, 280
_SPLIT = re.compile(r"[\n\t]")


class TermsEditor(Editor):
    """Edit a list: Enter or a comma adds, Backspace twice removes, arrows walk, paste splits.

    An item keeps its id and its proof as long as it is there, also while its text is corrected.
    """

    def __init__(
        self,
        field: Field,
        wording: Wording,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._opened: tuple[int, Term] | None = None  # taken out to be corrected, and from where
        self._chips: list[TermChip] = []
        self._box = _Field()
        self._flow = FlowLayout(self._box, fill_last=True)
        self._line = _TermLine()
        self._flow.addWidget(self._line)
        self._line.setPlaceholderText(wording.placeholder)
        self._box.clicked.connect(self._line.setFocus)
        self._line.textEdited.connect(self._on_typed)
        self._line.returnPressed.connect(self._commit)
        self._line.left.connect(self._on_left)
        self._line.erased.connect(self._on_left)
        self._line.pasted.connect(self._add_texts)
        self._watch(self._line)
        self._add(self._box)
        self.set_suggestions([option.label for option in field.choices])
        self._show_terms(())

    def set_suggestions(self, words: list[str]) -> None:
        """Offer words while the person types."""
        if not words:
            return
        completer = QCompleter(words, self._line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completed)
        self._line.setCompleter(completer)

    def terms(self) -> tuple[Term, ...]:
        """Return the terms as they stand, with the one that is being corrected."""
        terms = [chip.term for chip in self._chips]
        if self._opened is not None:
            index, term = self._opened
            terms.insert(index, term)
        return tuple(terms)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._line and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            set_state(self._box, "lit", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    @override
    def _display(self, value: Value | None) -> None:
        items = value.items if isinstance(value, Terms) else ()
        if self._opened is not None:  # else it would come back when the input leaves
            self._opened = None
            self._line.clear()
        self._show_terms(items)

    @override
    def _settle(self) -> None:
        self._commit()

    @override
    def _fit(self) -> None:
        super()._fit()
        self._line.ensurePolished()
        px = self._appearance.px
        self._flow.set_gaps(px(8), px(4))
        self._box.setMinimumHeight(px(34))
        inner = px(4) - self._appearance.theme.stroke
        self._flow.setContentsMargins(inner, inner, inner, inner)
        before = px(6)
        hint = self._line.fontMetrics().horizontalAdvance(self._line.placeholderText())
        wanted = min(before + hint + px(8), px(_MOST_ROOM_FOR_HINT))
        self._line.setMinimumWidth(max(px(_ROOM_TO_TYPE), wanted))
        self._line.setTextMargins(before, 0, 0, 0)

    @override
    def _tell(
        self, sentence: str, button: str = "", mend: Callable[[], None] | None = None
    ) -> None:
        super()._tell(sentence, button, mend)
        set_state(self._box, "error", bool(sentence))

    def _show_terms(self, terms: tuple[Term, ...]) -> None:
        if terms != tuple(chip.term for chip in self._chips):
            shown = {chip.term: chip for chip in self._chips}
            self._chips = [
                shown.pop(term) if term in shown else self._make_chip(term) for term in terms
            ]
            for chip in shown.values():
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._flow.set_order([*self._chips, self._line])
            for number, chip in enumerate(self._chips):
                chip.show_place(number + 1, len(self._chips))
        self._fit()
        self._box.updateGeometry()

    def _make_chip(self, term: Term) -> TermChip:
        chip = TermChip(self._appearance, term, self._box)
        chip.removed.connect(lambda: self._remove(chip))
        chip.opened.connect(lambda: self._open(chip))
        chip.stepped.connect(lambda step: self._step(chip, step))
        chip.typed.connect(self._on_letter)
        chip.installEventFilter(self)
        chip.show()
        return chip

    def _on_typed(self, text: str) -> None:
        self._tell("")
        if "," in text:
            self._add_texts(text.replace(",", "\n"))

    def _on_completed(self, text: str) -> None:
        self._line.setText(text)
        self._commit()

    def _on_letter(self, letter: str) -> None:
        self._line.setFocus()
        self._line.type_in(letter)

    def _on_left(self) -> None:
        if self._chips:
            self._chips[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _commit(self) -> None:
        text = self._line.text().strip()
        if text or self._opened is not None:
            self._add_texts(text)

    def _add_texts(self, pasted: str) -> None:
        """Add what was typed or pasted, a term per line, and leave the rest of the field empty."""
        lines = [" ".join(line.split()) for line in _SPLIT.split(clean(pasted[:LONGEST_TEXT]))]
        texts = [line[:_LONGEST_TERM] for line in lines if line]
        terms = [chip.term for chip in self._chips]
        index, opened = self._opened or (len(terms), None)
        known = {term.text.casefold() for term in terms}
        added: list[Term] = []
        for text in texts:
            if text.casefold() in known or len(terms) + len(added) >= MOST_ITEMS:
                continue
            known.add(text.casefold())
            if opened is not None and not added:
                added.append(replace(opened, text=text))
            else:
                added.append(Term(id=new_id(), text=text))
        terms[index:index] = added
        self._opened = None
        self._line.clear()
        self._change(tuple(terms))
        self._tell(self._left_out(pasted, texts, added))

    def _left_out(self, pasted: str, texts: list[str], added: list[Term]) -> str:
        if len(pasted) > LONGEST_TEXT or (len(added) < len(texts) and self._is_full()):
            return _(
                "A list holds {most} entries. The rest of the pasted text was left out.",
                most=MOST_ITEMS,
            )
        if len(texts) == 1 and not added:
            return _("“{term}” is already in the list.", term=texts[0])
        return ""

    def _is_full(self) -> bool:
        return len(self._chips) >= MOST_ITEMS

    def _remove(self, chip: TermChip) -> None:
        if self._opened is not None:
            self._commit()  # what is in the line belongs to the list
        index = self._chips.index(chip)
        terms = tuple(each.term for each in self._chips if each is not chip)
        # The chip goes, so the focus waits in the line.
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change(terms)
        if index < len(self._chips):
            self._chips[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, chip: TermChip) -> None:
        """Take a term into the line to be corrected; it is out of the list only for the eye."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._commit()
        terms = [each.term for each in self._chips]
        index = terms.index(chip.term)
        self._opened = (index, terms.pop(index))
        self._show_terms(tuple(terms))
        self._line.setText(chip.term.text)
        self._line.selectAll()

    def _step(self, chip: TermChip, step: int) -> None:
        index = self._chips.index(chip) + step
        if index >= len(self._chips):
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif index >= 0:
            self._chips[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, terms: tuple[Term, ...]) -> None:
        self._show_terms(terms)
        self._take(Terms(items=terms) if terms else None)


class _Field(QFrame):
    """The outline around the chips; a click beside them goes to the line."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self.clicked.emit()


class _TermLine(QLineEdit):
    """The line behind the chips."""

    left = Signal()
    erased = Signal()
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", "true")
        self.setMaxLength(_LONGEST_TERM)

    def type_in(self, text: str) -> None:
        """Put a text in at the caret, as if it had been typed."""
        self.insert(text)
        self.textEdited.emit(self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().mimeData())
        elif at_start and event.key() == Qt.Key.Key_Left:
            self.left.emit()
        elif at_start and event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    def _paste(self, source: QMimeData) -> None:
        text = source.text()
        if _SPLIT.search(text[:LONGEST_TEXT].strip()):
            self.pasted.emit(self.text() + text)
        else:
            self.type_in(clean(text[:_LONGEST_TERM]))
