"""One chapter of the playbook: its groups, its lines, and a place for the person's own."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.tab_order import order_tabs, tab_stops
from icp_desktop.ui.playbook.find_out_row import FindOutRow
from icp_desktop.ui.playbook.line_row import LineRow
from icp_desktop.ui.playbook.shown import ShownChapter, ShownGroup, ShownLine
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.reading import LONGEST_TEXT, clean

_MORE = 40  # lines that are shown at first, and each time more are asked for
Row = LineRow | FindOutRow


class ChapterView(QWidget):
    """Show a chapter; rows that stay keep what is typed in them.

    `done` carries what is asked for and the line it is asked of, `asked` a reason, `added` the
    words of a new line.
    """

    done = Signal(str, object)
    written = Signal(object, str)
    sealed = Signal()
    asked = Signal(object)
    added = Signal(str)
    copied = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._chapter: ShownChapter | None = None
        self._rows: dict[str, Row] = {}
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] = ()  # titles with the ids below them
        self._most = _MORE
        self._all = False
        self._title = PlainLabel(style="lead_strong", wrap=True)
        self._lead = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.copy_button = quiet_button(_("Copy all"))
        self.copy_button.clicked.connect(self.copied)
        self._lines = QWidget()
        self._list = QVBoxLayout(self._lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.more_button = quiet_button("", flush=True)
        self.more_button.clicked.connect(self._on_more)
        self.hidden_button = quiet_button("", flush=True)
        self.hidden_button.clicked.connect(self._on_hidden)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_TEXT)
        self.line.setPlaceholderText(_("Add a line of your own"))
        self.line.returnPressed.connect(self._on_add)
        self.add_button = other_button(_("Add"))
        self.add_button.clicked.connect(self._on_add)
        self._compose()

    @property
    def rows(self) -> dict[str, Row]:
        """The rows that are shown, from the top, by the ids of their lines."""
        return self._rows

    def show_chapter(self, chapter: ShownChapter) -> None:
        """Show a chapter as it is now."""
        self._chapter = chapter
        self._title.setText(chapter.title)
        self._lead.setText(chapter.lead)
        self._lead.setVisible(bool(chapter.lead))
        self.copy_button.setVisible(bool(chapter.lines()))
        self.copy_button.setAccessibleName(_("Copy all: {chapter}", chapter=chapter.title))
        self.line.setAccessibleName(_("A line of your own, {chapter}", chapter=chapter.title))
        self.add_button.setAccessibleName(_("Add this line, {chapter}", chapter=chapter.title))
        self._show_lines(chapter)

    def _show_lines(self, chapter: ShownChapter) -> None:
        groups = [(group, self._wanted(group)) for group in chapter.groups]
        total = sum(len(lines) for _group, lines in groups)
        hidden = sum(line.hidden for group in chapter.groups for line in group.lines)
        left = self._most
        cut = []
        for group, lines in groups:
            cut.append((group, lines[:left]))
            left = max(left - len(lines), 0)
        wanted = {line.id: line for _group, lines in cut for line in lines}
        shape = tuple((group.title, tuple(each.id for each in lines)) for group, lines in cut)
        if shape == self._shape and not self._changed_kind(wanted):
            for line_id, line in wanted.items():
                row = self._rows[line_id]
                if isinstance(row, LineRow):
                    row.show_line(line)
        else:
            self._shape = shape
            self._rebuild([(group, lines) for group, lines in cut if lines], wanted)
        self.more_button.setVisible(total > self._most)
        self.more_button.set_words(n_("Show {n} more", "Show {n} more", total - self._most))
        self.hidden_button.setVisible(bool(hidden))
        words = n_("Show {n} hidden line", "Show {n} hidden lines", hidden)
        self.hidden_button.set_words(_("Leave out what is hidden") if self._all else words)

    def _wanted(self, group: ShownGroup) -> tuple[ShownLine, ...]:
        return tuple(line for line in group.lines if self._all or not line.hidden)

    def _changed_kind(self, wanted: dict[str, ShownLine]) -> bool:
        """Say whether a row has to be made anew: a question has become a line, or says more."""
        return any(
            line.asks != isinstance(self._rows[line_id], FindOutRow)
            or (line.asks and line != self._rows[line_id].line)
            for line_id, line in wanted.items()
        )

    def _rebuild(
        self, groups: list[tuple[ShownGroup, tuple[ShownLine, ...]]], wanted: dict[str, ShownLine]
    ) -> None:
        kept = {
            line_id: row
            for line_id, row in self._rows.items()
            if isinstance(row, LineRow) and line_id in wanted and not wanted[line_id].asks
        }
        focus = self.window().focusWidget()
        place = self._place_of(focus)
        self._lines.hide()  # else everything is laid out anew for every row
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for group, lines in groups:
            if group.title:
                self._list.addWidget(self._group_head(group.title))
            for line in lines:
                row = kept.get(line.id) or self._make(line)
                if isinstance(row, LineRow):
                    row.show_line(line)
                self._rows[line.id] = row
                self._list.addWidget(row)
                self._list.addWidget(Hairline())
        self._lines.show()
        stops = (self.more_button, self.hidden_button, self.line, self.add_button)
        order_tabs(self.copy_button, *self._rows.values(), *stops)
        if place >= 0:
            self._bring_focus_back(focus, place)

    def _place_of(self, focus: QWidget | None) -> int:
        """Return the number of the row the person is in, -1 if in none."""
        for number, row in enumerate(self._rows.values()):
            if focus is not None and row.isAncestorOf(focus):
                return number
        return -1

    def _bring_focus_back(self, focus: QWidget | None, place: int) -> None:
        """Stay in the row, or go to the one that is in its place now."""
        rows = list(self._rows.values())
        back: QWidget = self.line
        if focus is not None and any(row.isAncestorOf(focus) for row in rows):
            back = focus
        elif rows:
            stops = tab_stops(rows[min(place, len(rows) - 1)])
            back = stops[0] if stops else back
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _group_head(self, title: str) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        px = self._appearance.px
        rows.setContentsMargins(0, px(16), 0, px(4))
        rows.addWidget(PlainLabel(title, style="lead", wrap=True))
        return holder

    def _make(self, line: ShownLine) -> Row:
        if line.asks:
            question = FindOutRow(self._appearance, line)
            question.asked.connect(self.asked)
            return question
        spoken = self._chapter is not None and self._chapter.spoken
        row = LineRow(self._appearance, line, spoken=spoken)
        row.asked.connect(self.asked)
        row.sealed.connect(self.sealed)
        row.written.connect(lambda words: self.written.emit(row.line, words))
        for name, signal in row.wishes().items():
            signal.connect(self._teller(name, row))
        return row

    def _teller(self, wish: str, row: LineRow) -> Callable[[], None]:
        return lambda: self.done.emit(wish, row.line)

    def _on_more(self) -> None:
        self._most += _MORE
        self._refresh()

    def _on_hidden(self) -> None:
        self._all = not self._all
        self._refresh()

    def _refresh(self) -> None:
        if self._chapter is not None:
            self._show_lines(self._chapter)

    def _on_add(self) -> None:
        words = clean(self.line.text()).strip()
        if words:
            self.line.clear()
            self.added.emit(words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        px = self._appearance.px
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addLayout(words, 1)
        head.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignBottom)
        adding = QHBoxLayout()
        adding.setContentsMargins(0, px(12), 0, 0)
        adding.setSpacing(px(8))
        adding.addWidget(self.line, 1)
        adding.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(head)
        column.addWidget(Hairline(strong=True))
        column.addWidget(self._lines)
        for button in (self.more_button, self.hidden_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(adding)
