"""The library, the files it publishes, and the one thread that writes both."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from icp_desktop.progress import Progress
from icp_desktop.storage.library import Library
from icp_desktop.ui.background import Background

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.storage.opening import Opener
    from icp_desktop.storage.outcomes import Outcome
    from icp_desktop.storage.publisher import Publisher
    from icp_desktop.ui.shelf import Shelf

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Store(QObject):
    """What is kept, and the writer thread. Small questions are put to the library directly."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        """Keep a library that is open already."""
        super().__init__(parent)
        self.library = library
        self.writer = Background(self, name="writer")

    @cached_property
    def publisher(self) -> "Publisher":
        """What publishes projects; loaded when the first project is opened."""
        from icp_desktop.storage.publisher import Publisher

        return Publisher(self.library)

    @cached_property
    def opener(self) -> "Opener":
        """What takes files in."""
        from icp_desktop.storage.opening import Opener

        return Opener(self.publisher)

    @cached_property
    def shelf(self) -> "Shelf":
        """What all projects say, to be searched; nothing is read before that."""
        from icp_desktop.ui.shelf import Shelf

        return Shelf(self)

    def write(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do something with the library or its files on the writer thread, after what is due."""

        def on_thread(_progress: Progress) -> T:
            return work()

        self.writer.run(on_thread, label="", done=done, failed=failed)

    def open_file(
        self, path: Path, done: "Callable[[Outcome], None]", failed: Failed | None = None
    ) -> None:
        """Read a project file into the library and say what came of it."""
        opener = self.opener
        self.write(lambda: opener.open_file(path), done, failed)

    def add(
        self,
        project: "Project",
        folder: Path,
        done: "Callable[[Outcome], None]",
        failed: Failed | None = None,
    ) -> None:
        """Add a new project and give it a file in a folder, under the next free name."""
        library, opener = self.library, self.opener

        def work() -> "Outcome":
            library.add(project)
            return opener.choose_file(project.id, place_for(project, folder))

        self.write(work, done, failed)

    def bring_back(
        self,
        archived: Path,
        folder: Path,
        done: "Callable[[Outcome], None]",
        failed: Failed | None = None,
    ) -> None:
        """Take a project out of the archive again, with its versions and its file."""
        from icp_desktop.storage.recovery import bring_back

        library, opener = self.library, self.opener

        def work() -> "Outcome":
            project = bring_back(library, archived)
            outcome = opener.choose_file(project.id, place_for(project, folder))
            archived.unlink(missing_ok=True)
            return outcome

        self.write(work, done, failed)

    def archive(
        self, project_id: str, done: Callable[[Path], None], failed: Failed | None = None
    ) -> None:
        """Put a project into the archive; its file, if any, stays where it is."""
        library = self.library
        self.write(lambda: library.remove(project_id), done, failed)

    def close(self) -> None:
        """Write what is due and close the library."""
        self.writer.finish(20.0)
        self.writer.close()
        self.library.close()


def place_for(project: "Project", folder: Path) -> Path:
    """Return where the file of a project goes: its own file if it is there, else a free name."""
    from icp_desktop.storage.file_names import file_name, free_path
    from icp_desktop.storage.project_file import project_id_of

    path = folder / file_name(project.client, project.name)
    return path if project_id_of(path) == project.id else free_path(path)
