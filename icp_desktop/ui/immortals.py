"""Keep None, True and False alive, which PySide 6.12 hands back without counting the reference.

Its wheels serve Python 3.10 and up, but were built as if these values lived for ever, which they do
from 3.12 on. Below that, each call of a Qt method that returns nothing takes one reference to None
(measured: 200 calls of `QWidget.update`, 200 lost), each `Signal.emit` one to True, until Python
ends the process with "none_dealloc" or "bool_dealloc".
"""

import ctypes
import sys

_SPARE = 2**40  # references; more than any session can lose
_FIRST_SAFE = (3, 12)


def keep_immortals_alive() -> None:
    """Give None, True and False references to spare, if they need any."""
    if sys.version_info >= _FIRST_SAFE:
        return
    for value in (None, True, False):
        if sys.getrefcount(value) < _SPARE // 2:
            # The count of references is the first field of every object.
            ctypes.c_ssize_t.from_address(id(value)).value += _SPARE
