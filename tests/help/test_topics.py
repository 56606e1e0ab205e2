"""The help against what it tells of: where the two drift apart, a test here fails."""

import re

from icp_desktop.checks.objections import rules as all_rules
from icp_desktop.cli.call import COMMANDS, make_parser
from icp_desktop.documents.catalogue import DOCUMENTS
from icp_desktop.help.calls import describe_calls
from icp_desktop.help.index import HelpIndex
from icp_desktop.help.lists import (
    documents,
    fields,
    grades,
    headings,
    questionnaires,
    rules,
    shipped_lists,
)
from icp_desktop.help.text import topic_text
from icp_desktop.help.topics import HelpTopic, filled, help_topics, topic_for
from icp_desktop.worksheet.shipped import questionnaire_ids, standard_source
from icp_desktop.worksheet.toml_source import read_worksheet

MADE_BY_THE_WINDOW = {"shortcuts", "about"}


def written() -> dict[str, HelpTopic]:
    return {each.id: each for each in help_topics()}


def without_a_window() -> tuple[HelpTopic, ...]:
    lists = {**shipped_lists(), "calls": lambda: describe_calls(make_parser())}
    return filled(help_topics(), lists)


def test_every_way_on_leads_to_a_topic() -> None:
    topics = written()
    for topic in topics.values():
        assert set(topic.see) <= set(topics), topic.id
        assert topic.id not in topic.see


def test_there_is_a_way_to_every_topic() -> None:
    topics = written()
    led_to = {each for topic in topics.values() for each in topic.see}
    assert set(topics) - led_to - {"about"} == set()  # that one stands in the menu


def test_no_place_has_two_topics() -> None:
    homes = [place for topic in help_topics() for place in (topic.id, *topic.opens_from)]
    assert len(homes) == len(set(homes))


def test_every_list_is_made_and_stands_somewhere() -> None:
    named = [s.made_of for topic in help_topics() for s in topic.sections if s.made_of]
    assert sorted(named) == sorted({*shipped_lists(), *MADE_BY_THE_WINDOW, "calls"})


def test_no_section_is_empty_and_every_table_is_whole() -> None:
    for topic in without_a_window():
        assert topic.sections, topic.id
        for section in topic.sections:
            assert section.text or section.terms or section.table, (topic.id, section.head)
            assert len({len(row) for row in section.table}) <= 1


def test_every_field_is_told_with_its_question_and_its_examples() -> None:
    sheet = list(read_worksheet(standard_source()).fields())
    terms = [term for section in fields() for term in section.terms]
    assert len(terms) == len(sheet)
    for field, term in zip(sheet, terms, strict=True):
        asked = [words for market, words in field.words if market in field.audience]
        assert term.means in {words.why for words in asked}
        for words in asked:
            assert any(words.question in note for note in term.notes), field.id
        assert any("Good: " in note for note in term.notes)


def test_every_rule_is_told_with_its_reason_and_its_remedy() -> None:
    terms = rules()[0].terms
    assert [each.term for each in terms] == [each.title for each in all_rules()]
    for term, rule in zip(terms, all_rules(), strict=True):
        assert term.notes[:2] == (rule.words.why, rule.words.fix)
        assert rule.id in term.notes[2]


def test_every_document_grade_questionnaire_and_heading_is_told() -> None:
    assert [row[2] for row in documents()[0].table[1:]] == [each.id for each in DOCUMENTS]
    assert len(grades()[0].table) == 1 + 5
    assert len(questionnaires()[0].terms) == len(questionnaire_ids())
    known = {
        word for field in read_worksheet(standard_source()).fields() for word in field.headings
    }
    told = ", ".join(row[1] for row in headings()[0].table)
    assert known
    assert all(word in told for word in known)


def test_every_command_of_the_command_line_is_told_with_its_options() -> None:
    sections = {each.head: each for each in describe_calls(make_parser())}
    assert set(COMMANDS) == set(sections) - {"icp-desktop"}
    for name in COMMANDS:
        told = {term.term.split()[0].rstrip(",") for term in sections[name].terms}
        usage = sections[name].text[1]
        assert set(re.findall(r"--[a-z-]+", usage)) <= told, name
    assert any("--reason" in term.term for term in sections["keep"].terms)


def test_options_named_in_prose_exist() -> None:
    text = "\n".join(topic_text(topic) for topic in help_topics())
    calls = "\n".join(str(section) for section in describe_calls(make_parser()))
    assert all(option in calls for option in re.findall(r"--[a-z][a-z-]+", text))


def test_a_place_without_a_topic_of_its_own_takes_that_of_its_page() -> None:
    topics = help_topics()
    assert topic_for(topics, "overview/side", "overview") == "several"
    assert topic_for(topics, "overview/map", "overview") == "overview"
    assert topic_for(topics, "nowhere") == ""


def test_what_cannot_be_made_is_left_out_with_the_ways_to_it() -> None:
    ids = {each.id for each in without_a_window()}
    assert set(written()) - ids == {"keyboard", "about"}
    assert all(set(topic.see) <= ids for topic in without_a_window())


def test_the_search_finds_by_any_words_the_head_first() -> None:
    index = HelpIndex(without_a_window())
    assert index.search("") == []
    assert index.search("room mode")[0].topic == "room"
    hits = index.search("test guess")
    assert hits
    assert {hit.topic for hit in hits} <= set(written())
    assert index.search("zzzz") == []


def test_a_topic_as_text_says_all_and_keeps_to_the_width() -> None:
    for topic in without_a_window():
        plain = " ".join(topic_text(topic).split())
        for section in topic.sections:
            for text in (section.head, *section.text, *(term.means for term in section.terms)):
                assert " ".join(text.split()) in plain
        narrow = topic_text(topic, 80)
        assert max(len(line) for line in narrow.splitlines()) <= 80, topic.id
