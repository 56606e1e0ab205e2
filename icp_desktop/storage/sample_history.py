"""The versions of a sample, as the library and the project file keep them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from icp_desktop.storage.versions import EMPTY, History, digest_of, make_version

if TYPE_CHECKING:
    from icp_desktop.model.project import Project


def sample_history(project: "Project") -> History:
    """Return the versions of a project that was made from a sample, none for any other."""
    if not project.sample:
        return EMPTY
    from icp_desktop.worksheet.sample_versions import sample_versions

    history = EMPTY
    for each in sample_versions(project.sample):
        version, parts = make_version(
            replace(each.project, id=project.id),
            name=each.name,
            reason=each.reason,
            day=each.day,
            version_id=each.id,
        )
        bodies = {**history.bodies, **{digest_of(body): body for body in parts.values()}}
        history = History(versions=(*history.versions, version), bodies=bodies)
    return history
