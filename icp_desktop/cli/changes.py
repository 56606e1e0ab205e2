"""What differs between project files or versions, and what came back merged into ours."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from icp_desktop.cli.call import WrongCallError
from icp_desktop.cli.output import say, say_json
from icp_desktop.cli.today import today
from icp_desktop.documents.changes import Change, ChangedPart, Changes, changes_between
from icp_desktop.documents.merging import Copy, propose_merge
from icp_desktop.i18n import _
from icp_desktop.model.links import settled
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Suggestion
from icp_desktop.storage.copies import read_returned, take_in
from icp_desktop.storage.loose_file import find_version, open_file, save_file


def diff(call: argparse.Namespace) -> int:
    """Say what differs, old and new."""
    before, after = _sides(call)
    found = changes_between(before, after)
    if call.json:
        say_json(_as_data(found))
        return 0
    if before.id != after.id:
        say(_("These are two different projects."))
    say(found.summary)
    for group in found.groups:
        say("", group.title)
        for change in group.changes:
            say(*_lines(change))
    return 0


def merge(call: argparse.Namespace) -> int:
    """Take in what a copy has otherwise; the present state and the copy are kept as versions."""
    path = Path(call.file).absolute()
    opened = open_file(path)
    ours = settled(opened.project)
    copy = read_returned(Path(call.copy).absolute(), ours, opened.history)
    proposal = propose_merge(
        ours,
        Copy(
            project=copy.project, name=copy.name, base=copy.base, exact=copy.exact, seen=copy.seen
        ),
        title=_("Merge “{name}”", name=copy.name),
        today=today(),
    )
    chosen = {each.id for each in proposal.suggestions if _is_taken(each, call)}
    if call.json:
        say_json([_offered(each, each.id in chosen) for each in proposal.suggestions])
    else:
        say(proposal.lead)
        for each in proposal.suggestions:
            say(*_told(each, each.id in chosen))
    if call.dry_run or not proposal.suggestions:
        return 0
    merged = settled(proposal.accept(chosen).apply(ours))
    history = take_in(opened.history, ours, copy, today(), automatic=False)
    save_file(path, replace(opened, history=history), merged)
    if not call.json:
        say(_("Merged. What was here before and the copy as it came are kept as versions."))
    return 0


def _is_taken(each: Suggestion, call: argparse.Namespace) -> bool:
    return each.chosen or (call.theirs and each.group == "both")


def _told(each: Suggestion, taken: bool) -> Iterator[str]:
    yield ""
    yield f"{'[x]' if taken else '[ ]'} {each.what}"
    yield from _marked("    ", "-", each.ours)
    yield from _marked("    ", "+", each.theirs)
    if each.group == "both":
        yield "    " + _("Both sides changed it; what is not taken stays beside it as a comment.")


def _offered(each: Suggestion, taken: bool) -> dict[str, Any]:
    return {
        "what": each.what,
        "ours": each.ours,
        "theirs": each.theirs,
        "conflict": each.group == "both",
        "taken": taken,
    }


def _sides(call: argparse.Namespace) -> tuple[Project, Project]:
    first = open_file(Path(call.file).absolute())
    second = open_file(Path(call.other).absolute()) if call.other else first
    if not call.other and not call.before:
        raise WrongCallError(
            _(
                "Two states are needed: name a second file, or a version to compare with, as in "
                "--from “Spring”."
            )
        )
    before, after = first.project, second.project
    if call.before:
        before = first.history.project(find_version(first.history, call.before).id)
    if call.after:
        after = second.history.project(find_version(second.history, call.after).id)
    return before, after


def _lines(change: Change) -> Iterator[str]:
    yield f"  {change.name}"
    for part in change.parts:
        deep = "    "
        if part.name:
            yield f"    {part.name}"
            deep = "      "
        yield from _marked(deep, "-", part.old)
        yield from _marked(deep, "+", part.new)


def _marked(deep: str, sign: str, words: str) -> Iterator[str]:
    return (f"{deep}{sign} {line}" for line in words.splitlines())


def _as_data(found: Changes) -> dict[str, Any]:
    return {
        "summary": found.summary,
        "changes": [
            {
                "group": group.title,
                "folder": group.folder,
                "place": change.place,
                "field": change.field,
                "name": change.name,
                "old_grade": change.old_mark,
                "new_grade": change.new_mark,
                "parts": [_part(part) for part in change.parts],
            }
            for group in found.groups
            for change in group.changes
        ],
    }


def _part(part: ChangedPart) -> dict[str, Any]:
    return {
        "name": part.name,
        "old": part.old,
        "new": part.new,
        "paths": ["/".join(path) for path in part.paths],
    }
