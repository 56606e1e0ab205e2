"""Parts that are sure to be readable again: what could not be read back is never kept."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from icp_desktop.codec.parts import DamagedPartError, Parts, changed_parts, from_parts, to_parts
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.names import FOLDERS

if TYPE_CHECKING:
    from icp_desktop.model.project import Project


class UnkeepableError(KnownError):
    """Something in a project is out of bounds, such as a text of millions of characters."""

    def __init__(self, reason: str) -> None:
        """Say what it is."""
        super().__init__(
            _(
                "The last change can’t be saved ({reason}). Undo it, or make what you put in "
                "shorter; everything before it is saved.",
                reason=reason,
            )
        )


def whole_parts(project: "Project") -> Parts:
    """Return every part of a project; raise UnkeepableError if they could not be read again."""
    try:
        parts = to_parts(project)
        same = from_parts(parts) == project
    except DamagedPartError as error:
        raise UnkeepableError(_("something in it is too large")) from error
    except ValueError as error:  # half a character, or a figure that is none
        raise UnkeepableError(_("a text holds a character that is none")) from error
    if not same:
        raise UnkeepableError(_("two things in it have the same id"))
    return parts


def parts_to_write(before: "Project", after: "Project") -> tuple[Parts, tuple[str, ...]]:
    """Return the parts that have changed and the names of those to drop, checked likewise."""
    old = {id(each) for folder in FOLDERS for each in before.folder(folder)}
    news: dict[str, Any] = {
        folder: tuple(each for each in after.folder(folder) if id(each) not in old)
        for folder in FOLDERS
    }
    whole_parts(replace(after, **news))
    for folder in FOLDERS:
        if len({each.id for each in after.folder(folder)}) != len(after.folder(folder)):
            raise UnkeepableError(_("two things in it have the same id"))
    return changed_parts(before, after)
