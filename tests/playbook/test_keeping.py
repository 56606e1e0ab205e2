"""What is kept: changed sources mark exactly the lines on them; a person's words stay theirs."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icp_desktop.codec.parts import from_parts, to_parts
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request
from icp_desktop.model.edits import RemoveProfile, SetEvidence, SetValue
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.items import PutItem
from icp_desktop.model.play import Action, Play
from icp_desktop.model.project import Project, find_answer
from icp_desktop.model.values import Pair, Pairs, Terms, Value
from icp_desktop.playbook.keeping import (
    Playbook,
    drop,
    hide,
    keep_all,
    playbook_of,
    refresh,
    rewrite,
    still_holds,
    take_now,
)
from icp_desktop.playbook.sources import Because
from icp_desktop.worksheet.samples import make_sample

FRESH = Evidence(id="fresh", source="outside", reference="A report of tomorrow")
OWN = "Words of our own"


def kept(sample: str) -> Project:
    project = make_sample(sample)
    return keep_all(playbook(project)).apply(project)


def playbook(project: Project) -> Playbook:
    return playbook_of(project, project.profiles[0])


def reworded(value: Value, item: str) -> Value:
    """Return a list in which one entry says something else."""
    match value:
        case Terms(items=terms):
            changed = (replace(e, text=e.text + " now") if e.id == item else e for e in terms)
            return replace(value, items=tuple(changed))
        case Pairs(items=pairs):
            also = (replace(e, second=e.second + " now") if e.id == item else e for e in pairs)
            return replace(value, items=tuple(also))
    raise TypeError(value)


def proven(value: Value, item: str) -> Value:
    """Return a list in which one entry has one piece of proof more."""
    assert isinstance(value, Terms | Pairs)
    if isinstance(value, Terms):
        terms = (
            replace(e, evidence=(*e.evidence, FRESH)) if e.id == item else e for e in value.items
        )
        return replace(value, items=tuple(terms))
    pairs = (replace(e, evidence=(*e.evidence, FRESH)) if e.id == item else e for e in value.items)
    return replace(value, items=tuple(pairs))


def changed(project: Project, because: Because, *, words: bool) -> Project:
    """Return a project in which one source says something else, or has more proof."""
    answers = project.profile(because.place).answers if because.place else project.about
    answer = find_answer(answers, because.field)
    if because.item:
        assert answer.value is not None
        value = (reworded if words else proven)(answer.value, because.item)
        return SetValue(place=because.place, field=because.field, value=value).apply(project)
    if words and isinstance(answer.value, Terms | Pairs):
        value = reworded(answer.value, answer.value.items[0].id)
        return SetValue(place=because.place, field=because.field, value=value).apply(project)
    evidence = (*answer.evidence, FRESH)
    return SetEvidence(place=because.place, field=because.field, evidence=evidence).apply(project)


def rests_on(line: Because, source: Because, project: Project, *, words: bool) -> bool:
    """Say whether a source of a line was touched by the change of another."""
    if line.persona or (line.place, line.field) != (source.place, source.field):
        return False
    if source.item:
        return line.item in ("", source.item)
    answers = project.profile(source.place).answers if source.place else project.about
    value = find_answer(answers, source.field).value
    if words and isinstance(value, Terms | Pairs):
        return line.item in ("", value.items[0].id)
    return True  # proof of the whole list stands behind each entry


@settings(max_examples=60, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("sample", ["fitness-studio", "software-firm"])
def test_exactly_the_lines_on_a_changed_source_are_out_of_date(
    sample: str, data: st.DataObject
) -> None:
    project = kept(sample)
    lines = playbook(project).lines
    assert not playbook(project).out_of_date
    sources = [each for line in lines for each in line.because if not each.persona]
    source = data.draw(st.sampled_from(sources))
    words = data.draw(st.booleans())
    mine = data.draw(st.sampled_from(lines))
    project = rewrite(playbook(project), mine, OWN).apply(project)
    after = changed(project, source, words=words)
    stale = {each.key for each in playbook(after).out_of_date}
    assert stale == {
        line.key
        for line in lines
        if any(rests_on(each, source, project, words=words) for each in line.because)
    }
    still = playbook(after).line(mine.key)
    assert still is not None
    assert (still.text, still.edited) == (OWN, True)
    offered = refresh(after, after.profiles[0])
    default = {each.id for each in offered.suggestions if each.chosen}
    taken = offered.accept(default).apply(after)
    assert {each.key for each in playbook(taken).out_of_date} == stale & {mine.key}
    again = playbook(taken).line(mine.key)
    assert again is not None
    assert again.text == OWN
    everything = offered.accept({each.id for each in offered.suggestions}).apply(after)
    assert not playbook(everything).out_of_date


def test_nothing_is_out_of_date_before_anything_is_kept() -> None:
    project = make_sample("fitness-studio")
    before = playbook(project)
    assert not before.taken
    assert {each.state for each in before.lines} == {"composed"}
    assert refresh(project, project.profiles[0]).suggestions == ()


def test_words_of_ones_own_stay_and_what_the_rules_say_now_is_told() -> None:
    project = kept("fitness-studio")
    line = playbook(project).lines[0]
    edited = rewrite(playbook(project), line, OWN).apply(project)
    after = changed(edited, line.because[0], words=True)
    found = playbook(after).line(line.key)
    assert found is not None
    assert (found.text, found.state, found.edited) == (OWN, "stale", True)
    assert "now" in found.now
    held = still_holds(found).apply(after)
    settled = playbook(held).line(line.key)
    assert settled is not None
    assert (settled.text, settled.state) == (OWN, "kept")
    fresh = playbook(take_now(playbook(after), found).apply(after)).line(line.key)
    assert fresh is not None
    assert (fresh.text, fresh.state, fresh.edited) == (found.now, "kept", False)


def test_a_line_that_lost_its_ground_says_so_and_is_offered_to_go() -> None:
    project = kept("fitness-studio")
    after = SetValue(place=project.profiles[0].id, field="buying.contact", value=None).apply(
        project
    )
    lost = [each for each in playbook(after).lines if each.state == "lost"]
    assert {each.chapter for each in lost} == {"channels"}
    offered = refresh(after, after.profiles[0])
    chosen = {each.id for each in offered.suggestions if each.chosen}
    assert {each.key for each in lost} <= chosen
    assert not playbook(offered.accept(chosen).apply(after)).out_of_date


def test_a_new_answer_is_offered_as_a_new_line_once_the_playbook_is_kept() -> None:
    project = kept("fitness-studio")
    pains = project.profiles[0].answer("needs.pains").value
    assert isinstance(pains, Pairs)
    more = replace(pains, items=(*pains.items, Pair(id="new", first="Full lockers", second="Two")))
    after = SetValue(place=project.profiles[0].id, field="needs.pains", value=more).apply(project)
    new = [each.theirs for each in refresh(after, after.profiles[0]).suggestions if not each.ours]
    assert "Full lockers? Two." in new


def test_a_hidden_line_is_not_offered_again_and_can_come_back() -> None:
    project = kept("fitness-studio")
    line = playbook(project).lines[0]
    hidden = hide(playbook(project), line).apply(project)
    assert line.key not in {each.key for each in playbook(hidden).lines}
    after = changed(hidden, line.because[0], words=True)
    assert line.key not in {e.id for e in refresh(after, after.profiles[0]).suggestions}
    found = playbook(hidden).line(line.key)
    assert found is not None
    back = hide(playbook(hidden), found, hidden=False).apply(hidden)
    assert line.key in {each.key for each in playbook(back).lines}


def test_a_line_of_ones_own_is_kept_rewritten_and_dropped() -> None:
    project = make_sample("fitness-studio")
    own = Play(id="mine", profile=project.profiles[0].id, chapter="channels", text="The market")
    with_own = PutItem(folder="plays", item=own).apply(project)
    line = playbook(with_own).line("mine")
    assert line is not None
    assert (line.state, line.text, line.chapter) == ("own", "The market", "channels")
    other = rewrite(playbook(with_own), line, "The Saturday market").apply(with_own)
    assert [each.text for each in other.plays] == ["The Saturday market"]
    assert playbook(drop(line).apply(other)).line("mine") is None


def test_it_is_kept_in_files_and_goes_with_its_profile() -> None:
    project = kept("fitness-studio")
    action = Action(id="a", profile=project.profiles[0].id, what="Print it", by=date(2026, 12, 1))
    project = PutItem(folder="actions", item=action).apply(project)
    assert from_parts(to_parts(project)) == project
    without = RemoveProfile(profile=project.profiles[0].id).apply(project)
    assert (without.plays, without.actions) == ((), ())


def test_a_copy_for_others_says_the_same_of_what_is_out_of_date() -> None:
    project = kept("insurance-brokers")
    line = next(each for each in playbook(project).lines if each.chapter == "messages")
    project = changed(project, line.because[0], words=True)
    mine = {each.key: each.state for each in playbook(project).lines}
    request = Request(project=project, profile_id="", today=date(2026, 11, 25))
    assert {e.key: e.state for e in playbook(release(request).project).lines} == mine
    assert "stale" in mine.values()


def test_a_quote_in_a_kept_line_leaves_only_with_consent() -> None:
    project = make_sample("insurance-brokers")
    talk = next(each for each in project.interviews if each.quotes)
    said = " ".join(talk.quotes[0].text.split())
    silent = replace(talk, consent="internal")
    talks = tuple(silent if each is talk else each for each in project.interviews)
    play = Play(id="q", profile=project.profiles[0].id, chapter="messages", text=f"“{said}”")
    asked = replace(project, interviews=talks, plays=(play,))
    request = Request(project=asked, profile_id="", today=date(2026, 11, 25))
    assert release(request).project.plays[0].text == "“[…]”"
