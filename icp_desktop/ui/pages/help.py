"""The help, all of it in the program: the method, words, safety, keys and versions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.paths import licences
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.commands import Commands
from icp_desktop.ui.crash import name_versions
from icp_desktop.ui.help_texts import ABOUT, ALSO_KEYS, KEYBOARD, START, TOPICS, HelpTopic
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab

_WIDEST = 680


class HelpPage(Screen):
    """Shows one topic at a time."""

    def __init__(self, appearance: Appearance, commands: Commands) -> None:
        """Build all topics; they are short."""
        super().__init__(appearance, _("Help"))
        self._commands = commands
        self.tabs = CountTabBar(appearance)
        self.tabs.show_tabs([Tab(id=each.id, label=_(each.title), count="") for each in TOPICS])
        self.tabs.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        for topic in TOPICS:
            self._stack.addWidget(PageScroll(self._make(topic)))
        content = QWidget()
        self._outer = QVBoxLayout(content)
        self._outer.addWidget(self.tabs)
        self._outer.addWidget(Hairline())
        self._outer.addWidget(self._stack, 1)
        self.show_content(content)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_topic(self, topic_id: str) -> None:
        """Show a topic, the method if none is named."""
        wanted = topic_id or START.id
        self.tabs.choose(wanted)
        self._on_chosen(wanted)

    def _on_chosen(self, topic_id: str) -> None:
        ids = [each.id for each in TOPICS]
        self._stack.setCurrentIndex(ids.index(topic_id))

    def _make(self, topic: HelpTopic) -> QWidget:
        holder = ReadingColumn(self.appearance, widest=_WIDEST, gap=6, margin=0, top=20)
        column = holder.column
        if topic is KEYBOARD:
            column.addLayout(self._keys())
        elif topic is ABOUT:
            self._add_about(column)
        for section in topic.sections:
            column.addWidget(PlainLabel(_(section.head), style="lead_strong", wrap=True))
            for line in section.lines:
                column.addWidget(PlainLabel(_(line), wrap=True))
            column.addSpacing(self.appearance.px(8))
        column.addStretch(1)
        return holder

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        native = QKeySequence.SequenceFormat.NativeText
        also = [(_(words), QKeySequence(keys).toString(native)) for words, keys in ALSO_KEYS]
        for number, (words, keys) in enumerate((*self._commands.shortcuts(), *also)):
            grid.addWidget(PlainLabel(words), number * 2, 0)
            right = Qt.AlignmentFlag.AlignRight
            grid.addWidget(PlainLabel(keys, style="strong"), number * 2, 1, right)
            grid.addWidget(Hairline(), number * 2 + 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return grid

    def _add_about(self, column: QVBoxLayout) -> None:
        lines = [
            _("Work out, prove and print your ideal customer profile, offline."),
            _("Free software under the MIT License."),
            _(
                "Windows and controls: Qt and Qt for Python, under the GNU Lesser General Public "
                "License, version 3. You may replace them by versions of your own."
            ),
            _("Letters: Source Sans Pro, under the SIL Open Font License."),
        ]
        if (folder := licences()) is not None:
            lines.append(_("The licences of these and all other parts lie in {path}.", path=folder))
        column.addWidget(PlainLabel("ICP Desktop", style="lead_strong"))
        for line in lines:
            column.addWidget(PlainLabel(line, wrap=True, selectable=True))
        column.addWidget(PlainLabel(name_versions(), tone="ink2", wrap=True, selectable=True))

    def _fit(self) -> None:
        px = self.appearance.px
        self._outer.setContentsMargins(px(32), 0, px(32), 0)
        self._outer.setSpacing(0)
