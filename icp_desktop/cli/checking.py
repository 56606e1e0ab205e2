"""The command that says what is still open, and what an adviser would ask about."""

import argparse
from pathlib import Path
from typing import Any

from icp_desktop.checks.objections import Objection, all_objections
from icp_desktop.checks.states import tally
from icp_desktop.cli.call import WrongCallError, did_you_mean
from icp_desktop.cli.finding import find_profile
from icp_desktop.cli.output import say, say_json
from icp_desktop.cli.today import today
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Profile, Project, find_answer
from icp_desktop.model.project_edits import Silence
from icp_desktop.open_project import OpenProject
from icp_desktop.storage.loose_file import open_file, save_file
from icp_desktop.worksheet.definitions import Section, Worksheet
from icp_desktop.worksheet.shipped import worksheet_of


def check(call: argparse.Namespace) -> int:
    """Say what is still open; 1 if something is."""
    project = _silenced(call)
    worksheet = worksheet_of(project)
    profiles = (
        (find_profile(project, call.profile),)
        if call.profile
        else tuple(p for p in project.profiles if p.kind == "ideal" and p.retired is None)
    )
    found = [_completeness(project, profile, worksheet) for profile in profiles]
    still_open = sum(len(s["open"]) for each in found for s in each["sections"])
    ids = {"", *(each.id for each in profiles)}
    all_found = all_objections(project, worksheet, today())
    found_here = [each for each in all_found if each.profile in ids]
    raised = [each for each in found_here if each.id not in project.silenced]
    if call.json:
        told = [_objection(each) for each in raised]
        meant = [_objection(each) for each in found_here if each not in raised]
        say_json({"open": still_open, "profiles": found, "objections": told, "silenced": meant})
    else:
        _say_completeness(found, still_open)
        _say_objections(raised)
    return 1 if still_open or raised or not found else 0


def _silenced(call: argparse.Namespace) -> Project:
    """Return the project once what is to be silent, or raised again, is noted in its file."""
    path = Path(call.file).absolute()
    opened = open_file(path)
    work = OpenProject(opened.project)
    there = all_objections(opened.project, worksheet_of(opened.project), today())
    known = {each.id for each in there} | set(opened.project.silenced)
    for words, silent in ((call.silence or (), True), (call.again or (), False)):
        for word in words:
            if word not in known:
                raise WrongCallError(
                    _(
                        "Nothing is asked about under “{id}”. {near}See the ids that check says.",
                        id=word[:120],
                        near=did_you_mean(word, tuple(known)),
                    )
                )
            work.do(Silence(objection=word, silent=silent))
    if work.project is not opened.project:
        save_file(path, opened, work.project)
    return work.project


def _completeness(project: Project, profile: Profile, worksheet: Worksheet) -> dict[str, Any]:
    counted = tally(profile, worksheet)
    return {
        "id": profile.id,
        "name": profile.name,
        "answered": counted.answered,
        "proven": counted.proven,
        "total": counted.total,
        "sections": [
            _section_state(project, profile, section)
            for section in worksheet.sections
            if section.core(profile.market)
        ],
    }


def _say_completeness(found: list[dict[str, Any]], still_open: int) -> None:
    for profile in found:
        say(profile["name"])
        for section in profile["sections"]:
            count = _("{n} of {total}", n=section["answered"], total=section["core"])
            say(f"  {section['label']}: {count}. {section['done']}")
            for each in section["open"]:
                say("    " + _("open: {label} ({field})", **each))
    if not found:
        say(_("There is no profile in use."))
    elif still_open:
        say(n_("{n} field is still open.", "{n} fields are still open.", still_open))
    else:
        say(_("Every leading field is answered."))


def _say_objections(raised: list[Objection]) -> None:
    if raised:
        say("", _("What an adviser would ask about"))
    for each in raised:
        say(f"  {each.what}", f"      {each.why}", f"      {each.fix}  [{each.id}]")


def _objection(each: Objection) -> dict[str, Any]:
    return {
        "id": each.id,
        "rule": each.rule,
        "profile": each.profile,
        "field": each.field,
        "what": each.what,
        "why": each.why,
        "fix": each.fix,
    }


def _section_state(project: Project, profile: Profile, section: Section) -> dict[str, Any]:
    answers = project.about if section.scope == "business" else profile.answers
    core = section.core(profile.market)
    still_open = [field for field in core if find_answer(answers, field.id).value is None]
    words = section.wording(profile.market)
    return {
        "id": section.id,
        "label": words.label,
        "done": words.done,
        "core": len(core),
        "answered": len(core) - len(still_open),
        "open": [
            {"field": field.id, "label": field.wording(profile.market).label}
            for field in still_open
        ],
    }
