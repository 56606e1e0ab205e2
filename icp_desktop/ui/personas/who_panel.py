"""Who a persona is: title, occupation, part in the purchase, a quote, and perhaps a face."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from icp_desktop.documents.consent import may_be_quoted
from icp_desktop.i18n import _
from icp_desktop.insight.personas import PART_NAMES, find_quote, quotes_heard
from icp_desktop.insight.themes import talk_numbers
from icp_desktop.model.persona import PARTS, Part, Persona
from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.personas.face_block import FaceBlock
from icp_desktop.ui.personas.persona_changes import PersonaChanges
from icp_desktop.ui.personas.wide_line import WideLine
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.talks.labelled import DetailCombo, Labelled
from icp_desktop.ui.talks.words import heard_words
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card

_LONGEST_ENTRY = 48


class WhoPanel(Card):
    """Shows and changes who a persona is; `refused` says why a picture was not taken."""

    refused = Signal(str)

    def __init__(self, appearance: Appearance, changes: PersonaChanges, prompts: Prompts) -> None:
        super().__init__("card")
        self._appearance = appearance
        self._changes = changes
        self._persona = ""
        self.title = WideLine(_("Such as The planner"))
        self.occupation = WideLine(_("Such as Head of operations"))
        self.title.written.connect(lambda text: changes.rename(self._persona, text))
        self.occupation.written.connect(lambda text: changes.occupy(self._persona, text))
        self.parts: dict[Part, QCheckBox] = {}
        for part in PARTS:
            box = QCheckBox(literal(_(PART_NAMES[part])))
            box.clicked.connect(self._on_parts)
            self.parts[part] = box
        self.quote = DetailCombo(appearance)
        self.quote.picked.connect(lambda quote: changes.lead(self._persona, quote))
        self._words = PlainLabel(tone="ink2", wrap=True)
        self._consent = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.face = FaceBlock(appearance, changes, prompts)
        self.face.refused.connect(self.refused)
        for line in (self.title, self.occupation, self.face.name):
            line.sealed.connect(changes.seal)
        self._compose()

    def show_persona(self, project: Project, persona: Persona) -> None:
        """Show who a persona is."""
        self._persona = persona.id
        self.title.show_text(persona.title)
        self.occupation.show_text(persona.occupation)
        for part, box in self.parts.items():
            box.setChecked(part in persona.parts)
        self._show_quote(project, persona)
        self.face.show_persona(persona)

    def _show_quote(self, project: Project, persona: Persona) -> None:
        heard = quotes_heard(project, persona.profile)
        entries = [("", _("No quote"))]
        entries += [(quote.id, _short(quote.text)) for _talk, quote in heard]
        found = find_quote(project, persona.quote)
        if found is not None and all(quote.id != persona.quote for _talk, quote in heard):
            entries.append((persona.quote, _short(found[1].text)))
        shown = [
            (self.quote.itemData(n), self.quote.itemText(n)) for n in range(self.quote.count())
        ]
        if shown != entries:
            self.quote.show_entries(entries)
        self.quote.show_id(persona.quote if found else "")
        self.quote.setEnabled(len(entries) > 1)
        self._words.setVisible(found is not None or len(entries) == 1)
        if found is None:
            self._words.setText(_("Mark words of a talk as a quote, and they can lead the card."))
            self._consent.hide()
            return
        talk, quote = found
        who = heard_words(talk, talk_numbers(project)[talk.id])
        self._words.setText(f"“{' '.join(quote.text.split())}”\n{who}")
        self._consent.setVisible(not may_be_quoted(talk))
        self._consent.setText(_("Not on paper: whoever said it did not agree to be quoted."))

    def _on_parts(self) -> None:
        self._changes.share(
            self._persona, [part for part, box in self.parts.items() if box.isChecked()]
        )

    def _compose(self) -> None:
        px = self._appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(16))
        column.setSpacing(px(10))
        look = self._appearance
        column.addWidget(Labelled(look, _("Called after what they do"), self.title))
        column.addWidget(Labelled(look, _("Occupation"), self.occupation))
        column.addWidget(PlainLabel(_("Part in the purchase"), style="caption", tone="ink2"))
        parts = QVBoxLayout()
        parts.setSpacing(px(2))
        for box in self.parts.values():
            parts.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(parts)
        column.addWidget(Labelled(look, _("Quote that leads the card"), self.quote))
        column.addWidget(self._words)
        column.addWidget(self._consent)
        column.addWidget(self.face)
        column.addStretch(1)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_ENTRY else f"{flat[: _LONGEST_ENTRY - 1].rstrip()}…"
