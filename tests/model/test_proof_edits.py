"""Quotes and themes become proof of an answer or of one item, each talk counted once."""

from strategies import filled_project

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Project
from icp_desktop.model.proof_edits import LinkProof
from icp_desktop.model.values import Terms


def link(project: Project, item: str = "", **links: object) -> Project:
    piece = Evidence(id="new", source="interviews", **links)  # type: ignore[arg-type]
    return LinkProof(place="bakers", field="company.industry", piece=piece, item=item).apply(
        project
    )


def test_quotes_join_those_that_speak_there_already() -> None:
    once = link(filled_project(), quotes=("q1",))
    twice = link(once, quotes=("q1", "q2"))
    (piece,) = twice.profile("bakers").answer("company.industry").evidence
    assert piece.quotes == ("q1", "q2")
    assert link(twice, quotes=("q2",)) is twice


def test_what_speaks_against_stays_apart() -> None:
    both = link(link(filled_project(), quotes=("q1",)), quotes=("q1",), against=True)
    both = link(both, theme="doctor")
    pieces = both.profile("bakers").answer("company.industry").evidence
    assert [(each.quotes, each.theme, each.against) for each in pieces] == [
        (("q1",), "", False),
        (("q1",), "", True),
        ((), "doctor", False),
    ]


def test_one_item_of_a_list_can_be_proven() -> None:
    value = (
        link(filled_project(), item="t2", theme="doctor")
        .profile("bakers")
        .answer("company.industry")
        .value
    )
    assert isinstance(value, Terms)
    assert [each.theme for each in value.items[1].evidence] == ["doctor"]
    assert not value.items[0].evidence[0].linked
