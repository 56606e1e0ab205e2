"""What differs between two states of a project, each difference with the edit that takes theirs.

In lists and in proof, what either side has added stays; that they lack something of ours is a
difference of its own. The ids are free of labels: whoever shows them puts them into words.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal, TypeVar

from icp_desktop.model.edits import (
    BUSINESS,
    Edit,
    RemoveProfile,
    RenameProfile,
    RetireProfile,
    SetEvidence,
    SetMarket,
    SetNextTest,
    SetReason,
    SetSummary,
    SetValue,
    SetWeight,
)
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.page_edits import SetPage
from icp_desktop.model.project import Answer, Folder, Profile, Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Value, is_empty
from icp_desktop.storage.taking import (
    DETAILS,
    DropEvidence,
    DropItems,
    TakeDetail,
    TakeProfile,
)

What = Literal[
    "value", "items", "missing_items", "weight", "evidence", "missing_evidence", "next_test",
    "reason", "profile", "missing_profile", "profile_name", "market", "summary", "retired", "page",
    "interview", "missing_interview", "theme", "missing_theme", "table", "missing_table",
    "source", "missing_source", "persona", "missing_persona",
    "situation", "client", "name", "language", "currency", "worksheet", "brand", "judging",
    "questionnaire", "missing_questionnaire", "form", "missing_form",
    "voice", "missing_voice", "decision", "missing_decision",
    "review_plan", "review", "missing_review", "signoff", "missing_signoff",
    "pilot", "missing_pilot", "blind_test", "missing_blind_test",
    "play", "missing_play", "action", "missing_action", "effort", "missing_effort",
]  # fmt: skip
T = TypeVar("T", Term, Pair, Evidence)
_WHOLE: dict[Folder, tuple[What, What]] = {  # taken as a whole, not line by line
    "interviews": ("interview", "missing_interview"),
    "themes": ("theme", "missing_theme"),
    "tables": ("table", "missing_table"),
    "questionnaires": ("questionnaire", "missing_questionnaire"),
    "forms": ("form", "missing_form"),
    "voices": ("voice", "missing_voice"),
    "decisions": ("decision", "missing_decision"),
    "sources": ("source", "missing_source"),
    "personas": ("persona", "missing_persona"),
    "reviews": ("review", "missing_review"),
    "signoffs": ("signoff", "missing_signoff"),
    "pilots": ("pilot", "missing_pilot"),
    "blind_tests": ("blind_test", "missing_blind_test"),
    "plays": ("play", "missing_play"),
    "actions": ("action", "missing_action"),
    "efforts": ("effort", "missing_effort"),
}


@record
class Difference:
    """One thing that differs.

    `place` is the id of a profile, interview or table, or "" for the business itself; `ours` and
    `theirs` are the values as they are, None where one side has none. `chosen` is True where taking
    theirs loses nothing of ours.
    """

    id: str
    what: What
    place: str = BUSINESS
    field: str = ""
    ours: object = None
    theirs: object = None
    edit: Edit
    chosen: bool


def differences(ours: Project, theirs: Project) -> tuple[Difference, ...]:
    """Return what differs, in the order of the project; taking all of it leaves no difference."""
    return (
        *_details(ours, theirs),
        *_in_answers(BUSINESS, ours.about, theirs.about),
        *_in_profiles(ours, theirs),
        *(each for folder in _WHOLE for each in _in_folder(folder, ours, theirs)),
    )


def _details(ours: Project, theirs: Project) -> Iterator[Difference]:
    for detail in DETAILS:
        mine, other = getattr(ours, detail), getattr(theirs, detail)
        if mine != other:
            edit = TakeDetail(detail=detail, value=other)
            yield Difference(
                id=detail, what=detail, ours=mine, theirs=other, edit=edit, chosen=False
            )


def _in_profiles(ours: Project, theirs: Project) -> Iterator[Difference]:
    mine = {profile.id: profile for profile in ours.profiles}
    other = {profile.id: profile for profile in theirs.profiles}
    for profile in theirs.profiles:
        before = mine.get(profile.id)
        if before is not None and before.kind == profile.kind:
            yield from _in_profile(before, profile)
        else:
            yield Difference(
                id=f"{profile.id}/profile",
                what="profile",
                place=profile.id,
                ours=before,
                theirs=profile,
                edit=TakeProfile(profile=profile),
                chosen=before is None,
            )
    for profile in ours.profiles:
        if profile.id not in other:
            yield Difference(
                id=f"{profile.id}/missing_profile",
                what="missing_profile",
                place=profile.id,
                ours=profile,
                edit=RemoveProfile(profile=profile.id),
                chosen=False,
            )


def _in_profile(ours: Profile, theirs: Profile) -> Iterator[Difference]:
    place = ours.id
    day = theirs.retired or ours.retired
    reason = theirs.retired.reason if theirs.retired else None
    found: list[tuple[What, object, object, Edit | None]] = [
        ("profile_name", ours.name, theirs.name, RenameProfile(profile=place, name=theirs.name)),
        ("market", ours.market, theirs.market, SetMarket(profile=place, market=theirs.market)),
        (
            "summary",
            ours.summary,
            theirs.summary,
            SetSummary(profile=place, summary=theirs.summary),
        ),
        ("page", ours.page, theirs.page, SetPage(profile=place, page=theirs.page)),
        (
            "retired",
            ours.retired,
            theirs.retired,
            RetireProfile(profile=place, reason=reason, day=day.day) if day else None,
        ),
    ]
    for what, mine, other, edit in found:
        if mine != other and edit is not None:
            yield Difference(
                id=f"{place}/{what}",
                what=what,
                place=place,
                ours=mine,
                theirs=other,
                edit=edit,
                chosen=not mine,
            )
    yield from _in_answers(place, ours.answers, theirs.answers)


def _in_folder(folder: Folder, ours: Project, theirs: Project) -> Iterator[Difference]:
    mine = {each.id: each for each in ours.folder(folder)}
    other = {each.id for each in theirs.folder(folder)}
    what, missing = _WHOLE[folder]
    for item in theirs.folder(folder):
        before = mine.get(item.id)
        if before != item:
            yield Difference(
                id=f"{item.id}/{what}",
                what=what,
                place=item.id,
                ours=before,
                theirs=item,
                edit=PutItem(folder=folder, item=item),
                chosen=before is None,
            )
    for item in mine.values():
        if item.id not in other:
            yield Difference(
                id=f"{item.id}/{missing}",
                what=missing,
                place=item.id,
                ours=item,
                edit=RemoveItem(folder=folder, item=item.id),
                chosen=False,
            )


def _in_answers(
    place: str, ours: tuple[Answer, ...], theirs: tuple[Answer, ...]
) -> Iterator[Difference]:
    fields = dict.fromkeys(answer.field for answer in (*ours, *theirs))
    for field in fields:
        yield from _in_answer(place, find_answer(ours, field), find_answer(theirs, field))


def _in_answer(place: str, ours: Answer, theirs: Answer) -> Iterator[Difference]:
    field = ours.field

    def difference(
        what: What, mine: object, other: object, edit: Edit, *, chosen: bool
    ) -> Difference:
        return Difference(
            id=f"{place or 'about'}/{field}/{what}",
            what=what,
            place=place,
            field=field,
            ours=mine,
            theirs=other,
            edit=edit,
            chosen=chosen,
        )

    yield from _in_value(place, ours, theirs, difference)
    if ours.weight != theirs.weight:
        edit: Edit = SetWeight(place=place, field=field, weight=theirs.weight)
        yield difference("weight", ours.weight, theirs.weight, edit, chosen=False)
    joined, missing = _joined(ours.evidence, theirs.evidence)
    if joined != ours.evidence:
        edit = SetEvidence(place=place, field=field, evidence=joined)
        chosen = _only_adds(ours.evidence, joined)
        yield difference("evidence", ours.evidence, theirs.evidence, edit, chosen=chosen)
    if missing:
        edit = DropEvidence(place=place, field=field, evidence=missing)
        yield difference("missing_evidence", ours.evidence, theirs.evidence, edit, chosen=False)
    if ours.next_test != theirs.next_test:
        edit = SetNextTest(place=place, field=field, next_test=theirs.next_test)
        chosen = not ours.next_test
        yield difference("next_test", ours.next_test, theirs.next_test, edit, chosen=chosen)
    if ours.reason != theirs.reason:
        edit = SetReason(place=place, field=field, reason=theirs.reason)
        yield difference("reason", ours.reason, theirs.reason, edit, chosen=not ours.reason)


def _in_value(
    place: str, ours: Answer, theirs: Answer, difference: Callable[..., Difference]
) -> Iterator[Difference]:
    field = ours.field
    mine, other = _said(ours.value), _said(theirs.value)
    joined, missing = _joined_values(mine, other)
    if joined is None or not isinstance(mine, Terms | Pairs):
        if mine != other:
            edit: Edit = SetValue(place=place, field=field, value=other)
            yield difference("value", mine, other, edit, chosen=mine is None)
        return
    if joined != mine:
        edit = SetValue(place=place, field=field, value=joined)
        chosen = _only_adds(mine.items, joined.items)
        yield difference("items", mine, other, edit, chosen=chosen)
    if missing:
        edit = DropItems(place=place, field=field, items=missing)
        yield difference("missing_items", mine, other, edit, chosen=False)


def _joined_values(
    ours: Value | None, theirs: Value | None
) -> tuple[Terms | Pairs | None, frozenset[str]]:
    """Return the list that has the items of both, None where they are not two lists of a kind."""
    match ours, theirs:
        case Terms(), Terms():
            terms, missing = _joined(ours.items, theirs.items)
            return replace(ours, items=terms), missing
        case Pairs(), Pairs():
            pairs, missing = _joined(ours.items, theirs.items)
            return replace(ours, items=pairs), missing
        case _:
            return None, frozenset()


def _said(value: Value | None) -> Value | None:
    return None if is_empty(value) else value


def _joined(ours: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[tuple[T, ...], frozenset[str]]:
    """Return what both have, theirs where both have it, and the ids that only ours has."""
    other = dict(_by_id(theirs))
    known = dict(_by_id(ours))
    joined = [other.get(each.id, each) for each in ours]
    joined += [each for each in theirs if each.id not in known]
    return tuple(joined), frozenset(known.keys() - other.keys())


def _only_adds(ours: tuple[object, ...], joined: tuple[object, ...]) -> bool:
    return joined[: len(ours)] == ours


def _by_id(items: tuple[T, ...]) -> Iterator[tuple[str, T]]:
    for each in items:
        yield each.id, each
