"""Whether a window can be opened, and what is said where it can't.

Every start comes by here, so what reads and explains the commands is loaded only to say why not.
"""

import os
import sys
from pathlib import Path

from icp_desktop.i18n import _


def window_problem(word: str | None) -> str:
    """Return why no window can be opened, "" if nothing stands in the way."""
    if word is not None and not _is_there(Path(word)):
        from icp_desktop.cli.call import unknown_command

        near_command = not word.casefold().endswith(".icp")
        return unknown_command(word) if near_command else _missing(word)
    linux = sys.platform.startswith("linux")
    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if linux and not any(os.environ.get(each) for each in places):
        return " ".join((_("There is no display, so no window can be opened."), _other_ways()))
    return ""


def missing_part(error: ImportError) -> str:
    """Return why the window can't be opened where a library of the system is missing."""
    what = _("The window can’t be opened, because a part is missing: {part}.", part=error)
    return f"{what} {_other_ways()}"


def refuse_window(sentence: str) -> int:
    """Say why no window was opened, and return the exit code for that."""
    from icp_desktop.cli.entry import WRONG
    from icp_desktop.cli.output import complain, finish_output, make_streams_safe

    make_streams_safe()
    complain(sentence)
    finish_output()
    return WRONG


def _other_ways() -> str:
    from icp_desktop.cli.call import COMMANDS
    from icp_desktop.cli.output import PROGRAM

    return _(
        "These commands need no window: {commands}. See {program} --help.",
        commands=", ".join(COMMANDS),
        program=PROGRAM,
    )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _missing(word: str) -> str:
    return _("There is no file “{name}”.", name=word[:160])
