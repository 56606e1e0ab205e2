import gc
from collections.abc import Iterator
from itertools import count

import pytest

_EVERY = 20  # tests between two looks through everything, which take long
_tests = count(1)


@pytest.fixture(scope="package", autouse=True)
def _no_thread_collects() -> Iterator[None]:
    """Keep threads from collecting: they would destroy widgets that belong to the main thread.

    Not only within a test: what one left running in the background may end in the next.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _collected_here(_no_thread_collects: None) -> Iterator[None]:
    """Collect on the main thread instead, between two tests."""
    gc.disable()
    yield
    gc.collect(2 if next(_tests) % _EVERY == 0 else 1)
