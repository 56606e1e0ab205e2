"""The way in from the command line: runs a command and turns every failure into one line."""

import argparse
import logging
import traceback
from collections.abc import Callable
from pathlib import Path

from icp_desktop.cli.call import read_call
from icp_desktop.cli.output import complain, finish_output, make_streams_safe, say
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.storage.places import read_error

DONE, NO, WRONG, FAULT = 0, 1, 2, 3
STOPPED = 130  # what a shell expects of a program ended by Ctrl+C


def main(words: list[str]) -> int:
    """Run a command and return the exit code: 0 done, 1 no, 2 wrong call or input, 3 a fault."""
    make_streams_safe()
    try:
        return _guarded(words)
    finally:
        finish_output()


def _guarded(words: list[str]) -> int:
    try:
        return _run(words)
    except KnownError as error:
        complain(str(error))
        return WRONG
    except BrokenPipeError:
        return DONE  # whoever read the output has seen enough
    except KeyboardInterrupt:
        complain(_("Stopped."))
        return STOPPED
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG  # --help ends this way
    except MemoryError:
        complain(_("There is not enough memory for this."))
        return WRONG
    except OSError as error:
        complain(str(read_error(Path(str(error.filename or "?")), error)))
        return WRONG
    except Exception as error:  # noqa: BLE001 - the last resort, so that nobody sees a traceback
        complain(fault_report(error))
        return FAULT


def _run(words: list[str]) -> int:
    # What a library has to say is for the log of the window; here one line says what matters.
    logging.getLogger().addHandler(logging.NullHandler())
    call = read_call(words)
    if call.version is True:
        from icp_desktop.documents.json_document import program_version

        say(f"ICP Desktop {program_version()}".rstrip())
        return DONE
    return _command(call.command)(call)


def fault_report(error: Exception) -> str:
    """Return a report of a fault that tells where it happened, and nothing that was typed."""
    frames = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if "icp_desktop" in frame.filename
    ]
    return _(
        "This is a fault of the program, not yours: {kind} at {places}. The "
        "report holds no names or answers; send this line to whoever looks after the program.",
        kind=type(error).__name__,
        places=" > ".join(frames[-4:]) or "?",
    )


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what carries a command out; each imports only what it needs."""
    from icp_desktop.cli import (
        changes,
        checking,
        comparing,
        exporting,
        forms,
        handing_over,
        importing,
        keeping,
        lists,
        pilots,
        playbooks,
        projects,
        scoring,
        self_test,
        topics,
    )

    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "samples": lists.samples,
        "documents": lists.documents,
        "questionnaires": lists.questionnaires,
        "new": projects.make_new,
        "show": projects.show,
        "answer": projects.set_answer,
        "import": importing.import_table,
        "contrast": comparing.contrast,
        "backtest": comparing.backtest,
        "score": scoring.score_leads,
        "pilot": pilots.pilot,
        "check": checking.check,
        "playbook": playbooks.playbook,
        "export": exporting.export,
        "handover": handing_over.hand_over,
        "form": forms.form,
        "collect": forms.collect_forms,
        "versions": keeping.versions,
        "keep": keeping.keep,
        "restore": keeping.restore,
        "diff": changes.diff,
        "merge": changes.merge,
        "help": topics.show_topic,
        "self-test": self_test.self_test,
    }
    return commands[name]
