"""The command that puts documents and data into one pack.

It is a command of its own, not a document of `export`: it makes many files, and it replaces none.
"""

import argparse
from pathlib import Path

from icp_desktop.cli.exporting import read_paper, refuse_same, version_of
from icp_desktop.cli.finding import find_profile
from icp_desktop.cli.output import say
from icp_desktop.cli.readers import (
    read_choice,
    refuse_list,
    refuse_unknown_parts,
    say_hidden,
)
from icp_desktop.cli.today import today
from icp_desktop.documents.content import Request
from icp_desktop.i18n import _, n_
from icp_desktop.storage.handing_over import refuse_taken, write_pack
from icp_desktop.storage.loose_file import open_file


def hand_over(call: argparse.Namespace) -> int:
    """Make a pack; everything about the call is checked before anything is made."""
    from icp_desktop.cli.call import WrongCallError
    from icp_desktop.sharing.pack import make_pack

    file, out = Path(call.file).absolute(), Path(call.out).absolute()
    paper, choice = read_paper(call.paper), read_choice(call)
    opened = open_file(file)
    refuse_same(file, out)
    refuse_taken(out)
    if not out.parent.is_dir():
        raise WrongCallError(
            _(
                "The folder “{folder}” is not there. Make it first, or choose another.",
                folder=str(out.parent)[:160],
            )
        )
    refuse_list(call, file)
    profile = find_profile(opened.project, call.profile) if call.profile else None
    request = Request(
        project=opened.project,
        profile_id=profile.id if profile else "",
        today=today(),
        paper=paper,
        version=version_of(opened),
    )
    refuse_unknown_parts(request, choice)
    pack = make_pack(request, choice, with_project=call.with_project)
    write_pack(out, pack.files)
    count = n_("{n} file", "{n} files", len(pack.files))
    say(_("{out} is made: {count}", out=str(call.out), count=count))
    say_hidden(pack.copy.hidden, call.hidden_list)
    return 0
