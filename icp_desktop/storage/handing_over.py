"""A pack of files for somebody else, one zip or one folder: whole, and never over anything."""

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.places import place_error

ZIP = ".zip"
_TIME = (1980, 1, 1, 0, 0, 0)  # tells nothing of when or where, and equal packs make equal bytes


def write_pack(path: Path, files: Mapping[str, bytes]) -> None:
    """Write files by name, such as "data/answers.csv", as a zip or, without that ending, a folder.

    Raises KnownError if something is there already, and PlaceError if it can't be written.
    """
    refuse_taken(path)
    if path.suffix.casefold() == ZIP:
        write_whole(path, zip_bytes(files), before_replace=lambda: refuse_taken(path))
    else:
        _write_folder(path, files)


def refuse_taken(path: Path) -> None:
    """Raise KnownError if anything is at a path."""
    if path.exists() or path.is_symlink():
        raise KnownError(
            _(
                "“{name}” is there already, and a pack is never written over anything. Choose "
                "another name.",
                name=path.name[:160],
            )
        )


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of the files in the order given."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as pack:
        for name, data in files.items():
            entry = zipfile.ZipInfo(_safe(name), _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            pack.writestr(entry, data)
    return stream.getvalue()


def _write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Fill a folder beside, then give it its name: nobody ever sees half a pack."""
    try:
        beside = Path(tempfile.mkdtemp(prefix=".icp-pack-", dir=path.parent))
    except OSError as error:
        raise place_error(path, error) from error
    try:
        for name, data in files.items():
            file = beside / _safe(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        refuse_taken(path)
        beside.chmod(0o755)
        os.rename(beside, path)  # noqa: PTH104 - fails where a full folder is there, as it must
    except OSError as error:
        raise place_error(path, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _safe(name: str) -> str:
    """Return a name within a pack; one that leads out of it is a fault of the program."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name:
        raise ValueError(name)
    return name
