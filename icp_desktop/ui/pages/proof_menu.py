"""The menu behind an evidence chip: how do you know?"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from icp_desktop.checks.grades import GRADE_NAMES, GRADES, LETTERS, Grade
from icp_desktop.i18n import _
from icp_desktop.model.evidence import SOURCES, Source
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import mark_icon
from icp_desktop.ui.pages.proof_words import GRADE_ANSWERS
from icp_desktop.ui.widgets.buttons import literal

_ICON = 18


class ProofMenu(QMenu):
    """Offer the five grades, one more piece of proof, and what speaks against an answer.

    The letter of a mark chooses it. `current` is asked for the grade that holds as the menu opens.
    """

    graded = Signal(str)
    proof_added = Signal(str, bool)  # source, and whether it speaks against the answer

    def __init__(
        self, appearance: Appearance, current: Callable[[], Grade], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._current = current
        self._group: QActionGroup | None = None
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        """Make the entries as the menu opens: most menus of a form are never opened."""
        self.clear()
        self._group = QActionGroup(self)
        current = self._current()
        for grade in GRADES:
            self._add_grade(grade, current)
        self.addSeparator()
        self._add_sources(_("Add more proof"), against=False)
        self._add_sources(_("Something speaks against it"), against=True)

    def _add_grade(self, grade: Grade, current: Grade) -> None:
        name = with_key(_(GRADE_NAMES[grade]), LETTERS[grade])
        action = QAction(self._icon(grade), f"{name} – {literal(_(GRADE_ANSWERS[grade]))}", self)
        action.setCheckable(True)
        action.setChecked(grade == current)
        action.triggered.connect(lambda: self.graded.emit(grade))
        assert self._group is not None
        self._group.addAction(action)
        self.addAction(action)

    def _add_sources(self, title: str, *, against: bool) -> None:
        menu = self.addMenu(literal(title))
        for source in SOURCES:
            self._add_source(menu, source, against=against)

    def _add_source(self, menu: QMenu, source: Source, *, against: bool) -> None:
        name = with_key(_(GRADE_NAMES[source]), LETTERS[source])
        action = menu.addAction(self._icon(source), name)
        action.triggered.connect(lambda: self.proof_added.emit(source, against))

    def _icon(self, grade: Grade) -> QIcon:
        return mark_icon(grade, self._appearance.theme, _ICON)


def with_key(words: str, letter: str) -> str:
    """Return words for a menu in which a letter chooses them, if they have it."""
    at = words.casefold().find(letter.casefold())
    if at < 0:
        return literal(words)
    return f"{literal(words[:at])}&{literal(words[at:])}"
