"""The help, all of it in the program: contents, a search, one topic at a time, to copy or read."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.help.index import TOP, HelpIndex
from icp_desktop.help.text import topic_text
from icp_desktop.help.topics import GROUP_TITLES, HelpTopic
from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.help_column import HelpColumn
from icp_desktop.ui.pages.help_list import Entry, HelpList
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll

FIRST = "method"
_BESIDE = 720  # the width of the page, in units, from which the topics stand beside the text
_MOST = 60


class HelpPage(Screen):
    """Shows one topic at a time; a topic is built when it is first read."""

    def __init__(
        self, appearance: Appearance, topics: tuple[HelpTopic, ...], index: HelpIndex
    ) -> None:
        """List the topics and build none."""
        super().__init__(appearance, _("Help"))
        self._topics = {each.id: each for each in topics}
        self._index = index
        self._built: dict[str, PageScroll] = {}
        self._shown = FIRST
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search the help"))
        self.search.setAccessibleName(_("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_typed)
        self.search.installEventFilter(self)
        self.nothing = PlainLabel("", tone="ink2", wrap=True)
        self.nothing.hide()
        self.topics = HelpList(appearance)
        self.topics.chosen.connect(self._on_chosen)
        self.choice = Combo()
        self.choice.setAccessibleName(_("Topics"))
        self.choice.activated.connect(self._on_picked)
        self.copy = other_button(_("Copy this page"))
        self.copy.clicked.connect(self._copy)
        self.head.show_parts((), (self.copy,))
        self._stack = QStackedWidget()
        self._entries: tuple[Entry, ...] = ()
        self._compose()
        self._show_contents()
        appearance.changed.connect(self._fit)

    def show_topic(self, topic_id: str, section: int = TOP) -> None:
        """Show a topic, the method if none is named or known; at a section of it."""
        self._shown = topic_id if topic_id in self._topics else FIRST
        if self._shown not in self._built:
            self._built[self._shown] = self._make(self._topics[self._shown])
            self._stack.addWidget(self._built[self._shown])
        self._stack.setCurrentWidget(self._built[self._shown])
        self._mark(section)
        self._scroll_to(section)

    def search_for(self, text: str) -> None:
        """Look for words, as if they were typed."""
        self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> HelpTopic:
        """Return the topic that is shown."""
        return self._topics[self._shown]

    def entries(self) -> tuple[Entry, ...]:
        """Return what the contents list: all topics, or what was found."""
        return self._entries

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif key == Qt.Key.Key_Down and self.topics.isVisible():
            self.topics.setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Down and self.choice.isVisible():
            self.choice.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _compose(self) -> None:
        content, self._contents = QWidget(), QVBoxLayout()
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        for each in (self.search, self.nothing, self.choice):
            self._contents.addWidget(each)
        self._contents.addWidget(self.topics, 1)
        self._outer.addLayout(self._contents)
        self._outer.addWidget(self._stack, 1)
        self.show_content(content)
        self._fit()

    def _show_contents(self) -> None:
        entries: list[Entry] = []
        group = ""
        for topic in self._topics.values():
            if topic.group != group:
                group = topic.group
                entries.append(Entry(text=_(GROUP_TITLES[topic.group])))
            entries.append(Entry(text=topic.title, topic=topic.id))
        self._show_entries(entries)

    def _show_entries(self, entries: list[Entry]) -> None:
        self._entries = tuple(entries)
        self.topics.show_entries(entries)
        self.choice.clear()
        for number, entry in enumerate(entries):
            if entry.topic:
                words = f"{entry.text} ({entry.detail})" if entry.detail else entry.text
                self.choice.addItem(words, str(number))

    def _mark(self, section: int) -> None:
        """Mark in the contents what is shown."""
        self.topics.choose(self._shown, section)
        for number, entry in enumerate(self._entries):
            if (entry.topic, entry.section) == (self._shown, section):
                self.choice.show_id(str(number))

    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self.nothing.hide()
            self._show_contents()
            self._mark(TOP)
            return
        hits = self._index.search(text)[:_MOST]
        self.nothing.setText(_("Nothing in the help has “{text}” in it.", text=text))
        self.nothing.setVisible(not hits)
        self._show_entries(
            [
                Entry(text=hit.head or hit.title, topic=hit.topic, section=hit.section,
                      detail=hit.title if hit.head else _("Page"))
                for hit in hits
            ]
        )  # fmt: skip
        if hits:
            self.show_topic(hits[0].topic, hits[0].section)

    def _on_chosen(self, entry: Entry) -> None:
        self.show_topic(entry.topic, entry.section)

    def _on_picked(self) -> None:
        entry = self._entries[int(self.choice.current_id())]
        self.show_topic(entry.topic, entry.section)

    def _make(self, topic: HelpTopic) -> PageScroll:
        column = HelpColumn(self.appearance)
        column.asked.connect(self._on_asked)
        column.show_topic(topic, {each.id: each.title for each in self._topics.values()})
        scroll = PageScroll(column)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        scroll.setAccessibleName(topic.title)
        return scroll

    def _on_asked(self, topic: str) -> None:
        self.search.clear()
        self.show_topic(topic)

    def _scroll_to(self, section: int) -> None:
        scroll = self._built[self._shown]
        column = scroll.widget()
        assert isinstance(column, HelpColumn)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        top = column.top_of(section) if section != TOP else 0
        scroll.verticalScrollBar().setValue(top)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(topic_text(self.shown()))
        self.say(_("Copied."))

    def _fit(self) -> None:
        px = self.appearance.px
        beside = self.width() >= px(_BESIDE)
        across = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._outer.setDirection(across)
        self._outer.setContentsMargins(px(20 if beside else 32), px(4), px(32), 0)
        self._outer.setSpacing(px(32 if beside else 8))
        self._contents.setSpacing(px(8))
        self.topics.setVisible(beside)
        self.choice.setVisible(not beside)
        for each in (self.search, self.nothing):
            each.setMaximumWidth(self.topics.width() if beside else px(10_000))
