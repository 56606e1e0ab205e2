"""What was said in talks becomes proof of an answer, in one step."""

from dataclasses import replace

from icp_desktop.model.edits import BUSINESS, SetEvidence, SetValue
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.values import Pairs, Terms, Value

Proof = tuple[Evidence, ...]


@record
class LinkProof:
    """Let quotes, a theme or talks speak for or against an answer, or one item of a list.

    Quotes join those that speak there already, so that each talk is counted once.
    """

    place: str
    field: str
    piece: Evidence
    item: str = ""
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Add the piece, or widen the one that is there."""
        answers = project.about if self.place == BUSINESS else project.profile(self.place).answers
        answer = find_answer(answers, self.field)
        if not self.item:
            proof = join_proof(answer.evidence, self.piece)
            return SetEvidence(place=self.place, field=self.field, evidence=proof).apply(project)
        value = _with_item_proof(answer.value, self.item, self.piece)
        return SetValue(place=self.place, field=self.field, value=value).apply(project)


def join_proof(proof: Proof, piece: Evidence) -> Proof:
    """Return a proof with a piece; quotes join those that speak there already."""
    for each in proof:
        if each.linked and (each.theme, each.against) == (piece.theme, piece.against):
            wider = replace(
                each,
                quotes=tuple(dict.fromkeys((*each.quotes, *piece.quotes))),
                interviews=tuple(dict.fromkeys((*each.interviews, *piece.interviews))),
            )
            return tuple(wider if other is each else other for other in proof)
    return (*proof, piece)


def _with_item_proof(value: Value | None, item_id: str, piece: Evidence) -> Value | None:
    match value:
        case Terms():
            terms = tuple(
                replace(each, evidence=join_proof(each.evidence, piece))
                if each.id == item_id
                else each
                for each in value.items
            )
            return replace(value, items=terms)
        case Pairs():
            pairs = tuple(
                replace(each, evidence=join_proof(each.evidence, piece))
                if each.id == item_id
                else each
                for each in value.items
            )
            return replace(value, items=pairs)
    return value
