"""The command that reads a list of customers, deals or leads into a project."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from icp_desktop.cli.call import WrongCallError, did_you_mean
from icp_desktop.cli.output import say, say_json
from icp_desktop.cli.today import today
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal
from icp_desktop.model.table import TABLE_ROLES, Table, TableRole
from icp_desktop.open_project import OpenProject
from icp_desktop.storage.loose_file import open_file, save_file
from icp_desktop.tables.assumptions import assumptions
from icp_desktop.tables.checking import Checked, check
from icp_desktop.tables.importing import TABLE, Way, propose, say_rows
from icp_desktop.tables.joining import Join, join
from icp_desktop.tables.matching import Meaning, meanings
from icp_desktop.tables.opening import open_source
from icp_desktop.tables.planning import Draft, Setting, draft, give_meaning, setting_of

_SHOWN = 20  # problems that are printed; --json gives more


def import_table(call: argparse.Namespace) -> int:
    """Read a list, say what was assumed and what is wrong, and keep it unless it is a trial."""
    role = _role(call.role)
    path = Path(call.file).absolute()
    opened = open_file(path)
    project = opened.project
    setting = setting_of(project)
    drafted = draft(open_source(Path(call.table)), role, setting)
    drafted = _matched(drafted, call.match or [], setting)
    checked = check(drafted.plan, drafted.grid)
    if not checked.taken:
        raise KnownError(
            _(
                "“{name}” holds no row that can be kept, so nothing was read in. Look at the list "
                "and try again.",
                name=drafted.plan.name,
            )
        )
    way: Way = "add" if call.add else "replace"
    proposal, _joined_before = propose(checked, project, way, today())
    chosen = _chosen(proposal, call.same or [])
    after = OpenProject(project)
    after.do(proposal.accept(chosen))
    joined = _joined(after.project)
    if after.project is not project and not call.dry_run:
        save_file(path, opened, after.project)  # first: whoever reads what is said may stop early
    if call.json:
        words = [each for each in proposal.suggestions if each.id.startswith("word:")]
        near = [{"written": each.ours, "meant": each.theirs} for each in words]
        say_json({**_as_data(checked, joined, kept=not call.dry_run), "near_words": near})
    else:
        _say(checked, joined, setting)
        _say_words(proposal, chosen)
    if call.dry_run:
        if not call.json:
            say("", _("This was a trial: nothing was kept."))
        return 0
    if not call.json:
        say("", _kept(after.project, role))
    return 0


def _role(word: str | None) -> TableRole:
    for role in TABLE_ROLES:
        if word == role:
            return role
    raise WrongCallError(
        _("Say what the list holds: --as {roles}.", roles="|".join(get_args(TableRole)))
    )


def _matched(drafted: Draft, matches: Sequence[str], setting: Setting) -> Draft:
    """Return the draft with the columns matched as the call says: MEANING=COLUMN."""
    known = {
        each.id: each for each in meanings(drafted.plan.role, setting.worksheet, setting.markets)
    }
    for match in matches:
        wanted, sign, heading = match.partition("=")
        if not sign:
            raise WrongCallError(
                _("“{word}” does not match a column. Write it like revenue=Sales.", word=match[:80])
            )
        place = _place(drafted, heading.strip())
        plan = give_meaning(drafted, place, _meaning(wanted.strip(), known))
        drafted = drafted._replace(plan=plan)
    return drafted


def _meaning(wanted: str, known: dict[str, Meaning]) -> Meaning | None:
    if wanted in ("", "none"):
        return None
    if wanted not in known:
        raise WrongCallError(
            _(
                "There is no meaning “{word}”. {near}The meanings are {all}.",
                word=wanted[:80],
                near=did_you_mean(wanted, tuple(known)),
                all=", ".join(known),
            )
        )
    return known[wanted]


def _place(drafted: Draft, heading: str) -> int:
    headings = [column.heading for column in drafted.plan.columns]
    if heading not in headings:
        raise WrongCallError(
            _(
                "There is no column “{word}”. {near}The columns are {all}.",
                word=heading[:80],
                near=did_you_mean(heading, tuple(headings)),
                all=", ".join(headings[:40]),
            )
        )
    return headings.index(heading)


def _chosen(proposal: Proposal, pairs: Sequence[str]) -> set[str]:
    """Return what is accepted: the list, and the names the call says are the same."""
    chosen = {TABLE}
    for pair in pairs:
        words = tuple(word.strip() for word in pair.partition("=")[::2])
        offered = (each for each in proposal.suggestions if each.id != TABLE)
        found = next((each for each in offered if (each.ours, each.theirs) == words), None)
        if found is None:
            raise WrongCallError(
                _("“{word}” is not among the names that nearly match.", word=pair[:160])
            )
        chosen.add(found.id)
    return chosen


def _joined(project: Project) -> Join | None:
    lists: dict[str, Table] = {table.role: table for table in project.tables}
    if not {"customers", "deals"} <= set(lists):
        return None
    return join(lists["deals"], lists["customers"])


def _say(checked: Checked, joined: Join | None, setting: Setting) -> None:
    plan = checked.plan
    labels = {
        each.id: each.label for each in meanings(plan.role, setting.worksheet, setting.markets)
    }
    say(_("Columns"))
    for column in plan.columns:
        if column.kept:
            meaning = labels.get(column.meaning, "") or _("kept as it is")
            say(f"  {column.heading}: {meaning} ({column.reading.type}). {column.reason}")
    say("", _("What was assumed"))
    for each in assumptions(plan):
        say(f"  {each.text}" if each.sure else f"  ? {each.text}")
    if checked.problems:
        say("", _("Rows to look at"))
        for problem in checked.problems[:_SHOWN]:
            say(
                "  "
                + _("row {n}", n=problem.row)
                + _place_of(problem.column)
                + f": {problem.reason}"
            )
        more = sum(checked.counts.values()) - _SHOWN
        if more > 0:
            say("  " + n_("and {n} more", "and {n} more", more))
    say("", _read(checked))
    if joined:
        say(*_say_join(joined))


def _place_of(column: str) -> str:
    return f", {column}" if column else ""


def _read(checked: Checked) -> str:
    rows = say_rows(checked.plan.role, checked.taken)
    if not checked.left_out:
        return _("{rows} read.", rows=rows)
    return _("{rows} read, {out} left out.", rows=rows, out=checked.left_out)


def _say_join(joined: Join) -> list[str]:
    return [
        *joined.sentences(),
        *(
            _(
                "  near: “{written}” may be “{meant}” ({n}). Add --same “{written}={meant}” if so.",
                written=near.written,
                meant=near.meant,
                n=near.rows,
            )
            for near in joined.near[:_SHOWN]
        ),
    ]


def _say_words(proposal: Proposal, chosen: set[str]) -> None:
    """Say which words of a column nearly match, and what to add to read them so."""
    near = [each for each in proposal.suggestions if each.id.startswith("word:")]
    for each in [each for each in near if each.id not in chosen][:_SHOWN]:
        say(
            _(
                "{what}? Add --same “{written}={meant}” if so.",
                what=each.what,
                written=each.ours,
                meant=each.theirs,
            )
        )


def _kept(project: Project, role: TableRole) -> str:
    table = next(each for each in project.tables if each.role == role)
    return _("Kept: {rows}.", rows=say_rows(role, table.rows))


def _as_data(checked: Checked, joined: Join | None, *, kept: bool) -> dict[str, Any]:
    layout = checked.plan.layout
    return {
        "role": checked.plan.role,
        "kept": kept,
        "rows": checked.taken,
        "left_out": checked.left_out,
        "encoding": layout.encoding,
        "delimiter": layout.delimiter,
        "sheet": layout.sheet,
        "heading_row": layout.heading_row,
        "columns": [
            {
                "heading": column.heading,
                "meaning": column.meaning,
                "reason": column.reason,
                "type": column.reading.type,
                "unit": column.reading.unit,
                "currency": column.reading.currency if column.reading.type == "money" else "",
            }
            for column in checked.plan.columns
            if column.kept
        ],
        "assumed": [{"text": each.text, "sure": each.sure} for each in assumptions(checked.plan)],
        "counts": {kind: count for kind, count in checked.counts.items() if count},
        "problems": [
            {"row": each.row, "kind": each.kind, "column": each.column, "reason": each.reason}
            for each in checked.problems
        ],
        "join": None
        if joined is None
        else {
            "found": joined.found,
            "nameless": joined.nameless,
            "unknown": joined.unknown,
            "near": [
                {"written": near.written, "meant": near.meant, "rows": near.rows}
                for near in joined.near
            ],
        },
    }
