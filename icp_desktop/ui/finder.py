"""Find anything: a field over the window, and below it what fits, while the person types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.search.words import typed_words
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.finder_list import FinderList
from icp_desktop.ui.finding import Finding, Findings
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel

_WIDTH, _TOP, _HEIGHT = 620, 72, 460
Elsewhere = Callable[[tuple[str, ...]], Sequence[tuple[int, Finding]]]


class Finder(QFrame):
    """A field over the window and a list below it; Enter goes, Esc goes back."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        """Stay hidden until `open`."""
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._findings = Findings(())
        self._elsewhere: Elsewhere = _nowhere
        self._reading: Callable[[], bool] = bool
        self._ask_help: Callable[[str], None] | None = None
        self._came_from: QWidget | None = None
        self.setProperty("kind", "field")
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find a page, an answer, a command or help"))
        self.field.setAccessibleName(_("Find"))
        self.field.textChanged.connect(self._on_typed)
        self.list = FinderList(appearance)
        self.list.itemClicked.connect(lambda _item: self._go())
        self.nothing = PlainLabel("", tone="ink2", wrap=True)
        self.in_help = quiet_button(_("Search the help"), flush=True)
        self.in_help.clicked.connect(self._search_help)
        for each in (self.field, self.in_help):
            each.installEventFilter(self)
        self._layout = QVBoxLayout(self)
        for part in (self.field, self.list, self.nothing):
            self._layout.addWidget(part)
        self._layout.addWidget(self.in_help, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def open(
        self,
        findings: Sequence[Finding],
        *,
        elsewhere: Elsewhere | None = None,
        reading: Callable[[], bool] = bool,
        ask_help: Callable[[str], None] | None = None,
    ) -> None:
        """Show what can be found, the field ready to be typed in.

        `elsewhere` is asked for what fits beside the findings, `reading` says whether it will know
        more in a moment; `ask_help` searches the help, where that can be done.
        """
        window = self._window
        self._came_from = window.window().focusWidget()
        self._findings = Findings(findings)
        self._elsewhere = elsewhere or _nowhere
        self._reading = reading
        self._ask_help = ask_help
        self.field.clear()
        self._on_typed("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def renew(self) -> None:
        """Search again, for more can be found now; what was chosen stays so."""
        if self.isVisible() and self.field.text():
            chosen = self.list.chosen()
            was_first = bool(self.shown()) and chosen is self.shown()[0]
            self._on_typed(self.field.text())
            if chosen is not None and not was_first:
                self.list.choose(chosen)

    def close_finder(self) -> None:
        """Go back to where the person was."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> tuple[Finding, ...]:
        """Return what fits the words that were typed."""
        return self.list.findings()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event, watched)
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self.underMouse():
            focus = QApplication.focusWidget()
            if focus is None or not self.isAncestorOf(focus):
                self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent, watched: QObject) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_finder()
            return True
        if watched is not self.field or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                page = self.list.page()
                self.list.step(page if event.key() == Qt.Key.Key_PageDown else -page)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self.list.choose_end(-1 if event.key() == Qt.Key.Key_Home else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go()
            case _:
                return False
        return True

    def _on_typed(self, text: str) -> None:
        words = typed_words(text)
        found = self._findings.search(text, self._elsewhere(words))
        self.list.show_findings(found, words)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.in_help.setVisible(not found and self._ask_help is not None)
        if self._reading():
            sentence = _("Nothing yet has “{text}” in it; still reading your profiles.", text=text)
        else:
            sentence = _("Nothing has “{text}” in it.", text=text)
        self.nothing.setText(sentence)
        self._fit()

    def _fit(self) -> None:
        """Be as high as what was found, as far as there is room."""
        window, px = self._window, self._appearance.px
        width = min(px(_WIDTH), window.width() - 2 * px(16))
        most = min(px(_HEIGHT), window.height() - px(_TOP) - px(16))
        self._layout.setContentsMargins(px(12), px(12), px(12), px(12))
        self._layout.setSpacing(px(8))
        height = self.field.sizeHint().height() + 2 * px(12) + 2 * self.frameWidth()
        if self.list.isHidden():
            height += px(8) + self.nothing.heightForWidth(width - 2 * px(12))
            if not self.in_help.isHidden():
                height += px(8) + self.in_help.sizeHint().height()
        else:
            height += px(8) + self.list.content_height()
        self.setGeometry((window.width() - width) // 2, px(_TOP), width, min(height, most))

    def _go(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.hide()
            chosen.go()
        elif self.in_help.isVisible():
            self._search_help()

    def _search_help(self) -> None:
        if self._ask_help is not None:
            self.hide()
            self._ask_help(self.field.text())


def _nowhere(_words: tuple[str, ...]) -> Sequence[tuple[int, Finding]]:
    return ()
