"""Zip packages from outside, such as workbooks: looked at before anything in them is unpacked."""

import io
import zipfile

from icp_desktop.model.record import record

MOST_ENTRIES = 2_000
HIGHEST_RATIO = 200  # unpacked to packed; a sheet of figures reaches about 20
_SMALL = 1_000_000  # bytes to which anything may unpack


class PackageError(Exception):
    """The package is not sound, or would unpack to more than it may."""


@record
class Package:
    """A package that was found sound."""

    data: bytes
    names: tuple[str, ...]

    def read(self, name: str) -> bytes:
        """Return one entry, unpacked; raise PackageError if it is not there or damaged."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return archive.read(name)
        except (KeyError, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise PackageError(name) from error
        except (zipfile.BadZipFile, ValueError) as error:
            raise PackageError(name) from error
        except Exception as error:  # zlib.error, struct.error and what else a lie brings about
            raise PackageError(name) from error


def look_into(data: bytes, most: int) -> Package:
    """Return a package that unpacks to at most that many bytes; raise PackageError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except Exception as error:  # whatever a broken directory brings about
        raise PackageError("the list of entries can't be read") from error
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES or len(set(names)) < len(names):
        raise PackageError("too many entries, or one of them twice")
    if any(_is_suspect(entry) for entry in entries):
        raise PackageError("an entry is locked, misnamed or packed beyond measure")
    if sum(entry.file_size for entry in entries) > most:
        raise PackageError("it would unpack to too much")
    return Package(data=data, names=tuple(names))


def _is_suspect(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.replace("\\", "/").split("/")
    if ".." in parts or entry.filename.startswith(("/", "\\")) or entry.flag_bits & 1:
        return True
    return entry.file_size > max(_SMALL, entry.compress_size * HIGHEST_RATIO)
