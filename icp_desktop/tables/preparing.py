"""All that is shown before a list is kept, worked out in one go from one plan."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.checking import Checked, check
from icp_desktop.tables.importing import Way, propose
from icp_desktop.tables.joining import Join
from icp_desktop.tables.plan import Plan
from icp_desktop.tables.planning import Draft


class Prepared(NamedTuple):
    """A draft, its rows as the plan reads them, and what keeping them would change."""

    draft: Draft
    checked: Checked
    proposal: Proposal
    way: Way
    joined: Join | None

    @property
    def plan(self) -> Plan:
        """The plan that everything follows."""
        return self.draft.plan


def prepare(
    draft: Draft, project: Project, way: Way, day: date, progress: Progress = SILENT
) -> Prepared:
    """Return what the plan of a draft makes of its list."""
    checked = check(draft.plan, draft.grid, progress)
    proposal, joined = propose(checked, project, way, day, progress)
    return Prepared(draft, checked, proposal, way, joined)


def leaving_out(plan: Plan, row: int, *, out: bool) -> Plan:
    """Return the plan with one row left out, or taken in, by hand."""
    rows_in, rows_out = set(plan.rows_in), set(plan.rows_out)
    (rows_out if out else rows_in).add(row)
    (rows_in if out else rows_out).discard(row)
    return replace(plan, rows_in=tuple(sorted(rows_in)), rows_out=tuple(sorted(rows_out)))
