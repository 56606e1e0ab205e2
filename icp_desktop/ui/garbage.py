"""Cyclic garbage is collected on the thread of the window alone.

Python collects on whichever thread happens to allocate. A window or a socket in a cycle would then
be destroyed on the thread that writes or lays out pages, and Qt crashes when that happens.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000  # ms
# So many new objects at once are what was loaded or built, and stay; looking through them would
# stop the window. A few times that may be wrong, and they wait until the project is closed.
_MANY, _MOST_PASSED = 10_000, 3
_PATIENCE = 5  # times they are waited for: pages being laid out are freed by themselves


class GarbageCollection(QObject):
    """Takes the place of the automatic collection until it is closed.

    `is_busy` says whether work runs in the background: the oldest generation, whose collection
    takes longest while many boxes of a page are alive, waits until it does not.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        """Take over at once."""
        super().__init__(parent)
        self._is_busy = is_busy
        self._passed = 0
        self._waited = 0
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """Collect the generations that are due and return how many objects were freed."""
        if gc.get_count()[0] > _MANY and self._passed < _MOST_PASSED:
            self._passed += 1
            gc.freeze()
            return 0
        if gc.get_count()[0] > _MANY and self._waited < _PATIENCE:
            self._waited += 1
            return 0
        self._waited = 0
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [count > limit for count, limit in pairs]
        if due[2] and not self._is_busy():
            found = gc.collect(2)
            gc.freeze()  # what lives on is not looked through again and again while someone types
            return found
        if due[1]:
            return gc.collect(1)
        return gc.collect(0) if due[0] else 0

    def collect_all(self) -> int:
        """Collect also among what lived on, as when a project is closed and much of it went."""
        gc.unfreeze()
        found = gc.collect(2)
        gc.freeze()
        self._passed = 0
        return found

    def close(self) -> None:
        """Give back to Python what was taken."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
