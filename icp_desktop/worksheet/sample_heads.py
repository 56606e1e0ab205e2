"""Which sample projects there are, read from the first lines of their files alone.

The home page lists them; nothing of what a project is made of has to be loaded for that.
"""

import tomllib

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.record import record
from icp_desktop.paths import shipped


@record
class SampleHead:
    """What a sample is called: the business, and in a few words what it shows."""

    id: str
    client: str
    title: str


def sample_ids() -> tuple[str, ...]:
    """Return the ids of the shipped samples."""
    return tuple(sorted(file.stem for file in shipped("resources", "samples").glob("*.toml")))


def sample_head(sample_id: str) -> SampleHead:
    """Return what a sample is called; raises KnownError for an unknown one."""
    known = sample_ids()
    if sample_id not in known:
        raise KnownError(
            _(
                "There is no sample called “{id}”. There are: {known}.",
                id=sample_id[:60],
                known=", ".join(known),
            )
        )
    source = shipped("resources", "samples", f"{sample_id}.toml").read_text(encoding="utf-8")
    head = tomllib.loads(source.partition("\n[")[0])
    return SampleHead(id=sample_id, client=head["client"], title=head["title"])
