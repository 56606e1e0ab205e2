"""How the commands on lists of customers are called."""

from icp_desktop.cli.parser import Commands, Parser, add_command, add_file, add_profile
from icp_desktop.i18n import _


def add_import(commands: "Commands[Parser]") -> None:
    """Add the command that reads a list."""
    parser = add_command(
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
            "[{written, meant, rows}]}, near_words: [{written, meant}]}"
        ),
    )
    add_file(parser)
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


def add_insight(commands: "Commands[Parser]") -> None:
    """Add the commands that say what customers say."""
    contrast = add_command(
        commands,
        "contrast",
        _("say what sets the best customers apart, and the worst"),
        _(
            "A RULE is written like “top 20% by revenue”, “orders >= 5”, “status is active”, or "
            "several joined by “and”."
        ),
        json=_(
            "as {list, customers, unjoined, comparisons: [{of, rule, best, others, unranked, "
            "compared, clear: [finding], likely, no_difference, too_few, same_again, pairs: "
            "[{traits, sentence, best, of_best, others, of_others, quality}], set_apart: [{column, "
            "reason}]}]}; a finding is {column, meaning, trait, sentence, best, of_best, others, "
            "of_others, gap, low, high, p, by_chance, unknown_best, unknown_others, settled_by}"
        ),
    )
    add_file(contrast)
    contrast.add_argument("--best", metavar="RULE", help=_("who counts as best"))
    contrast.add_argument("--worst", metavar="RULE", help=_("who counts as worst"))
    backtest = add_command(
        commands,
        "backtest",
        _("say whom the profile would have let in among today’s customers"),
        json=_(
            "as {profile, list, groups: [{group, accepted, of}], criteria: [{field, label, answer, "
            "weight, column, without: {group: more}}], unchecked: [label], open}"
        ),
    )
    add_file(backtest)
    add_profile(backtest)


def add_score(commands: "Commands[Parser]") -> None:
    """Add the command that scores leads."""
    parser = add_command(
        commands,
        "score",
        _("say how well leads, or today’s customers, fit a profile"),
        _(
            "LEADS is a list (.csv, .xlsx, .ods) read for this call alone; without it the leads of "
            "the project are scored, or its customers. OUT.xlsx is a scorecard with live formulas, "
            "OUT.csv the list. A single name is LEADS if there is such a file, else OUT."
        ),
        json=_(
            "as {profile, list, criteria: [{field, label, answer, weight, column}], leads: "
            "[{name, low, high, tier, may_reach, ruled_out, warned, timing, reasons: [{field, "
            "found, meets, least, most, decides}], ask_next: {field, question, if_yes, if_no}}]}"
        ),
    )
    add_file(parser)
    parser.add_argument(
        "files", metavar="LEADS OUT", nargs="*", help=_("a list of leads, and what to write")
    )
    add_profile(parser)


def add_pilot(commands: "Commands[Parser]") -> None:
    """Add the command on pilots."""
    parser = add_command(
        commands,
        "pilot",
        _("try a profile on some leads for some weeks, and say what came of it"),
        _(
            "Without options it says how each pilot stands. --start begins one with the leads of "
            "the project, those of --tier or those of --lead alone; who is inside the profile is "
            "noted then and does not change with it."
        ),
        json=_(
            "as a list of {id, name, profile, success, from, to, inside: {success, of, leads}, "
            "outside: {success, of, leads}, open, sure, said, leads: [{name, inside, tier, went}]}"
        ),
    )
    add_file(parser)
    parser.add_argument("--start", metavar="NAME", help=_("begin a pilot of that name"))
    parser.add_argument("--success", metavar="TEXT", help=_("what counts as success"))
    parser.add_argument(
        "--from", dest="begins", metavar="DATE", help=_("the first day (today, if you don’t say)")
    )
    parser.add_argument(
        "--to", dest="ends", metavar="DATE", help=_("the last day (six weeks on, likewise)")
    )
    parser.add_argument(
        "--tier", metavar="A|B|C|out", action="append", help=_("only leads of that tier")
    )
    parser.add_argument("--lead", metavar="NAME", action="append", help=_("only that lead"))
    parser.add_argument(
        "--log", metavar="LEAD=yes|no|open", action="append", help=_("how a lead went")
    )
    parser.add_argument("--pilot", metavar="NAME", help=_("which one, where there are several"))
    add_profile(parser)
