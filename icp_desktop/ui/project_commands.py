"""What the Project menu does: profiles and the details of the project, each as one step."""

from typing import TYPE_CHECKING

from icp_desktop.i18n import _
from icp_desktop.model.edits import AddProfile, Edit
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.project_edits import SetProjectDetails
from icp_desktop.ui.pages.place import OVERVIEW, SIDE_BY_SIDE, Place
from icp_desktop.ui.project_view import ProjectView
from icp_desktop.ui.prompts import Prompts

if TYPE_CHECKING:
    from icp_desktop.ui.pages.side_by_side import SideBySide


class ProjectCommands:
    """Asks what is needed and makes the edit."""

    def __init__(self, prompts: Prompts) -> None:
        """Ask through `prompts`."""
        self._prompts = prompts

    def add_profile(self, view: ProjectView) -> None:
        """Ask in place what a new profile is called."""
        _side_by_side(view).start_adding()

    def compare_profiles(self, view: ProjectView) -> None:
        """Show the profiles side by side."""
        _side_by_side(view)

    def copy_profile(self, view: ProjectView) -> None:
        """Ask in place what a copy of the profile that is shown is called."""
        if view.profile is not None:
            _side_by_side(view).start_copying(view.profile)

    def rename_profile(self, view: ProjectView) -> None:
        """Ask in place for another name of the profile that is shown."""
        if view.profile is not None:
            _side_by_side(view).start_renaming(view.profile)

    def retire_profile(self, view: ProjectView) -> None:
        """Ask in place why the profile that is shown no longer fits; or use it again."""
        profile = view.profile
        if profile is None:
            return
        sides = _side_by_side(view)
        if profile.retired is None:
            sides.start_retiring(profile)
        else:
            sides.use_again(profile.id)

    def add_negative(self, view: ProjectView) -> None:
        """Add the profile of those who are not a fit, or go to it."""
        for each in view.context.project.profiles:
            if each.kind == "negative":
                view.go(Place(page=view.current.page, profile=each.id))
                return
        market = view.profile.market if view.profile else "b2b"
        name = _("Not a fit")
        self._add(view, Profile(id=new_id(), name=name, market=market, kind="negative"))

    def change_details(self, view: ProjectView) -> None:
        """Rename the business."""
        project = view.context.project
        client = self._prompts.text(
            _("Rename the business"), _("What is the business called?"), project.client
        )
        if client:
            self._do(view, details(project, client=client))

    def _add(self, view: ProjectView, profile: Profile) -> None:
        label = _("Add “{name}”", name=profile.name)
        self._do(view, AddProfile(profile=profile, label=label))
        view.go(Place(page=view.current.page, profile=profile.id))

    def _do(self, view: ProjectView, edit: Edit) -> None:
        view.context.opened.do(edit)


def _side_by_side(view: ProjectView) -> "SideBySide":
    """Show the profiles side by side, where all that concerns them is done in place."""
    from icp_desktop.ui.pages.overview import OverviewPage

    profile = view.current.profile
    view.go(Place(page=OVERVIEW, profile=profile, view=SIDE_BY_SIDE))
    page = view.page()
    assert isinstance(page, OverviewPage)
    return page.side_by_side()


def details(
    project: Project, *, client: str = "", currency: str = "", language: str = ""
) -> SetProjectDetails:
    """Return the edit that changes some details and leaves the others."""
    return SetProjectDetails(
        client=client or project.client,
        name=project.name,
        language=language or project.language,
        currency=currency or project.currency,
        label=_("Change the details of the project"),
    )
