"""Forms that come back: from the bytes of several files to one proposal, or a sentence for each."""

from collections.abc import Callable, Sequence
from datetime import date

from icp_desktop.documents.form_proposal import propose_returns
from icp_desktop.documents.form_reader import FormReader, what_it_is
from icp_desktop.documents.form_text import read_form_text
from icp_desktop.documents.raw_form import RawForm, UnreadableError
from icp_desktop.documents.returned import ForeignFileError, Returned, digest_of, understand
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal
from icp_desktop.model.record import record
from icp_desktop.progress import SILENT, Progress

_SENTENCES: dict[str, str] = {
    "password": later("“{name}” is locked with a password. Ask for it to be sent without one."),
    "flattened": later(
        "“{name}” has no fields: it was printed to a new PDF, is a sheet of paper, or is no form "
        "of ours. Ask for the file that was filled in, or type the answers in."
    ),
    "scanned": later(
        "“{name}” is a scan: a picture of paper. Nothing can be read from it; type the answers in."
    ),
    "xfa": later(
        "“{name}” is a kind of form that only one program can read (XFA). It was not sent from "
        "here. Open it there and type the answers in."
    ),
    "too_many": later(
        "“{name}” has thousands of fields, more than any form of ours. It was not read."
    ),
    "damaged": later("“{name}” is damaged and can’t be read. Ask for the file to be sent again."),
    "too_slow": later(
        "“{name}” took longer than ten seconds to read, so we stopped. It was not made as a form "
        "is made; ask for the file to be sent again."
    ),
    "too_much": later(
        "“{name}” needs more memory than any form, so reading it was stopped. Ask for the file "
        "to be sent again."
    ),
    "picture": later("“{name}” is a picture. Nothing can be read from it; type the answers in."),
    "old_office": later(
        "“{name}” is locked with a password, or of an old kind of Office file. Save it as .xlsx "
        "without a password, then take it in."
    ),
    "word": later(
        "“{name}” is a Word document, not a form that was sent from here. Open it and type the "
        "answers in."
    ),
    "other_package": later("“{name}” is not a form that was sent from here."),
    "unknown": later(
        "“{name}” is not a form that was sent from here. Forms come back as .pdf, .xlsx or .ods, "
        "or as a reply saved as text."
    ),
}
_FOREIGN = {"flattened", "word", "other_package", "unknown"}


@record
class Arrived:
    """A file that arrived, or the sentence why it could not be read from the disk."""

    name: str
    data: bytes = b""
    trouble: str = ""


@record
class Collected:
    """What came of the files: what to offer, and a sentence for each that is left out."""

    proposal: Proposal
    troubles: tuple[str, ...]
    count: int
    foreign: bool = False  # none of the files is one of our forms; something else may read them


def collect(
    arrived: Sequence[Arrived],
    project: Project,
    today: date,
    progress: Progress = SILENT,
    make_reader: Callable[[], FormReader] = FormReader,
) -> Collected:
    """Read the files and return what they would change; nothing is changed."""
    returned: list[Returned] = []
    troubles: list[str] = []
    seen: dict[str, str] = {}
    foreign = 0
    with make_reader() as reader:
        for number, each in enumerate(arrived):
            progress.step(number, len(arrived), each.name)
            try:
                returned.append(_read(each, project, reader, seen))
            except KnownError as error:
                troubles.append(str(error))
                foreign += isinstance(error, ForeignFileError)
        progress.step(len(arrived), len(arrived))
        proposal = propose_returns(returned, project, today)
    return Collected(
        proposal=proposal,
        troubles=tuple(troubles),
        count=len(returned),
        foreign=foreign == len(arrived),
    )


def is_form_file(name: str) -> bool:
    """Say whether a file is of a kind that forms come back as."""
    return name.casefold().endswith((".pdf", ".xlsx", ".ods"))


def _read(arrived: Arrived, project: Project, reader: FormReader, seen: dict[str, str]) -> Returned:
    if arrived.trouble:
        raise KnownError(arrived.trouble)
    digest = digest_of(arrived.data)
    if digest in seen:
        raise KnownError(
            _("“{name}” is the same file as “{other}”.", name=arrived.name, other=seen[digest])
        )
    seen[digest] = arrived.name
    try:
        raw = _raw(arrived.data, reader)
    except UnreadableError as error:
        kind = ForeignFileError if error.kind in _FOREIGN else KnownError
        sentence = _SENTENCES.get(error.kind, _SENTENCES["damaged"])
        raise kind(_(sentence, name=arrived.name)) from error
    return understand(arrived.name, digest, raw, project)


def _raw(data: bytes, reader: FormReader) -> RawForm:
    if what_it_is(data) == "unknown":
        return read_form_text(data)
    return reader.read(data)
