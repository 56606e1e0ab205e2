"""What all projects of the library say, kept in memory while the program runs, for the finder.

Nothing of it is written anywhere. A project that has changed since it was read is left out until it
was read again, so what was deleted or forgotten is not found any more.
"""

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from icp_desktop.errors import KnownError
from icp_desktop.search.book import Book, best_lines
from icp_desktop.search.lines import Line, all_lines
from icp_desktop.storage.library import Library

if TYPE_CHECKING:
    from icp_desktop.ui.store import Store

_AFTER_FIRST = 40  # ms; what needs no reading is shown before that
_AT_A_TIME = 4  # projects; between two lots what is to be saved gets its turn


class Shelf(QObject):
    """Reads projects in the background; `grown` says that more can be found now."""

    grown = Signal()

    def __init__(self, store: "Store") -> None:
        """Read nothing yet."""
        super().__init__(store)
        self._store = store
        self._books: dict[str, Book] = {}
        self._wanted: dict[str, str] = {}
        self._sure = False  # that the books say what the projects say now
        self._busy = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_FIRST)
        self._soon.timeout.connect(self._look)

    @property
    def complete(self) -> bool:
        """Say whether every project was read and can be found."""
        return self._sure and not self._wanted

    def renew(self) -> None:
        """Look in the background what has changed, and read what is missing; till then be empty."""
        self._sure = False
        self._soon.start()

    def _look(self) -> None:
        library = self._store.library
        self._store.write(library.digests, self._on_digests, self._on_failed)

    def search(self, words: tuple[str, ...], most: int) -> list[tuple[int, str, Line]]:
        """Return the best lines that hold every word, with their rank and their project."""
        return best_lines(self._books, words, most) if self._sure else []

    def _on_digests(self, digests: Mapping[str, str]) -> None:
        books = self._books
        self._books = {each: books[each] for each, d in digests.items() if _is_of(books, each, d)}
        self._wanted = {each: d for each, d in digests.items() if each not in self._books}
        self._sure = True
        self.grown.emit()
        self._read_on()

    def _read_on(self) -> None:
        if self._busy or not self._wanted:
            return
        self._busy = True
        lot = dict(islice(self._wanted.items(), _AT_A_TIME))
        library = self._store.library
        self._store.write(lambda: _read(library, lot), self._on_read, self._on_failed)

    def _on_read(self, books: Mapping[str, Book]) -> None:
        self._busy = False
        for project, book in books.items():
            if self._wanted.get(project) == book.digest:
                del self._wanted[project]
                self._books[project] = book
        self.grown.emit()
        self._read_on()

    def _on_failed(self, _error: Exception) -> None:
        self._busy = False
        self._wanted = {}  # looked for again when the finder is opened the next time


def _is_of(books: Mapping[str, Book], project: str, digest: str) -> bool:
    return project in books and books[project].digest == digest


def _read(library: Library, lot: Mapping[str, str]) -> dict[str, Book]:
    return {project: Book(digest, _lines(library, project)) for project, digest in lot.items()}


def _lines(library: Library, project_id: str) -> tuple[Line, ...]:
    try:
        return all_lines(library.load(project_id).project)
    except (KnownError, KeyError):
        return ()  # damaged or gone; opening it says so
