"""One line of the playbook: to read, to copy, to write by hand, to hide."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.playbook.because_line import BecauseLine
from icp_desktop.ui.playbook.changed_block import ChangedBlock
from icp_desktop.ui.playbook.shown import ShownLine
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.buttons import IconButton, icon_button, link_button, small_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.reading import clean

_NAMED = 60  # characters of a line by which its buttons are told apart


class LineRow(QWidget):
    """Show a line and ask for what is to become of it.

    `written` carries the person's own words as they are typed, `asked` a reason, the others
    nothing: they speak of the line that is shown.
    """

    asked = Signal(object)
    written = Signal(str)
    sealed = Signal()
    restored = Signal()
    taken = Signal()
    kept = Signal()
    copied = Signal()
    hiding = Signal()
    removed = Signal()
    made_action = Signal()

    def __init__(self, appearance: Appearance, line: ShownLine, *, spoken: bool = False) -> None:
        super().__init__()
        self._spoken = spoken
        self._appearance = appearance
        self.line = self._before = line
        self._editor: QWidget | None = None
        self._reading: QWidget | None = None
        self.area: GrowingText | None = None
        px = appearance.px
        self._texts = QVBoxLayout()
        self._texts.setContentsMargins(0, px(5), 0, 0)
        self._texts.setSpacing(px(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(6), 0, px(8))
        row.setSpacing(px(12))
        row.addLayout(self._texts, 1)
        self._compose()
        row.addLayout(self._buttons())
        self._name_buttons()

    @property
    def editing(self) -> bool:
        """Say whether the line is being written."""
        return self._editor is not None and not self._editor.isHidden()

    def wishes(self) -> dict[str, SignalInstance]:
        """Return what can be asked for with one click, by name."""
        return {
            "restore": self.restored,
            "take": self.taken,
            "keep": self.kept,
            "copy": self.copied,
            "hide": self.hiding,
            "remove": self.removed,
            "action": self.made_action,
        }

    def show_line(self, line: ShownLine) -> None:
        """Show another state of the line; what is being typed stays."""
        if line == self.line:
            return
        self.line = line
        if self.editing:
            assert self.area is not None
            if clean(self.area.toPlainText()).strip() != line.text:
                self.area.show_text(line.text)
        else:
            self._renew()

    def edit(self) -> None:
        """Let the person write over the line; Escape leaves it as it was."""
        if self.area is None:
            self._make_editor()
        assert self.area is not None
        assert self._editor is not None
        assert self._reading is not None
        self._before = self.line
        self.area.show_text(self.line.text)
        self._reading.hide()
        self._editor.show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let Escape and Ctrl+Enter end the writing."""
        if watched is self.area and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Escape:
                self._give_up()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and held:
                self._end()
                return True
        return super().eventFilter(watched, event)

    def _compose(self) -> None:
        line = self.line
        self._reading = QWidget()
        read = QVBoxLayout(self._reading)
        read.setContentsMargins(0, 0, 0, 0)
        read.setSpacing(self._appearance.px(2))
        if line.head:
            read.addWidget(self._head())
        if line.waits:
            block = ChangedBlock(self._appearance, line)
            block.taken.connect(self.taken)
            block.kept.connect(self.kept)
            read.addWidget(block)
        else:
            tone: Role = "ink2" if line.hidden else "ink"
            first, _stop, more = line.text.partition("\n")  # the rest says how to use the first
            read.addWidget(PlainLabel(first, tone=tone, wrap=True))
            if more:
                read.addWidget(PlainLabel(more, tone="ink2", wrap=True))
        if line.reasons:
            because = BecauseLine(self._appearance, line.reasons, _named(line))
            because.asked.connect(self.asked)
            read.addWidget(because)
        if line.by_hand:
            read.addWidget(self._own_words())
        self._texts.insertWidget(0, self._reading)

    def _renew(self) -> None:
        """Build what is read anew; the buttons stay, and so does the focus on them."""
        assert self._reading is not None
        self._reading.hide()
        self._reading.deleteLater()
        self._compose()
        self._reading.show()  # at once, else the line is away for a moment
        self._name_buttons()
        order_tabs(self._reading, self.edit_button, self.copy_button, self.more_button)

    def _head(self) -> PlainLabel:
        """Return what stands above the line: small where the text alone is what is said."""
        if self._spoken:
            return PlainLabel(self.line.head, style="caption", tone="ink2", wrap=True)
        tone: Role = "ink2" if self.line.hidden else "ink"
        return PlainLabel(self.line.head, style="strong", tone=tone, wrap=True)

    def _own_words(self) -> QWidget:
        holder = QWidget()
        px = self._appearance.px
        flow = FlowLayout(holder, gap=px(6), row_gap=0)
        flow.addWidget(PlainLabel(_("Your own words."), style="caption", tone="ink2"))
        back = link_button(_("Back to the composed text"))
        back.setAccessibleDescription(self.line.text)
        back.clicked.connect(self.restored)
        flow.addWidget(back)
        return holder

    def _buttons(self) -> QVBoxLayout:
        look, line = self._appearance, QHBoxLayout()
        line.setSpacing(0)
        self.edit_button = icon_button(look, "pencil", _("Edit"))
        self.edit_button.clicked.connect(self.edit)
        self.copy_button = icon_button(look, "copy", _("Copy"))
        self.copy_button.clicked.connect(self.copied)
        self.more_button = icon_button(look, "more", _("More"))
        for button in (self.edit_button, self.copy_button, self.more_button):
            line.addWidget(button)
        self._add_menu(self.more_button)
        side = QVBoxLayout()
        side.addLayout(line)
        side.addStretch(1)
        return side

    def _name_buttons(self) -> None:
        """Tell the buttons of one line from those of another."""
        named = _named(self.line)
        self.edit_button.setAccessibleName(_("Edit “{line}”", line=named))
        self.copy_button.setAccessibleName(_("Copy “{line}”", line=named))
        self.more_button.setAccessibleName(_("More for “{line}”", line=named))
        # Between two texts the person chooses first.
        self.edit_button.setEnabled(not self.line.waits)

    def _add_menu(self, button: IconButton) -> None:
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _fill(self, menu: QMenu) -> None:
        """Make the entries as the menu opens."""
        menu.clear()

        def add(words: str, act: Callable[[], None]) -> None:
            menu.addAction(words).triggered.connect(lambda _on: act())

        add(_("Make this an action"), self.made_action.emit)
        if self.line.by_hand:
            add(_("Back to the composed text"), self.restored.emit)
        if self.line.own:
            add(_("Remove this line"), self.removed.emit)
        else:
            add(_("Show it again") if self.line.hidden else _("Hide this line"), self.hiding.emit)

    def _make_editor(self) -> None:
        px = self._appearance.px
        self._editor = QWidget()
        rows = QVBoxLayout(self._editor)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        self.area = GrowingText(self._appearance, 2)
        self.area.setAccessibleName(_("The line in your own words"))
        self.area.installEventFilter(self)
        self.area.textChanged.connect(self._on_typed)
        done, cancel = small_button(_("Done")), small_button(_("Cancel"))
        done.clicked.connect(self._end)
        cancel.clicked.connect(self._give_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for each in (done, cancel):
            buttons.addWidget(each)
        buttons.addStretch(1)
        rows.addWidget(self.area)
        rows.addLayout(buttons)
        self._texts.addWidget(self._editor)

    def _on_typed(self) -> None:
        assert self.area is not None
        words = clean(self.area.toPlainText()).strip()
        if words and words != self.line.text:
            self.written.emit(words)

    def _give_up(self) -> None:
        before = self._before
        if self.line.text != before.text and before.by_hand:
            self.written.emit(before.text)
        elif self.line != before:
            self.restored.emit()
        self._end()

    def _end(self) -> None:
        assert self._editor is not None
        self.sealed.emit()
        self._editor.hide()
        self._renew()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _named(line: ShownLine) -> str:
    """Return what tells a line from others that begin alike: its words, and what stands over it."""
    words = line.text.partition("\n")[0][:_NAMED]
    return f"{words}, {line.head}" if line.head else words
