"""The calls about versions of a project, and about two states of it."""

from icp_desktop.cli.parser import Commands, Parser, add_command, add_file
from icp_desktop.i18n import _


def add_version_commands(commands: "Commands[Parser]") -> None:
    """Add what keeps, lists and compares versions, and what takes in a copy."""
    versions = add_command(
        commands,
        "versions",
        _("list the versions kept in a project file"),
        json=_("as a list of {id, name, reason, kept}, the newest first"),
    )
    add_file(versions)
    keep = add_command(commands, "keep", _("keep the present state as a version"))
    add_file(keep)
    keep.add_argument("name", metavar="NAME", help=_("what to call it"))
    keep.add_argument("--reason", metavar="TEXT", default="", help=_("why it is kept"))
    restore = add_command(
        commands,
        "restore",
        _("go back to a version"),
        _("The present state is kept as a version first."),
    )
    add_file(restore)
    restore.add_argument("version", metavar="VERSION", help=_("name or id of the version"))
    _add_diff(commands)
    _add_merge(commands)


def _add_diff(commands: "Commands[Parser]") -> None:
    diff = add_command(
        commands,
        "diff",
        _("say what differs between two project files, or between versions of one"),
        _("With one file, --from names the version to compare with."),
        json=_(
            "as {summary, changes: [{group, folder, place, field, name, old_grade, new_grade, "
            "parts: [{name, old, new, paths}]}]}"
        ),
    )
    add_file(diff)
    diff.add_argument("other", metavar="OTHER.icp", nargs="?", help=_("the later state"))
    diff.add_argument(
        "--from", dest="before", metavar="VERSION", help=_("a version in FILE.icp, not its present")
    )
    diff.add_argument(
        "--to", dest="after", metavar="VERSION", help=_("a version of the later state")
    )


def _add_merge(commands: "Commands[Parser]") -> None:
    merge = add_command(
        commands,
        "merge",
        _("take in what somebody changed in a copy"),
        _(
            "What only they changed is taken; where both sides changed the same, yours stays and "
            "theirs becomes a comment beside it. The present state and the copy are kept as "
            "versions first."
        ),
        json=_("as a list of {what, ours, theirs, conflict, taken}"),
    )
    add_file(merge)
    merge.add_argument("copy", metavar="COPY.icp", help=_("the copy that came back"))
    merge.add_argument(
        "--theirs", action="store_true", help=_("where both changed the same, take theirs")
    )
    merge.add_argument("--dry-run", action="store_true", help=_("only say what would change"))
