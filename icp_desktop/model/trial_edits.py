"""The changes to pilots and blind tests beyond putting them in and taking them out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from icp_desktop.model.blind_test import BlindTest, Judge
from icp_desktop.model.items import change_item, put_item
from icp_desktop.model.pilot import Pilot, Went
from icp_desktop.model.project import Project
from icp_desktop.model.record import record


@record
class LogWent:
    """Say how a lead of a pilot went."""

    pilot: str
    lead: str
    went: Went
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in; a lead that is not in the pilot changes nothing."""
        pilots = change_item(project.pilots, self.pilot, self._logged)
        return project if pilots is project.pilots else replace(project, pilots=pilots)

    def _logged(self, pilot: Pilot) -> Pilot:
        leads = tuple(
            replace(each, went=self.went) if each.name == self.lead else each
            for each in pilot.leads
        )
        return replace(pilot, leads=leads)


@record
class PutJudge:
    """Put in what a person said in a blind test, in the place of what they said before."""

    test: str
    judge: Judge
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in; once the outcome has been shown nothing is blind, and nothing changes."""
        return _change_test(
            project,
            self.test,
            lambda test: (
                test if test.shown else replace(test, judges=put_item(test.judges, self.judge))
            ),
        )


@record
class RemoveJudge:
    """Take out what a person said in a blind test."""

    test: str
    judge: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out."""
        return _change_test(
            project,
            self.test,
            lambda test: replace(
                test, judges=tuple(each for each in test.judges if each.id != self.judge)
            ),
        )


@record
class ShowOutcome:
    """End a blind test: from then on everybody sees what was said."""

    test: str
    day: date
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Note the day, the first time alone."""
        return _change_test(
            project,
            self.test,
            lambda test: test if test.shown else replace(test, shown=self.day),
        )


def _change_test(
    project: Project, test_id: str, change: Callable[[BlindTest], BlindTest]
) -> Project:
    tests = change_item(project.blind_tests, test_id, change)
    return project if tests is project.blind_tests else replace(project, blind_tests=tests)
