"""A source is noted once, and changed or withdrawn wherever it is named."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.report import Report, piece_key, source_key
from icp_desktop.model.source_edits import PutSource, WithdrawSource
from icp_desktop.model.values import Term, Terms, Text
from tests import strategies

YEARBOOK = Report(id="r", name="Yearbook 2026", link="yearbook.pdf", day=date(2026, 3, 1))


def proof(piece_id: str, reference: str = "", page: str = "") -> Evidence:
    return Evidence(id=piece_id, source="outside", reference=reference, page=page)


def project() -> Project:
    items = (
        Term(id="a", text="one", evidence=(proof("e2", "yearbook  2026"),)),
        Term(id="b", text="two", evidence=(proof("e3", "City report"), proof("e5"))),
    )
    first = Answer(field="f", value=Text(text="x"), evidence=(proof("e1", "Yearbook 2026", "14"),))
    second = Answer(field="g", value=Terms(items=items))
    own = Profile(id="p", name="Good", market="b2c", answers=(first, second))
    return Project(id="x", client="c", name="n", worksheet="", profiles=(own,))


def references(one: Project) -> list[str]:
    answers = one.profiles[0].answers
    assert isinstance(answers[1].value, Terms)
    pieces = (*answers[0].evidence, *(e for i in answers[1].value.items for e in i.evidence))
    return [piece.reference for piece in pieces]


def test_a_source_is_changed_wherever_it_is_named_and_pages_stay() -> None:
    edit = PutSource(key=source_key("YEARBOOK 2026 "), source=replace(YEARBOOK, name="Yearbook"))

    after = edit.apply(project())

    assert references(after) == ["Yearbook", "Yearbook", "City report", ""]
    (piece,) = after.profiles[0].answers[0].evidence
    assert (piece.link, piece.day, piece.page) == ("yearbook.pdf", date(2026, 3, 1), "14")
    assert after.sources == (edit.source,)
    assert edit.apply(after) is after


def test_a_new_source_touches_no_proof() -> None:
    after = PutSource(key="", source=YEARBOOK).apply(project())

    assert after.profiles == project().profiles
    assert after.sources == (YEARBOOK,)


def test_a_source_with_the_name_of_another_becomes_one_with_it() -> None:
    before = PutSource(key="", source=Report(id="c", name="City report")).apply(project())

    after = PutSource(key="city report", source=YEARBOOK).apply(before)

    assert references(after) == ["Yearbook 2026", "yearbook  2026", "Yearbook 2026", ""]
    assert after.sources == (YEARBOOK,)


def test_withdrawing_takes_the_proof_along_and_nothing_else() -> None:
    before = PutSource(key="", source=YEARBOOK).apply(project())

    after = WithdrawSource(key="yearbook 2026").apply(before)

    assert references(after) == ["City report", ""]
    assert after.sources == ()
    assert after.profiles[0].answers[0].value == Text(text="x")
    assert WithdrawSource(key="yearbook 2026").apply(after) is after


def test_sources_without_a_name_are_not_one() -> None:
    assert piece_key(proof("e1")) != piece_key(proof("e2"))
    assert piece_key(replace(proof("e1"), source="team")) == ""
    after = WithdrawSource(key="#e5").apply(project())
    assert references(after) == ["Yearbook 2026", "yearbook  2026", "City report"]


@given(strategies.projects)
def test_what_is_withdrawn_is_named_nowhere(one: Project) -> None:
    after = WithdrawSource(key="yearbook").apply(one)

    pieces = [e for p in after.profiles for a in p.answers for e in a.evidence]
    assert not [each for each in pieces if piece_key(each) == "yearbook"]
    assert not [each for each in after.sources if source_key(each.name) == "yearbook"]
