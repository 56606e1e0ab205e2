"""Keep PySide from reading the source of every module that is loaded after it.

It looks there for its own name, to know whether its switch to other spellings (`snake_case`) could
be meant. Nothing here uses that switch, and reading some 200 files costs every start 10 ms and
several MB. Where there are no sources, as in the bundle, it takes the same way by itself.
"""

import sys

import PySide6.QtCore  # noqa: F401 - the module that looks is loaded by it


def leave_sources_unread() -> None:
    """Answer for every module to come that it does not use the switch."""
    looks = sys.modules.get("shibokensupport.feature")
    if looks is not None and hasattr(looks, "_mod_uses_pyside"):
        vars(looks)["_mod_uses_pyside"] = _uses_no_switch


def _uses_no_switch(_module: object) -> bool:
    return False
