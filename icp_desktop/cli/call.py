"""What can be called, with which words, and what `--help` says about it."""

import argparse

from icp_desktop.cli.list_calls import add_import, add_insight, add_pilot, add_score
from icp_desktop.cli.output import PROGRAM
from icp_desktop.cli.parser import (
    Commands,
    Parser,
    WrongCallError,
    add_command,
    add_file,
    add_profile,
    did_you_mean,
)
from icp_desktop.cli.sharing_calls import add_handover, add_readers
from icp_desktop.cli.version_calls import add_version_commands
from icp_desktop.i18n import _

__all__ = ["COMMANDS", "WrongCallError", "did_you_mean", "read_call", "unknown_command"]

COMMANDS = (
    "samples",
    "documents",
    "questionnaires",
    "new",
    "show",
    "answer",
    "export",
    "handover",
    "import",
    "form",
    "collect",
    "contrast",
    "backtest",
    "score",
    "pilot",
    "check",
    "playbook",
    "versions",
    "keep",
    "restore",
    "diff",
    "merge",
    "help",
    "self-test",
)


def read_call(words: list[str]) -> argparse.Namespace:
    """Return what is asked for; raise WrongCallError with one sentence."""
    first = next((word for word in words if not word.startswith("-")), None)
    if first is not None and first not in COMMANDS:
        raise WrongCallError(unknown_command(first))
    return make_parser().parse_args(words)


def unknown_command(word: str) -> str:
    """Return the sentence about a word that is neither a command nor a project file."""
    return _(
        "There is no command “{word}”. {near}The commands are {commands}.",
        word=word[:80],
        near=did_you_mean(word, COMMANDS),
        commands=", ".join(COMMANDS),
    )


def make_parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog=PROGRAM,
        usage=_("{program} [FILE.icp] | {program} COMMAND ...", program=PROGRAM),
        description=_(
            "Work out, prove and print your Ideal Customer Profile, offline. Without a command the "
            "window opens, with the project in FILE.icp if you name one."
        ),
        epilog=_(
            "Exit code: 0 done; 1 the answer is no (check, self-test); 2 the call or the input is "
            "wrong, with one line that says why; 3 a fault of the program."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help=_("print the version and stop"))
    commands = parser.add_subparsers(
        dest="command", metavar=_("COMMAND"), parser_class=Parser, prog=PROGRAM
    )
    _add_lists(commands)
    _add_project_commands(commands)
    _add_export(commands)
    add_handover(commands)
    add_import(commands)
    _add_forms(commands)
    add_insight(commands)
    add_score(commands)
    add_pilot(commands)
    add_version_commands(commands)
    _add_help(commands)
    trying = add_command(
        commands,
        "self-test",
        _("make every document of every sample, check it, and say what was found"),
        _("Needs no display and no network; takes about a minute. Exit code 1 if one is wrong."),
    )
    trying.add_argument(
        "--sample", metavar="ID", action="append", help=_("only this sample; may be repeated")
    )
    return parser


def _add_help(commands: "Commands[Parser]") -> None:
    reading = add_command(
        commands,
        "help",
        _("read the help, or list its topics"),
        _("With --search, exit code 1 if nothing has all of the words."),
        json=_("as a list of {id, title}"),
    )
    reading.add_argument("topic", metavar="TOPIC", nargs="?", help=_("the topic to read"))
    reading.add_argument("--search", metavar="WORDS", help=_("say which topics have these words"))


def _add_lists(commands: "Commands[Parser]") -> None:
    add_command(
        commands,
        "samples",
        _("list the sample projects"),
        json=_("as a list of {id, name}"),
    )
    add_command(
        commands,
        "documents",
        _("list the documents that can be made, with their formats"),
        json=_("as a list of {id, name, formats}"),
    )
    questionnaires = add_command(
        commands,
        "questionnaires",
        _("list the questionnaires"),
        json=_("as a list of {id, name, lead, questions: [{id, text, feeds}]}"),
    )
    questionnaires.add_argument(
        "file", metavar="FILE.icp", nargs="?", help=_("a project, to list its own as well")
    )


def _add_project_commands(commands: "Commands[Parser]") -> None:
    new = add_command(commands, "new", _("make a project file"), _("A file that is there is kept."))
    new.add_argument("out", metavar="OUT.icp", help=_("the file to make"))
    new.add_argument("--sample", metavar="ID", help=_("start from a sample project"))
    new.add_argument(
        "--market", metavar="b2b|b2c|both", help=_("whom you sell to (both, if you don’t say)")
    )
    new.add_argument("--currency", metavar="CODE", help=_("such as EUR (USD, if you don’t say)"))
    new.add_argument("--name", metavar="TEXT", help=_("the name of the business"))
    new.add_argument(
        "--worksheet", metavar="FILE.toml", help=_("ask the questions in a file, not the standard")
    )
    like = _("ask what another project asks, in its dress; no answer or name of it comes along")
    new.add_argument("--like", metavar="OLD.icp", help=like)

    show = add_command(
        commands,
        "show",
        _("show a project in short"),
        json=_(
            "as {id, client, name, language, currency, about: [answer], profiles: [{id, name, "
            "kind, market, retired, sentence, one_page, proven, answered, total, "
            "not_yet_proven: [belief], answers: [answer]}]}; an answer is {section, field, "
            "label, answer, weight, grade, letter, words, disputed, against, next_test}; a belief "
            "is {profile, field, label, "
            "belief, weight, grade, letter, words, disputed, hangs_on_it, next_test, keep_if, "
            "who, by}"
        ),
    )
    add_file(show)
    _add_answer(commands)
    _add_check(commands)
    _add_playbook(commands)


def _add_answer(commands: "Commands[Parser]") -> None:
    answer = add_command(
        commands,
        "answer",
        _("set one answer"),
        _(
            "Lists are separated by “;”, the halves of a pair by “ = ”; a range is written "
            "“30-50”, “from 2” or “up to 4 days”, a date 2026-11-21. An empty VALUE clears the "
            "answer. Put “--” before a VALUE that starts with a dash."
        ),
    )
    add_file(answer)
    answer.add_argument("field", metavar="FIELD", help=_("id of the field: people.age_range"))
    answer.add_argument("value", metavar="VALUE", help=_("the answer in one line"))
    add_profile(answer)


def _add_playbook(commands: "Commands[Parser]") -> None:
    playbook = add_command(
        commands,
        "playbook",
        _("say what follows from a profile, line by line, and what each line rests on"),
        json=_(
            "as {profile, name, chapters: [{chapter, label, lines: [{key, about, head, text, "
            "state, own_words, now, because: [{place, field, item, persona, label, says, grade, "
            "letter, words, disputed}]}], to_find: [{question, label, place, field, item}]}]}"
        ),
    )
    add_file(playbook)
    add_profile(playbook)


def _add_check(commands: "Commands[Parser]") -> None:
    check = add_command(
        commands,
        "check",
        _("say what is still open, and what an adviser would ask about"),
        _("Exit code 1 if something is open or asked about."),
        json=_(
            "as {open, profiles: [{id, name, sections: [{id, label, done, core, answered, open: "
            "[{field, label}]}]}], objections: [{id, rule, profile, field, what, why, fix}], "
            "silenced: likewise}"
        ),
    )
    add_file(check)
    check.add_argument(
        "--silence", metavar="ID", action="append", help=_("not to ask about that again")
    )
    check.add_argument(
        "--again", metavar="ID", action="append", help=_("to ask about that again after all")
    )
    add_profile(check)


def _add_export(commands: "Commands[Parser]") -> None:
    export = add_command(
        commands,
        "export",
        _("make a document"),
        _("The ending of OUT says the format. A document that is there is replaced."),
    )
    add_file(export)
    export.add_argument("out", metavar="OUT", help=_("the document to make, such as profile.pdf"))
    export.add_argument(
        "--document",
        metavar="ID",
        help=_("which document (see {program} documents)", program=PROGRAM),
    )
    add_profile(export)
    export.add_argument(
        "--persona", metavar="TITLE", help=_("the one persona whose card is to be made")
    )
    export.add_argument("--paper", metavar="A4|Letter", help=_("the size of the paper"))
    add_readers(export)


def _add_forms(commands: "Commands[Parser]") -> None:
    form = add_command(
        commands,
        "form",
        _("make a questionnaire for somebody to fill in, and note that it is out"),
        _(
            "The ending of OUT says the format: .pdf with fields, .xlsx with answers unlocked, "
            ".txt for an e-mail."
        ),
    )
    add_file(form)
    form.add_argument("out", metavar="OUT", help=_("the form to make, such as sales.pdf"))
    form.add_argument(
        "--questionnaire",
        metavar="ID",
        required=True,
        help=_("which questions (see {program} questionnaires), or worksheet", program=PROGRAM),
    )
    form.add_argument("--for", dest="person", metavar="NAME", help=_("for whom it is"))
    form.add_argument("--work", metavar="TEXT", help=_("their work or department"))
    form.add_argument("--due", metavar="DATE", help=_("by when it is wanted back"))
    form.add_argument("--sheet", action="store_true", help=_("a sheet to write on by hand"))
    add_profile(form)
    form.add_argument("--paper", metavar="A4|Letter", help=_("the size of the paper"))
    collect = add_command(
        commands,
        "collect",
        _("take in forms that came back"),
        _(
            "Says first what is new and what differs. A file that can’t be read is left out and "
            "the exit code is 2; the others are taken in all the same."
        ),
        json=_(
            "as {forms: [{who, notes, answers: [{question, new, present, note}], unread: "
            "[{question, found, why}]}], left_out}"
        ),
    )
    add_file(collect)
    collect.add_argument("returned", metavar="RETURNED", nargs="+", help=_("files that came back"))
    collect.add_argument("--dry-run", action="store_true", help=_("only say what would change"))
