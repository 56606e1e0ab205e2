"""Keep Python's two truth values alive: PySide 6.12 loses a reference to one at each `emit`.

`Signal.emit` hands back True without counting the reference (measured: 100 calls, 100 lost). Before
Python 3.12, where both values live for ever, some six hundred calls end the process with
"bool_dealloc: deallocating True or False".
"""

import ctypes
import sys

_SPARE = 2**40  # references; more than any session can lose
_FIRST_SAFE = (3, 12)


def keep_bools_alive() -> None:
    """Give both truth values references to spare, once."""
    if sys.version_info >= _FIRST_SAFE or sys.getrefcount(True) > _SPARE:
        return
    for value in (True, False):
        # The count of references is the first field of every object.
        ctypes.c_ssize_t.from_address(id(value)).value += _SPARE
