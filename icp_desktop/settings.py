"""What the person has chosen for good: one declared table, kept in one small file.

A value that can't be used falls back to its default; nothing in here can stop the program.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

log = logging.getLogger(__name__)

Role = Literal["", "own", "clients"]  # "" until the person has been asked
Scheme = Literal["system", "light", "dark", "contrast"]
Paper = Literal["A4", "Letter"]
SMALLEST_SCALE, LARGEST_SCALE = 0.9, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default."""

    role: Role = ""
    scheme: Scheme = "system"
    scale: float = 1.0  # of all text, from 0.9 to 2.0
    less_motion: bool = False
    dim_paper: bool = False
    language: str = ""  # of the program; "" follows the system
    paper: Paper = "A4"
    currency: str = ""  # ISO 4217; "" follows the system
    folder: str = ""  # of the project files; "" proposes Documents/ICP Desktop
    prepared_by: str = ""  # stands in the footer of documents
    show_preview: bool = True
    window: str = ""  # place and size, as Qt describes them
    open_project: str = ""  # the id of the project that was open when the window closed


def _one_of(*choices: str) -> Callable[[object], bool]:
    return lambda value: value in choices


def _short_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 4_000 and value.isprintable()


def _scale(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and SMALLEST_SCALE <= value <= LARGEST_SCALE
    )


def _yes_no(value: object) -> bool:
    return isinstance(value, bool)


_USABLE: dict[str, Callable[[object], bool]] = {
    "role": _one_of("", "own", "clients"),
    "scheme": _one_of("system", "light", "dark", "contrast"),
    "scale": _scale,
    "less_motion": _yes_no,
    "dim_paper": _yes_no,
    "paper": _one_of("A4", "Letter"),
    "show_preview": _yes_no,
}


def read_settings(text: str) -> Settings:
    """Return the settings in a JSON text; what is unknown or can't be used is left out."""
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        log.warning("the settings could not be read, the defaults are used")
        return Settings()
    usable = {
        each.name: found[each.name]
        for each in fields(Settings)
        if isinstance(found, dict)
        and each.name in found
        and _USABLE.get(each.name, _short_text)(found[each.name])
    }
    return Settings(**usable)


class SettingsFile:
    """The settings in force, and the file they are kept in."""

    def __init__(self, path: Path) -> None:
        """Read the file if there is one."""
        self._path = path
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            text = "{}"
        except (OSError, UnicodeDecodeError):
            log.warning("the settings could not be read, the defaults are used")
            text = "{}"
        self._settings = read_settings(text)

    @property
    def current(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, **values: Any) -> Settings:
        """Change some settings and keep them; a folder that can't be written is only logged."""
        self._settings = replace(self._settings, **values)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_suffix(".new")
            temporary.write_text(json.dumps(asdict(self._settings), indent=2), encoding="utf-8")
            temporary.replace(self._path)
        except OSError:
            log.warning("the settings could not be kept")
        return self._settings
