"""What the Project menu does: profiles and the details of the project, each as one step."""

from dataclasses import replace
from datetime import date

from icp_desktop.i18n import _
from icp_desktop.model.edits import (
    AddProfile,
    Edit,
    RenameProfile,
    RetireProfile,
    SetProjectDetails,
)
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.pages.place import Place
from icp_desktop.ui.project_view import ProjectView
from icp_desktop.ui.prompts import Prompts

ENOUGH = 3  # profiles; more of them are seldom followed


class ProjectCommands:
    """Asks what is needed and makes the edit."""

    def __init__(self, prompts: Prompts) -> None:
        """Ask through `prompts`."""
        self._prompts = prompts

    def add_profile(self, view: ProjectView) -> None:
        """Add an empty profile under a name the person gives."""
        if not self._goes_on(view):
            return
        name = self._prompts.text(_("A new profile"), _("What kind of customer is it?"))
        if name:
            market = view.profile.market if view.profile else "b2b"
            self._add(view, Profile(id=new_id(), name=name, market=market))

    def copy_profile(self, view: ProjectView) -> None:
        """Add a copy of the profile that is shown."""
        profile = view.profile
        if profile is None or not self._goes_on(view):
            return
        proposal = _("{name}, copy", name=profile.name)
        name = self._prompts.text(_("Copy the profile"), _("What is the copy called?"), proposal)
        if name:
            self._add(view, replace(profile, id=new_id(), name=name, retired=None))

    def rename_profile(self, view: ProjectView) -> None:
        """Give the profile that is shown another name."""
        profile = view.profile
        if profile is None:
            return
        name = self._prompts.text(
            _("Rename the profile"), _("What kind of customer is it?"), profile.name
        )
        if name:
            label = _("Rename “{name}”", name=profile.name)
            self._do(view, RenameProfile(profile=profile.id, name=name, label=label))

    def retire_profile(self, view: ProjectView) -> None:
        """Stop using the profile that is shown, with the reason; or use it again."""
        profile = view.profile
        if profile is None:
            return
        day = date.today()  # noqa: DTZ011 - the day on the person's own calendar
        if profile.retired is not None:
            label = _("Use “{name}” again", name=profile.name)
            self._do(view, RetireProfile(profile=profile.id, reason=None, day=day, label=label))
            return
        reason = self._prompts.text(
            _("Retire the profile"), _("Why does “{name}” no longer fit?", name=profile.name)
        )
        if reason:
            label = _("Retire “{name}”", name=profile.name)
            self._do(view, RetireProfile(profile=profile.id, reason=reason, day=day, label=label))
            view.say(_("“{name}” is no longer used.", name=profile.name), undo=True)

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

    def _goes_on(self, view: ProjectView) -> bool:
        """Stop gently at three: who aims at everyone hits no one."""
        in_use = [
            each
            for each in view.context.project.profiles
            if each.retired is None and each.kind == "ideal"
        ]
        if len(in_use) < ENOUGH:
            return True
        sentence = _(
            "You have {n} profiles. One to three can be followed in daily work; with more, "
            "nobody knows whom to look for. Retire one that no longer fits, or add it anyway.",
            n=len(in_use),
        )
        return self._prompts.choice(_("Another profile?"), sentence, (_("Add it anyway"),)) == 0

    def _add(self, view: ProjectView, profile: Profile) -> None:
        label = _("Add “{name}”", name=profile.name)
        self._do(view, AddProfile(profile=profile, label=label))
        view.go(Place(page=view.current.page, profile=profile.id))

    def _do(self, view: ProjectView, edit: Edit) -> None:
        opened = view.context.opened
        opened.seal()
        opened.do(edit)
        opened.seal()


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
