"""One heading of a card: its lines, a field for another, and what could be taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from icp_desktop.checks.source_log import LoggedSource
from icp_desktop.documents.persona_content import card_line
from icp_desktop.i18n import _, later
from icp_desktop.insight.personas import (
    TOPIC_NAMES,
    Offer,
    quote_offer,
    quotes_behind,
    quotes_heard,
    theme_offer,
)
from icp_desktop.insight.themes import count_themes, talk_numbers
from icp_desktop.model.persona import Persona, PersonaLine, Topic
from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.personas.line_row import LineRow
from icp_desktop.ui.personas.offer_rows import OfferRows
from icp_desktop.ui.personas.persona_changes import PersonaChanges
from icp_desktop.ui.talks.words import heard_words
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.ui.widgets.tooltips import set_tool_tip
from icp_desktop.worksheet.reading import clean

_MOST_OFFERS, _MOST_QUOTES, _MOST_BEHIND = 3, 12, 2
_LONGEST_LINE, _LONGEST_ENTRY = 300, 70
_ICON, _SIDE = 18, 34
_HINTS: dict[Topic, str] = {
    "goals": later("What do they want?"),
    "challenges": later("What stands in the way?"),
    "motives": later("What makes them act?"),
    "objections": later("What speaks against it?"),
    "channels": later("Where do you meet them?"),
    "words": later("What do you answer?"),
}


class TopicBlock(QWidget):
    """Shows and changes what is said on one topic; `rebuilt` says that lines came or went."""

    rebuilt = Signal()

    def __init__(
        self,
        appearance: Appearance,
        changes: PersonaChanges,
        topic: Topic,
        known: Callable[[], tuple[LoggedSource, ...]],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._changes = changes
        self._topic = topic
        self._known = known
        self._persona = ""
        self._offered: tuple[Offer, ...] = ()
        self._lines: tuple[PersonaLine, ...] = ()
        self.rows: dict[str, LineRow] = {}
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST_LINE)
        self.field.setPlaceholderText(_(_HINTS[topic]))
        self.field.setAccessibleName(_("Another line for “{topic}”", topic=_(TOPIC_NAMES[topic])))
        self.field.setAccessibleDescription(_("Enter adds it"))
        self.field.returnPressed.connect(self._add)
        self.field.editingFinished.connect(self._add)
        self.heard = self._heard_button()
        self.offers = OfferRows(appearance, _("The profile says"), _MOST_OFFERS)
        self.offers.taken.connect(self._on_taken)
        self.offers.rebuilt.connect(self.rebuilt)
        self._compose()

    def show_persona(self, project: Project, persona: Persona, offers: Sequence[Offer]) -> None:
        """Show the lines of a persona, and what of the profile could be taken."""
        if persona.id != self._persona:
            self._persona = persona.id
            self._drop_rows()
            self.field.clear()
        self._lines = persona.about(self._topic)
        if [each.id for each in self._lines] != list(self.rows):
            self._rebuild()
        numbers = talk_numbers(project)
        topic = _(TOPIC_NAMES[self._topic])
        for number, line in enumerate(self._lines, 1):
            behind = quotes_behind(project, line)[:_MOST_BEHIND]
            quotes = [
                f"“{' '.join(quote.text.split())}” {heard_words(talk, numbers[talk.id])}"
                for talk, quote in behind
            ]
            place = _("{topic}, line {n} of {total}", topic=topic, n=number, total=len(self._lines))
            self.rows[line.id].show_line(line, card_line(line), place, quotes)
        self._offered = tuple(each for each in offers if each.topic == self._topic)
        self.offers.show_words([each.text for each in self._offered])
        self.heard.setVisible(bool(project.themes or quotes_heard(project, persona.profile)))

    def _drop_rows(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}

    def _rebuild(self) -> None:
        kept = self.rows
        self.rows = {
            line.id: kept.pop(line.id) if line.id in kept else self._make(line.id)
            for line in self._lines
        }
        for row in kept.values():
            row.hide()
            row.deleteLater()
        for number, row in enumerate(self.rows.values()):
            self._column.insertWidget(number, row)
        self.rebuilt.emit()

    def _make(self, line: str) -> LineRow:
        row = LineRow(self._appearance, self._changes, self._persona, line, self._known)
        row.finished.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        row.rebuilt.connect(self.rebuilt)
        return row

    def _add(self) -> None:
        """Add what was typed, once: leaving the field says so a second time."""
        text = " ".join(clean(self.field.text()).split())
        self.field.clear()
        if text:
            self._changes.add_line(self._persona, self._topic, text)

    def _on_taken(self, number: int) -> None:
        self._changes.take(self._persona, self._offered[number : number + 1])

    def _heard_button(self) -> QToolButton:
        button = QToolButton()
        px = self._appearance.px
        button.setAutoRaise(True)
        button.setIcon(self._appearance.icons.icon("interviews", size=_ICON))
        button.setIconSize(QSize(px(_ICON), px(_ICON)))
        button.setFixedSize(px(_SIDE), px(_SIDE))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        words = _("Take a theme or a quote for “{topic}”", topic=_(TOPIC_NAMES[self._topic]))
        button.setAccessibleName(words)
        set_tool_tip(button, words)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        """Offer what was heard, as the menu opens."""
        menu.clear()
        project = self._changes.project
        persona = self._changes.find(self._persona)
        if persona is None:
            return
        counted = [each for each in count_themes(project, persona.profile) if each.count]
        if counted:
            menu.addSection(_("Themes"))
        for each in counted[:_MOST_QUOTES]:
            words = _("{theme}, {n} of {total}", theme=each.theme.name, n=each.count,
                      total=each.total)  # fmt: skip
            self._offer(menu, words, theme_offer(each.theme, self._topic))
        quotes = quotes_heard(project, persona.profile)
        if quotes:
            menu.addSection(_("Quotes"))
        for _talk, quote in quotes[:_MOST_QUOTES]:
            offer = quote_offer(quote, self._topic)
            self._offer(menu, offer.text, offer)

    def _offer(self, menu: QMenu, words: str, offer: Offer) -> None:
        shown = (
            words if len(words) <= _LONGEST_ENTRY else f"{words[: _LONGEST_ENTRY - 1].rstrip()}…"
        )
        action = menu.addAction(literal(shown))
        action.triggered.connect(lambda: self._changes.take(self._persona, (offer,)))

    def _compose(self) -> None:
        px = self._appearance.px
        self._column = QVBoxLayout()
        self._column.setSpacing(px(4))
        beside = QHBoxLayout()
        beside.setSpacing(px(2))
        beside.addSpacing(px(_SIDE + 2))
        beside.addWidget(self.field, 1)
        beside.addWidget(self.heard)
        offered = QHBoxLayout()
        offered.addSpacing(px(_SIDE + 2))
        offered.addWidget(self.offers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Hairline(strong=True))
        column.addWidget(PlainLabel(_(TOPIC_NAMES[self._topic]), style="strong", wrap=True))
        column.addLayout(self._column)
        column.addLayout(beside)
        column.addLayout(offered)
        column.addStretch(1)
