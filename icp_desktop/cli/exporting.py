"""The command that makes a document."""

import argparse
import difflib
import os
from pathlib import Path

from icp_desktop.cli.call import WrongCallError
from icp_desktop.cli.finding import find_persona, find_profile
from icp_desktop.cli.output import complain, say
from icp_desktop.cli.readers import for_readers, read_choice, refuse_list, say_hidden
from icp_desktop.cli.today import today
from icp_desktop.codec.parts import to_parts
from icp_desktop.documents.catalogue import DOCUMENTS, default_document, find_document
from icp_desktop.documents.content import PAPERS, Earlier, Paper, Request
from icp_desktop.i18n import _, n_
from icp_desktop.model.persona import Persona
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.review import compared_with
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.loose_file import open_file
from icp_desktop.storage.project_file import ProjectFile
from icp_desktop.storage.versions import digests_of

_CARDS = ("personas", "persona-sheet")


def export(call: argparse.Namespace) -> int:
    """Make a document; everything about the call is checked before anything is made."""
    file, out = Path(call.file).absolute(), Path(call.out)
    paper = read_paper(call.paper)
    suffix = out.suffix
    if not suffix:
        raise WrongCallError(
            _(
                "“{name}” has no ending that says what to make. Choose one of: {endings}.",
                name=out.name[:80] or call.out[:80],
                endings=", ".join(dict.fromkeys(f for d in DOCUMENTS for f in d.formats)),
            )
        )
    document_id = _document(call.document, suffix)
    opened = open_file(file)
    refuse_same(file, out)
    refuse_no_place(out)
    refuse_list(call, file)
    profile = find_profile(opened.project, call.profile) if call.profile else None
    persona = _persona(call, document_id, opened.project, profile)
    if persona is not None and profile is None:
        profile = opened.project.profile(persona.profile)
    request = Request(
        project=opened.project,
        profile_id=profile.id if profile else "",
        persona=persona.id if persona else "",
        today=today(),
        paper=paper,
        version=version_of(opened),
        earlier=_earlier(opened),
    )
    shared, hidden = for_readers(request, read_choice(call))
    data, note = make(document_id, suffix, shared)
    write_whole(out.absolute(), data)
    title = _(find_document(document_id).title)
    size = n_("{n} byte", "{n} bytes", len(data))
    say(_("{file} is made: {title}, {size}", file=str(out), title=title, size=size))
    say_hidden(hidden, call.hidden_list)
    if note:
        complain(note)
    return 0


def _persona(
    call: argparse.Namespace, document_id: str, project: Project, profile: Profile | None
) -> Persona | None:
    """Return the persona whose card is asked for, None for all."""
    if not call.persona:
        return None
    if document_id not in _CARDS:
        raise WrongCallError(
            _(
                "--persona goes with the documents {all}, not with “{id}”.",
                all=", ".join(_CARDS),
                id=document_id,
            )
        )
    return find_persona(project, profile, call.persona)


def version_of(opened: ProjectFile) -> str:
    """Return the version the present state is, or the last one kept, "" if none was."""
    kept = [version for version in reversed(opened.history.versions) if version.is_milestone]
    now = digests_of(to_parts(opened.project))
    same = [version.name for version in kept if version.parts == now]
    return next(iter([*same, *(version.name for version in kept)]), "")


def _earlier(opened: ProjectFile) -> Earlier | None:
    """Return the version that a review is compared with, None if there is none."""
    kept = {each.id: each for each in opened.history.versions if each.is_milestone}
    found = kept.get(compared_with(opened.project.reviews, tuple(kept)))
    if found is None:
        return None
    state = opened.history.project(found.id)
    return Earlier(project=state, name=found.name, day=found.day)


def make(document_id: str, suffix: str, request: Request) -> tuple[bytes, str]:
    """Return a document and what is to be said about it: signs for which no font was found."""
    from icp_desktop.documents.catalogue import clean_suffix, make_document

    if clean_suffix(suffix) != ".pdf":
        return make_document(document_id, suffix, request), ""
    from icp_desktop.documents.pdf import render_pdf

    result = render_pdf(document_id, request)
    return result.data, result.message


def read_paper(word: str | None) -> Paper:
    """Return the size of paper a word means; A4 if none is given."""
    for paper in PAPERS:
        if word is None or word.casefold() == paper.casefold():
            return paper
    raise WrongCallError(
        _(
            "“{word}” is not a paper size. The sizes are {sizes}.",
            word=(word or "")[:60],
            sizes=", ".join(PAPERS),
        )
    )


def _document(wanted: str | None, suffix: str) -> str:
    usual = default_document(suffix)
    if wanted is None:
        return usual
    ids = [document.id for document in DOCUMENTS]
    near = difflib.get_close_matches(wanted, ids, n=1)
    if wanted not in ids and near:
        raise WrongCallError(
            _(
                "There is no document “{id}”. Did you mean “{near}”? There are: {all}.",
                id=wanted[:80],
                near=near[0],
                all=", ".join(ids),
            )
        )
    document = find_document(wanted)
    if suffix.casefold() not in document.formats:
        raise WrongCallError(
            _(
                "The document “{id}” can’t be written as “{suffix}”, only as {all}.",
                id=document.id,
                suffix=suffix,
                all=", ".join(document.formats),
            )
        )
    return wanted


def refuse_same(file: Path, out: Path) -> None:
    """Never write a document over the project it comes from, by whichever name or link."""
    try:
        same = out.samefile(file)
    except OSError:
        same = os.path.realpath(out) == os.path.realpath(file)
    if same:
        raise WrongCallError(
            _(
                "“{name}” is the project file itself. Choose another name for the document.",
                name=out.name,
            )
        )


def refuse_no_place(out: Path) -> None:
    """Stop before anything is made for a folder that is not there."""
    if not _is_folder(out.parent):
        raise WrongCallError(
            _(
                "The folder “{folder}” is not there. Make it first, or choose another.",
                folder=str(out.absolute().parent)[:160],
            )
        )
    if _is_folder(out):
        raise WrongCallError(_("“{name}” is a folder. Name a file.", name=str(out)[:160]))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # too long a name, or no right to look: writing will say so
        return False
