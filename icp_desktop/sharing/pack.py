"""The hand-over pack: documents and data of a project that open without this program."""

from collections.abc import Iterator
from dataclasses import replace

from icp_desktop.documents.catalogue import DOCUMENTS, Document, make_document
from icp_desktop.documents.content import Request, language_of
from icp_desktop.i18n import _, later, using
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.record import record
from icp_desktop.progress import SILENT, Progress
from icp_desktop.sharing.choice import AUDIENCE_NAMES, Choice
from icp_desktop.sharing.copies import Copy, make_copy, request_of
from icp_desktop.sharing.pack_data import data_files
from icp_desktop.sharing.pack_index import PackFile, index_page, read_me
from icp_desktop.storage.file_names import file_name
from icp_desktop.storage.project_file import project_file_bytes

_PER_PROFILE = frozenset((
    "profile", "one-page", "personas", "playbook", "first-talk", "objection-cards", "unproven",
))  # fmt: skip
_OF_IDEAL = frozenset(("playbook", "first-talk", "objection-cards"))
_LEFT_OUT = frozenset(("persona-sheet", "data"))  # the same again; the data lie in a folder
_ABOUT: dict[str, str] = {
    "profile": later("Every answer with how it is known."),
    "one-page": later("The essentials on one sheet, to pin up."),
    "personas": later("The people within the profile."),
    "playbook": later("What to say, to whom and where, and why."),
    "first-talk": later("What to ask somebody new."),
    "objection-cards": later("What they say and what you answer."),
    "unproven": later("What is still a guess, and how to test it."),
    "findings": later("What sets the best customers apart."),
    "leads": later("Each lead with its score and what to ask next."),
    "review": later("The four questions, what changed and what was decided."),
    "blind-test": later("Where people and profile part on the same ten."),
    "workbook": later("Everything as an Excel workbook, to sort and filter."),
    "scorecard": later("To score a lead by hand or in Excel."),
}


@record
class Pack:
    """The files of a pack by name, and what was hidden from it."""

    files: dict[str, bytes]
    copy: Copy


def make_pack(
    request: Request, choice: Choice, *, with_project: bool = False, progress: Progress = SILENT
) -> Pack:
    """Return everything to be handed over; raise KnownError or Cancelled.

    With `with_project` the project itself lies in it too, for who has the program.
    """
    with using(language_of(request)):
        copy = make_copy(request.project, choice)
        shared = request_of(request, copy, choice)
        files = dict(_files(shared, with_project=with_project, progress=progress))
        told = {
            "README.txt": read_me(shared, _(AUDIENCE_NAMES[choice.audience][0]), files),
            "index.html": index_page(shared, files),
        }
    return Pack(files=told | {each.name: each.data for each in files.values()}, copy=copy)


def pack_name(request: Request, choice: Choice) -> str:
    """Return what a pack is called unless somebody says otherwise."""
    client = request.project.client if choice.audience != "anyone" else ""
    return file_name(client, _("Hand-over pack"), ".zip")


def _files(
    request: Request, *, with_project: bool, progress: Progress
) -> Iterator[tuple[str, PackFile]]:
    wanted = list(_documents(request.project))
    for number, (document, suffix, profile) in enumerate(wanted):
        progress.step(number, len(wanted), _(document.title))
        title = _(document.title)
        chosen = replace(request, profile_id=profile.id if profile else "")
        name = f"documents/{number + 1:02} {_named(title, profile, suffix)}"
        about = _(_ABOUT.get(document.id, ""))
        data = make_document(document.id, suffix, chosen)
        yield name, PackFile(name=name, title=title, about=about, data=data)
    progress.step(len(wanted), len(wanted))
    for each in data_files(request):
        yield each.name, each
    if with_project:
        name = file_name(request.project.client, request.project.name)
        about = _("The project itself, for who has ICP Desktop.")
        data = project_file_bytes(request.project)
        yield name, PackFile(name=name, title=_("Project"), about=about, data=data)


def _documents(project: Project) -> Iterator[tuple[Document, str, Profile | None]]:
    """Yield each document that has something to say, per profile where it tells of one."""
    used = [each for each in project.profiles if each.retired is None]
    for document in DOCUMENTS:
        if document.blank or document.id in _LEFT_OUT or not _has_something(document.id, project):
            continue
        profiles: list[Profile | None] = [*used] if document.id in _PER_PROFILE else [None]
        for profile in profiles or [None]:
            if document.id == "personas" and profile and not project.personas_of(profile.id):
                continue
            if document.id in _OF_IDEAL and profile and profile.kind == "negative":
                continue
            suffixes = document.formats if document.id == "scorecard" else document.formats[:1]
            for suffix in suffixes:
                yield document, suffix, profile


def _has_something(document_id: str, project: Project) -> bool:
    roles = {table.role for table in project.tables}
    match document_id:
        case "findings":
            return "customers" in roles
        case "leads":
            return "leads" in roles
        case "personas":
            return bool(project.personas)
        case "blind-test":
            return any(each.shown for each in project.blind_tests)
    return True


def _named(title: str, profile: Profile | None, suffix: str) -> str:
    return file_name(title, profile.name if profile else "", suffix)
