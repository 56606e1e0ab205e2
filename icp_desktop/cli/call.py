"""What can be called, with which words, and what `--help` says about it."""

import argparse
import difflib
import re
from typing import NoReturn

from typing_extensions import override

from icp_desktop.cli.output import PROGRAM
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _

COMMANDS = (
    "samples",
    "documents",
    "questionnaires",
    "new",
    "show",
    "answer",
    "export",
    "import",
    "form",
    "collect",
    "check",
    "versions",
    "keep",
    "restore",
    "self-test",
)


class WrongCallError(KnownError):
    """The words of the call don't fit together."""


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        """Raise one sentence instead of printing the usage."""
        raise WrongCallError(_plain(message, self.prog))


def read_call(words: list[str]) -> argparse.Namespace:
    """Return what is asked for; raise WrongCallError with one sentence."""
    first = next((word for word in words if not word.startswith("-")), None)
    if first is not None and first not in COMMANDS:
        raise WrongCallError(unknown_command(first))
    return _make_parser().parse_args(words)


def unknown_command(word: str) -> str:
    """Return the sentence about a word that is neither a command nor a project file."""
    return _(
        "There is no command “{word}”. {near}The commands are {commands}.",
        word=word[:80],
        near=did_you_mean(word, COMMANDS),
        commands=", ".join(COMMANDS),
    )


def did_you_mean(word: str, there_are: tuple[str, ...]) -> str:
    """Return "Did you mean ...? " with the nearest of what there is, "" if nothing is near."""
    by_fold = {each.casefold(): each for each in there_are}
    near = difflib.get_close_matches(word.casefold()[:200], by_fold, n=1)
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


def _make_parser() -> argparse.ArgumentParser:
    parser = _Parser(
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
        dest="command", metavar=_("COMMAND"), parser_class=_Parser, prog=PROGRAM
    )
    _add_lists(commands)
    _add_project_commands(commands)
    _add_export(commands)
    _add_import(commands)
    _add_forms(commands)
    _add_version_commands(commands)
    _add(
        commands,
        "self-test",
        _("make every document of every sample, check it, and say what was found"),
        _("Needs no display and no network; takes half a minute. Exit code 1 if one is wrong."),
    )
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _add(
    commands: "_Commands[_Parser]", name: str, what: str, more: str = "", *, json: str = ""
) -> _Parser:
    parser = commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}. {more}".strip(),
        allow_abbrev=False,
    )
    if json:
        parser.add_argument("--json", action="store_true", help=json)
    return parser


def _add_file(parser: _Parser) -> None:
    parser.add_argument("file", metavar="FILE.icp", help=_("the project file"))


def _add_lists(commands: "_Commands[_Parser]") -> None:
    _add(
        commands,
        "samples",
        _("list the sample projects"),
        json=_("as a list of {id, name}"),
    )
    _add(
        commands,
        "documents",
        _("list the documents that can be made, with their formats"),
        json=_("as a list of {id, name, formats}"),
    )
    _add(
        commands,
        "questionnaires",
        _("list the questionnaires"),
        json=_("as a list of {id, name, lead, questions: [{id, text, feeds}]}"),
    )


def _add_project_commands(commands: "_Commands[_Parser]") -> None:
    new = _add(commands, "new", _("make a project file"), _("A file that is there is kept."))
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

    show = _add(
        commands,
        "show",
        _("show a project in short"),
        json=_(
            "as {id, client, name, language, currency, about: [answer], profiles: [{id, name, "
            "kind, market, retired, sentence, proven, answered, total, not_yet_proven: [belief], "
            "answers: [answer]}]}; an answer is {section, field, label, answer, weight, grade, "
            "letter, words, disputed, against, next_test}; a belief is {profile, field, label, "
            "belief, weight, grade, letter, words, disputed, hangs_on_it, next_test, keep_if, "
            "who, by}"
        ),
    )
    _add_file(show)
    _add_answer(commands)
    _add_check(commands)


def _add_answer(commands: "_Commands[_Parser]") -> None:
    answer = _add(
        commands,
        "answer",
        _("set one answer"),
        _(
            "Lists are separated by “;”, the halves of a pair by “ = ”; a range is written "
            "“30-50”, “from 2” or “up to 4 days”, a date 2026-11-21. An empty VALUE clears the "
            "answer. Put “--” before a VALUE that starts with a dash."
        ),
    )
    _add_file(answer)
    answer.add_argument("field", metavar="FIELD", help=_("id of the field: people.age_range"))
    answer.add_argument("value", metavar="VALUE", help=_("the answer in one line"))
    _add_profile(answer)


def _add_check(commands: "_Commands[_Parser]") -> None:
    check = _add(
        commands,
        "check",
        _("say what is still open, section by section"),
        _("Exit code 1 if something is open."),
        json=_(
            "as {open, profiles: [{id, name, sections: [{id, label, done, core, answered, open: "
            "[{field, label}]}]}]}"
        ),
    )
    _add_file(check)
    _add_profile(check)


def _add_profile(parser: _Parser) -> None:
    parser.add_argument(
        "--profile", metavar="NAME", help=_("name or id of a profile, where there are several")
    )


def _add_export(commands: "_Commands[_Parser]") -> None:
    export = _add(
        commands,
        "export",
        _("make a document"),
        _("The ending of OUT says the format. A document that is there is replaced."),
    )
    _add_file(export)
    export.add_argument("out", metavar="OUT", help=_("the document to make, such as profile.pdf"))
    export.add_argument(
        "--document",
        metavar="ID",
        help=_("which document (see {program} documents)", program=PROGRAM),
    )
    _add_profile(export)
    export.add_argument("--paper", metavar="A4|Letter", help=_("the size of the paper"))


def _add_import(commands: "_Commands[_Parser]") -> None:
    parser = _add(
        commands,
        "import",
        _("read a list of customers, deals or leads"),
        _(
            "TABLE is CSV, .xlsx or .ods. How it is laid out and what each column means is found "
            "out and said. A list of the same kind that is there is replaced. Put “--” before the "
            "files if a name starts with a dash."
        ),
        json=_(
            "as {role, kept, rows, left_out, encoding, delimiter, sheet, heading_row, columns: "
            "[{heading, meaning, reason, type, unit, currency}], assumed: [{text, sure}], counts, "
            "problems: [{row, kind, column, reason}], join: {found, nameless, unknown, near: "
            "[{written, meant, rows}]}}"
        ),
    )
    _add_file(parser)
    parser.add_argument("table", metavar="TABLE", help=_("the list to read"))
    parser.add_argument(
        "--as", dest="role", metavar="customers|deals|leads", help=_("what the list holds")
    )
    parser.add_argument(
        "--match",
        metavar="MEANING=COLUMN",
        action="append",
        help=_("what a column means, such as revenue=Sales; none=COLUMN: nothing"),
    )
    parser.add_argument(
        "--same",
        metavar="WRITTEN=MEANT",
        action="append",
        help=_("that two names that nearly match are one customer"),
    )
    parser.add_argument(
        "--add", action="store_true", help=_("add the rows to the list that is there")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("keep nothing, only say"))


def _add_forms(commands: "_Commands[_Parser]") -> None:
    form = _add(
        commands,
        "form",
        _("make a questionnaire for somebody to fill in, and note that it is out"),
        _(
            "The ending of OUT says the format: .pdf with fields, .xlsx with answers unlocked, "
            ".txt for an e-mail."
        ),
    )
    _add_file(form)
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
    _add_profile(form)
    form.add_argument("--paper", metavar="A4|Letter", help=_("the size of the paper"))
    collect = _add(
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
    _add_file(collect)
    collect.add_argument("returned", metavar="RETURNED", nargs="+", help=_("files that came back"))
    collect.add_argument("--dry-run", action="store_true", help=_("only say what would change"))


def _add_version_commands(commands: "_Commands[_Parser]") -> None:
    versions = _add(
        commands,
        "versions",
        _("list the versions kept in a project file"),
        json=_("as a list of {id, name, reason, kept}, the newest first"),
    )
    _add_file(versions)
    keep = _add(commands, "keep", _("keep the present state as a version"))
    _add_file(keep)
    keep.add_argument("name", metavar="NAME", help=_("what to call it"))
    keep.add_argument("--reason", metavar="TEXT", default="", help=_("why it is kept"))
    restore = _add(
        commands,
        "restore",
        _("go back to a version"),
        _("The present state is kept as a version first."),
    )
    _add_file(restore)
    restore.add_argument("version", metavar="VERSION", help=_("name or id of the version"))
