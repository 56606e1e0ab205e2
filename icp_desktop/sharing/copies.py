"""A copy of a project for somebody else: what goes in, for whom, and what was hidden."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from icp_desktop.checks.agreed import out_of_date, state_of
from icp_desktop.documents.consent import cleared
from icp_desktop.documents.content import Request, language_of
from icp_desktop.i18n import _, using
from icp_desktop.model.body import Body
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Interview
from icp_desktop.model.links import map_proof, settled
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.record import record
from icp_desktop.sharing.choice import NEGATIVE, QUOTES, Choice, Hidden
from icp_desktop.sharing.declared import DECLARED, TEAM_ONLY
from icp_desktop.sharing.hiding import Hider, UndeclaredError, nothing
from icp_desktop.sharing.rewording import Log
from icp_desktop.worksheet.tailoring import show
from icp_desktop.worksheet.toml_source import read_worksheet


@record
class Copy:
    """A copy, and what was hidden from it; the list is for the owner and is not in the copy."""

    project: Project
    hidden: tuple[Hidden, ...] = ()


def make_copy(project: Project, choice: Choice) -> Copy:
    """Return a project as somebody else may have it; for the team it is the project itself."""
    if choice.is_everything:
        return Copy(project=project)
    smaller, log = _without(project, choice)
    match choice.audience:
        case "anyone":
            hider = Hider(smaller, choice)
            coded, coded_log = hider.hide(smaller)
            shared = replace(_with_digests(coded, hider), brand=_marked(coded, smaller))
            told = signed_alike(project, cleared(shared))
            return Copy(project=told, hidden=(*log.hidden(), *coded_log.hidden()))
        case "client":
            told = signed_alike(project, _for_client(cleared(smaller), log))
            return Copy(project=told, hidden=log.hidden())
    return Copy(project=signed_alike(project, smaller), hidden=log.hidden())


def copy_request(request: Request, choice: Choice) -> Request:
    """Return what a document is made from for somebody else."""
    with using(language_of(request)):
        return request_of(request, make_copy(request.project, choice), choice)


def request_of(request: Request, copy: Copy, choice: Choice) -> Request:
    """Return what a document is made from where the copy is there already.

    An earlier state of the project is not part of the copy, so nothing is compared with it. For
    anyone only what is named here goes along: whatever else a request may hold stays behind.
    """
    if choice.is_everything:
        return request
    if choice.audience != "anyone":
        return replace(request, project=copy.project, earlier=None)
    return Request(
        project=copy.project,
        profile_id=request.profile_id,
        today=request.today,
        paper=request.paper,
        language=request.language,
        questionnaire=request.questionnaire,
        persona=request.persona,
    )


def parts_to_choose(project: Project) -> tuple[tuple[str, str], ...]:
    """Return the parts of a project that can stay behind, by id, each with what it is called."""
    sections = read_worksheet(project.worksheet).sections
    market = project.profiles[0].market if project.profiles else "both"
    parts = [(each.id, each.wording(market).label) for each in sections]
    parts.append((QUOTES, _("In their own words")))
    if any(each.kind == "negative" for each in project.profiles):
        parts.append((NEGATIVE, _("Not a fit")))
    return tuple(parts)


def signed_alike(project: Project, copy: Project) -> Project:
    """Return a copy in which whoever agreed to the project as it is agreed to the copy as it is."""
    if not copy.signoffs:
        return copy
    old, state = {each.id for each in out_of_date(project)}, state_of(copy)
    return replace(
        copy,
        signoffs=tuple(
            each if each.id in old else replace(each, state=state) for each in copy.signoffs
        ),
    )


def _without(project: Project, choice: Choice) -> tuple[Project, Log]:
    """Return a project without the parts that stay behind."""
    log = Log()
    names = dict(parts_to_choose(project))
    for part in choice.without:
        log.note("part", names.get(part, part), "")
    if NEGATIVE in choice.without:
        profiles = tuple(each for each in project.profiles if each.kind != "negative")
        project = replace(project, profiles=profiles)
    if QUOTES in choice.without:
        project = _without_words(project)
    sections = {each.id: each for each in read_worksheet(project.worksheet).sections}
    for part in choice.without:
        if part in sections:
            section = sections[part]
            gone = {each.id for each in (*section.fields, *section.hidden)}
            project = _without_fields(project, gone)
            project = replace(project, worksheet=show(project.worksheet, part, hidden=True))
    return project, log


def _without_words(project: Project) -> Project:
    """Return a project in which nobody is quoted; how many said something stays."""
    project = settled(project)
    talks = tuple(_silent(each) for each in project.interviews)
    quiet = map_proof(
        project,
        lambda _place, pieces: tuple(replace(each, note=_unquoted(each)) for each in pieces),
    )
    return replace(quiet, interviews=talks)


def _silent(talk: Interview) -> Interview:
    answers = tuple(replace(each, text="[…]" if each.text else "") for each in talk.answers)
    quotes = tuple(replace(each, text="", start=0) for each in talk.quotes)
    return replace(talk, answers=answers, quotes=quotes, notes="[…]" if talk.notes else "")


def _unquoted(piece: Evidence) -> str:
    return "" if "“" in piece.note or '"' in piece.note else piece.note


def _without_fields(project: Project, gone: set[str]) -> Project:
    def kept(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return tuple(each for each in answers if each.field not in gone)

    profiles = tuple(replace(each, answers=kept(each.answers)) for each in project.profiles)
    voices = tuple(
        replace(each, answers=tuple(a for a in each.answers if a.field not in gone))
        for each in project.voices
    )
    decisions = tuple(each for each in project.decisions if each.field not in gone)
    return replace(
        project,
        about=kept(project.about),
        profiles=profiles,
        voices=voices,
        decisions=decisions,
    )


def _with_digests(project: Project, hider: Hider) -> Project:
    """Return a copy whose proof names the lists as they are in it."""
    return settled(
        map_proof(
            project,
            lambda _place, pieces: tuple(
                replace(each, table=hider.new_digest(each.table)) for each in pieces
            ),
        )
    )


def _marked(copy: Project, project: Project) -> Any:
    """Return how a copy is dressed: in its colour, with a foot that says what it is."""
    return replace(
        copy.brand,
        colour=project.brand.colour,
        footer=_("Shareable copy: codes for names, bands for money, months for days"),
    )


def _for_client(project: Project, log: Log) -> Project:
    """Return a project without what is the person's own, the team's, or declared by nobody."""
    fewer: dict[str, Any] = dict.fromkeys(TEAM_ONLY, ())
    for name in TEAM_ONLY:
        for each in getattr(project, name):
            log.note("note", getattr(each, "text", name), "")
    told: Project = _without_notes(replace(project, **fewer), log)
    return told


def _without_notes(value: Any, log: Log) -> Any:
    if isinstance(value, tuple):
        kept = []
        for each in value:
            try:
                kept.append(_without_notes(each, log))
            except UndeclaredError:
                log.note("part", type(each).__name__, "")
        return tuple(kept)
    if not is_dataclass(value) or isinstance(value, type | Body):
        return value
    known = DECLARED.get(type(value), {})
    changed: dict[str, Any] = {}
    for each in fields(value):
        before = getattr(value, each.name)
        treatment = known.get(each.name)
        if treatment is None or (treatment == "notes" and before):
            log.note("note", str(before), "")
            changed[each.name] = nothing(type(value), each)
        elif treatment == "inside":
            after = _without_notes(before, log)
            if after != before:
                changed[each.name] = after
    return replace(value, **changed) if changed else value
