"""The same work on many columns, on a few threads: polars leaves Python while it works."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from icp_desktop.progress import Progress

T = TypeVar("T")
R = TypeVar("R")
_THREADS = 4


def on_each(work: Callable[[T], R], items: Sequence[T], progress: Progress, what: str) -> list[R]:
    """Return the results in order; between two of them the person can cancel."""
    if len(items) < 2:
        return [work(item) for item in items]
    found: list[R] = []
    pool = ThreadPoolExecutor(max_workers=_THREADS)
    try:
        for number, result in enumerate(pool.map(work, items)):
            progress.step(number, len(items), what)
            found.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    return found
