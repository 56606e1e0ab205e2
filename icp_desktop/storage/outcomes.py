"""What came of comparing a project with its file, in words, with what the person may choose."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from icp_desktop.model.project import Project
from icp_desktop.model.record import record

Kind = Literal[
    "nothing",  # file and library agree
    "published",
    "opened",
    "taken",  # the file was newer and was taken; the window shows `project`
    "ask",
    "kept_beside",
    "waiting",
    "moved_on",  # something else lies at the path; ours has the next free name
    "failed",
    "merge",  # the person wants to merge: compare the project with `theirs`, then `settle`
    "removed",
]


@record
class Choice:
    """One thing the person may do; `carry_out` does it, off the thread of the window."""

    id: str
    label: str
    carry_out: Callable[[], "Outcome"]


@record
class Outcome:
    """What happened; an empty `sentence` means that there is nothing to show.

    `project` is a state the window is to take (`ReplaceProject`, so that it can be undone) and
    already in the library; `copies` are conflicted copies that a sync program left.
    """

    kind: Kind
    project_id: str
    sentence: str = ""
    project: Project | None = None
    path: Path | None = None
    choices: tuple[Choice, ...] = ()
    copies: tuple[Path, ...] = ()
    theirs: Project | None = None
