"""Asking for a picture from the person's own disk; it is drawn anew before anything keeps it."""

from pathlib import Path

from icp_desktop.documents.pictures import LONGEST_SIDE, read_picture
from icp_desktop.i18n import _
from icp_desktop.model.body import Body
from icp_desktop.storage.places import read_error
from icp_desktop.ui.prompts import Prompts

_ENDINGS = "(*.png *.jpg *.jpeg *.gif *.webp *.bmp *.tif *.tiff)"


def ask_for_picture(prompts: Prompts, title: str, *, longest: int = LONGEST_SIDE) -> Body | None:
    """Return the picture that was chosen, None if none was; or raise KnownError."""
    path = prompts.open_file(title, Path.home(), f"{_('Pictures')} {_ENDINGS}")
    if path is None:
        return None
    return read_picture(_bytes_of(path), path.name, longest=longest)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
