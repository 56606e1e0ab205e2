"""The edits made of a persona on its page: typing runs together, everything else is one step."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from icp_desktop.checks.grades import Grade
from icp_desktop.i18n import _, n_
from icp_desktop.insight.personas import Offer, call_persona, take
from icp_desktop.model.body import Body
from icp_desktop.model.edits import Edit
from icp_desktop.model.evidence import Evidence, Source
from icp_desktop.model.ids import new_id
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.persona import Part, Persona, PersonaLine, Topic
from icp_desktop.model.persona_edits import (
    LeadWithQuote,
    NamePersona,
    PutLines,
    RemoveLine,
    RenamePersona,
    SetLineProof,
    SetOccupation,
    SetParts,
    SetPicture,
    ShowFace,
    copy_persona,
)
from icp_desktop.model.project import Project
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.pages.item_proofs import raised_to

Say = Callable[[str], None]


class PersonaChanges:
    """Change personas; `say` tells what was done, with a way back."""

    def __init__(self, opened: OpenProject, say: Say) -> None:
        self._opened = opened
        self._say = say

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._opened.project

    def find(self, persona_id: str) -> Persona | None:
        """Return a persona, None if it is gone."""
        return next((each for each in self.project.personas if each.id == persona_id), None)

    def add(self, profile: str, title: str = "") -> str:
        """Add a persona to a profile and return its id."""
        persona = Persona(id=new_id(), profile=profile, title=title)
        self._do(PutItem(folder="personas", item=persona, label=_("new persona")))
        return persona.id

    def copy(self, persona: Persona) -> str:
        """Add a copy and return its id."""
        copy = copy_persona(persona, _("{name}, copy", name=call_persona(persona)))
        if self._do(PutItem(folder="personas", item=copy, label=_("copy of a persona"))):
            self._say(_("“{name}” is there now.", name=copy.title))
        return copy.id

    def remove(self, persona: Persona) -> None:
        """Take a persona out."""
        name = call_persona(persona)
        label = _("removal of “{name}”", name=name[:60])
        if self._do(RemoveItem(folder="personas", item=persona.id, label=label)):
            self._say(_("“{name}” removed.", name=name))

    def rename(self, persona: str, title: str) -> None:
        """Keep the title while it is typed."""
        self._type(RenamePersona(persona=persona, title=title, label=_("title of a persona")))

    def occupy(self, persona: str, occupation: str) -> None:
        """Keep the occupation while it is typed."""
        label = _("occupation of a persona")
        self._type(SetOccupation(persona=persona, occupation=occupation, label=label))

    def call(self, persona: str, name: str) -> None:
        """Keep the invented name while it is typed."""
        self._type(NamePersona(persona=persona, name=name, label=_("name of a persona")))

    def share(self, persona: str, parts: Sequence[Part]) -> None:
        """Keep what they do in the purchase."""
        label = _("part in the purchase")
        self._do(SetParts(persona=persona, parts=tuple(parts), label=label))

    def lead(self, persona: str, quote: str) -> None:
        """Lead the card with a quote, or with none."""
        self._do(LeadWithQuote(persona=persona, quote=quote, label=_("quote of a persona")))

    def show_face(self, persona: str, *, shown: bool) -> None:
        """Show a name and a picture, or neither."""
        label = _("name and picture of a persona")
        self._do(ShowFace(persona=persona, shown=shown, label=label))

    def picture(self, persona: str, picture: Body | None) -> None:
        """Keep a picture, or take it away."""
        self._do(SetPicture(persona=persona, picture=picture, label=_("picture of a persona")))

    def take(self, persona: str, offers: Sequence[Offer]) -> None:
        """Take lines that were offered."""
        lines = tuple(take(each) for each in offers)
        label = n_("{n} line of a persona", "{n} lines of a persona", len(lines))
        if self._do(PutLines(persona=persona, lines=lines, label=label)):
            self._say(n_("{n} line taken.", "{n} lines taken.", len(lines)))

    def add_line(self, persona: str, topic: Topic, text: str) -> str:
        """Add a line in own words and return its id."""
        line = PersonaLine(id=new_id(), topic=topic, text=text)
        self._do(PutLines(persona=persona, lines=(line,), label=_("line of a persona")))
        return line.id

    def write_line(self, persona: str, line: str, text: str) -> None:
        """Keep the words of a line while they are typed."""
        found = self._line(persona, line)
        if found is not None:
            changed = replace(found, text=text)
            edit = PutLines(persona=persona, lines=(changed,), label=_("line of a persona"))
            self._opened.do(edit, merge=f"{persona}/{line}")

    def remove_line(self, persona: str, line: str) -> None:
        """Take a line out."""
        if self._do(RemoveLine(persona=persona, line=line, label=_("removal of a line"))):
            self._say(_("Line removed."))

    def grade(self, persona: str, line: str, grade: Grade) -> None:
        """Say with one choice how a line is known: weaker proof stays, stronger goes."""
        found = self._line(persona, line)
        if found is not None:
            self._prove(persona, line, raised_to(found.evidence, grade))

    def add_proof(self, persona: str, line: str, source: Source, *, against: bool) -> None:
        """Add one more piece of proof, for or against."""
        found = self._line(persona, line)
        if found is not None:
            piece = Evidence(id=new_id(), source=source, against=against)
            self._prove(persona, line, (*found.evidence, piece))

    def change_proof(self, persona: str, line: str, piece: Evidence) -> None:
        """Keep the details of one piece of proof while they are typed."""
        found = self._line(persona, line)
        if found is not None:
            proof = tuple(piece if each.id == piece.id else each for each in found.evidence)
            self._prove(persona, line, proof, merge=f"{persona}/{line}/{piece.id}")

    def remove_proof(self, persona: str, line: str, piece: str) -> None:
        """Take one piece of proof away."""
        found = self._line(persona, line)
        if found is not None:
            left = tuple(each for each in found.evidence if each.id != piece)
            self._prove(persona, line, left)

    def seal(self) -> None:
        """End a run of typing."""
        self._opened.seal()

    def _prove(self, persona: str, line: str, proof: tuple[Evidence, ...], merge: str = "") -> None:
        label = _("proof of a line")
        edit = SetLineProof(persona=persona, line=line, evidence=proof, label=label)
        self._opened.do(edit, merge=merge)

    def _line(self, persona_id: str, line_id: str) -> PersonaLine | None:
        persona = self.find(persona_id)
        lines = persona.lines if persona else ()
        return next((each for each in lines if each.id == line_id), None)

    def _type(self, edit: RenamePersona | SetOccupation | NamePersona) -> None:
        self._opened.do(edit, merge=f"{type(edit).__name__}/{edit.persona}")

    def _do(self, edit: Edit) -> bool:
        return self._opened.do(edit)
