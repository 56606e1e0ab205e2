"""What changed, row by row: old words struck out, new ones on the marker, the marks beside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from icp_desktop.checks.grades import GRADE_NAMES, Grade
from icp_desktop.documents.changes import Change, ChangedPart, Changes
from icp_desktop.i18n import _, n_
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Hairline

MOST_SHOWN = 60  # answers and things; the document has all of them
_LONGEST = 600
_ARROW = 16


class ChangeRows(QWidget):
    """List everything that differs between two states, under the name of its place."""

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._rows: list[ChangedThingRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def rows(self) -> list["ChangedThingRow"]:
        """Return the rows that are shown."""
        return list(self._rows)

    def show_changes(self, changes: Changes) -> None:
        """Show other changes."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        px = self._appearance.px
        for group in changes.groups:
            room = MOST_SHOWN - len(self._rows)
            if room <= 0:
                break
            title = PlainLabel(group.title, style="strong", wrap=True)
            title.setContentsMargins(0, px(16), 0, px(6))
            self._layout.addWidget(title)
            self._layout.addWidget(Hairline(strong=True))
            for change in group.changes[:room]:
                row = ChangedThingRow(self._appearance, change)
                self._rows.append(row)
                self._layout.addWidget(row)
                self._layout.addWidget(Hairline())
        if (rest := changes.count - len(self._rows)) > 0:
            words = n_("and {n} more in the document", "and {n} more in the document", rest)
            more = PlainLabel(words, style="caption", tone="ink2", wrap=True)
            more.setContentsMargins(0, px(8), 0, 0)
            self._layout.addWidget(more)


class ChangedThingRow(QWidget):
    """One answer or thing: its name and marks, then each part that changed."""

    def __init__(self, appearance: Appearance, change: Change) -> None:
        """Show a change."""
        super().__init__()
        self._appearance = appearance
        self.change = change
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(change.name, style="caption", tone="ink2", wrap=True), 1)
        if change.field:
            self._add_marks(head, change)
        column.addLayout(head)
        for part in change.parts:
            self._add_part(column, part)
        if not any(part.new for part in change.parts):
            column.addWidget(PlainLabel(_("taken out"), style="caption", tone="ink2"))

    def _add_marks(self, head: QHBoxLayout, change: Change) -> None:
        look = self._appearance
        if change.old_mark == change.new_mark:
            mark = MarkLabel(look, change.new_mark or "open")
            head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            return
        was = MarkLabel(look, change.old_mark or "open")
        arrow = QLabel()
        side = look.px(_ARROW)
        arrow.setPixmap(look.icons.icon("arrow-right").pixmap(side, side))
        arrow.setAccessibleName(
            _(
                "Before: {old}. Now: {new}.",
                old=_grade(change.old_mark),
                new=_grade(change.new_mark),
            )
        )
        now = MarkLabel(look, change.new_mark or "open")
        for widget in (was, arrow, now):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _add_part(self, column: QVBoxLayout, part: ChangedPart) -> None:
        if part.name:
            name = PlainLabel(part.name, style="caption", tone="ink2", wrap=True)
            column.addWidget(name)
        if part.old:
            column.addLayout(self._words(part.old, _("Was: {words}"), "was"))
        if part.new:
            column.addLayout(self._words(part.new, _("Is now: {words}"), "now"))

    def _words(self, words: str, spoken: str, state: str) -> QHBoxLayout:
        """Return words as wide as they are, so that the marker ends where they end."""
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        label = PlainLabel(shown, tone="ink2" if state == "was" else "ink", wrap=True)
        set_state(label, "changed", state)
        label.setAccessibleName(spoken.replace("{words}", shown))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label, 0)
        line.addStretch(1)
        return line


def _grade(mark: Grade | None) -> str:
    return _(GRADE_NAMES[mark]) if mark else _("Still open")
