"""What the command line takes to say who will read something, and to hand everything over."""

from icp_desktop.cli.parser import Commands, Parser, add_command, add_file, add_profile
from icp_desktop.i18n import _


def add_readers(parser: Parser) -> None:
    """Let a command take who will read what it makes, and what stays behind."""
    parser.add_argument(
        "--readers",
        metavar="team|client|anyone",
        help=_(
            "who will read it: your team (everything), the client (all but your own notes) or "
            "anyone (codes for names, bands for money)"
        ),
    )
    parser.add_argument(
        "--without",
        metavar="PART",
        action="append",
        help=_("leave a section out by its id, “quotes” or “negative”; may be repeated"),
    )
    parser.add_argument(
        "--hide", metavar="WORDS", action="append", help=_("words to hide besides, for anyone")
    )
    parser.add_argument(
        "--keep",
        metavar="WORDS",
        action="append",
        help=_("what looks like a name and is none; may be repeated"),
    )
    parser.add_argument(
        "--hidden-list",
        metavar="LIST.csv",
        help=_("write what was hidden, for you alone; a list that is there is not replaced"),
    )


def add_handover(commands: "Commands[Parser]") -> None:
    """Add the command that makes a pack."""
    pack = add_command(
        commands,
        "handover",
        _("put documents and data into one zip or folder that opens without this program"),
        _(
            "OUT ending in .zip is one file, any other OUT a new folder. It is never written over "
            "anything."
        ),
    )
    add_file(pack)
    pack.add_argument("out", metavar="OUT.zip|FOLDER", help=_("the pack to make"))
    pack.add_argument("--with-project", action="store_true", help=_("put the project file in, too"))
    add_profile(pack)
    pack.add_argument("--paper", metavar="A4|Letter", help=_("the size of the paper"))
    add_readers(pack)
