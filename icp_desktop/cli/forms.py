"""Commands on forms: send one out, take in those that come back."""

import argparse
from pathlib import Path

from icp_desktop.cli.call import WrongCallError
from icp_desktop.cli.exporting import read_paper, refuse_no_place, refuse_same
from icp_desktop.cli.finding import find_day, find_profile
from icp_desktop.cli.output import complain, say, say_json
from icp_desktop.cli.today import today
from icp_desktop.documents.form_content import FormRequest
from icp_desktop.documents.forms_in import Arrived, Collected, collect
from icp_desktop.documents.forms_out import (
    CHANNEL_NAMES,
    SUFFIXES,
    Recipient,
    new_form,
    write_form,
)
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.forms import Channel
from icp_desktop.model.items import PutItem
from icp_desktop.model.proposal import Suggestion
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.loose_file import open_file, save_file
from icp_desktop.storage.returned_file import read_returned
from icp_desktop.worksheet.reading import clean

_LONGEST_NAME = 200
DONE, WRONG = 0, 2


def form(call: argparse.Namespace) -> int:
    """Make a form for somebody and note in the project that it is out."""
    file, out = Path(call.file).absolute(), Path(call.out)
    channel = _channel(out, printed=call.sheet)
    paper = read_paper(call.paper)
    due = find_day(call.due)
    opened = open_file(file)
    project = opened.project
    refuse_same(file, out)
    refuse_no_place(out)
    _refuse_filled(out)
    profile = find_profile(project, call.profile).id if call.profile else ""
    recipient = Recipient(
        person=_line(call.person), role=_line(call.work), due=due, profile=profile
    )
    sent = new_form(project, call.questionnaire, channel, recipient, today())
    request = FormRequest(project=project, form=sent, today=today(), paper=paper)
    write_whole(out.absolute(), write_form(request))
    save_file(file, opened, PutItem(folder="forms", item=sent).apply(project))
    say(
        _(
            "{file} is made: {title}, {kind}. It is noted as out.",
            file=str(out),
            title=sent.title,
            kind=_(CHANNEL_NAMES[channel]),
        )
    )
    return DONE


def collect_forms(call: argparse.Namespace) -> int:
    """Take in forms that came back, or only show what they would change."""
    file = Path(call.file).absolute()
    opened = open_file(file)
    arrived = [_arrived(Path(word)) for word in call.returned]
    found = collect(arrived, opened.project, today())
    taken = bool(found.count) and not call.dry_run
    if taken:
        chosen = [each.id for each in found.proposal.suggestions]
        after = found.proposal.accept(chosen).apply(opened.project)
        save_file(file, opened, after)  # first: whoever reads what is said may stop early
    if call.json:
        say_json(_as_data(found))
    else:
        _tell(found)
    for trouble in found.troubles:
        complain(trouble)
    if taken and not call.json:
        say(_("Taken in: {what}.", what=found.proposal.title))
    return WRONG if found.troubles else DONE


def _tell(found: Collected) -> None:
    proposal = found.proposal
    for group in proposal.groups:
        say(group.title, *(f"  {note}" for note in group.notes))
        for each in proposal.suggestions:
            if each.group == group.id:
                say(*_lines(each))
        for unread in group.unread:
            say(f"  ! {unread.what}: “{_short(unread.found)}”", f"      {unread.reason}")
    if proposal.groups:
        say(proposal.lead)


def _lines(each: Suggestion) -> list[str]:
    mark = "~" if each.ours else "+"
    lines = [f"  {mark} {each.what}: {_short(each.theirs)}"]
    if each.ours:
        lines.append("      " + _("there is: {words}", words=_short(each.ours)))
    return lines


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 200 else f"{line[:199]}…"


def _as_data(found: Collected) -> dict[str, object]:
    return {
        "forms": [
            {
                "who": group.title,
                "notes": list(group.notes),
                "answers": [
                    {"question": s.what, "new": s.theirs, "present": s.ours, "note": s.reason}
                    for s in found.proposal.suggestions
                    if s.group == group.id
                ],
                "unread": [
                    {"question": u.what, "found": u.found, "why": u.reason} for u in group.unread
                ],
            }
            for group in found.proposal.groups
        ],
        "left_out": list(found.troubles),
    }


def _arrived(path: Path) -> Arrived:
    try:
        return Arrived(name=path.name, data=read_returned(path))
    except KnownError as error:
        return Arrived(name=path.name, trouble=str(error))


def _channel(out: Path, *, printed: bool) -> Channel:
    suffix = out.suffix.casefold()
    if printed and suffix == SUFFIXES["paper"]:
        return "paper"
    for channel, ending in SUFFIXES.items():
        if ending == suffix and channel != "paper" and not printed:
            return channel
    raise WrongCallError(
        _(
            "A form is written as {endings}, and on paper as .pdf; “{name}” is neither.",
            endings=", ".join(dict.fromkeys(SUFFIXES.values())),
            name=out.name[:80],
        )
    )


def _refuse_filled(out: Path) -> None:
    """Never write over a form that is there: it may be the one that came back filled in."""
    if out.exists():
        raise WrongCallError(
            _(
                "“{name}” is there already and was kept; it may be filled in. Choose another "
                "name, or remove it first.",
                name=out.name[:160],
            )
        )


def _line(text: str | None) -> str:
    return " ".join(clean(text or "").split())[:_LONGEST_NAME]
