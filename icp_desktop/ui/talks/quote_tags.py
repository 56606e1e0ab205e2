"""Beside an answer: a line for each quote with its themes and star, and the field for a theme."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.interview import Quote
from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.tooltips import set_tool_tip

_HEIGHT, _SWATCH, _GAP, _STAR = 28, 8, 6, 16
_LONGEST_NAME = 80


@record
class QuoteActions:
    """What can be done with a quote."""

    give_theme: Callable[[Quote], None]
    take_theme: Callable[[Quote, str], None]
    star: Callable[[Quote], None]
    use: Callable[[Quote], None]
    unmark: Callable[[Quote], None]


class QuoteTag(QToolButton):
    """One quote: a swatch of the highlighter, its themes, a star; a click says what can be done."""

    def __init__(self, appearance: Appearance, actions: QuoteActions) -> None:
        super().__init__()
        self._appearance = appearance
        self._actions = actions
        self._quote = Quote(id="", question="", start=0, text="")
        self._themes: Mapping[str, str] = {}
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_quote(self, quote: Quote, themes: Mapping[str, str]) -> None:
        """Show a quote; `themes` names themes by id."""
        self._quote, self._themes = quote, themes
        self.setText(literal(self._words()))
        said = _("Quote “{words}”: {themes}", words=quote.text[:80], themes=self._words())
        self.setAccessibleName(_("{quote}, starred", quote=said) if quote.starred else said)
        set_tool_tip(self, f"{self._words()}: “{quote.text[:200]}”")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        words = self.fontMetrics().horizontalAdvance(self._words())
        star = px(_STAR + _GAP) if self._quote.starred else 0
        return QSize(words + px(_SWATCH + 2 * _GAP + 4) + star, px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(80), self._appearance.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("soft"))
        side = px(_SWATCH)
        swatch = QRect(px(2), (self.height() - side) // 2, side, side)
        painter.setPen(QPen(theme.color("edge"), theme.stroke))
        painter.setBrush(theme.color("marker"))
        painter.drawRect(swatch)
        left = px(2 + _SWATCH + _GAP)
        room = self.width() - left - (px(_STAR + _GAP) if self._quote.starred else 0)
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(theme.color("ink2" if self._quote.themes else "ink3"))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._words(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(left, 0, room, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            words,
        )
        if self._quote.starred:
            star = px(_STAR)
            place = left + min(metrics.horizontalAdvance(words) + px(_GAP), room)
            box = QRect(place, (self.height() - star) // 2, star, star)
            self._appearance.icons.paint(painter, box, "star-filled")

    def _words(self) -> str:
        names = [self._themes[each] for each in self._quote.themes if each in self._themes]
        return ", ".join(names) or _("No theme yet")

    def _fill(self) -> None:
        """Make the entries as the menu opens."""
        self._menu.clear()
        quote, do = self._quote, self._actions
        star = _("Take the star away") if quote.starred else _("Star it")
        self._add(_("Give it a theme"), lambda: do.give_theme(quote))
        for each in quote.themes:
            if each in self._themes:
                words = _("Take it out of “{theme}”", theme=self._themes[each])
                self._add(words, partial(do.take_theme, quote, each))
        self._add(star, lambda: do.star(quote))
        self._add(_("Use as evidence…"), lambda: do.use(quote))
        self._menu.addSeparator()
        self._add(_("Remove the mark"), lambda: do.unmark(quote))

    def _add(self, words: str, act: Callable[[], object]) -> None:
        self._menu.addAction(literal(words)).triggered.connect(lambda _on: act())


class ThemeLine(QLineEdit):
    """Type the name of a theme; Enter gives it, Esc leaves it."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setMaxLength(_LONGEST_NAME)
        self.setPlaceholderText(_("Theme"))
        self.setAccessibleName(_("Theme of the quote"))
        self.setAccessibleDescription(_("Enter gives it, Esc goes back"))

    def start(self, names: Sequence[str]) -> None:
        """Wait for a name, offering those that there are."""
        self._names.setStringList(list(names))
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            name = self.text().strip()
            (self.given.emit(name) if name else self.left.emit())
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.text().strip():
            self.hide()


class QuoteTags(QWidget):
    """The quotes of one answer, one below the other, and the field for a theme when it is asked."""

    theme_given = Signal(str, str)  # the quote and the name
    theme_left = Signal()

    def __init__(self, appearance: Appearance, actions: QuoteActions) -> None:
        super().__init__()
        self._appearance = appearance
        self._actions = actions
        self._tags: list[QuoteTag] = []
        self._asked_for = ""
        self.theme_line = ThemeLine()
        self.theme_line.given.connect(self._on_given)
        self.theme_line.left.connect(self._on_left)
        self.theme_line.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.theme_line)
        self._rows.addStretch(1)

    def show_quotes(self, quotes: Sequence[Quote], themes: Mapping[str, str]) -> None:
        """Show the quotes there are."""
        while len(self._tags) > len(quotes):
            gone = self._tags.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._tags) < len(quotes):
            tag = QuoteTag(self._appearance, self._actions)
            self._rows.insertWidget(len(self._tags), tag)
            self._tags.append(tag)
        for tag, quote in zip(self._tags, quotes, strict=True):
            tag.show_quote(quote, themes)

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to show."""
        return not self._tags and self.theme_line.isHidden()

    def ask_theme(self, quote: Quote, names: Sequence[str]) -> None:
        """Ask which theme a quote belongs to."""
        self._asked_for = quote.id
        self.theme_line.start(names)

    def _on_given(self, name: str) -> None:
        self.theme_line.hide()
        self.theme_given.emit(self._asked_for, name)

    def _on_left(self) -> None:
        self.theme_line.hide()
        self.theme_left.emit()
