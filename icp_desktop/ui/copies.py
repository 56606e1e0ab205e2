"""Copies of the project: sent to somebody, and merged when they come back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.ui.folders import show_in_folder

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.storage.copies import Returned
    from icp_desktop.ui.main_window import MainWindow
    from icp_desktop.ui.workspace import Workspace

_FILES = "*.icp"


def send_copy(window: "MainWindow") -> None:
    """Ask for whom a copy is and where it goes, and keep what was sent, to merge it by later."""
    workspace = window.session.workspace
    if workspace is None:
        return
    who = window.prompts.text(
        _("Send a copy"), _("For whom is it? They work on it, and you merge what comes back.")
    )
    path = None if who is None else _ask_where(window, workspace, who.strip())
    if who is None or path is None:
        return
    workspace.autosave.flush()
    library, project = workspace.store.library, workspace.opened.project

    def work() -> None:
        from icp_desktop.storage.copies import send
        from icp_desktop.storage.project_file import write_project_file

        ours, copy = send(library.history(project.id), project, who.strip(), _today())
        write_project_file(path, project, copy)
        library.put_history(project.id, ours)

    def done(_nothing: None) -> None:
        _renew_versions(window)
        window.screens.current().say(
            _("The copy is in “{file}”. Merge it here when it comes back.", file=path.name),
            action=(_("Show in folder"), lambda: show_in_folder(path)),
        )

    workspace.store.write(work, done, lambda error: _complain(window, error))


def choose_copy(window: "MainWindow") -> None:
    """Ask for a copy that came back, and show what it has otherwise."""
    if window.session.workspace is None:
        return
    folder = window.session.folder
    kinds = f"{_('Projects')} ({_FILES})"
    path = window.prompts.open_file(
        _("Merge a copy"), folder if folder.is_dir() else Path.home(), kinds
    )
    if path is not None:
        merge_copy(window, path)


def merge_copy(window: "MainWindow", path: Path) -> None:
    """Show line by line what a copy has otherwise; nothing is changed before it is accepted."""
    workspace = window.session.workspace
    if workspace is None:
        return
    workspace.autosave.flush()
    library, project = workspace.store.library, workspace.opened.project

    def work() -> "Returned":
        from icp_desktop.storage.copies import read_returned

        return read_returned(path, project, library.history(project.id))

    def done(copy: "Returned") -> None:
        if window.session.workspace is workspace:
            _show(window, workspace, copy)

    workspace.store.write(work, done, lambda error: _complain(window, error))


def merge_or_open(window: "MainWindow", path: Path, seen: Callable[[], None]) -> None:
    """Merge a file that is a copy sent from the open project, or open it as any other."""
    workspace = window.session.workspace
    if workspace is None or path == workspace.file:
        window.session.open_file(path, seen)
        return
    library, project_id = workspace.store.library, workspace.project_id

    def work() -> bool:
        from icp_desktop.storage.copies import is_returned
        from icp_desktop.storage.project_file import project_id_of, read_project_file

        if project_id_of(path) != project_id:
            return False
        try:
            theirs = read_project_file(path).history.versions
        except KnownError:
            return False  # opening it says what is wrong with it
        return is_returned(library.versions(project_id), theirs)

    def done(returned: bool) -> None:
        if returned and window.session.workspace is workspace:
            merge_copy(window, path)
            seen()
        else:
            window.session.open_file(path, seen)

    workspace.store.write(work, done, lambda error: _complain(window, error))


def _show(window: "MainWindow", workspace: "Workspace", copy: "Returned") -> None:
    from icp_desktop.documents.merging import Copy

    library = workspace.store.library

    def keep(before: "Project") -> None:
        def work() -> None:
            from icp_desktop.storage.copies import take_in

            history = library.history(before.id)
            library.put_history(before.id, take_in(history, before, copy, _today()))

        workspace.store.write(
            work, lambda _nothing: _renew_versions(window), lambda e: _complain(window, e)
        )

    state = Copy(
        project=copy.project, name=copy.name, base=copy.base, exact=copy.exact, seen=copy.seen
    )
    window.screens.show_merge(state, _("Merge “{name}”", name=copy.name), keep)


def _ask_where(window: "MainWindow", workspace: "Workspace", who: str) -> Path | None:
    from icp_desktop.storage.file_names import file_name, free_path

    project, folder = workspace.opened.project, window.session.folder
    folder = folder if folder.is_dir() else Path.home()
    name = _("{project}, for {who}", project=project.name, who=who) if who else project.name
    proposal = free_path(folder / file_name(project.client, name))
    title = _("Where the copy goes")
    path = window.prompts.save_file(title, proposal, f"{_('Projects')} ({_FILES})")
    if path is None:
        return None
    path = path if path.suffix.casefold() == ".icp" else path.with_name(f"{path.name}.icp")
    if path == workspace.file:
        sentence = _("The project itself lies there. Choose another name for the copy.")
        window.screens.current().tell("file", "due", sentence)
        return None
    return path


def _renew_versions(window: "MainWindow") -> None:
    from icp_desktop.ui.pages.versions import VersionsPage

    page = window.view.page() if window.view is not None else None
    if isinstance(page, VersionsPage):
        page.refresh()


def _complain(window: "MainWindow", error: Exception) -> None:
    window.tell_trouble(str(error))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the person's own calendar
