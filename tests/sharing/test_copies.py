"""What a copy keeps, for whom, and what stays behind."""

from dataclasses import replace
from datetime import date

from invented_talks import with_talks

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Request
from icp_desktop.insight.customers import customers_of
from icp_desktop.model.interview import Interview, InterviewAnswer, Permission, Quote, Theme
from icp_desktop.model.project import Project
from icp_desktop.model.values import MoneyRange, Terms
from icp_desktop.sharing.choice import NEGATIVE, QUOTES, Choice
from icp_desktop.sharing.copies import copy_request, make_copy, parts_to_choose
from icp_desktop.worksheet.samples import make_sample

ANYONE = Choice(audience="anyone")
BROKERS = make_sample("insurance-brokers")


def talk(**changed: object) -> Interview:
    said = "It was slow until Quarry Brokers told us."
    plain = Interview(
        id="told",
        person="Ottilie Krume",
        role="Office manager",
        company="Crust Ltd",
        consent="named",
        notes="She was cross.",
        answers=(InterviewAnswer(question="why", text=said),),
        quotes=(Quote(id="q", question="why", start=7, text="slow until Quarry Brokers"),),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def test_for_the_team_a_copy_is_the_project_itself() -> None:
    assert make_copy(BROKERS, Choice()).project is BROKERS
    assert make_copy(BROKERS, Choice()).hidden == ()


def test_for_the_client_names_stay_and_own_notes_go() -> None:
    project = replace(
        BROKERS,
        interviews=(talk(), talk(id="gone", permission=Permission(withdrawn=date(2026, 1, 5)))),
        themes=(Theme(id="t", name="Slow", note="Ask them again."),),
    )
    copy = make_copy(project, Choice(audience="client"))
    assert [each.person for each in copy.project.interviews] == ["Ottilie Krume"]
    assert copy.project.interviews[0].notes == ""
    assert copy.project.themes[0].note == ""
    assert {each.was for each in copy.hidden} == {"She was cross.", "Ask them again."}
    assert copy.project.client == "Ledgerlight"


def test_quotes_are_told_by_role_and_stay_on_their_words() -> None:
    copy = make_copy(replace(BROKERS, interviews=(talk(),)), ANYONE).project
    told = copy.interviews[0]
    assert (told.person, told.company, told.role) == ("", "", "Office manager")
    assert told.consent == "anonymous"
    quote, text = told.quotes[0], told.answers[0].text
    assert "Quarry" not in text
    assert "Customer" in quote.text
    assert text[quote.start : quote.end] == quote.text


def test_nobody_is_quoted_who_did_not_agree() -> None:
    project = replace(BROKERS, interviews=(talk(consent="internal"),))
    assert "slow" not in str(make_copy(project, ANYONE).project)


def test_lists_can_be_counted_in_a_copy_too() -> None:
    copy = make_copy(BROKERS, ANYONE).project
    before, after = customers_of(BROKERS), customers_of(copy)
    assert before is not None
    assert after is not None
    assert len(after.names) == len(before.names) == len(set(after.names))
    assert set(after.names).isdisjoint(before.names)
    assert [each.label for each in after.features] == [each.label for each in before.features]
    digests = {table.body.digest for table in copy.tables}
    linked = [
        piece
        for profile in copy.profiles
        for answer in profile.answers
        for piece in answer.evidence
        if piece.table
    ]
    assert all(piece.table in digests and not piece.earlier for piece in linked)


def test_a_copy_answers_the_same_fields_with_sums_in_bands() -> None:
    copy = make_copy(BROKERS, ANYONE).project
    for before, after in zip(BROKERS.profiles, copy.profiles, strict=True):
        assert [each.field for each in after.answers] == [each.field for each in before.answers]
        for answer in after.answers:
            if isinstance(answer.value, MoneyRange):
                for edge in (answer.value.low, answer.value.high):
                    assert edge is None or f"{edge:f}".rstrip("0") in {"1", "2", "5"}


def test_the_best_customers_that_are_named_have_codes() -> None:
    copy = make_copy(make_sample("fashion-shop"), ANYONE).project
    best = next(each for each in copy.about if each.field == "about.best_customers")
    assert isinstance(best.value, Terms)
    assert [each.text for each in best.value.items] == ["Customer 1", "Customer 2", "Customer 3"]


def test_words_can_be_hidden_besides() -> None:
    choice = replace(ANYONE, also=("Ledger",))
    project = replace(BROKERS, name="Ledger and more")
    assert make_copy(project, choice).project.name == "Name 1 and more"


def left_out(project: Project, part: str) -> str:
    copy = make_copy(project, Choice(without=(part,)))
    assert [(each.kind, each.became) for each in copy.hidden] == [("part", "")]
    request = Request(
        project=copy.project, profile_id=project.profiles[0].id, today=date(2026, 11, 21)
    )
    return make_document("profile", ".md", request).decode()


def test_parts_can_stay_behind() -> None:
    project = with_talks(BROKERS, 4)
    parts = dict(parts_to_choose(project))
    assert {"about", "people", QUOTES, NEGATIVE} <= set(parts)
    request = Request(project=project, profile_id=project.profiles[0].id, today=date(2026, 11, 21))
    whole = make_document("profile", ".md", request).decode()
    for part in ("about", "people"):
        assert f"## {parts[part]}" in whole
        assert f"## {parts[part]}" not in left_out(project, part)
    assert not any(
        each.kind == "negative"
        for each in make_copy(project, Choice(without=(NEGATIVE,))).project.profiles
    )
    silent = make_copy(project, Choice(without=(QUOTES,))).project
    said = {quote.text for each in project.interviews for quote in each.quotes}
    assert said
    assert not any(words and words in str(silent) for words in said)
    assert [len(each.quotes) for each in silent.interviews] == [
        len(each.quotes) for each in project.interviews
    ]


def test_a_request_for_anyone_tells_neither_version_nor_who_prepared_it() -> None:
    request = Request(
        project=BROKERS,
        profile_id="",
        today=date(2026, 11, 21),
        version="after Ottilie",
        prepared_by="Rowan Ash",
    )
    shared = copy_request(request, ANYONE)
    assert (shared.version, shared.prepared_by) == ("", "")
    client = copy_request(request, Choice(audience="client"))
    assert (client.version, client.prepared_by) == ("after Ottilie", "Rowan Ash")
