"""What lies on top of a pack: a page that leads to every file, and the same as plain text."""

from collections.abc import Mapping
from urllib.parse import quote

from icp_desktop.documents.content import Request, language_of
from icp_desktop.documents.html import document_title
from icp_desktop.documents.profile_content import version_words
from icp_desktop.documents.web_page import fill_page
from icp_desktop.i18n import _
from icp_desktop.model.record import record


@record
class PackFile:
    """One file of a pack: where it lies, what it is called and what it is for."""

    name: str
    title: str
    about: str
    data: bytes

    @property
    def link(self) -> str:
        """Its place, as a browser wants it."""
        return quote(self.name)

    @property
    def file(self) -> str:
        """Its name without the folder."""
        return self.name.rpartition("/")[2]


def index_page(request: Request, files: Mapping[str, PackFile]) -> bytes:
    """Return the page to begin with, in HTML."""
    project = request.project
    return fill_page(
        "pack.html",
        request,
        language=language_of(request),
        client=project.client,
        project=project.name,
        made=version_words(request),
        groups=_groups(files),
        document_title=document_title(project.client, project.name, _("Hand-over pack")),
    )


def read_me(request: Request, readers: str, files: Mapping[str, PackFile]) -> bytes:
    """Return what the pack is, in plain words."""
    project = request.project
    lines = [
        f"{project.client}: {project.name}",
        version_words(request),
        _("Made for: {readers}", readers=readers),
        "",
        _("Open index.html in any browser: it leads to everything here."),
        _("PDF, Excel, CSV and JSON open in the programs you have. Nothing has to be installed."),
    ]
    for title, group in _groups(files):
        lines += ["", title, *(f"  {each.name}  ({each.title})" for each in group)]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _groups(files: Mapping[str, PackFile]) -> list[tuple[str, list[PackFile]]]:
    """Return the files by what they are."""
    by_folder: dict[str, list[PackFile]] = {}
    for each in files.values():
        by_folder.setdefault(each.name.rpartition("/")[0], []).append(each)
    titles = {"documents": _("Documents"), "data": _("Data"), "": _("Project")}
    return [(titles.get(folder, folder), group) for folder, group in by_folder.items()]
