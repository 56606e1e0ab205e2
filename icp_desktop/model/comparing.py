"""What differs between two states of a project: every part that was changed, and nothing else."""

from collections.abc import Iterator
from typing import Any, Literal

from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.tree import ABSENT, Path, blank, is_ordered, keyed, part, splits

Turn = Literal["changed", "added", "removed", "moved"]
UNCOMPARED = frozenset(("id", "sample"))  # of a project: what tells copies apart, not what it says


@record
class Difference:
    """One part that differs.

    `path` leads to it by names of attributes and keys of items, such as ("profiles", "bakers",
    "answers", "company.size", "value"). `before` and `after` are what stands there, None where a
    list has no such item; of a list in another order they are the keys of what both have. `behind`
    is the key of the item that a new one stands behind, None at the front.
    """

    path: Path
    turn: Turn
    before: Any
    after: Any
    behind: str | None = None


def differences(before: Project, after: Project) -> tuple[Difference, ...]:
    """Return what differs, in the order of the project; () for projects that say the same."""
    return tuple(
        each
        for name in splits(before, after)
        if name not in UNCOMPARED
        for each in _between((name,), part(before, name), part(after, name))
    )


def order_of(path: Path, one: Any, other: Any) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the keys that two lists share in both orders, None where these are the same."""
    if not is_ordered(path):
        return None
    here, there = tuple(k for k in one if k in other), tuple(k for k in other if k in one)
    return None if here == there else (here, there)


def _between(path: Path, before: object, after: object) -> Iterator[Difference]:
    if before is after or before == after:
        return
    names = splits(before, after)
    if names:
        for name in names:
            yield from _between((*path, name), part(before, name), part(after, name))
        return
    old, new = keyed(before), keyed(after)
    if old is None or new is None:
        yield Difference(path=path, turn="changed", before=before, after=after)
        return
    for behind, (key, item) in zip((None, *new), new.items(), strict=False):
        yield from _item((*path, key), old.get(key, ABSENT), item, behind)
    for key, item in old.items():
        if key not in new:
            yield from _item((*path, key), item, ABSENT)
    if orders := order_of(path, old, new):
        yield Difference(path=path, turn="moved", before=orders[0], after=orders[1])


def _item(path: Path, before: Any, after: Any, behind: str | None = None) -> Iterator[Difference]:
    one = blank(after) if before is ABSENT else before
    other = blank(before) if after is ABSENT else after
    if one is ABSENT:
        yield Difference(path=path, turn="added", before=None, after=after, behind=behind)
    elif other is ABSENT:
        yield Difference(path=path, turn="removed", before=before, after=None)
    else:
        yield from _between(path, one, other)
