"""What can be done to a project on the home page besides opening it."""

from typing import TYPE_CHECKING

from icp_desktop.i18n import _

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.ui.main_window import MainWindow


def duplicate(window: "MainWindow", project_id: str) -> None:
    """Add a whole copy beside a project, with the way back."""
    session = window.session

    def done(copy: "Project") -> None:
        sentence = _("Copied as “{name}”.", name=copy.name)
        window.screens.home.say(sentence, undo=lambda: session.archive(copy.id))

    session.duplicate(project_id, done)


def begin_like(window: "MainWindow", project_id: str) -> None:
    """Ask for a new project that asks what another does and takes nothing else of it."""
    session = window.session
    if session.workspace is not None and not session.workspace.autosave.finish():
        return
    old = session.load(project_id)
    if old is not None:
        window.screens.home.start_like(old)
