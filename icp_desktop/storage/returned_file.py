"""Files that come from outside: read whole, or refused in one sentence before they are read."""

import stat
from pathlib import Path

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.storage.places import read_error

LARGEST_FORM = 30_000_000  # bytes; a filled form has about 200,000
_MEGA = 1_000_000


def read_returned(path: Path, largest: int = LARGEST_FORM) -> bytes:
    """Return the bytes of a file; raise KnownError for folders, empty and oversized ones."""
    name = path.name[:120] or str(path)[:120]
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise KnownError(
                _("“{name}” is a folder. Choose the files in it, one or several.", name=name)
            )
        if not stat.S_ISREG(found.st_mode):
            raise KnownError(_("“{name}” is not a file that can be read.", name=name))
        if found.st_size > largest:
            raise KnownError(
                n_(
                    "“{name}” has {n} megabyte, and no form has more than {most}. It was not read.",
                    "“{name}” has {n} megabytes, and no form has more than {most}. It was not "
                    "read.",
                    round(found.st_size / _MEGA),
                    name=name,
                    most=largest // _MEGA,
                )
            )
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise read_error(path, error) from error
    if not data:
        raise KnownError(
            _("“{name}” is empty, 0 bytes long. Ask for the file to be sent again.", name=name)
        )
    return data[:largest]
