"""The command on pilots: what came of them, beginning one, logging how a lead went."""

import argparse
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from icp_desktop.cli.call import WrongCallError, did_you_mean
from icp_desktop.cli.finding import find_day, find_profile
from icp_desktop.cli.output import say, say_json, say_table
from icp_desktop.cli.today import today
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.insight.customers import customers_of, leads_of
from icp_desktop.insight.lead_words import say_inside
from icp_desktop.insight.pilots import (
    WENT_NAMES,
    PilotPlan,
    make_pilot,
    result_of,
    say_balance,
    say_result,
    say_span,
)
from icp_desktop.insight.scoring import Scored, score
from icp_desktop.model.edits import Edit
from icp_desktop.model.items import PutItem
from icp_desktop.model.pilot import WENTS, Pilot, PilotLead, Went
from icp_desktop.model.project import Project
from icp_desktop.model.trial_edits import LogWent
from icp_desktop.open_project import OpenProject
from icp_desktop.storage.loose_file import open_file, save_file
from icp_desktop.worksheet.reading import clean
from icp_desktop.worksheet.shipped import worksheet_of

_KINDS = ("A", "B", "C", "out")
_WEEKS = 6  # that a pilot runs where no end is named
_LONGEST = 200


def pilot(call: argparse.Namespace) -> int:
    """Begin a pilot, log in one, or say what came of all."""
    path = Path(call.file).absolute()
    opened = open_file(path)
    project = opened.project
    edits: list[Edit] = []
    if call.start:
        edits.append(PutItem(folder="pilots", item=_begin(call, project)))
    elif call.log:
        edits += _logged(call, project)
    work = OpenProject(project)
    for edit in edits:
        work.do(edit)
    if work.project is not project:
        save_file(path, opened, work.project)
    if call.json:
        say_json([_as_data(each, work.project) for each in work.project.pilots])
    else:
        _say(work.project)
    return 0


def _begin(call: argparse.Namespace, project: Project) -> Pilot:
    profile = find_profile(project, call.profile)
    leads = leads_of(project) or customers_of(project)
    if leads is None:
        raise KnownError(
            _("There are no leads to try the profile on. Import a list with --as leads first.")
        )
    start = find_day(call.begins) or today()
    plan = PilotPlan(
        name=_line(call.start),
        success=_line(call.success),
        start=start,
        end=find_day(call.ends) or start + timedelta(weeks=_WEEKS),
    )
    scored = score(project, profile, worksheet_of(project), leads)
    return make_pilot(scored, _rows(call, scored), profile.id, plan)


def _rows(call: argparse.Namespace, scored: Scored) -> Sequence[int]:
    """Return the rows that are named, or those of the tiers that are; without either all."""
    if call.lead:
        return [_row(name, scored.leads.names) for name in call.lead]
    kinds = set(call.tier or _KINDS)
    if unknown := kinds - set(_KINDS):
        raise WrongCallError(
            _(
                "“{word}” is no tier. There are: {all}.",
                word=min(unknown)[:40],
                all=", ".join(_KINDS),
            )
        )
    shown = scored.frame.select("ruled_out", "tier").rows()
    return [n for n, (out, tier) in enumerate(shown) if ("out" if out else tier) in kinds]


def _row(name: str, names: tuple[str, ...]) -> int:
    folded = name.strip().casefold()
    rows = [row for row, each in enumerate(names) if each.strip().casefold() == folded]
    if not rows:
        raise WrongCallError(_no_lead(name, names))
    return rows[-1]


def _logged(call: argparse.Namespace, project: Project) -> list[Edit]:
    chosen = _find(project, call.pilot)
    edits: list[Edit] = []
    for word in call.log:
        name, _equals, said = word.rpartition("=")
        went = _went(said, word)
        lead = _lead(name, chosen)
        edits.append(LogWent(pilot=chosen.id, lead=lead.name, went=went))
    return edits


def _went(said: str, word: str) -> Went:
    for each in WENTS:
        if each == said.strip().casefold():
            return each
    raise WrongCallError(
        _("“{word}” does not say how it went. Write it like “Alder=yes”: yes, no or open.",
          word=word[:80])
    )  # fmt: skip


def _lead(name: str, chosen: Pilot) -> PilotLead:
    folded = name.strip().casefold()
    for each in chosen.leads:
        if each.name.strip().casefold() == folded:
            return each
    raise WrongCallError(_no_lead(name, tuple(each.name for each in chosen.leads)))


def _no_lead(name: str, names: tuple[str, ...]) -> str:
    near = did_you_mean(name, names)
    return _("There is no lead “{name}” in it. {near}", name=name[:80], near=near).strip()


def _find(project: Project, wanted: str | None) -> Pilot:
    folded = (wanted or "").casefold()
    found = [p for p in project.pilots if not wanted or folded in (p.id, p.name.casefold())]
    if len(found) == 1:
        return found[0]
    if not project.pilots:
        raise WrongCallError(_("There is no pilot yet. Begin one with --start NAME."))
    names = ", ".join(f"“{each.name[:80]}” ({each.id})" for each in project.pilots)
    raise WrongCallError(_("Say which pilot with --pilot. There are: {names}.", names=names))


def _say(project: Project) -> None:
    if not project.pilots:
        say(_("There is no pilot yet. Begin one with --start NAME."))
    for place, each in enumerate(project.pilots):
        result = result_of(each)
        say(*([""] if place else []), f"{each.name}, {say_span(each, today())}")
        say(_("Success: {words}", words=each.success))
        say(say_balance(result.inside, result.outside))
        say(say_result(each))
        say_table([_row_of(lead) for lead in each.leads])
    if project.pilots:
        say("", say_inside())


def _row_of(lead: PilotLead) -> tuple[str, str, str]:
    side = _("inside") if lead.inside else _("outside")
    return f"  {_(WENT_NAMES[lead.went])}", side, lead.name


def _as_data(each: Pilot, project: Project) -> dict[str, Any]:
    result = result_of(each)
    counts = result.found.counts
    return {
        "id": each.id,
        "name": each.name,
        "profile": next((p.name for p in project.profiles if p.id == each.profile), ""),
        "success": each.success,
        "from": each.start.isoformat(),
        "to": each.end.isoformat(),
        "inside": {"success": counts.best, "of": counts.of_best, "leads": result.inside},
        "outside": {"success": counts.others, "of": counts.of_others, "leads": result.outside},
        "open": result.open,
        "sure": result.found.sure,
        "said": say_result(each),
        "leads": [
            {"name": lead.name, "inside": lead.inside, "tier": lead.tier, "went": lead.went}
            for lead in each.leads
        ],
    }


def _line(text: str | None) -> str:
    return " ".join(clean(text or "").split())[:_LONGEST]
