"""One source: what it is, where it is found, and which answers rest on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.checks.source_log import LoggedSource, Use
from icp_desktop.i18n import _, n_
from icp_desktop.model.edits import BUSINESS
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.pages.source_card import SourceCard
from icp_desktop.ui.widgets.buttons import icon_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.phrases import say_day


class SourceRow(QWidget):
    """Show a source with its answers, each a way to its field.

    `changing` and `removed` carry its key, `use_asked` the use that was chosen.
    """

    changing = Signal(str)
    removed = Signal(str)
    use_asked = Signal(object)

    def __init__(
        self, appearance: Appearance, source: LoggedSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.source = source
        self.card = SourceCard(appearance)
        self._words = QWidget()
        self._compose()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, appearance.px(10), 0, appearance.px(10))
        rows.addWidget(self._words)
        rows.addWidget(self.card)
        self.card.closed.connect(self._on_closed)

    def edit(self) -> None:
        """Ask for other words, in place of the row."""
        self._words.hide()

    def _on_closed(self) -> None:
        self._words.show()
        self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        px, source = self._appearance.px, self.source
        name = source.name or _("A source without a name")
        head = QHBoxLayout(self._words)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(px(10))
        mark = MarkLabel(self._appearance, source.source)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addWidget(PlainLabel(name, style="strong", wrap=True))
        parts = (source.link, say_day(source.day) if source.day else "", source.note)
        if line := " · ".join(part for part in parts if part):
            texts.addWidget(PlainLabel(line, style="caption", tone="ink2", wrap=True))
        texts.addWidget(PlainLabel(_rests(source), style="caption", tone="ink2", wrap=True))
        if source.uses:
            texts.addLayout(self._uses())
        head.addLayout(texts, 1)
        self.change_button = icon_button(
            self._appearance, "pencil", _("Change “{name}”", name=name)
        )
        self.change_button.clicked.connect(lambda: self.changing.emit(source.key))
        remove = icon_button(self._appearance, "trash", _("Withdraw “{name}”", name=name))
        remove.clicked.connect(lambda: self.removed.emit(source.key))
        for button in (self.change_button, remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _uses(self) -> FlowLayout:
        flow = FlowLayout(gap=self._appearance.px(16), row_gap=0)
        for use in self.source.uses:
            button = quiet_button(use_words(use), flush=True)
            button.setAccessibleName(_("Go to “{field}”", field=use_words(use)))
            button.setAccessibleDescription(use.profile)
            button.clicked.connect(lambda _checked=False, use=use: self.use_asked.emit(use))
            flow.addWidget(button)
        return flow


def use_words(use: Use) -> str:
    """Return "Income level, p. 14", or that the source speaks against it."""
    page = _("p. {page}", page=use.page) if use.page.isdigit() else use.page
    label = f"{use.label}: {use.item}" if use.item else use.label
    words = ", ".join(part for part in (label, page) if part)
    words = words if len(words) <= 60 else f"{words[:59].rstrip()}…"
    return _("Against: {words}", words=words) if use.against else words


def _rests(source: LoggedSource) -> str:
    if not source.uses:
        return _("No answer rests on it yet.")
    names = dict.fromkeys(use.profile for use in source.uses if use.place != BUSINESS)
    count = n_("{n} answer names it", "{n} answers name it", source.answers)
    return f"{count}: {', '.join(names)}" if names else f"{count}."
