"""Things that a project keeps in folders, such as forms and lists: put one in, take one out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from icp_desktop.model.project import Folder, Item, Project
from icp_desktop.model.record import record

Whole = TypeVar("Whole", bound=Item)


@record
class PutItem:
    """Put a thing into a folder, in the place of the one with its id if there is one."""

    folder: Folder
    item: Item
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        before = project.folder(self.folder)
        if any(each == self.item for each in before):
            return project
        return _with_folder(project, self.folder, put_item(before, self.item))


@record
class RemoveItem:
    """Take a thing out of a folder."""

    folder: Folder
    item: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out."""
        before = project.folder(self.folder)
        kept = tuple(each for each in before if each.id != self.item)
        return project if len(kept) == len(before) else _with_folder(project, self.folder, kept)


def put_item(items: tuple[Whole, ...], item: Whole) -> tuple[Whole, ...]:
    """Return the items with one in the place of the one with its id, or at the end."""
    if all(each.id != item.id for each in items):
        return (*items, item)
    return tuple(item if each.id == item.id else each for each in items)


def change_item(
    items: tuple[Whole, ...], item_id: str, change: Callable[[Whole], Whole]
) -> tuple[Whole, ...]:
    """Return the items with one changed; the same ones where it is gone or nothing changes."""
    for before in items:
        if before.id == item_id:
            after = change(before)
            return items if after == before else put_item(items, after)
    return items


def _with_folder(project: Project, folder: Folder, items: tuple[Item, ...]) -> Project:
    changed: dict[str, Any] = {folder: items}
    return replace(project, **changed)
