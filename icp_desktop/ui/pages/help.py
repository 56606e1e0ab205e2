"""The help, all of it in the program: topics from resources/help, the keys, and the versions."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _, later
from icp_desktop.paths import licences
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.commands import Commands
from icp_desktop.ui.crash import name_versions
from icp_desktop.ui.help_topics import help_topics
from icp_desktop.ui.pages.help_column import HelpColumn
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll

FIRST, KEYBOARD, ABOUT = "method", "keyboard", "about"
_LIST, _ROW = 240, 36
_BESIDE = 720  # the width of the page, in units, from which the topics stand beside the text
ALSO_KEYS: tuple[tuple[str, str], ...] = (
    (later("Next question of the tour"), "Ctrl+Return"),
    (later("Question before"), "Alt+Left"),
    (later("Open the menus"), "Alt"),
    (later("Close what lies on top"), "Esc"),
)


class HelpPage(Screen):
    """Shows one topic at a time; a topic is built when it is first read."""

    def __init__(self, appearance: Appearance, commands: Commands) -> None:
        """List the topics and build none."""
        super().__init__(appearance, _("Help"))
        self._commands = commands
        self._topics = {each.id: each for each in help_topics()}
        self._titles = {each.id: _(each.title) for each in self._topics.values()}
        self._titles |= {KEYBOARD: _("Keyboard"), ABOUT: _("About")}
        self._built: dict[str, PageScroll] = {}
        self.topics = TopicList(appearance, self._titles)
        self.topics.chosen.connect(self.show_topic)
        self.choice = Combo()
        self.choice.setAccessibleName(_("Topics"))
        for topic, title in self._titles.items():
            self.choice.addItem(title, topic)
        self.choice.activated.connect(lambda: self.show_topic(self.choice.current_id()))
        self._stack = QStackedWidget()
        content = QWidget()
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._outer.addWidget(self.choice)
        self._outer.addWidget(self.topics)
        self._outer.addWidget(self._stack, 1)
        self.show_content(content)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_topic(self, topic_id: str) -> None:
        """Show a topic, the method if none is named or known."""
        wanted = topic_id if topic_id in self._titles else FIRST
        self.topics.choose(wanted)
        self.choice.show_id(wanted)
        if wanted not in self._built:
            self._built[wanted] = PageScroll(self._make(wanted))
            self._stack.addWidget(self._built[wanted])
        self._stack.setCurrentWidget(self._built[wanted])

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make(self, topic_id: str) -> QWidget:
        column = HelpColumn(self.appearance)
        column.asked.connect(self.show_topic)
        if topic_id in self._topics:
            column.show_topic(self._topics[topic_id], self._titles)
            return column
        column.add(PlainLabel(self._titles[topic_id], style="title", wrap=True))
        if topic_id == KEYBOARD:
            column.column.addLayout(self._keys())
        else:
            _add_about(column.column)
        column.column.addStretch(1)
        return column

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        native = QKeySequence.SequenceFormat.NativeText
        also = [(_(words), QKeySequence(keys).toString(native)) for words, keys in ALSO_KEYS]
        for number, (words, keys) in enumerate((*self._commands.shortcuts(), *also)):
            grid.addWidget(PlainLabel(words, wrap=True), number * 2, 0)
            right = Qt.AlignmentFlag.AlignRight
            grid.addWidget(PlainLabel(keys, style="strong"), number * 2, 1, right)
            grid.addWidget(Hairline(), number * 2 + 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return grid

    def _fit(self) -> None:
        px = self.appearance.px
        beside = self.width() >= px(_BESIDE)
        across = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._outer.setDirection(across)
        self._outer.setContentsMargins(px(20 if beside else 32), px(4), px(32), 0)
        self._outer.setSpacing(px(32 if beside else 8))
        self.topics.setVisible(beside)
        self.choice.setVisible(not beside)


class TopicList(QListWidget):
    """The topics of the help; `chosen` carries the id of the one the person wants."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, titles: dict[str, str]) -> None:
        """List titles by id."""
        super().__init__()
        self._appearance = appearance
        self._showing = False
        self.setAccessibleName(_("Topics"))
        self.setProperty("kind", "topics")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        for topic, title in titles.items():
            item = QListWidgetItem(title, self)
            item.setData(Qt.ItemDataRole.UserRole, topic)
        self.currentItemChanged.connect(self._on_changed)
        self._fit()
        appearance.changed.connect(self._fit)

    def choose(self, topic_id: str) -> None:
        """Choose a topic without emitting."""
        self._showing = True
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == topic_id:
                self.setCurrentRow(row)
        self._showing = False

    def _on_changed(self, now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if now is not None and not self._showing:
            self.chosen.emit(str(now.data(Qt.ItemDataRole.UserRole)))

    def _fit(self) -> None:
        px = self._appearance.px
        self.setFixedWidth(px(_LIST))
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, px(_ROW)))


def _add_about(column: QVBoxLayout) -> None:
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
