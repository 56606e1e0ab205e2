"""The changes to who counts as best and as worst, and to what a bad fit costs."""

from dataclasses import replace

from icp_desktop.model.judging import BadFitCosts, Judging, Rule, Side
from icp_desktop.model.project import Project
from icp_desktop.model.record import record


@record
class SetRule:
    """Say who counts as best or as worst; None takes the rule that the program proposes."""

    side: Side
    rule: Rule | None
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the rule in."""
        judging = project.judging
        if self.side == "best":
            return _with(project, replace(judging, best=self.rule))
        return _with(project, replace(judging, worst=self.rule))


@record
class SetBadFitCosts:
    """Say what a customer who is no fit costs."""

    costs: BadFitCosts
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the figures in."""
        return _with(project, replace(project.judging, costs=self.costs))


def _with(project: Project, judging: Judging) -> Project:
    return project if judging == project.judging else replace(project, judging=judging)
