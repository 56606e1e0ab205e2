"""The parser under every command: one sentence for a wrong call, and what commands share."""

import argparse
import difflib
import re
from typing import NoReturn

from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _


class WrongCallError(KnownError):
    """The words of the call don't fit together."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        """Raise one sentence instead of printing the usage."""
        raise WrongCallError(_plain(message, self.prog))


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def add_command(
    commands: "Commands[Parser]", name: str, what: str, more: str = "", *, json: str = ""
) -> Parser:
    """Add a command; `json` says what `--json` gives, "" where there is none."""
    parser = commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}. {more}".strip(),
        allow_abbrev=False,
    )
    if json:
        parser.add_argument("--json", action="store_true", help=json)
    return parser


def add_file(parser: Parser) -> None:
    """Let a command take a project file."""
    parser.add_argument("file", metavar="FILE.icp", help=_("the project file"))


def add_profile(parser: Parser) -> None:
    """Let a command take the name of a profile."""
    parser.add_argument(
        "--profile", metavar="NAME", help=_("name or id of a profile, where there are several")
    )


def did_you_mean(word: str, there_are: tuple[str, ...]) -> str:
    """Return "Did you mean ...? " with the nearest of what there is, "" if nothing is near."""
    by_fold = {each.casefold(): each for each in there_are}
    typed = word.casefold()[:200]
    begun = [each for each in by_fold if typed and each.startswith(typed)]
    near = begun or difflib.get_close_matches(typed, by_fold, n=1)
    return _("Did you mean “{near}”? ", near=by_fold[near[0]]) if near else ""


def _plain(message: str, program: str) -> str:
    see = _("See {program} --help.", program=program)
    missing = re.fullmatch(r"the following arguments are required: (.+)", message)
    if missing:
        return _("{words} is missing from the call. {see}", words=missing[1], see=see)
    surplus = re.fullmatch(r"unrecognized arguments: (.+)", message, re.DOTALL)
    if surplus:
        return _("“{words}” is not understood. {see}", words=surplus[1][:200], see=see)
    return f"{message[:300]}. {see}"
