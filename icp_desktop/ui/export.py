"""Handing a document out: ask where, make it in the background, write it whole or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from icp_desktop.documents.catalogue import find_document, make_document
from icp_desktop.documents.content import Request
from icp_desktop.i18n import _
from icp_desktop.progress import Progress
from icp_desktop.sharing.choice import Choice
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.file_names import file_name
from icp_desktop.storage.places import PlaceError
from icp_desktop.ui.background import quiet_gc
from icp_desktop.ui.folders import show_in_folder
from icp_desktop.ui.pages.page import Context

KIND_NAMES = {
    ".pdf": "PDF",
    ".xlsx": "Excel",
    ".docx": "Word",
    ".png": "PNG",
    ".html": "HTML",
    ".md": "Markdown",
    ".json": "JSON",
    ".zip": "Zip",
}


EVERYTHING = Choice()


def shared(request: Request, choice: Choice) -> Request:
    """Return what a document is made from for its readers."""
    if choice.is_everything:
        return request
    from icp_desktop.sharing.copies import copy_request

    return copy_request(request, choice)


def make_request(context: Context, profile_id: str) -> Request:
    """Return what a document of the current project is made from."""
    settings = context.settings.current
    return Request(
        project=context.project,
        profile_id=profile_id,
        today=date.today(),  # noqa: DTZ011 - the day on the person's own calendar
        paper=settings.paper,
        version=context.last_version(),
        prepared_by=settings.prepared_by,
        earlier=context.earlier(),
    )


def save_document(
    context: Context,
    document_id: str,
    suffix: str,
    profile_id: str,
    *,
    done: str = "",
    choice: Choice = EVERYTHING,
    persona: str = "",
    given: Request | None = None,
) -> None:
    """Ask where a document goes and write it there; `done` is the path of the last attempt.

    `choice` says who will read it: what they may not see is not in it, nor in its name. `persona`
    is the one persona whose card is wanted; `given` is asked for in place of the present state.
    """
    document = find_document(document_id)
    request = given or replace(make_request(context, profile_id), persona=persona)
    proposal = Path(done) if done else propose_path(context, document_id, suffix, profile_id)
    if choice.audience == "anyone" and not done:
        proposal = proposal.with_name(file_name(_(document.title), _("Shareable copy"), suffix))
    title = _("Save “{document}”", document=_(document.title))
    path = context.prompts.save_file(title, proposal, _name_filter(suffix))
    if path is None:
        return
    if path.suffix.casefold() != suffix:
        path = path.with_name(path.name + suffix)

    def work(progress: Progress) -> Path:
        with quiet_gc():
            data = make_document(document_id, suffix, shared(request, choice), progress)
        write_whole(path, data)
        return path

    again = partial(save_document, context, document_id, suffix, profile_id, done=str(path))
    again = partial(again, choice=choice, persona=persona, given=given)

    def failed(error: Exception) -> None:
        elsewhere = ((_("Choose another place"), again),) if isinstance(error, PlaceError) else ()
        context.host.complain(str(error), elsewhere)

    label = _("Making “{document}”", document=_(document.title))
    context.background.run(work, label=label, done=announcer(context), failed=failed)


def propose_path(context: Context, document_id: str, suffix: str, profile_id: str) -> Path:
    """Return where a document would go unasked: beside the project files, with a speaking name."""
    project = context.project
    names = [p.name for p in project.profiles if p.id == profile_id]
    title = _(find_document(document_id).title)
    words = f"{names[0]} - {title}" if names and document_id != "data" else title
    return own_folder(context) / file_name(project.client, words, suffix)


def own_folder(context: Context) -> Path:
    """Return the folder of the project files, the person’s own where that is not there."""
    from icp_desktop.paths import documents_folder

    folder = Path(context.settings.current.folder or documents_folder())
    return folder if folder.is_dir() else Path.home()


def announcer(context: Context) -> Callable[[Path], None]:
    """Return what says that a file is there, with the way to its folder."""

    def announce(path: Path) -> None:
        context.host.say(
            _("Saved “{file}”.", file=path.name),
            action=(_("Show in folder"), lambda: show_in_folder(path)),
        )

    return announce


def _name_filter(suffix: str) -> str:
    return f"{KIND_NAMES.get(suffix, suffix.lstrip('.').upper())} (*{suffix})"
