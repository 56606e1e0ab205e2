"""Forms that are dropped on the window: read in the background, then shown line by line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.progress import Progress
from icp_desktop.ui.proposal_page import ProposalPage, SideNames

if TYPE_CHECKING:
    from icp_desktop.documents.forms_in import Arrived, Collected
    from icp_desktop.model.project import Project
    from icp_desktop.ui.file_routes import Opener
    from icp_desktop.ui.main_window import MainWindow

FORM_FILES = "*.pdf *.xlsx *.ods *.txt *.eml"
_MOST_TOLD = 4  # sentences about files that were left out; more are counted


def forms_or(otherwise: "Opener") -> "Opener":
    """Return what opens forms that came back, and hands to another what are none of ours."""

    def open_them(window: "MainWindow", paths: tuple[Path, ...], seen: Callable[[], None]) -> None:
        open_forms(window, paths, seen, otherwise)

    return open_them


def open_forms(
    window: "MainWindow",
    paths: tuple[Path, ...],
    seen: Callable[[], None],
    otherwise: "Opener | None" = None,
) -> None:
    """Read forms that came back and show what they would change; nothing is changed yet."""
    view = window.view
    if view is None:
        sentence = _(
            "“{name}” may be a form that came back. Open the project it was sent from, a file that "
            "ends in {ending}, then drop it there.",
            name=paths[0].name,
            ending=".icp",
        )
        window.screens.current().tell("file", "due", sentence)
        seen()
        return
    opened = view.context.opened
    project = opened.project

    def work(progress: Progress) -> "Collected":
        return _collect(paths, project, progress)

    def done(found: "Collected") -> None:
        if window.view is not view:
            return
        if found.foreign and otherwise is not None and not _is_pdf(paths):
            otherwise(window, paths, seen)
            return
        _show(window, found)
        if found.foreign and otherwise is not None:
            _offer(window, found, lambda: otherwise(window, paths, seen))
        seen()

    label = n_("Reading {n} form", "Reading {n} forms", len(paths))
    window.background.run(work, label=label, done=done)


def choose_forms(window: "MainWindow") -> None:
    """Ask for a form that came back."""
    kinds = f"{_('Forms that came back')} ({FORM_FILES})"
    folder = window.session.folder
    path = window.prompts.open_file(
        _("Take in a form"), folder if folder.is_dir() else Path.home(), kinds
    )
    if path is not None:
        open_forms(window, (path,), lambda: None)


def _collect(paths: tuple[Path, ...], project: "Project", progress: Progress) -> "Collected":
    from icp_desktop.documents.forms_in import collect

    today = date.today()  # noqa: DTZ011 - the day on the person's own calendar
    return collect([_arrived(path) for path in paths], project, today, progress)


def _arrived(path: Path) -> "Arrived":
    from icp_desktop.documents.forms_in import Arrived
    from icp_desktop.storage.returned_file import read_returned

    try:
        return Arrived(name=path.name, data=read_returned(path))
    except KnownError as error:
        return Arrived(name=path.name, trouble=str(error))


def _show(window: "MainWindow", found: "Collected") -> None:
    view = window.view
    if view is None:
        return
    for number in range(_MOST_TOLD):  # what was said of an earlier drop
        view.untell(f"form {number}")
    if found.count:
        names = SideNames(ours=_("Now"), theirs=_("Form"), bare=True)
        opened = view.context.opened
        page = ProposalPage(window.appearance, opened, found.proposal, names)
        window.screens.show_proposal(page)
    for number, sentence in enumerate(_told(found.troubles)):
        window.screens.current().tell(f"form {number}", "due", sentence)


def _is_pdf(paths: tuple[Path, ...]) -> bool:
    return paths[0].suffix.casefold() == ".pdf"


def _offer(window: "MainWindow", found: "Collected", read: Callable[[], None]) -> None:
    """Offer to read a PDF as notes: a form that was printed anew looks the same as a transcript."""

    def go() -> None:
        window.screens.current().untell("form 0")
        read()

    screen = window.screens.current()
    screen.tell("form 0", "due", found.troubles[0], ((_("Read it as notes"), go),))


def _told(troubles: tuple[str, ...]) -> tuple[str, ...]:
    if len(troubles) <= _MOST_TOLD:
        return troubles
    rest = len(troubles) - _MOST_TOLD + 1
    more = n_("{n} other file was left out.", "{n} other files were left out.", rest)
    return (*troubles[: _MOST_TOLD - 1], more)
