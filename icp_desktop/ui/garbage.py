"""Cyclic garbage is collected on the thread of the window alone.

Python collects on whichever thread happens to allocate. A window or a socket in a cycle would then
be destroyed on the thread that writes or lays out pages, and Qt crashes when that happens.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000  # ms


class GarbageCollection(QObject):
    """Takes the place of the automatic collection until it is closed.

    `is_busy` says whether work runs in the background: the oldest generation, whose collection
    takes longest while many boxes of a page are alive, waits until it does not.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        """Take over at once."""
        super().__init__(parent)
        self._is_busy = is_busy
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """Collect the generations that are due and return how many objects were freed."""
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [count > limit for count, limit in pairs]
        if due[2] and not self._is_busy():
            return gc.collect(2)
        if due[1]:
            return gc.collect(1)
        return gc.collect(0) if due[0] else 0

    def close(self) -> None:
        """Give back to Python what was taken."""
        self._timer.stop()
        gc.enable()
