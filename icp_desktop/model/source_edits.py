"""The changes a person can make to the log of sources, each felt wherever a source is named."""

from dataclasses import replace

from icp_desktop.model.links import Pieces, map_proof
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.report import Report, piece_key, source_key


@record
class PutSource:
    """Note a source, or change it everywhere: in the log and in all proof that rests on it.

    `key` is that of the source as it was, "" for a new one.
    """

    key: str
    source: Report
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in; a source of the same name becomes one with it."""
        taken = {self.key, source_key(self.source.name)}
        others = tuple(each for each in project.sources if source_key(each.name) not in taken)
        changed = map_proof(project, self._change) if self.key else project
        after = replace(changed, sources=(*others, self.source))
        return project if after == project else after

    def _change(self, _place: str, pieces: Pieces) -> Pieces:
        source = self.source
        return tuple(
            replace(piece, reference=source.name, link=source.link, day=source.day)
            if piece_key(piece) == self.key
            else piece
            for piece in pieces
        )


@record
class WithdrawSource:
    """Take a source away with all proof that rests on it."""

    key: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out everywhere."""
        changed = map_proof(project, self._without)
        kept = tuple(each for each in project.sources if source_key(each.name) != self.key)
        if len(kept) != len(project.sources):
            changed = replace(changed, sources=kept)
        return changed

    def _without(self, _place: str, pieces: Pieces) -> Pieces:
        return tuple(piece for piece in pieces if piece_key(piece) != self.key)
