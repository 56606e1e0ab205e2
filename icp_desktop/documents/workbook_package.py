"""Workbooks and Word files, the same bytes each time: no clock, no computer, no user in them."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

if TYPE_CHECKING:
    from openpyxl import Workbook

_SAME_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip entry can carry


def workbook_bytes(workbook: "Workbook") -> bytes:
    """Return the bytes of a workbook; its own `save` would write the present moment into it."""
    from openpyxl.writer.excel import ExcelWriter

    buffer = io.BytesIO()
    ExcelWriter(workbook, _TimelessZip(buffer, "w", zipfile.ZIP_DEFLATED)).save()
    return buffer.getvalue()


def timeless(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a package whose parts all carry the same moment, each changed by its name."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        _TimelessZip(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return kept.getvalue()


class _TimelessZip(zipfile.ZipFile):
    """An archive whose entries all carry the same moment."""

    @override
    def writestr(self, zinfo_or_arcname: Any, data: Any, *_args: Any, **_kwargs: Any) -> None:
        """Add one part."""
        entry = zipfile.ZipInfo(zinfo_or_arcname, date_time=_SAME_MOMENT)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        super().writestr(entry, data)

    @override
    def write(self, filename: Any, arcname: Any = None, *_args: Any, **_kwargs: Any) -> None:
        """Add one part from a file."""
        self.writestr(arcname, Path(filename).read_bytes())
