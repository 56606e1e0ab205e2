"""A summary of the profile: to read, to copy, to write by hand, and to compose again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.reading import clean

_LABEL = 205
_NARROW = 560  # units; below that the name stands above the sentence


class SentenceLine(QWidget):
    """Show a summary; `written` carries what the person makes of it, "" to compose it again.

    The one sentence is one line however it is typed; with `lines` each line is kept.
    """

    written = Signal(str)
    sealed = Signal()
    copied = Signal()

    def __init__(
        self,
        appearance: Appearance,
        label: str = "",
        *,
        lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._keeps_lines = lines
        self._sentence = ""
        self._by_hand = False
        self._label = PlainLabel(label or _("In one sentence"), style="caption", tone="ink2")
        self._words = PlainLabel(wrap=True, selectable=True)
        self._area = GrowingText(appearance, 2)
        self._area.setAccessibleName(label or _("The profile in one sentence"))
        self._area.textChanged.connect(self._on_typed)
        self._area.hide()
        self._note = PlainLabel(_("Written by hand."), style="caption", tone="ink2")
        self._restore = quiet_button(_("Compose it from the answers"))
        self._copy = quiet_button(_("Copy"), flush=True)
        self._edit = quiet_button(_("Edit"))
        self._restore.clicked.connect(self._on_restore)
        self._copy.clicked.connect(self._on_copy)
        self._edit.clicked.connect(self._on_edit)
        if label:
            self._name_buttons(label)
        self._compose()
        self.show_sentence("", by_hand=False)
        order_tabs(self._area, self._edit, self._copy, self._restore)

    def show_sentence(self, sentence: str, *, by_hand: bool) -> None:
        """Show a sentence and say whether the person wrote it."""
        self._sentence, self._by_hand = sentence, by_hand
        words = sentence or _("Nothing to say yet: it grows with the answers.")
        self._words.setText(words)
        self._words.set_tone("ink" if sentence else "ink2")
        if self._area.isVisible() and not self._area.hasFocus():
            self._area.show_text(sentence)
        self._copy.setEnabled(bool(sentence))
        self._note.setVisible(by_hand)
        self._restore.setVisible(by_hand)

    def fit(self, width: int) -> None:
        """Set the name beside the sentence, or above it where the room is small."""
        narrow = width < self._appearance.px(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._label.setMinimumWidth(0 if narrow else self._appearance.px(_LABEL) - 1)

    def _compose(self) -> None:
        px = self._appearance.px
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._note)
        foot.addWidget(self._restore)
        foot.addStretch(1)
        text = QVBoxLayout()
        text.setContentsMargins(0, px(7), px(16), 0)  # in one line with the buttons beside it
        text.setSpacing(px(2))
        text.addWidget(self._words)
        text.addWidget(self._area)
        text.addLayout(foot)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self._edit)
        buttons.addWidget(self._copy)
        side = QVBoxLayout()
        side.addLayout(buttons)
        side.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(0))
        name = QVBoxLayout()
        name.setContentsMargins(0, px(8), 0, 0)
        name.addWidget(self._label)
        name.addStretch(1)
        self._row.addLayout(name)
        self._row.addLayout(text, 1)
        self._row.addLayout(side)

    def _on_edit(self) -> None:
        editing = self._area.isHidden()
        self._area.setVisible(editing)
        self._words.setVisible(not editing)
        self._edit.set_words(_("Done") if editing else _("Edit"))
        if editing:
            self._area.show_text(self._sentence)
            self._area.setFocus()
        else:
            self.sealed.emit()

    def _on_typed(self) -> None:
        typed = clean(self._area.toPlainText())
        text = typed if self._keeps_lines else " ".join(typed.split())
        if text != self._sentence:
            self.written.emit(text)

    def _name_buttons(self, label: str) -> None:
        """Tell the buttons of one summary from those of another."""
        for button in (self._edit, self._copy, self._restore):
            button.setAccessibleName(f"{button.text()}, {label}")

    def _on_restore(self) -> None:
        self.sealed.emit()
        self.written.emit("")
        self.sealed.emit()
        if self._area.isVisible():
            self._area.show_text(self._sentence)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sentence)
        self.copied.emit()
