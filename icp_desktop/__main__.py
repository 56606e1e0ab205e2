"""Start the program: the window, or a command of the command line."""

import gc
import sys
from pathlib import Path


def main(words: list[str] | None = None) -> int:
    """Run the command that is named, else open the window, with a project if one is named."""
    words = sys.argv[1:] if words is None else words
    if words and _is_command(words):
        from icp_desktop.cli.entry import main as run_command

        return run_command(words)
    from icp_desktop.cli.no_window import missing_part, refuse_window, window_problem

    file = words[0] if words else None
    problem = window_problem(file)
    if problem and sys.stderr:
        return refuse_window(problem)
    gc.disable()  # a start leaves nothing to collect; the window takes over from here
    try:
        from icp_desktop.app import run, tell
    except ImportError as error:
        return refuse_window(missing_part(error))
    if problem:
        return tell(problem)  # Windows gives no terminal to a program with a window
    return run(Path(file) if file else None)


def _is_command(words: list[str]) -> bool:
    from icp_desktop.cli.call import COMMANDS

    return len(words) > 1 or words[0] in COMMANDS or words[0].startswith("-")


if __name__ == "__main__":
    sys.exit(main())
