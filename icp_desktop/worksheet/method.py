"""A method: a worksheet of one's own with own questionnaires, as one file that can be passed on.

The file is the text of a worksheet.toml with `[[questionnaires]]` after it, readable and editable
by hand. It holds questions only; no answer, no client and no name ever gets into it.
"""

import tomllib
from pathlib import Path
from typing import Any

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.forms import OwnQuestionnaire
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.worksheet.toml_source import parsed, read_questionnaire, read_worksheet

SUFFIX = ".toml"
LARGEST_FILE = 4_000_000  # bytes
_KEY = "questionnaires"
_MOST = 100


@record
class Method:
    """What is asked: the text of a worksheet.toml and those of own questionnaires."""

    worksheet: str
    questionnaires: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the method is called."""
        return read_worksheet(self.worksheet).title


def method_of(project: Project) -> Method:
    """Return what a project asks."""
    own = tuple(each.source for each in project.questionnaires)
    return Method(worksheet=project.worksheet, questionnaires=own)


def own_questionnaires(method: Method) -> tuple[OwnQuestionnaire, ...]:
    """Return the questionnaires of a method as a project keeps them."""
    return tuple(
        OwnQuestionnaire(id=read_questionnaire(each).id, source=each)
        for each in method.questionnaires
    )


def write_method(method: Method, title: str) -> bytes:
    """Return a method as a file under a title; raise KnownError if the title is none."""
    import tomlkit

    table: dict[str, Any] = tomllib.loads(method.worksheet)
    table["title"] = title.strip()
    if method.questionnaires:
        table[_KEY] = [tomllib.loads(each) for each in method.questionnaires]
    data = tomlkit.dumps(table).encode()
    read_method(data)
    return data


def read_method(data: bytes) -> Method:
    """Return the method in a file; raise KnownError with one sentence that names what is wrong."""
    import tomlkit

    if len(data) > LARGEST_FILE:
        raise KnownError(_("This worksheet can’t be used: {reason}.", reason=_("it is too large")))
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = _("it is not a text")
        raise KnownError(_("This worksheet can’t be used: {reason}.", reason=reason)) from error
    table = dict(parsed(source))
    found = table.pop(_KEY, [])
    if not isinstance(found, list) or len(found) > _MOST:
        reason = _("its list of questionnaires is wrong")
        raise KnownError(_("This worksheet can’t be used: {reason}.", reason=reason))
    worksheet = tomlkit.dumps(table) if found else source
    read_worksheet(worksheet)
    questionnaires = tuple(tomlkit.dumps(each) for each in found)
    for each in questionnaires:
        read_questionnaire(each)
    return Method(worksheet=worksheet, questionnaires=questionnaires)


def kept_methods(folder: Path) -> tuple[tuple[Path, Method], ...]:
    """Return the methods that lie in a folder, by title; files that are none are left out."""
    methods = []
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            methods.append((path, read_method(path.read_bytes())))
        except (OSError, KnownError):
            continue
    return tuple(sorted(methods, key=lambda each: each[1].title.casefold()))
