"""What can be found in a project."""

from dataclasses import replace

from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.report import Report
from icp_desktop.model.values import Pairs, Terms
from icp_desktop.search.lines import Line, all_lines, answer_lines, field_lines
from icp_desktop.worksheet.phrases import say_pair
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import worksheet_of


def texts(lines: tuple[Line, ...], kind: str) -> list[str]:
    return [line.text for line in lines if line.kind == kind]


def test_every_entry_of_every_list_is_found() -> None:
    project = make_sample("insurance-brokers")
    found = texts(all_lines(project), "answer")
    profile = project.profiles[0]
    asked = {f.id for s in worksheet_of(project).sections for f in s.asked(profile.market)}
    for answer in profile.answers:
        if answer.field in asked and isinstance(answer.value, Terms):
            assert {item.text for item in answer.value.items} <= set(found)
        if answer.field in asked and isinstance(answer.value, Pairs):
            assert {say_pair(item) for item in answer.value.items} <= set(found)


def test_talks_quotes_themes_and_lists_are_found() -> None:
    project = make_sample("insurance-brokers")
    lines = all_lines(project)
    assert {talk.person for talk in project.interviews} <= set(texts(lines, "talk"))
    quotes = [quote.text for talk in project.interviews for quote in talk.quotes]
    assert texts(lines, "quote") == quotes
    assert texts(lines, "theme") == [theme.name for theme in project.themes]
    assert texts(lines, "list") == [table.name for table in project.tables]
    assert all(line.text.strip() for line in lines)


def test_sources_and_personas_are_found() -> None:
    persona = Persona(
        id="c",
        profile="x",
        title="The planner",
        lines=(PersonaLine(id="l", topic="goals", text="Home by six"),),
    )
    source = Report(id="r", name="Yearbook of the invented trade", note="page nine")
    project = replace(make_sample("fitness-studio"), personas=(persona,), sources=(source,))
    lines = all_lines(project)
    assert texts(lines, "person") == ["The planner", "Home by six"]
    assert texts(lines, "source") == ["Yearbook of the invented trade"]


def test_the_answers_of_one_profile_are_its_own() -> None:
    project = make_sample("fitness-studio")
    ideal, other = project.profiles[:2]
    ours = answer_lines(project, ideal.id)
    assert ours
    assert {line.owner for line in ours} == {ideal.id}
    assert set(texts(ours, "answer")) != set(texts(answer_lines(project, other.id), "answer"))
    fields = field_lines(project, ideal.id)
    asked = [f.id for s in worksheet_of(project).sections for f in s.asked(ideal.market)]
    assert [line.field for line in fields] == asked
    assert answer_lines(project, "gone") == field_lines(project, "gone") == ()


def test_answers_on_the_business_are_found_once() -> None:
    project = make_sample("fitness-studio")
    sections = {s.id for s in worksheet_of(project).sections if s.scope == "business"}
    about = [line for line in all_lines(project) if line.section in sections]
    assert about
    assert len({(line.field, line.text) for line in about}) == len(about)
