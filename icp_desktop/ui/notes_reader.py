"""Notes and transcripts from files: text, Markdown, Word, PDF.

What is more than letters is parsed in a child process with limits of time and memory.
"""

import multiprocessing
import unicodedata
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from icp_desktop.documents.form_reader import limit_memory, what_it_is
from icp_desktop.documents.raw_docx import read_docx
from icp_desktop.documents.raw_form import UnreadableError
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later
from icp_desktop.tables.decoding import decode, find_encoding
from icp_desktop.worksheet.reading import clean

ENDINGS = (".txt", ".md", ".markdown", ".docx", ".pdf")
LARGEST_FILE = 30_000_000  # bytes
LONGEST_NOTES = 500_000  # characters: a talk of a whole day
PATIENCE = 10.0  # seconds
_MOST_PAGES = 2_000
_READ, _UNREADABLE = b"+", b"-"
_STRANGE = 0.02  # the share of signs that no text has, from which it is none
_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2028": "\n", "\u2029": "\n", "\u00ad": ""})
_WHY: dict[str, str] = {
    "picture": later("“{name}” is a picture. Its words can’t be read; type them."),
    "old_office": later("“{name}” is an old Word file. Save it as .docx, then try again."),
    "other_package": later("“{name}” holds no words. Notes come as text, Word or PDF."),
    "unknown": later("“{name}” holds no words. Notes come as text, Word or PDF."),
    "locked": later("“{name}” is locked with a password. Save it without one, then try again."),
    "scanned": later("“{name}” holds pictures of pages and no words. Type what matters."),
    "damaged": later("“{name}” is damaged and can’t be read. Open it elsewhere and save it anew."),
    "too_slow": later("“{name}” takes too long to read. Save it as plain text, then try again."),
    "too_much": later("“{name}” takes too much memory. Save it as plain text, then try again."),
}


def read_notes(path: Path, patience: float = PATIENCE) -> str:
    """Return the words in a file; raise KnownError that says in a sentence why there are none."""
    data = _bytes_of(path)
    try:
        text = _words(data, patience)
    except UnreadableError as error:
        raise KnownError(_(_WHY[error.kind], name=path.name)) from error
    text = clean(unicodedata.normalize("NFC", text).translate(_SAME)).strip()
    if not text:
        raise KnownError(_("“{name}” is empty.", name=path.name))
    if len(text) > LONGEST_NOTES:
        raise KnownError(
            _(
                "“{name}” has {n} characters, and the notes of a talk can hold {most}. Divide it.",
                name=path.name,
                n=f"{len(text):,}",
                most=f"{LONGEST_NOTES:,}",
            )
        )
    return text


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise KnownError(_("“{name}” is a folder. Choose the files in it.", name=path.name))
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise KnownError(
                _(
                    "“{name}” has {n} MB, and the most is {most} MB. Save its words as plain text.",
                    name=path.name,
                    n=size // 1_000_000,
                    most=LARGEST_FILE // 1_000_000,
                )
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or _("the disk gives no reason")
        raise KnownError(
            _("“{name}” can’t be read: {reason}.", name=path.name, reason=reason)
        ) from error


def _words(data: bytes, patience: float) -> str:
    kind = what_it_is(data)
    if kind == "pdf":
        return _in_child(read_pdf, data, patience)
    if kind == "package":
        return _in_child(read_docx, data, patience)
    if kind != "unknown":
        raise UnreadableError(kind)
    text = decode(data, find_encoding(data)[0])
    strange = sum(1 for sign in text if sign == "\ufffd" or (sign < " " and sign not in "\t\n\r\f"))
    if strange > len(text) * _STRANGE:
        raise UnreadableError("unknown")
    return text


def _in_child(read: Callable[[bytes], str], data: bytes, patience: float) -> str:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=serve, args=(read, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(data)
        if not ours.poll(patience):
            raise UnreadableError("too_slow")
        told = ours.recv_bytes()
    except (EOFError, OSError) as error:
        raise UnreadableError("too_much") from error
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    if told[:1] == _READ:
        return told[1:].decode("utf-8", errors="replace")
    raise UnreadableError(told[1:].decode("ascii"))


def serve(read: Callable[[bytes], str], line: Connection) -> None:
    """Read the one file that comes down the line; this is what the child does."""
    limit_memory()
    try:
        answer = _READ + read(line.recv_bytes()).encode("utf-8", errors="replace")
    except UnreadableError as error:
        answer = _UNREADABLE + error.kind.encode("ascii")
    except MemoryError:
        answer = _UNREADABLE + b"too_much"
    except Exception:  # noqa: BLE001 - whatever a hostile file brings about is a damaged file
        answer = _UNREADABLE + b"damaged"
    line.send_bytes(answer)


def read_pdf(data: bytes) -> str:
    """Return the words of a PDF, page after page; raise UnreadableError where there are none."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.error() == QPdfDocument.Error.IncorrectPassword:
        raise UnreadableError("locked")
    if document.status() != QPdfDocument.Status.Ready:
        raise UnreadableError("damaged")
    pages = min(document.pageCount(), _MOST_PAGES)
    text = "\n\n".join(document.getAllText(page).text() for page in range(pages))
    if not text.strip():
        raise UnreadableError("scanned")
    return text
