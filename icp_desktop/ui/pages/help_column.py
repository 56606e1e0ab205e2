"""One page of the help: paragraphs, words explained, a small table, and where to read on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from icp_desktop.help.topics import HelpSection, HelpTerm, HelpTopic
from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_WIDEST = 680


class HelpColumn(ReadingColumn):
    """Show a topic; `asked` carries the id of the one that is to be read on with."""

    asked = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__(appearance, widest=_WIDEST, gap=6, margin=0, top=20)
        self._look = appearance
        self._heads: list[QWidget] = []

    def show_topic(self, topic: HelpTopic, titles: dict[str, str]) -> None:
        """Add a topic; `titles` names all there are, by id."""
        self.add(PlainLabel(topic.title, style="title", wrap=True))
        if topic.lead:
            self.add(PlainLabel(topic.lead, style="lead", tone="ink2", wrap=True))
        for section in topic.sections:
            self._add_section(section)
        self._add_ways(topic, titles)
        self.column.addStretch(1)

    def top_of(self, section: int) -> int:
        """Return how far down a section begins."""
        gap = self._look.px(8)
        return max(self._heads[section].y() - gap, 0) if section < len(self._heads) else 0

    def _add_section(self, section: HelpSection) -> None:
        self.column.addSpacing(self._look.px(10))
        head = PlainLabel(section.head, style="lead_strong", wrap=True)
        if not section.head:
            head.hide()
        self.add(head)
        self._heads.append(head)
        for paragraph in section.text:
            self.add(PlainLabel(paragraph, wrap=True))
        for each in section.terms:
            self.add(self._term(each))
        if section.table:
            holder = QWidget()
            holder.setLayout(self._table(section.table))
            self.add(holder)

    def _term(self, term: HelpTerm) -> QWidget:
        pair = QWidget()
        rows = QVBoxLayout(pair)
        rows.setContentsMargins(0, self._look.px(4), 0, 0)
        rows.setSpacing(0)
        rows.addWidget(PlainLabel(term.term, style="strong", wrap=True))
        if term.means:
            rows.addWidget(PlainLabel(term.means, wrap=True))
        for note in term.notes:
            rows.addWidget(PlainLabel(note, tone="ink2", wrap=True))
        return pair

    def _table(self, table: tuple[tuple[str, ...], ...]) -> QGridLayout:
        """Return a table; its first row is the head, its first column names the rows."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        px = self._look.px
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        top = Qt.AlignmentFlag.AlignTop
        for number, row in enumerate(table):
            for column, words in enumerate(row):
                named = number == 0 or column == 0
                label = PlainLabel(words, style="strong" if named else "body", wrap=True)
                grid.addWidget(label, number * 2, column, top)
            grid.addWidget(Hairline(strong=number == 0), number * 2 + 1, 0, 1, len(row))
        for column in range(len(table[0])):
            grid.setColumnStretch(column, 3 if column else 2)
        return grid

    def _add_ways(self, topic: HelpTopic, titles: dict[str, str]) -> None:
        known = [each for each in topic.see if each in titles]
        if not known:
            return
        self.column.addSpacing(self._look.px(16))
        self.add(PlainLabel(_("Read on"), style="caption", tone="ink2"))
        for each in known:
            button = quiet_button(titles[each], flush=True)
            button.clicked.connect(lambda _on=False, each=each: self.asked.emit(each))
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
