"""Where things lie: what is shipped with the program, and the person's own folders."""

import os
from importlib.util import find_spec
from pathlib import Path

import platformdirs

_APP = "icp-desktop"
_PACKAGE = Path(__file__).resolve().parent


def shipped(*names: str) -> Path:
    """Return the place of a shipped file or folder, such as `shipped("resources", "icons")`.

    In an installed program the folders lie inside the package, in a checkout beside it.
    """
    inside = _PACKAGE / names[0]
    root = inside if inside.is_dir() else _PACKAGE.parent / names[0]
    return root.joinpath(*names[1:])


def fonts() -> Path:
    """Return the folder of the fonts, found without importing their package."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        message = "The package font-source-sans-pro is not installed."
        raise FileNotFoundError(message)
    return Path(spec.origin).parent / "files"


def licences() -> Path | None:
    """Return the folder with the licences of all parts, which an installed program brings."""
    folder = _PACKAGE.parent / "licences"
    return folder if (folder / "NOTICE.txt").is_file() else None


def data_folder() -> Path:
    """Return the folder of the library and the backups."""
    return _own_home() or Path(platformdirs.user_data_dir(_APP, appauthor=False))


def config_folder() -> Path:
    """Return the folder of the settings."""
    own = _own_home()
    return own / "config" if own else Path(platformdirs.user_config_dir(_APP, appauthor=False))


def documents_folder() -> Path:
    """Return the folder that is proposed for project files."""
    own = _own_home()
    documents = own / "Documents" if own else Path(platformdirs.user_documents_dir())
    return documents / "ICP Desktop"


def _own_home() -> Path | None:
    own = os.environ.get("ICP_DESKTOP_HOME")
    return Path(own).expanduser().absolute() if own else None
