"""The changes a person can make to personas; adding and removing one is done by `items`."""

from collections.abc import Callable
from dataclasses import replace

from icp_desktop.model.body import Body
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.items import change_item, put_item
from icp_desktop.model.persona import PARTS, Part, Persona, PersonaLine
from icp_desktop.model.project import Project
from icp_desktop.model.proof_edits import join_proof
from icp_desktop.model.record import record


@record
class RenamePersona:
    """Call a persona otherwise."""

    persona: str
    title: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the title in."""
        return _change(project, self.persona, lambda each: replace(each, title=self.title))


@record
class SetOccupation:
    """Say what a persona does for a living."""

    persona: str
    occupation: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the words in."""
        return _change(
            project, self.persona, lambda each: replace(each, occupation=self.occupation)
        )


@record
class SetParts:
    """Say what a persona does in the purchase."""

    persona: str
    parts: tuple[Part, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the parts in, in the order of a purchase."""
        parts = tuple(each for each in PARTS if each in self.parts)
        return _change(project, self.persona, lambda each: replace(each, parts=parts))


@record
class PutLines:
    """Add lines at the end, or put each in the place of the one with its id."""

    persona: str
    lines: tuple[PersonaLine, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put them in."""

        def put(persona: Persona) -> Persona:
            lines = persona.lines
            for line in self.lines:
                lines = put_item(lines, line)
            return replace(persona, lines=lines)

        return _change(project, self.persona, put)


@record
class RemoveLine:
    """Take a line out."""

    persona: str
    line: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out."""
        return _change(
            project,
            self.persona,
            lambda each: replace(each, lines=tuple(x for x in each.lines if x.id != self.line)),
        )


@record
class SetLineProof:
    """Replace the proof of a line."""

    persona: str
    line: str
    evidence: tuple[Evidence, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the proof in."""
        return _change_line(
            project, self.persona, self.line, lambda each: replace(each, evidence=self.evidence)
        )


@record
class LinkLine:
    """Let quotes, a theme or talks speak for or against a line.

    Quotes join those that speak there already, so that each talk is counted once.
    """

    persona: str
    line: str
    piece: Evidence
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Add the piece, or widen the one that is there."""
        return _change_line(
            project,
            self.persona,
            self.line,
            lambda each: replace(each, evidence=join_proof(each.evidence, self.piece)),
        )


@record
class LeadWithQuote:
    """Choose the quote that leads the card, by its id; "" for none."""

    persona: str
    quote: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        return _change(project, self.persona, lambda each: replace(each, quote=self.quote))


@record
class ShowFace:
    """Show a name and a picture on the card, or neither; what was given stays."""

    persona: str
    shown: bool
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the choice in."""
        return _change(project, self.persona, lambda each: replace(each, shown=self.shown))


@record
class NamePersona:
    """Give a persona an invented name."""

    persona: str
    name: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the name in."""
        return _change(project, self.persona, lambda each: replace(each, name=self.name))


@record
class SetPicture:
    """Give a persona a picture, or take it away with None."""

    persona: str
    picture: Body | None
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the picture in."""
        return _change(project, self.persona, lambda each: replace(each, picture=self.picture))


def copy_persona(persona: Persona, title: str, profile: str = "") -> Persona:
    """Return a whole copy, proof included, under another title and, if given, another profile."""
    lines = tuple(
        replace(line, id=new_id(), evidence=tuple(replace(e, id=new_id()) for e in line.evidence))
        for line in persona.lines
    )
    return replace(
        persona, id=new_id(), profile=profile or persona.profile, title=title, lines=lines
    )


def _change_line(
    project: Project, persona_id: str, line_id: str, change: Callable[[PersonaLine], PersonaLine]
) -> Project:
    return _change(
        project,
        persona_id,
        lambda persona: replace(persona, lines=change_item(persona.lines, line_id, change)),
    )


def _change(project: Project, persona_id: str, change: Callable[[Persona], Persona]) -> Project:
    """Change a persona; one that is there no longer is left alone."""
    personas = change_item(project.personas, persona_id, change)
    return project if personas is project.personas else replace(project, personas=personas)
