"""Questionnaires of one's own: written and read back equal, changed, and sent as new editions."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.errors import KnownError
from icp_desktop.model.forms import Form, OwnQuestionnaire
from icp_desktop.model.project import Project
from icp_desktop.model.values import KINDS
from icp_desktop.worksheet.definitions import Option, Question, Questionnaire
from icp_desktop.worksheet.questionnaires import (
    changed_questionnaire,
    find_questionnaire,
    move_question,
    new_questionnaire,
    own_questionnaire,
    put_question,
    questionnaires_of,
    read_options,
    remove_question,
    source_of,
    write_questionnaire,
)
from icp_desktop.worksheet.shipped import questionnaire, questionnaire_ids
from icp_desktop.worksheet.toml_source import read_questionnaire

ids = st.text("abcdefghjk23456789", min_size=1, max_size=12)
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
said = words.filter(lambda text: bool(text.strip()))
options = st.lists(
    st.builds(Option, id=ids, label=said), max_size=3, unique_by=lambda each: each.id
).map(tuple)
questions = st.builds(
    Question,
    id=ids,
    text=said,
    hint=words,
    kind=st.sampled_from(KINDS),
    size=st.sampled_from(("short", "text", "long")),
    choices=options,
    units=options,
    follow_ups=st.lists(words, max_size=2).map(tuple),
    feeds=st.lists(ids, max_size=2).map(tuple),
).filter(lambda each: each.kind != "choice" or each.choices)
written = st.builds(
    Questionnaire,
    id=ids,
    edition=st.integers(1, 9),
    language=st.just("en"),
    title=said,
    lead=words,
    audience=st.sampled_from(("customer", "colleague")),
    questions=st.lists(questions, min_size=1, max_size=3, unique_by=lambda each: each.id).map(
        tuple
    ),
)


@pytest.fixture
def asked() -> Questionnaire:
    return new_questionnaire("Mine", "en", questionnaire("good-customer"))


def project(*own: Questionnaire, forms: tuple[Form, ...] = ()) -> Project:
    kept = tuple(own_questionnaire(each) for each in own)
    return Project(id="x", client="", name="", worksheet="", questionnaires=kept, forms=forms)


@given(written)
def test_what_is_written_is_read_back_equal(asked: Questionnaire) -> None:
    assert read_questionnaire(write_questionnaire(asked)) == asked


@pytest.mark.parametrize("shipped", questionnaire_ids())
def test_every_shipped_one_can_be_made_ones_own(shipped: str) -> None:
    own = new_questionnaire("Mine", "en", questionnaire(shipped))
    assert own.id != shipped
    assert read_questionnaire(own_questionnaire(own).source) == own


def test_ones_own_come_first_and_damaged_ones_are_left_out(asked: Questionnaire) -> None:
    mine = project(asked)
    broken = replace(
        mine, questionnaires=(*mine.questionnaires, OwnQuestionnaire(id="b", source="no"))
    )
    assert questionnaires_of(broken)[0] == asked
    assert len(questionnaires_of(broken)) == 1 + len(questionnaire_ids())
    assert find_questionnaire(broken, "b") is None
    assert find_questionnaire(broken, "pains") == questionnaire("pains")


def test_what_is_not_there_is_named_with_what_is() -> None:
    with pytest.raises(KnownError, match=r"no questionnaire “gone”\. There are: yourself, "):
        source_of(project(), "gone")


def test_a_question_is_put_moved_and_removed(asked: Questionnaire) -> None:
    first = asked.questions[0]
    changed = put_question(asked, replace(first, text="How was it?"))
    assert changed.questions[0].text == "How was it?"
    assert put_question(asked, replace(first, text=" ")) is asked
    assert put_question(asked, Question(id="new", text="Who?")).questions[-1].id == "new"
    assert move_question(asked, first.id, 1).questions[1] == first
    assert move_question(asked, first.id, -1) is asked
    assert first not in remove_question(asked, first.id).questions
    alone = replace(asked, questions=(first,))
    assert remove_question(alone, first.id) is alone


def test_a_questionnaire_that_is_out_gets_a_new_edition_when_it_changes(
    asked: Questionnaire,
) -> None:
    form = Form(
        id="f",
        questionnaire=asked.id,
        title="Mine",
        edition=1,
        sent=date(2026, 11, 2),
        channel="pdf",
    )
    changed = replace(asked, title="Better")
    kept = changed_questionnaire(project(asked), changed)
    assert read_questionnaire(kept.source).edition == 1
    kept = changed_questionnaire(project(asked, forms=(form,)), changed)
    assert read_questionnaire(kept.source).edition == 2
    again = changed_questionnaire(
        project(asked, forms=(form,)), replace(changed, title="Best", edition=2)
    )
    assert read_questionnaire(again.source).edition == 2


def test_choices_keep_their_ids_while_they_keep_their_words() -> None:
    before = (Option(id="a", label="By tram"), Option(id="b", label="On foot"))
    after = read_options("On foot\n\nBy bus\nOn foot", before)
    assert [each.label for each in after] == ["On foot", "By bus"]
    assert after[0].id == "b"
    assert after[1].id not in ("a", "b")
