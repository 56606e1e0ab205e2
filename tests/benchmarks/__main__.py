"""All benchmarks: `python -m tests.benchmarks`, or some of them by name.

The names are start, memory, open, keys, preview, lists, collect, talks, contrast, score, find,
clients and diff.
Ratios are of medians from one run in which both sides took turns, so they mean something on a busy
machine too. Never fails: figures over their goal are marked.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from statistics import median
from typing import Any

from tests.benchmarks import (
    clients,
    collecting,
    comparing,
    differing,
    finding,
    lists,
    opening,
    scoring,
    starting,
    talking,
)
from tests.benchmarks.figures import Line, percentile, ratio

SLOWEST_KEY, LONGEST_STALL = 4.0, 50.0  # ms
SLOWEST_PREVIEW, SLOWEST_PICTURE = 1.3, 1.5  # times bare WeasyPrint; seconds


def measure_keys() -> Iterator[Line]:
    """Yield what a key press costs in the big project, and the stalls while it is drawn."""
    found = _working()
    walls = [percentile(each["wall"], 0.99) for each in found["keys"]]
    own = [percentile(each["cpu"], 0.99) for each in found["keys"]]
    usual = median(figure for each in found["keys"] for figure in each["wall"])
    raw = f"of the processor {median(own):.1f} ms; half of all under {usual:.1f} ms"
    yield Line("time per key press, 99 of 100", median(walls), SLOWEST_KEY, "ms", raw)
    stalls = found["previews"]["stall"]
    raw = f"longest of {len(stalls)}: {max(stalls):.0f} ms"
    yield Line("longest stall while a preview is made", median(stalls), LONGEST_STALL, "ms", raw)


def measure_preview() -> Iterator[Line]:
    """Yield how long a preview of the big project takes."""
    previews = _working()["previews"]
    raw = "{:.0f} ms / {:.0f} ms"
    name = "preview from start of rendering / bare WeasyPrint"
    yield ratio(name, SLOWEST_PREVIEW, previews["shown"], previews["bare"], raw)
    seconds = median(previews["key"]) / 1000
    times = median(previews["key"]) / median(previews["bare"])
    raw = f"{times:.2f} times bare WeasyPrint; 0.3 s of it waiting for the next key"
    yield Line("from key press to picture", seconds, SLOWEST_PICTURE, "s", raw)


@cache
def _working() -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.working"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


MEASURES: dict[str, Callable[[], Iterator[Line]]] = {
    "start": starting.measure_start,
    "keys": measure_keys,
    "preview": measure_preview,
    "open": opening.measure,
    "lists": lists.measure,
    "memory": starting.measure_memory,
    "collect": collecting.measure,
    "talks": talking.measure,
    "contrast": comparing.measure,
    "score": scoring.measure,
    "diff": differing.measure,
    "find": finding.measure,
    "clients": clients.measure,
}


def main(names: list[str]) -> None:
    """Print the line of every figure as soon as it is known."""
    for name in names or MEASURES:
        for line in MEASURES[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
