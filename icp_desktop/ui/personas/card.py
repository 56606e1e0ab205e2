"""One persona on the screen: who they are, beside six blocks of what is said of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from icp_desktop.checks.source_log import LoggedSource
from icp_desktop.i18n import _, n_
from icp_desktop.insight.personas import Offer, offers_of
from icp_desktop.model.persona import TOPICS, Persona
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.personas.line_row import LineRow
from icp_desktop.ui.personas.persona_changes import PersonaChanges
from icp_desktop.ui.personas.topic_block import TopicBlock
from icp_desktop.ui.personas.who_panel import WhoPanel
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.widgets.buttons import main_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card

_WHO, _GAP = 264, 24
_BESIDE, _TWO_COLUMNS = 620, 520  # widths of the card and of the blocks, in units


class PersonaCard(QWidget):
    """Shows and changes one persona; `refused` says why a picture was not taken.

    `rebuilt` says that controls came or went, for whoever keeps the order of Tab.
    """

    refused = Signal(str)
    rebuilt = Signal()

    def __init__(
        self,
        appearance: Appearance,
        changes: PersonaChanges,
        prompts: Prompts,
        known: Callable[[], tuple[LoggedSource, ...]],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._changes = changes
        self._persona: Persona | None = None
        self._offers: tuple[Offer, ...] = ()
        self._columns = 0
        self._open: LineRow | None = None
        self.who = WhoPanel(appearance, changes, prompts)
        self.who.refused.connect(self.refused)
        self.blocks = [TopicBlock(appearance, changes, each, known) for each in TOPICS]
        for block in self.blocks:
            block.rebuilt.connect(self.rebuilt)
        self.take_all = main_button(_("Take them all"))
        self.take_all.clicked.connect(self._on_take_all)
        self._offer_words = PlainLabel(wrap=True)
        self._offer = Card("next")
        self._said = QWidget()
        self._compose()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def show_persona(self, project: Project, profile: Profile, persona: Persona) -> None:
        """Show a persona of a profile."""
        self._persona = persona
        self._offers = offers_of(profile, persona)
        self.who.show_persona(project, persona)
        for block in self.blocks:
            block.show_persona(project, persona, self._offers)
        fresh = not persona.lines and bool(self._offers)
        self._offer.setVisible(fresh)
        if fresh:
            self._offer_words.setText(
                n_(
                    "The profile says {n} thing that may hold for this person, with its proof. "
                    "Take it, and strike out what does not hold.",
                    "The profile says {n} things that may hold for this person, with their proof. "
                    "Take them, and strike out what does not hold; or take them one by one.",
                    len(self._offers),
                )
            )

    def stops(self) -> list[QWidget]:
        """Return what Tab goes down on the card, block by block."""
        stops: list[QWidget] = [self.who, self.take_all]
        for block in self.blocks:
            stops += [stop for row in block.rows.values() for stop in row.stops()]
            stops += [block.field, block.heard, block.offers]
        return stops

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_take_all(self) -> None:
        if self._persona is not None:
            self._changes.take(self._persona.id, self._offers)
            self.blocks[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Unfold the line one is at; while a menu is open nobody is anywhere else."""
        if now is None or isinstance(now, QMenu) or not self.isAncestorOf(now):
            return
        rows = (row for block in self.blocks for row in block.rows.values())
        at = next((row for row in rows if row.isAncestorOf(now)), None)
        if at is not self._open:
            for block in self.blocks:
                for row in block.rows.values():
                    row.unfold(unfolded=row is at)
            self._open = at

    def _compose(self) -> None:
        px = self._appearance.px
        offer = QHBoxLayout(self._offer)
        offer.setContentsMargins(px(16), px(12), px(16), px(12))
        offer.setSpacing(px(16))
        offer.addWidget(self._offer_words, 1)
        offer.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout(self._said)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self._row.addWidget(self.who, 0, top)
        self._row.addWidget(self._said, 1, top)
        self._fit()

    def _fit(self) -> None:
        px = self._appearance.px
        beside = self.width() >= px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(px(_GAP))
        self.who.setMinimumWidth(px(_WHO) if beside else 0)
        self.who.setMaximumWidth(px(_WHO) if beside else 1 << 20)
        room = self.width() - (px(_WHO + _GAP) if beside else 0)
        columns = 2 if room >= px(_TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(px(16))
        self._grid.addWidget(self._offer, 0, 0, 1, columns)
        for number, block in enumerate(self.blocks):
            self._grid.addWidget(block, 1 + number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)
