"""The playbook in every format: each line with why it is there, what is out of date marked."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.playbook_content import PlaybookContent, Said, make_playbook
from icp_desktop.model.edits import SetValue
from icp_desktop.model.play import Action, Effort
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.values import Pair, Pairs
from icp_desktop.playbook.keeping import keep_all, playbook_of, rewrite
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import standard_source

Words = Callable[..., str]
TODAY = date(2026, 11, 25)
STUDIO = "fitness-studio"
HOSTILE = ("{{ 7*7 }}", "<script>alert(1)</script>", "{one:tells}", "</style>", "=1+1")


def request(project: Project | None = None, **changes: object) -> Request:
    found = project or make_sample(STUDIO)
    return replace(Request(project=found, profile_id="", today=TODAY), **changes)  # type: ignore[arg-type]


def content(asked: Request) -> PlaybookContent:
    return make_playbook(release(asked))


def lines_of(found: PlaybookContent) -> list[Said]:
    return [line for chapter in found.chapters for group in chapter.groups for line in group.lines]


def out_of_date() -> Project:
    """A studio whose playbook was kept, one message in own words, before a pain was told anew."""
    project = make_sample(STUDIO)
    playbook = playbook_of(project, project.profiles[0])
    project = keep_all(playbook).apply(project)
    playbook = playbook_of(project, project.profiles[0])
    project = rewrite(playbook, playbook.lines[0], "Three quarters of an hour").apply(project)
    pains = project.profiles[0].answer("needs.pains").value
    assert isinstance(pains, Pairs)
    first = replace(pains.items[0], second="40 minutes, shower included")
    changed = replace(pains, items=(first, *pains.items[1:]))
    return SetValue(place=project.profiles[0].id, field="needs.pains", value=changed).apply(project)


def with_work() -> Project:
    project = make_sample(STUDIO)
    profile = project.profiles[0].id
    return replace(
        project,
        actions=(
            Action(id="a", profile=profile, what="Print the cards", who="Desk", by=TODAY),
            Action(id="b", profile=profile, what="Ask Crescent", by=date(2026, 10, 1)),
            Action(id="c", profile=profile, what="Write to offices", done=date(2026, 11, 3)),
        ),
        efforts=(
            Effort(
                id="e",
                profile=profile,
                where="Leaflets",
                hours=Decimal(9),
                money=Decimal(80),
                currency="GBP",
            ),
        ),
    )


@pytest.mark.parametrize("sample", sample_ids())
def test_the_playbook_of_a_sample_is_printed_with_each_line(
    sample: str, read: Words, squeeze: Words
) -> None:
    asked = request(make_sample(sample))
    result = render_pdf("playbook", asked)
    assert (result.log, result.missing_characters) == ((), "")
    text = squeeze(read(result.data))
    found = content(asked)
    assert [each.text for each in lines_of(found) if squeeze(each.text) not in text] == []
    assert all(each.reasons for each in lines_of(found))
    asked_for = [fact.text for chapter in found.chapters for fact in chapter.to_find]
    assert [each for each in asked_for if squeeze(each) not in text] == []


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_other_formats_say_each_line_and_why(suffix: str, squeeze: Words) -> None:
    text = squeeze(make_document("playbook", suffix, request()).decode())
    found = content(request())
    assert [e.text for e in lines_of(found) if squeeze(e.text) not in text] == []
    assert squeeze("6 of 9 interviews") in text


def test_what_is_out_of_date_is_marked_and_says_what_it_would_say_today(
    read: Words, squeeze: Words
) -> None:
    project = out_of_date()
    old = [each for each in lines_of(content(request(project))) if each.remark]
    assert old[0].text == "Three quarters of an hour"
    assert old[0].by_hand
    assert "40 minutes, shower included" in old[0].now
    told = squeeze(read(render_pdf("playbook", request(project)).data))
    page = squeeze(make_document("playbook", ".html", request(project)).decode())
    text = squeeze(make_document("playbook", ".md", request(project)).decode())
    for each in (told, page, text):
        assert squeeze("Out of date: what it rests on has changed.") in each
        assert squeeze("has changed; the words would be the same.") in each
        assert squeeze("Today it would say:") in each
        assert squeeze("Three quarters of an hour") in each
    assert f"{len(old)} are out of date." in content(request(project)).lead


def test_cards_and_the_first_talk_hold_what_their_chapters_say(read: Words, squeeze: Words) -> None:
    found = content(request())
    cards = squeeze(read(render_pdf("objection-cards", request()).data))
    for group in found.chapter("objections").groups:
        assert squeeze(group.title) in cards
        assert squeeze(group.lines[0].text) in cards
    talk = squeeze(read(render_pdf("first-talk", request()).data))
    for group in found.chapter("qualifying").groups:
        for line in group.lines:
            assert squeeze(line.head) in talk
            assert squeeze(line.text) in talk


def test_work_is_printed_by_day_and_what_nobody_named_stands_first(
    read: Words, squeeze: Words
) -> None:
    found = content(request(with_work()))
    assert [(each.what, each.state) for each in found.actions] == [
        ("Ask Crescent", "Late"),
        ("Print the cards", ""),
        ("Write to offices", "Done on 3 November 2026"),
    ]
    assert found.places[0].where == "Leaflets"
    assert found.places[0].goes_in == "9 hours a month, £80 a month"
    assert found.places_lead == ("0 hours a month go where the profile looks, 9 go elsewhere.")
    text = squeeze(read(render_pdf("playbook", request(with_work())).data))
    for words in ("Desk, by 25 November 2026", "The profile does not name it", "Leaflets"):
        assert squeeze(words) in text


def test_the_workbook_has_advertising_mails_and_work_on_sheets_of_their_own() -> None:
    book = load_workbook(BytesIO(make_document("workbook", ".xlsx", request(with_work()))))
    assert {"Playbook", "Advertising", "E-mail", "To do", "Time and money"} <= set(book.sheetnames)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    shown = {str(cell.value) for cell in cells}
    assert all(each.text in shown for each in lines_of(content(request())))


def test_the_data_say_what_each_line_rests_on() -> None:
    told = json.loads(make_document("data", ".json", request(with_work())))
    profile = told["in_words"]["profiles"][0]
    lines = [line for chapter in profile["playbook"] for line in chapter["lines"]]
    assert len(lines) == len(lines_of(content(request())))
    assert all(line["because"] for line in lines)
    assert profile["to_be_done"][0]["by"] == "2026-11-25"


def test_an_empty_profile_is_told_where_to_begin(read: Words, squeeze: Words) -> None:
    profile = Profile(id="p", name="Nobody yet", market="b2b")
    empty = Project(id="e", client="", name="", worksheet=standard_source(), profiles=(profile,))
    for document in ("playbook", "first-talk", "objection-cards"):
        text = squeeze(read(render_pdf(document, request(empty)).data))
        assert squeeze("To be found out") in text
    playbook = squeeze(read(render_pdf("playbook", request(empty)).data))
    assert squeeze("Begin with the pains and what relieves them") in playbook


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_person_stay_words(words: str, read: Words, squeeze: Words) -> None:
    project = make_sample(STUDIO)
    value = Pairs(items=(Pair(id="h", first=words, second=words),))
    for field in ("needs.pains", "buying.objections"):
        project = SetValue(place=project.profiles[0].id, field=field, value=value).apply(project)
    for document in ("playbook", "objection-cards"):
        assert squeeze(words) in squeeze(read(render_pdf(document, request(project)).data))
    page = make_document("playbook", ".html", request(project)).decode()
    assert "<script>alert" not in page
    assert page.count("</style>") == 1


def test_long_words_are_never_cut_off(read: Words, squeeze: Words) -> None:
    project = make_sample(STUDIO)
    long = "A sentence that goes on about the oven and the van and the flour. " * 30
    value = Pairs(items=(Pair(id="h", first=long, second=long),))
    project = SetValue(place=project.profiles[0].id, field="buying.objections", value=value).apply(
        project
    )
    for document in ("playbook", "objection-cards", "first-talk"):
        result = render_pdf(document, request(project))
        assert result.log == ()
        assert squeeze("A sentence that goes on") in squeeze(read(result.data)) or (
            document == "first-talk"
        )
