"""Forms that come back: what is new, what differs, what can't be read; nothing is changed."""

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from forms.asked import EACH_KIND, TODAY, filling, named, send, sending_project
from forms.bad_files import BAD, with_token
from forms.spreadsheet import cell_filling, fill_cells
from forms.viewers import fill_by_pdfium

from icp_desktop.documents.form_reader import FormReader
from icp_desktop.documents.forms_in import Arrived, Collected, collect
from icp_desktop.documents.raw_form import UnreadableError
from icp_desktop.model.forms import WORKSHEET_FORM, OwnQuestionnaire
from icp_desktop.model.project import Project

LATER = TODAY + timedelta(days=9)


def taken(project: Project, *files: bytes, names: tuple[str, ...] = ()) -> Collected:
    arrived = [
        Arrived(name=names[n] if names else f"{n}.pdf", data=data) for n, data in enumerate(files)
    ]
    return collect(arrived, project, LATER)


def accepted(project: Project, found: Collected, *left_out: str) -> Project:
    chosen = [s.id for s in found.proposal.suggestions if s.id.split("/")[1] not in left_out]
    return found.proposal.accept(chosen).apply(project)


@pytest.mark.parametrize(("make", "words"), BAD.values(), ids=BAD)
def test_each_bad_file_gets_its_own_sentence_soon(make: object, words: str) -> None:
    data = make()  # type: ignore[operator]
    project = sending_project()
    began = time.monotonic()
    found = taken(project, data)
    assert time.monotonic() - began < 10
    assert found.count == 0
    assert found.proposal.suggestions == ()
    (trouble,) = found.troubles
    assert "“0.pdf”" in trouble
    assert words in trouble
    assert "\n" not in trouble


def test_a_form_becomes_an_interview_in_one_step() -> None:
    project, form, data = send()
    found = taken(project, fill_by_pdfium(data, filling("Before work.")))
    assert found.troubles == ()
    (group,) = found.proposal.groups
    assert group.title == "Ann Øst, Front desk · One question of each kind"
    assert all(s.ours == "" for s in found.proposal.suggestions)
    after = accepted(project, found)
    (talk,) = after.interviews
    assert talk.person == "Ann Øst"
    assert talk.day == date(2026, 11, 23)
    assert talk.group == "colleague"
    assert talk.questionnaire == "each-kind"
    assert talk.answer("in_words").text == "Before work."
    assert talk.answer("in_words").asked == "What do you see?"
    assert talk.answer("way").picked == ("tram",)
    assert talk.answer("heard").picked == ("time",)
    assert talk.answer("rides").text == "2–4.5 in der Wöche"
    (noted,) = after.forms
    assert noted.is_back
    assert noted.id == form.id
    assert noted.returns[0].result == talk.id
    assert after.profiles == project.profiles


def test_line_by_line_what_is_not_ticked_stays_out_and_nothing_ticked_changes_nothing() -> None:
    project, _form, data = send()
    found = taken(project, fill_by_pdfium(data, filling("Before work.")))
    some = accepted(project, found, "short", "way")
    assert some.interviews[0].answer("short").text == ""
    assert some.interviews[0].answer("in_words").text == "Before work."
    assert found.proposal.accept([]).apply(project) is project


def test_the_same_file_twice_is_known_by_its_bytes() -> None:
    project, _form, data = send()
    filled = fill_by_pdfium(data, filling("a"))
    after = accepted(project, taken(project, filled))
    again = taken(after, filled)
    assert again.count == 0
    assert "was taken in before, on 30 November 2026" in again.troubles[0]
    at_once = taken(project, filled, filled)
    assert at_once.count == 1
    assert "is the same file as “0.pdf”" in at_once.troubles[0]


def test_a_form_that_comes_again_shows_only_what_differs() -> None:
    project, _form, data = send()
    first = fill_by_pdfium(data, {named("in_words"): "Before work.", named("short"): "Early"})
    after = accepted(project, taken(project, first))
    second = fill_by_pdfium(data, {named("in_words"): "Before work.", named("short"): "Late"})
    found = taken(after, second)
    (differs,) = found.proposal.suggestions
    assert (differs.ours, differs.theirs) == ("Early", "Late")
    assert any("came back before" in note for note in found.proposal.groups[0].notes)
    settled = accepted(after, found)
    assert len(settled.interviews) == 1
    assert settled.interviews[0].answer("short").text == "Late"
    assert len(settled.forms[0].returns) == 2


def test_two_copies_of_one_form_at_once_make_one_interview() -> None:
    project, _form, data = send()
    first = fill_by_pdfium(data, {named("in_words"): "Before work."})
    second = fill_by_pdfium(data, {named("in_words"): "Before work.", named("short"): "Late"})
    found = taken(project, first, second)
    assert len(accepted(project, found).interviews) == 1
    only_second = [s.id for s in found.proposal.suggestions if s.theirs == "Late"]
    after = found.proposal.accept(only_second).apply(project)
    assert [talk.answer("short").text for talk in after.interviews] == ["Late"]


def test_half_filled_is_said_and_what_cannot_be_read_is_shown() -> None:
    project, _form, data = send()
    filled = fill_by_pdfium(
        data, {named("since"): "3/11/2026", named("rides", "low"): "many", named("short"): "x"}
    )
    found = taken(project, filled)
    assert "3 of 10 questions are answered." in found.proposal.groups[0].notes
    reasons = {s.id.split("/")[1]: s.reason for s in found.proposal.suggestions}
    assert "3 November 2026 or 11 March 2026" in reasons["since"]
    assert "is not a figure" in reasons["rides"]
    talk = accepted(project, found).interviews[0]
    assert talk.answer("since").text == "3/11/2026"


def test_an_older_edition_is_read_as_it_was_asked() -> None:
    project, _form, data = send()
    filled = fill_by_pdfium(data, filling("a"))
    newer = EACH_KIND.replace('title = "One', 'edition = 2\ntitle = "One').replace(
        'text = "In a word?"', 'text = "In three words?"'
    )
    changed = replace(project, questionnaires=(OwnQuestionnaire(id="each-kind", source=newer),))
    found = taken(changed, filled)
    assert (
        "It was filled in on edition 1; the present one is edition 2. 9 of its 10 questions are "
        "asked the same way today."
    ) in found.proposal.groups[0].notes
    asked = {s.id.split("/")[1]: s.what for s in found.proposal.suggestions}
    assert asked["short"] == "2. In a word?"


def test_a_form_that_is_not_listed_any_more_is_taken_in_and_listed() -> None:
    found = taken(sending_project(), with_token())
    assert found.count == 1
    assert "It is not in the list" in found.proposal.groups[0].notes[0]
    after = accepted(sending_project(), found)
    assert [form.id for form in after.forms] == ["elsewhere1"]
    assert after.forms[0].sent == date(2026, 11, 23)


def test_forms_with_the_same_name_are_told_apart_by_what_they_are() -> None:
    project, _form, data = send()
    filled = fill_by_pdfium(data, filling("a"))
    found = taken(project, filled, with_token(project="other"), names=("form.pdf", "form.pdf"))
    assert found.count == 1
    assert "another project" in found.troubles[0]


def test_a_copy_of_the_worksheet_is_kept_apart_and_fills_only_what_is_open() -> None:
    project, _form, data = send("xlsx", WORKSHEET_FORM, person="Ann", role="Sales")
    typed = {named("mindset.values"): "Reliability\nThrift", named("people.age_range", "low"): "30"}
    found = taken(project, fill_cells(data, dict(typed)), names=("ann.xlsx",))
    after = accepted(project, found)
    (voice,) = after.voices
    assert (voice.person, voice.role, voice.profile) == ("Ann", "Sales", "p1")
    answer = after.profile("p1").answer("mindset.values")
    assert [item.text for item in answer.value.items] == ["Reliability", "Thrift"]  # type: ignore[union-attr]
    (proof,) = answer.evidence
    assert (proof.source, proof.count, proof.total) == ("team", 1, 1)
    second, form, other = send("xlsx", WORKSHEET_FORM, person="Bob", role="Service")
    after = replace(after, forms=(*after.forms, form))
    typed = {named("mindset.values"): "thrift\nreliability", named("people.age_range", "low"): "40"}
    found = taken(after, fill_cells(other, dict(typed)), names=("bob.xlsx",))
    reasons = {s.id.split("/")[1]: s.reason for s in found.proposal.suggestions}
    assert "They say the same" in reasons["mindset.values"]
    assert "Your answer stays" in reasons["people.age_range"]
    both = accepted(after, found)
    assert len(both.voices) == 2
    answer = both.profile("p1").answer("mindset.values")
    assert (answer.evidence[0].count, answer.evidence[0].total) == (2, 2)
    assert both.profile("p1").answer("people.age_range") == after.profile("p1").answer(
        "people.age_range"
    )
    assert second.id == project.id


def test_what_can_not_be_read_in_a_copy_is_shown_and_not_kept() -> None:
    project, _form, data = send("xlsx", WORKSHEET_FORM)
    typed = {named("people.age_range", "low"): "grown-ups", named("mindset.values"): "Thrift"}
    found = taken(project, fill_cells(data, dict(typed)), names=("a.xlsx",))
    (unread,) = found.proposal.groups[0].unread
    assert unread.found == "grown-ups"
    assert "is not a figure" in unread.reason
    assert len(found.proposal.suggestions) == 1


def test_a_workbook_is_collected_too() -> None:
    project, _form, data = send("xlsx")
    found = taken(project, fill_cells(data, dict(cell_filling("x"))), names=("a.xlsx",))
    assert found.count == 1
    assert len(found.proposal.suggestions) == 10


def test_a_reply_by_e_mail_is_read_from_its_numbers() -> None:
    project, _form, data = send("email")
    lines = []
    for line in data.decode().splitlines():
        lines.append(f"> {line}")
        if line.startswith("Answer:"):
            lines[-1] = "> Answer:"
            lines.append({0: "Before work.", 2: "Bicycle", 5: "2-4 a day"}.get(len(lines), ""))
    numbers = [n for n, line in enumerate(lines) if line == "> Answer:"]
    for place, words in zip(numbers, ("Before\nwork.", "Early", "Bicycle"), strict=False):
        lines[place + 1] = words
    lines[numbers[5] + 1] = "2-4 a day"
    found = taken(project, "\n".join(lines).encode(), names=("reply.txt",))
    assert found.troubles == ()
    said = {s.id.split("/")[1]: s.theirs for s in found.proposal.suggestions}
    assert said == {
        "in_words": "Before\nwork.",
        "short": "Early",
        "way": "Bicycle",
        "rides": "2–4 a day",
    }


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read() -> None:
    with FormReader(patience=0.0) as reader:
        with pytest.raises(UnreadableError, match="too_slow"):
            reader.read(send()[2])
        reader._patience = 30.0
        assert reader.read(send()[2]).values
    assert reader._child is None


def test_a_child_that_dies_is_no_harm() -> None:
    with FormReader(patience=30.0) as reader:
        data = send()[2]
        reader.read(data)
        assert reader._child is not None
        reader._child.kill()
        reader._child.join()
        with pytest.raises(UnreadableError, match="too_much"):
            reader.read(data)
        assert reader.read(data).values
