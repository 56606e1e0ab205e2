"""The zip around a project: packed the same way every time, unpacked with distrust.

As in OpenDocument and EPUB the first entry is `mimetype`, stored, so that the kind of file can be
told from its first bytes. Everything is checked from the directory of the zip before anything is
unpacked, and what is unpacked is bounded.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from icp_desktop.codec.parts import DamagedPartError
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.progress import SILENT, Progress

MIME = "application/vnd.icp-desktop.project+zip"
LARGEST_FILE = 128 << 20  # bytes
LARGEST_UNPACKED = 256 << 20  # bytes of all parts and versions together
LARGEST_PART = 8 << 20
LARGEST_BODY = 60 << 20  # of a table, a picture or a part of a version; the library takes 64
HIGHEST_RATIO = 250  # for parts above SMALL; repeated JSON packs 1:60, a bomb 1:1000
SMALL = 4 << 20  # a long text of the same letter is odd, but no bomb
MOST_ENTRIES = 20_000
_MIME_ENTRY = "mimetype"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # so that the same project makes the same bytes
_END = struct.Struct("<4s4H2LH")
_FAULTS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, KeyError,
    NotImplementedError, OSError, RuntimeError, ValueError, IndexError, OverflowError,
)  # fmt: skip


class NotAProjectError(KnownError):
    """A file is no project, or one that can't be trusted."""

    def __init__(self, name: str, reason: str) -> None:
        """Say which file and why."""
        super().__init__(
            _(
                "“{name}” can’t be opened as a project: {reason}. The file was not changed.",
                name=name[:160],
                reason=reason,
            )
        )


class Container:
    """An opened zip whose directory has been found sound."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open a zip; raise NotAProjectError."""
        self._name = name
        self._check_frame(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _FAULTS as error:
            raise self._fault(_("it is damaged")) from error
        self._check_entries(entries)
        self._entries = {entry.filename: entry for entry in entries}
        if self.read(_MIME_ENTRY) != MIME.encode():
            raise self._fault(_not_ours())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts in order."""
        return tuple(name for name in self._entries if name != _MIME_ENTRY)

    def read(self, name: str) -> bytes:
        """Unpack one part; raise DamagedPartError that names it."""
        entry = self._entries.get(name)
        if entry is None:
            raise DamagedPartError(name, _("it is missing"))
        try:
            with self._zip.open(entry) as stream:
                body = stream.read(_largest(name) + 1)
        except _FAULTS as error:
            raise DamagedPartError(name, _("its bytes have changed")) from error
        if len(body) != entry.file_size:
            raise DamagedPartError(name, _("its size is not what it says"))
        return body

    def read_all(self, names: Iterable[str], progress: Progress = SILENT) -> dict[str, bytes]:
        """Unpack several parts."""
        wanted = tuple(names)
        bodies = {}
        for done, name in enumerate(wanted):
            progress.step(done, len(wanted))
            bodies[name] = self.read(name)
        return bodies

    def _check_frame(self, data: bytes) -> None:
        """Check what can be told without reading the directory, which may be huge."""
        if len(data) > LARGEST_FILE:
            raise self._fault(_("it is larger than a project can be"))
        start = data[:38]
        if start[:4] != b"PK\x03\x04" or start[30:] != _MIME_ENTRY.encode():
            raise self._fault(_not_ours())
        if len(data) < 38 + _END.size:
            raise self._fault(_cut_short())
        magic, *_disks, count, directory, _offset, comment = _END.unpack(data[-_END.size :])
        if magic != b"PK\x05\x06" or comment:
            raise self._fault(_cut_short())
        if data[-_END.size - 20 :][:4] == b"PK\x06\x07":
            raise self._fault(_("it holds more than a project can"))
        if count > MOST_ENTRIES or directory > MOST_ENTRIES * 200:
            raise self._fault(_("it holds more than a project can"))

    def _check_entries(self, entries: list[zipfile.ZipInfo]) -> None:
        names = [entry.filename for entry in entries]
        if not names or names[0] != _MIME_ENTRY or entries[0].header_offset != 0:
            raise self._fault(_not_ours())
        if len({name.casefold() for name in names}) != len(names):
            raise self._fault(_("a part is in it twice"))
        if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            raise self._fault(_("it unpacks to more than a project can hold"))
        for entry in entries:
            self._check_entry(entry)

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & 0x41:
            raise self._fault(_("it is locked with a password"))
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise self._fault(_("it is packed in a way that projects are not"))
        packed = max(entry.compress_size, 1)
        if entry.file_size > _largest(entry.filename) or (
            entry.file_size > SMALL and entry.file_size > HIGHEST_RATIO * packed
        ):
            raise self._fault(_("a part unpacks to more than it can hold"))

    def _fault(self, reason: str) -> NotAProjectError:
        return NotAProjectError(self._name, reason)


def _largest(name: str) -> int:
    return LARGEST_PART if name.endswith((".json", ".toml")) else LARGEST_BODY


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts in the order given; equal parts make equal bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr(_entry(_MIME_ENTRY, zipfile.ZIP_STORED), MIME.encode())
        for name, body in parts.items():
            file.writestr(_entry(name, zipfile.ZIP_DEFLATED), body, compresslevel=6)
    return stream.getvalue()


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.compress_type = method
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    return entry


def _not_ours() -> str:
    return _("it is not a project file of ICP Desktop")


def _cut_short() -> str:
    return _("it is damaged or was not copied completely")
