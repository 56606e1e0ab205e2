"""What is composed: each line rests on something that is filled in; what is not is asked for."""

from dataclasses import replace

import pytest

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.project import Answer, Profile, Project, find_answer
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text, is_empty
from icp_desktop.playbook.composing import Composed, compose
from icp_desktop.playbook.rules import playbook_rules
from icp_desktop.playbook.sources import Because
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import standard_source, worksheet_of
from icp_desktop.worksheet.tailoring import OwnField, add_field

PAINS = Pairs(
    items=(
        Pair(id="cold", first="The oven is cold when the van comes", second="We start it at three"),
        Pair(id="late", first="Late vans"),
    )
)
COUNTED = Evidence(id="e", source="interviews", count=6, total=9)
NEEDED_CHAPTERS = ("messages", "targeting", "topics", "email", "channels", "qualifying")


def made(*answers: Answer, personas: tuple[Persona, ...] = ()) -> Project:
    profile = Profile(id="bakers", name="Town bakers", market="b2b", answers=answers)
    return Project(
        id="p",
        client="Corner Mill",
        name="Flour",
        worksheet=standard_source(),
        profiles=(profile,),
        personas=personas,
    )


def composed(project: Project) -> Composed:
    return compose(project, project.profiles[0])


def leads_to_something(project: Project, because: Because) -> bool:
    if because.persona:
        return bool(project.persona(because.persona).line(because.item).text.strip())
    answers = project.profile(because.place).answers if because.place else project.about
    value = find_answer(answers, because.field).value
    if is_empty(value):
        return False
    if not because.item:
        return True
    assert isinstance(value, Terms | Pairs)
    (item,) = (each for each in value.items if each.id == because.item)
    return bool((item.first if isinstance(item, Pair) else item.text).strip())


@pytest.mark.parametrize("sample", sample_ids())
def test_each_line_of_each_sample_leads_to_something_that_is_filled_in(sample: str) -> None:
    project = make_sample(sample)
    lines = composed(project).lines
    assert {each.chapter for each in lines} >= set(NEEDED_CHAPTERS)
    for line in lines:
        assert line.text.strip()
        assert line.because
        for because in line.because:
            assert leads_to_something(project, because), (line.key, because)
    assert len({line.key for line in lines}) == len(lines)


@pytest.mark.parametrize("sample", sample_ids())
def test_what_is_to_be_found_out_leads_to_something_that_is_open(sample: str) -> None:
    project = make_sample(sample)
    worksheet = worksheet_of(project)
    for each in composed(project).to_find:
        assert each.question
        assert each.label
        if each.field and not each.item:
            answers = project.profile(each.place).answers if each.place else project.about
            answer = find_answer(answers, each.field)
            assert is_empty(answer.value) or (each.chapter == "decline" and not answer.reason)
            assert worksheet.field(each.field)


def test_an_empty_profile_gives_no_line_and_asks() -> None:
    found = composed(made())
    assert found.lines == ()
    asked = {each.field: each for each in found.to_find}
    assert asked["needs.pains"].question == (
        "What goes wrong in the firm, and how do you relieve it?"
    )
    assert {each.label for each in found.to_find} >= {"Pains", "Personas", "Not a fit"}


def test_a_message_joins_a_pain_and_its_relief_and_says_why() -> None:
    answer = Answer(field="needs.pains", value=PAINS, evidence=(COUNTED,))
    found = composed(made(answer))
    (line,) = [each for each in found.lines if each.chapter == "messages"]
    assert line.text == "The oven is cold when the van comes? We start it at three."
    (because,) = line.because
    assert (because.field, because.item) == ("needs.pains", "cold")
    assert (because.grade, because.proof) == ("interviews", "6 of 9 interviews")


def test_a_pain_without_relief_gives_no_message_but_a_question() -> None:
    found = composed(made(Answer(field="needs.pains", value=PAINS)))
    (asked,) = [each for each in found.to_find if each.chapter == "messages" and each.item]
    assert (asked.question, asked.item) == ("What do you do about “Late vans”?", "late")


def test_a_persona_with_the_pain_is_spoken_to() -> None:
    taken = PersonaLine(
        id="l", topic="challenges", text="Cold oven", field="needs.pains", item="cold"
    )
    goal = PersonaLine(id="g", topic="goals", text="bread by six")
    own = PersonaLine(id="o", topic="challenges", text="Nobody to hire")
    baker = Persona(id="b", profile="bakers", title="The baker", lines=(taken, goal, own))
    found = composed(made(Answer(field="needs.pains", value=PAINS), personas=(baker,)))
    (line,) = [each for each in found.lines if each.chapter == "messages"]
    assert line.head == "For: The baker"
    assert line.text.splitlines()[1] == "What they want: bread by six."
    assert [each.persona for each in line.because] == ["", "b", "b"]
    questions = [each.question for each in found.to_find if each.chapter == "messages"]
    assert "What do you do for “The baker” about “Nobody to hire”?" in questions


def test_a_list_taken_as_a_whole_is_as_sure_as_its_least_sure_entry() -> None:
    terms = Terms(
        items=(Term(id="a", text="Bakeries", evidence=(COUNTED,)), Term(id="b", text="Cafés"))
    )
    found = composed(made(Answer(field="company.industry", value=terms)))
    (line,) = [each for each in found.lines if each.chapter == "targeting"]
    assert line.text == "Bakeries, Cafés"
    assert line.because[0].grade == "assumption"


def test_a_question_of_ones_own_is_shown_to_and_asked_in_the_first_talk() -> None:
    own = OwnField(label="Ovens", kind="terms", question="How many ovens do they have?")
    source, field = add_field(standard_source(), "company", own)
    value = Terms(items=(Term(id="t", text="Two deck ovens"),))
    answer = Answer(field=field, value=value, weight="must")
    found = composed(replace(made(answer), worksheet=source))
    assert {(each.chapter, each.head) for each in found.lines} == {
        ("targeting", "Ovens"),
        ("qualifying", "How many ovens do they have?"),
    }


def test_who_is_not_a_fit_is_left_out_watched_for_and_told_so() -> None:
    answer = Answer(
        field="needs.goals",
        value=Text(text="Cheapest flour"),
        weight="rules_out",
        reason="heavy_support",
    )
    project = made()
    no = Profile(id="no", name="Not a fit", market="b2b", kind="negative", answers=(answer,))
    found = composed(replace(project, profiles=(*project.profiles, no)))
    assert [each.chapter for each in found.lines] == [
        "targeting", "email", "qualifying", "success", "decline",
    ]  # fmt: skip
    assert "You would need more help from us than we can give you." in found.lines[-1].text
    assert found.lines[-1].because[0].place == "no"


def test_why_somebody_is_not_a_fit_is_asked_where_nobody_said_it() -> None:
    answer = Answer(field="needs.goals", value=Text(text="Cheapest flour"), weight="rules_out")
    no = Profile(id="no", name="Not a fit", market="b2b", kind="negative", answers=(answer,))
    project = made()
    found = composed(replace(project, profiles=(*project.profiles, no)))
    (asked,) = [each for each in found.to_find if each.chapter == "decline"]
    assert (asked.question, asked.place) == ("Why is “Cheapest flour” not a fit?", "no")


def test_the_rules_name_only_what_the_worksheet_asks() -> None:
    rules = playbook_rules()
    worksheet = worksheet_of(made())
    known = {each.id for each in worksheet.fields()}
    chapters = {each.id for each in rules.chapters}
    sections = {each.id for each in worksheet.sections}
    for rule in rules.rules:
        assert rule.chapter in chapters
        assert {*rule.fields, *rule.besides, *rule.needed} <= known, rule.id
        assert set(rule.sections) <= sections
        assert {each.field for each in rule.more} - {""} <= known
    assert len({each.id for each in rules.rules}) == len(rules.rules)
    fields = [each.field for each in rules.asked]
    assert len(set(fields)) == len(fields)
    weighed = {each.id for each in worksheet.fields() if each.id.partition(".")[0] != "about"}
    assert set(fields) >= weighed - {"buying.objections", "needs.deadline"}
