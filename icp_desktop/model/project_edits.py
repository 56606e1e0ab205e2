"""The changes to a project as a whole: its names, its questions, its dress."""

from dataclasses import replace

from icp_desktop.model.brand import Brand
from icp_desktop.model.edits import kept_if_equal
from icp_desktop.model.project import Project, Situation
from icp_desktop.model.record import record


@record
class SetSituation:
    """Say how many customers there are to learn from."""

    situation: Situation
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        return kept_if_equal(project, replace(project, situation=self.situation))


@record
class SetProjectDetails:
    """Rename the client or project, or choose its language or currency."""

    client: str
    name: str
    language: str
    currency: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the details in."""
        return kept_if_equal(
            project,
            replace(
                project,
                client=self.client,
                name=self.name,
                language=self.language,
                currency=self.currency,
            ),
        )


@record
class SetWorksheet:
    """Ask other questions; no answer is touched."""

    worksheet: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the text of the worksheet in."""
        return kept_if_equal(project, replace(project, worksheet=self.worksheet))


@record
class SetBrand:
    """Dress the documents of the project."""

    brand: Brand
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put logo, colour and footer in."""
        return kept_if_equal(project, replace(project, brand=self.brand))


@record
class Silence:
    """Raise an objection no more, or raise it again."""

    objection: str
    silent: bool = True
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Note it, each once."""
        rest = tuple(each for each in project.silenced if each != self.objection)
        after = (*rest, self.objection) if self.silent else rest
        return project if after == project.silenced else replace(project, silenced=after)
