"""One page of the help: paragraphs, words explained, a small table, and where to read on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.help_topics import HelpSection, HelpTopic
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

    def show_topic(self, topic: HelpTopic, titles: dict[str, str]) -> None:
        """Add a topic; `titles` names all there are, by id."""
        self.add(PlainLabel(_(topic.title), style="title", wrap=True))
        if topic.lead:
            self.add(PlainLabel(_(topic.lead), style="lead", tone="ink2", wrap=True))
        for section in topic.sections:
            self._add_section(section)
        self._add_ways(topic, titles)
        self.column.addStretch(1)

    def _add_section(self, section: HelpSection) -> None:
        self.column.addSpacing(self._look.px(10))
        self.add(PlainLabel(_(section.head), style="lead_strong", wrap=True))
        for paragraph in section.text:
            self.add(PlainLabel(_(paragraph), wrap=True))
        for each in section.terms:
            pair = QWidget()
            rows = QVBoxLayout(pair)
            rows.setContentsMargins(0, self._look.px(4), 0, 0)
            rows.setSpacing(0)
            rows.addWidget(PlainLabel(_(each.term), style="strong", wrap=True))
            rows.addWidget(PlainLabel(_(each.means), wrap=True))
            self.add(pair)
        if section.table:
            self.column.addLayout(self._table(section.table))

    def _table(self, table: tuple[tuple[str, ...], ...]) -> QGridLayout:
        """Return a table; its first row is the head, its first column names the rows."""
        grid = QGridLayout()
        px = self._look.px
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        top = Qt.AlignmentFlag.AlignTop
        for number, row in enumerate(table):
            for column, words in enumerate(row):
                named = number == 0 or column == 0
                label = PlainLabel(
                    _(words) if words else "", style="strong" if named else "body", wrap=True
                )
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
