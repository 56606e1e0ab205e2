"""Reading forms that come back: in a child process, with limits of time and memory.

A PDF from outside can send any reader round in circles or make it fill the memory. One child reads
many files; it is replaced when a file was too much for it. Once closed, nothing is left of it.
"""

import contextlib
import multiprocessing
import sys
from multiprocessing.connection import Connection
from types import TracebackType
from typing import TYPE_CHECKING

from icp_desktop.documents.raw_form import RawForm, UnreadableError, from_wire, to_wire

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

PATIENCE = 10.0  # seconds for one file
MOST_MEMORY = 500_000_000  # bytes of the child's own data
_READ, _UNREADABLE = b"+", b"-"
_ZIP, _PDF, _OLE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")


class FormReader:
    """Reads one file after the other; to be used with `with`."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Start nothing yet; `patience` is what one file is given."""
        self._patience = patience
        self._child: SpawnProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> "FormReader":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, data: bytes) -> RawForm:
        """Return what stands in a file; raise UnreadableError that says what it is instead."""
        kind = what_it_is(data)
        if kind not in ("pdf", "package"):
            raise UnreadableError(kind)
        line = self._started()
        try:
            line.send_bytes(data)
            if not line.poll(self._patience):
                self.close()
                raise UnreadableError("too_slow")
            told = line.recv_bytes()
        except (EOFError, OSError) as error:
            self.close()
            raise UnreadableError("too_much") from error
        if told[:1] == _READ:
            return from_wire(told[1:])
        raise UnreadableError(told[1:].decode("ascii"))

    def close(self) -> None:
        """End the child."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child.close()
            self._child = None

    def _started(self) -> Connection:
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._child = context.Process(target=serve, args=(theirs,), daemon=True)
            self._child.start()
            theirs.close()
        return self._line


def what_it_is(data: bytes) -> str:
    """Return what the first bytes say: "pdf", "package", or a kind that is no form."""
    if _PDF in data[:1024]:
        return "pdf"
    if data.startswith(_ZIP):
        return "package"
    if data.startswith(_OLE):
        return "old_office"
    if data.startswith(_PICTURES) or data[4:8] == b"ftyp":
        return "picture"
    return "unknown"


def serve(line: Connection) -> None:
    """Read what comes down the line until it is closed; this is what the child does."""
    limit_memory()
    while True:
        try:
            data = line.recv_bytes()
        except (EOFError, OSError):
            return
        line.send_bytes(_answer(data))


def _answer(data: bytes) -> bytes:
    try:
        if what_it_is(data) == "pdf":
            from icp_desktop.documents.raw_pdf import read_pdf

            return _READ + to_wire(read_pdf(data))
        from icp_desktop.documents.raw_workbook import read_workbook

        return _READ + to_wire(read_workbook(data))
    except UnreadableError as error:
        return _UNREADABLE + error.kind.encode("ascii")
    except MemoryError:
        return _UNREADABLE + b"too_much"
    except Exception:  # noqa: BLE001 - whatever a hostile file brings about is a damaged file
        return _UNREADABLE + b"damaged"


def limit_memory() -> None:
    """Let this process take no more memory than a file from outside may cost."""
    if sys.platform == "win32":  # where a process can't limit itself so simply
        return
    import resource

    kind = getattr(resource, "RLIMIT_DATA", resource.RLIMIT_AS)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (MOST_MEMORY, MOST_MEMORY))
