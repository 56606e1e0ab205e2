"""Projects made from others: a whole copy, or a new one that only asks the same."""

from dataclasses import replace
from typing import Any

from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Project
from icp_desktop.sharing.declared import METHOD


def begin_like(old: Project, fresh: Project) -> Project:
    """Return a new project that asks what an old one asks, in its dress.

    Only what is declared as method is taken over; whatever else a project may hold, now or later,
    stays with whom it is about.
    """
    taken: dict[str, Any] = {name: getattr(old, name) for name in METHOD}
    return replace(fresh, **taken)


def duplicate(project: Project) -> Project:
    """Return a whole copy of a project under an id and a name of its own."""
    return replace(project, id=new_id(), name=_("{name}, copy", name=project.name), sample="")
