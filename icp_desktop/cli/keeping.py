"""Commands on versions: list them, keep the present state, go back."""

import argparse
from pathlib import Path

from icp_desktop.cli.call import WrongCallError, did_you_mean
from icp_desktop.cli.output import say, say_json, say_table
from icp_desktop.cli.today import today
from icp_desktop.i18n import _
from icp_desktop.storage import loose_file
from icp_desktop.worksheet.reading import clean

LONGEST_NAME, LONGEST_REASON = 200, 2_000


def versions(call: argparse.Namespace) -> int:
    """List the versions, the newest first."""
    found = tuple(reversed(loose_file.versions(Path(call.file).absolute())))
    if call.json:
        say_json(
            [
                {"id": v.id, "name": v.name, "reason": v.reason, "kept": v.day.isoformat()}
                for v in found
            ]
        )
    elif found:
        say_table([(v.id, v.day.isoformat(), v.name, v.reason) for v in found])
    else:
        say(_("No version has been kept yet."))
    return 0


def keep(call: argparse.Namespace) -> int:
    """Keep the present state as a version."""
    name = _line(call.name, LONGEST_NAME)
    reason = _line(call.reason, LONGEST_REASON)
    if not name:
        raise WrongCallError(_("A version needs a name, such as “Before the autumn”."))
    path = Path(call.file).absolute()
    if any(name == version.name for version in loose_file.versions(path)):
        raise WrongCallError(
            _("There is a version “{name}” already. Name it otherwise.", name=name)
        )
    version = loose_file.keep_version(path, name, reason, today())
    say(_("Kept as “{name}” ({id}).", name=version.name, id=version.id))
    return 0


def restore(call: argparse.Namespace) -> int:
    """Go back to a version; the present state is kept first."""
    path = Path(call.file).absolute()
    found = loose_file.versions(path)
    if call.version not in {word for v in found for word in (v.id, v.name)}:
        names = tuple(dict.fromkeys(v.name for v in found))
        raise WrongCallError(
            _(
                "There is no version “{word}”. {near}{all}",
                word=call.version[:80],
                near=did_you_mean(call.version, names),
                all=_("The versions are {names}.", names=", ".join(f"“{n[:80]}”" for n in names))
                if names
                else _("No version has been kept yet."),
            )
        )
    loose_file.restore(path, call.version, today())
    say(_("“{word}” is back. What was there before is kept as a version.", word=call.version[:200]))
    return 0


def _line(text: str, longest: int) -> str:
    line = " ".join(clean(text).split())
    if len(line) > longest:
        raise WrongCallError(
            _(
                "“{start}…” has {n} characters, and there is room for {most}. Shorten it.",
                start=line[:30],
                n=len(line),
                most=longest,
            )
        )
    return line
