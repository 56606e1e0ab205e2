"""When the library and a project file differ: who gives way, as tables without any doing.

Clocks never decide. What was last written or read at a path is the *base*; the file and the
library are each compared with it by digest.
"""

from typing import Literal

Seen = Literal[
    "base",  # what was last written or read here
    "same",  # not that, but what the library has now
    "earlier",  # an older state of ours
    "changed",  # this project, as nobody here has seen it
    "absent",
    "folder_absent",
    "online_only",  # a placeholder of a cloud folder
    "unreachable",  # there, but the system can't read it now
    "unreadable",  # no project, or a damaged one
    "newer",  # of a newer program
    "other",  # another project
]
Action = Literal[
    "nothing",
    "publish",
    "note",  # the file is as it should be; only note that it is the base now
    "take",  # keep a version, then take the file
    "ask_earlier",
    "ask_which",
    "keep_both",  # leave the file alone, write ours beside it, offer a merge
    "ask_gone",  # write again, keep only here, remove here
    "wait",  # badge, and try again later
    "next_name",
]
Opening = Literal[
    "import",  # new here; published to this path from now on
    "import_only",  # new here; the place is never published to
    "compare",  # as before every write
    "bind",  # the same as here, and kept only here until now
    "open",  # nothing to do but show it
    "ask_which",
    "ask_copy_or_move",
]

_UNCHANGED: dict[Seen, Action] = {
    "base": "nothing",
    "same": "note",
    "earlier": "ask_earlier",
    "changed": "take",
    "absent": "ask_gone",
    "folder_absent": "wait",
    "online_only": "wait",
    "unreachable": "wait",
    "unreadable": "next_name",
    "newer": "next_name",
    "other": "next_name",
}
_CHANGED: dict[Seen, Action] = {**_UNCHANGED, "base": "publish", "changed": "keep_both"}
_FIRST: dict[Seen, Action] = {**_CHANGED, "absent": "publish", "changed": "ask_which"}


def decide(seen: Seen, *, changed: bool, first: bool = False) -> Action:
    """Say what to do about a file before it is written.

    `changed` says that the library differs from the base, `first` that there is no base yet,
    because nothing of this project was ever written or read at this path.
    """
    if first:
        return _FIRST[seen]
    return _CHANGED[seen] if changed else _UNCHANGED[seen]


def decide_opening(
    *, known: bool, here: bool, elsewhere: bool, same: bool, publishable: bool
) -> Opening:
    """Say what to do with a file that a person opens.

    `known`: its project is in the library; `here`: published at this very path, `elsewhere`: at
    another one; `same`: file and library say the same; `publishable`: the folder may be written
    to and is not a temporary one.
    """
    if not known:
        return "import" if publishable else "import_only"
    if here:
        return "compare"
    if not publishable:
        return "open" if same else "ask_which"
    if elsewhere:
        return "ask_copy_or_move"
    return "bind" if same else "ask_which"
