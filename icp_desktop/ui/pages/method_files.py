"""Questions of one's own as files: kept for new projects, passed on, and used."""

from collections.abc import Callable
from pathlib import Path

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.storage.atomic import make_folder, write_whole
from icp_desktop.storage.file_names import file_name, free_path
from icp_desktop.storage.places import read_error
from icp_desktop.ui.pages.home import METHODS
from icp_desktop.ui.pages.page import Context
from icp_desktop.worksheet.method import SUFFIX, Method, method_of, read_method, write_method

Use = Callable[[Method, str], None]


class MethodFiles:
    """Writes and reads the questions of a project; it asks for names and places by itself."""

    def __init__(self, context: Context, use: Use) -> None:
        """Hand what was read to `use`, with a sentence about it."""
        self._context = context
        self._use = use

    def keep(self) -> None:
        """Keep the questions under a name, so that new projects can start with them."""
        title = self._ask_title()
        if title is not None:
            path = self._context.home / METHODS / file_name(title, "", SUFFIX)
            self._write(
                free_path(path), title, _("New projects can start with “{title}”.", title=title)
            )

    def save(self) -> None:
        """Ask for a name and a place, and write the questions there as a file."""
        title = self._ask_title()
        if title is None:
            return
        proposal = Path.home() / file_name(title, "", SUFFIX)
        path = self._context.prompts.save_file(
            _("Save the questions as a file"), proposal, _kinds()
        )
        if path is not None:
            path = path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)
            self._write(path, title, _("Saved “{file}”. No answers are in it.", file=path.name))

    def open(self) -> None:
        """Ask for a file of questions and ask those from now on."""
        path = self._context.prompts.open_file(
            _("Use the questions in a file"), Path.home(), _kinds()
        )
        if path is not None:
            self.use(path)

    def use(self, path: Path) -> None:
        """Ask from now on what a file asks; say why if it can't be used."""
        try:
            method = read_method(_bytes_of(path))
        except KnownError as error:
            self._context.host.complain(str(error))
        else:
            self._use(method, _("Asks what “{title}” asks.", title=method.title))

    def _ask_title(self) -> str | None:
        now = method_of(self._context.project).title
        return self._context.prompts.text(
            _("A name for these questions"), _("What are these questions called?"), now
        )

    def _write(self, path: Path, title: str, said: str) -> None:
        method = method_of(self._context.project)
        try:
            make_folder(path.parent)
            write_whole(path, write_method(method, title))
        except KnownError as error:
            self._context.host.complain(str(error))
        else:
            self._context.host.say(said)


def _kinds() -> str:
    return f"{_('Questions')} (*{SUFFIX})"


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
