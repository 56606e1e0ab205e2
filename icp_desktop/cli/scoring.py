"""The command that says how well leads fit a profile."""

import argparse
from pathlib import Path, PurePath
from typing import Any

from icp_desktop.cli.call import WrongCallError
from icp_desktop.cli.finding import find_profile
from icp_desktop.cli.output import say, say_json, say_table
from icp_desktop.cli.today import today
from icp_desktop.documents.content import Request
from icp_desktop.documents.lead_list import is_own_output, write_lead_list
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.customers import Customers, customers_of, leads_of
from icp_desktop.insight.lead_words import say_doubts, say_inside
from icp_desktop.insight.lessons import lessons, say_lessons
from icp_desktop.insight.reasons import NextQuestion, Reason, ask_next, explain
from icp_desktop.insight.scoring import Scored, say_timing, score
from icp_desktop.insight.won_lost import (
    WonLost,
    inside_outside,
    lead_table,
    say_won_lost,
    states_of,
)
from icp_desktop.model.project import Profile, Project
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.loose_file import open_file
from icp_desktop.tables.checking import check
from icp_desktop.tables.importing import propose
from icp_desktop.tables.opening import open_source
from icp_desktop.tables.planning import draft, setting_of
from icp_desktop.worksheet.shipped import worksheet_of

_TOP = 12  # rows in which the heads of a scorecard stand
_SHOWN = 40  # leads that are printed; --json gives all
_LISTS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")


def score_leads(call: argparse.Namespace) -> int:
    """Score the leads of a list, of the project, or today's customers, and say or write it."""
    project = open_file(Path(call.file).absolute()).project
    source, out = _files(call.files)
    if source is not None:
        project = _with_leads(project, source)
    own = leads_of(project)
    leads = own or customers_of(project)
    if leads is None:
        raise KnownError(
            _(
                "There is nobody to score yet. Name a list of leads after the project file, or "
                "import one with --as leads."
            )
        )
    profile = _profile(project, call.profile)
    scored = score(project, profile, worksheet_of(project), leads)
    if out is not None:
        write_whole(out, _written(scored, out.suffix.casefold(), project, profile))
    if call.json:
        say_json({**_as_data(scored, profile), "outcomes": _outcomes(scored, project)})
    elif out is not None:
        say(_("{file} is made.", file=str(out)))
    else:
        _say(scored, profile, customers=own is None)
        if doubts := say_doubts(scored):
            say("", doubts)
        if went := _went(scored, project):
            say("", say_won_lost(went), say_inside())
            _say_lessons(scored, project)
    return 0


def _went(scored: Scored, project: Project) -> WonLost | None:
    """Return how the leads went, None where that is not known of any."""
    table = lead_table(project)
    found = inside_outside(scored, states_of(table)) if table else None
    return found if found and found.decided else None


def _say_lessons(scored: Scored, project: Project) -> None:
    table = lead_table(project)
    if table and (words := say_lessons(lessons(scored, states_of(table)))):
        say(words)


def _outcomes(scored: Scored, project: Project) -> dict[str, Any] | None:
    found = _went(scored, project)
    if found is None:
        return None
    counts = found.counts
    return {
        "inside": {"won": counts.best, "of": counts.of_best, "left": found.left_inside},
        "outside": {"won": counts.others, "of": counts.of_others, "left": found.left_outside},
        "sure": found.sure,
    }


def _files(names: list[str]) -> tuple[Path | None, Path | None]:
    """Tell the list of leads from the file to write: the first is there, the second is to be."""
    if len(names) > 2:
        raise WrongCallError(_("Name one list of leads and one file to write, no more."))
    paths = [Path(name).absolute() for name in names]
    for path in paths:
        if path.suffix.casefold() not in _LISTS:
            raise WrongCallError(
                _(
                    "“{name}” is neither a list of leads nor a scorecard. Lists end in .csv, "
                    ".xlsx or .ods; a scorecard is written as .xlsx or .csv.",
                    name=PurePath(path).name[:160],
                )
            )
    if len(paths) == 2:
        return paths[0], paths[1]
    if len(paths) == 1 and not paths[0].exists():
        return None, paths[0]
    return (paths[0], None) if paths else (None, None)


def _with_leads(project: Project, source: Path) -> Project:
    """Return the project with a list read as an import would, for this call alone."""
    setting = setting_of(project)
    drafted = draft(open_source(source), "leads", setting)
    if is_own_output([drafted.grid.headings, *drafted.grid.body.head(_TOP).rows()]):
        raise KnownError(
            _(
                "“{name}” was written by this command: it holds scores and no leads, so it was "
                "neither read nor written over. Name the list of leads before it to write it "
                "anew, or another file.",
                name=source.name[:160],
            )
        )
    checked = check(drafted.plan, drafted.grid)
    proposal, _join = propose(checked, project, "replace", today())
    return proposal.accept({each.id for each in proposal.suggestions}).apply(project)


def _profile(project: Project, name: str | None) -> Profile:
    if name:
        return find_profile(project, name)
    in_use = [p for p in project.profiles if p.kind == "ideal" and p.retired is None]
    if not in_use:
        raise KnownError(_("This project has no profile in use to score by. Add one first."))
    return in_use[0]


def _written(scored: Scored, suffix: str, project: Project, profile: Profile) -> bytes:
    if suffix == ".xlsx":
        from icp_desktop.documents.scorecard import write_scorecard

        request = Request(project=project, profile_id=profile.id, today=today())
        return write_scorecard(scored, request)
    if suffix == ".csv":
        return write_lead_list(scored)
    raise WrongCallError(_("A scorecard is written as .xlsx or .csv."))


def _say(scored: Scored, profile: Profile, *, customers: bool) -> None:
    from icp_desktop.documents.scorecard import ranked

    say(
        n_(
            "{n} customer held against “{profile}”",
            "{n} customers held against “{profile}”",
            scored.rows,
            profile=profile.name,
        )
        if customers
        else n_(
            "{n} lead held against “{profile}”",
            "{n} leads held against “{profile}”",
            scored.rows,
            profile=profile.name,
        )
    )
    rows = []
    for row in ranked(scored)[:_SHOWN]:
        found = scored.frame.row(row, named=True)
        tier = found["tier"] if found["tier"] == found["may_reach"] else _or(found)
        question = ask_next(scored, row)
        rows.append(
            (
                _("Ruled out") if found["ruled_out"] else _("Tier {tier}", tier=tier),
                f"{found['low']}–{found['high']}",
                scored.leads.names[row],
                say_timing(found["timing"]),
                question.criterion.question if question else "",
            )
        )
    say_table(rows)
    if scored.rows > _SHOWN:
        more = scored.rows - _SHOWN
        say(n_("and {n} more; --json gives all", "and {n} more; --json gives all", more))
    blind = [each.label for each in scored.criteria if each.feature is None]
    if blind:
        say("", _("No column tells of: {labels}.", labels=", ".join(blind)))


def _or(found: dict[str, Any]) -> str:
    return _("{today} or {later}", today=found["tier"], later=found["may_reach"])


def _as_data(scored: Scored, profile: Profile) -> dict[str, Any]:
    from icp_desktop.documents.scorecard import ranked

    return {
        "profile": profile.name,
        "list": scored.leads.name,
        "criteria": [
            {
                "field": each.field.id,
                "label": each.label,
                "answer": each.words,
                "weight": each.weight,
                "column": each.feature.key if each.feature else None,
            }
            for each in scored.criteria
        ],
        "leads": [_lead(scored, row, scored.leads) for row in ranked(scored)],
    }


def _lead(scored: Scored, row: int, leads: Customers) -> dict[str, Any]:
    found = scored.frame.row(row, named=True)
    question = ask_next(scored, row)
    return {
        "name": leads.names[row],
        "low": found["low"],
        "high": found["high"],
        "tier": found["tier"],
        "may_reach": found["may_reach"],
        "ruled_out": found["ruled_out"],
        "warned": found["warned"],
        "timing": found["timing"],
        "reasons": [_reason(each) for each in explain(scored, row)],
        "ask_next": _question(question) if question else None,
    }


def _reason(each: Reason) -> dict[str, Any]:
    return {
        "field": each.criterion.field.id,
        "found": each.found,
        "meets": each.meets,
        "least": each.least,
        "most": each.most,
        "decides": each.decides,
    }


def _question(each: NextQuestion) -> dict[str, Any]:
    return {
        "field": each.criterion.field.id,
        "question": each.criterion.question,
        "if_yes": list(each.if_yes),
        "if_no": list(each.if_no),
    }
