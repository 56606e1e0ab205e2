"""Cycles with windows in them are freed on the thread of the window, never on another."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from icp_desktop.ui.garbage import GarbageCollection


class _Loop:
    """Holds itself, and notes the thread it is freed on."""

    def __init__(self, freed: list[int]) -> None:
        self.me = self
        self._freed = freed

    def __del__(self) -> None:
        self._freed.append(threading.get_ident())


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[GarbageCollection]:
    gc.collect()  # what earlier tests left would count as a project that was loaded
    made = GarbageCollection(lambda: False)
    yield made
    made.close()


def test_another_thread_never_collects(garbage: GarbageCollection) -> None:
    freed: list[int] = []

    def allocate() -> None:
        for _n in range(300):
            _Loop(freed)

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert freed == []
    garbage.collect_all()
    assert len(freed) == 300
    assert set(freed) == {threading.get_ident()}


def test_python_collects_by_itself_again_afterwards(qapp: QApplication) -> None:
    made = GarbageCollection(lambda: False)
    assert not gc.isenabled()
    made.close()
    assert gc.isenabled()


def test_what_lived_on_is_looked_through_again_only_when_all_is(garbage: GarbageCollection) -> None:
    freed: list[int] = []
    loop = _Loop(freed)
    gc.collect(2)
    gc.freeze()
    del loop
    gc.collect(2)
    assert freed == []
    assert garbage.collect_all() > 0
    assert freed == [threading.get_ident()]
    assert gc.get_freeze_count() > 0
    garbage.close()
    assert gc.get_freeze_count() == 0


def test_what_is_at_work_is_given_time_to_go_by_itself(garbage: GarbageCollection) -> None:
    gc.collect()
    for _time in range(3):
        passed = [[] for _n in range(20_000)]
        garbage.collect()
        del passed
    freed: list[int] = []
    _Loop(freed)
    pages = [[] for _n in range(20_000)]
    for _tick in range(5):
        assert garbage.collect() == 0
    assert freed == []
    garbage.collect()
    assert freed == [threading.get_ident()]
    assert pages


def test_what_was_built_in_one_go_is_not_looked_through(garbage: GarbageCollection) -> None:
    gc.collect()
    built = [[] for _n in range(20_000)]
    assert garbage.collect() == 0
    assert gc.get_freeze_count() >= len(built)
