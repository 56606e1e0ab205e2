"""What differs between two states of the big project, and the words for it."""

import time
from collections.abc import Iterator
from datetime import date
from statistics import median

from icp_desktop.codec.parts import from_parts, to_parts
from icp_desktop.documents.changes import changes_between
from icp_desktop.documents.merging import Copy, propose_merge
from icp_desktop.model.comparing import differences
from icp_desktop.model.edits import SetValue
from icp_desktop.model.values import Text
from tests.benchmarks.big_project import make_big_project
from tests.benchmarks.figures import Line

ROUNDS = 15
SLOWEST = 20.0  # ms
TODAY = date(2026, 11, 25)
EVERY = 3  # of the answers, one is another


def measure() -> Iterator[Line]:
    """Yield how long it takes to find, name and propose what differs in a third of all answers."""
    before = make_big_project()
    after = from_parts(to_parts(before))  # as it is read from a file: no object is the same
    for profile in after.profiles:
        for answer in profile.answers[::EVERY]:
            text = Text(text=f"Something else about {answer.field}")
            after = SetValue(place=profile.id, field=answer.field, value=text).apply(after)
    copy = Copy(project=after, name="Ann", base=before)
    taken: dict[str, list[float]] = {"found": [], "named": [], "offered": []}
    for _round in range(ROUNDS):
        start = time.perf_counter()
        found = differences(before, after)
        taken["found"].append(1000 * (time.perf_counter() - start))
        start = time.perf_counter()
        named = changes_between(before, after)
        taken["named"].append(1000 * (time.perf_counter() - start))
        start = time.perf_counter()
        propose_merge(before, copy, title="Merge", today=TODAY)
        taken["offered"].append(1000 * (time.perf_counter() - start))
    raw = f"{len(found)} found in {median(taken['found']):.1f} ms, {named.count} named"
    yield Line("what differs in 3 x 60 answers", median(taken["named"]), SLOWEST, "ms", raw)
    raw = f"slowest of {ROUNDS}: {max(taken['offered']):.1f} ms"
    yield Line("the same as a merge to choose from", median(taken["offered"]), SLOWEST, "ms", raw)
