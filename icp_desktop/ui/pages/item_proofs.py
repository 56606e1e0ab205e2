"""Proof of the single items of a list: what happens to the proof of the whole list then."""

from collections.abc import Callable
from dataclasses import replace

from icp_desktop.checks.grades import GRADES, Grade
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Answer
from icp_desktop.model.record import record
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Value

Item = Term | Pair


@record
class Proven:
    """A value whose items carry proof, and the proof of the whole answer."""

    value: Value | None
    evidence: tuple[Evidence, ...]


def items_of(value: Value | None) -> tuple[Item, ...]:
    """Return the items of a list, none for every other value."""
    return value.items if isinstance(value, Terms | Pairs) else ()


def item_proof(answer: Answer, item: Item) -> tuple[Evidence, ...]:
    """Return what an item rests on: its own proof and what stands for the whole list."""
    return (*item.evidence, *(each for each in answer.evidence if not each.against))


def with_item_proof(answer: Answer, item_id: str, proof: tuple[Evidence, ...]) -> Proven:
    """Give one item a proof; what stood for the whole list goes to each of the others.

    What speaks against the answer stays with the answer.
    """
    whole = [each for each in answer.evidence if not each.against]
    against = tuple(each for each in answer.evidence if each.against)

    def proven(item: Item) -> tuple[Evidence, ...]:
        if item.id == item_id:
            return proof
        return (*item.evidence, *(replace(each, id=new_id()) for each in whole))

    return Proven(value=_with_items(answer.value, proven), evidence=against)


def without_item_proof(value: Value | None) -> Value | None:
    """Return a list whose items carry no proof of their own; other values as they are."""
    return _with_items(value, lambda _item: ())


def raised_to(proof: tuple[Evidence, ...], grade: Grade) -> tuple[Evidence, ...]:
    """Return proof whose best piece is of a grade: weaker pieces stay, stronger ones go."""
    rank = GRADES.index(grade)
    kept = [each for each in proof if each.against or GRADES.index(each.source) <= rank]
    if grade != "assumption" and not any(e.source == grade and e.speaks_for for e in kept):
        kept.append(Evidence(id=new_id(), source=grade))
    return tuple(kept)


def _with_items(value: Value | None, proof: Callable[[Item], tuple[Evidence, ...]]) -> Value | None:
    match value:
        case Terms():
            return Terms(items=tuple(replace(each, evidence=proof(each)) for each in value.items))
        case Pairs():
            return Pairs(items=tuple(replace(each, evidence=proof(each)) for each in value.items))
    return value
