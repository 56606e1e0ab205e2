"""Copies are equal in words, own in ids, and change nothing else."""

from dataclasses import replace

from hypothesis import given
from strategies import profiles, projects

from icp_desktop.model.copying import FillGaps, copy_profile, gaps_to_fill
from icp_desktop.model.edits import AddProfile
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.values import Pairs, Terms, is_empty


def ids(profile: Profile) -> set[str]:
    found = set()
    for answer in profile.answers:
        items = answer.value.items if isinstance(answer.value, Terms | Pairs) else ()
        found |= {e.id for e in answer.evidence} | {i.id for i in items}
        found |= {e.id for item in items for e in item.evidence}
    return found


@given(profiles)
def test_a_copy_says_the_same_under_ids_of_its_own(profile: Profile) -> None:
    copy = copy_profile(profile, "Another")
    assert (copy.name, copy.retired, copy.market) == ("Another", None, profile.market)
    assert [a.field for a in copy.answers] == [a.field for a in profile.answers]
    assert [a.reason for a in copy.answers] == [a.reason for a in profile.answers]
    for one, other in zip(profile.answers, copy.answers, strict=True):
        assert len(one.evidence) == len(other.evidence)
        assert one.weight == other.weight
    assert not ids(profile) & ids(copy)
    assert copy.id != profile.id


@given(projects, profiles)
def test_gaps_are_filled_and_what_is_said_stays(project: Project, source: Profile) -> None:
    target = Profile(id="target", name="Target", market="b2b")
    for each in project.profiles[:1]:
        target = replace(each, id="target")
    whole = AddProfile(profile=target).apply(replace(project, profiles=()))
    answers = gaps_to_fill(source, target)
    filled = FillGaps(profile="target", answers=answers).apply(whole)
    after = filled.profile("target")
    for answer in target.answers:
        if not is_empty(answer.value):
            assert after.answer(answer.field) is answer
    for answer in source.answers:
        assert is_empty(answer.value) or not is_empty(after.answer(answer.field).value)
    assert all(not answer.evidence for answer in answers)
    assert gaps_to_fill(source, after) == ()
    assert FillGaps(profile="target", answers=answers).apply(filled) is filled
