"""F1 in the window: the field the person is at, the part that has the focus, or the page."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from icp_desktop.help.index import HelpIndex
from icp_desktop.help.topics import topic_for
from icp_desktop.ui.pages.place import ROOM, WORKSHEET

if TYPE_CHECKING:
    from icp_desktop.help.topics import HelpTopic
    from icp_desktop.ui.main_window import MainWindow
    from icp_desktop.ui.pages.help import HelpPage

PART = "help"  # the property of a widget that names the topic of what is in it


class WindowHelp(QObject):
    """Finds the topic for where the person is, and shows it."""

    def __init__(self, window: "MainWindow") -> None:
        """Look at a window."""
        super().__init__(window)
        self._window = window

    @cached_property
    def topics(self) -> "tuple[HelpTopic, ...]":
        """All topics of the help; put together when they are asked for first."""
        from icp_desktop.ui.help_pages import window_topics

        return window_topics(self._window.commands)

    @cached_property
    def index(self) -> HelpIndex:
        """What the help is searched by."""
        return HelpIndex(self.topics)

    @cached_property
    def page(self) -> "HelpPage":
        """The page of the help, made when it is first shown."""
        from icp_desktop.ui.pages.help import HelpPage

        page = HelpPage(self._window.appearance, self.topics, self.index)
        self._window.screens.add(page)
        return page

    def search(self, text: str) -> None:
        """Look for words in the help."""
        self._window.screens.show_help()
        self.page.search_for(text)

    def show_here(self) -> None:
        """Explain the field the person is at, else show the topic of the part or of the page."""
        from icp_desktop.ui.field_help import show_field_help
        from icp_desktop.ui.topic_dialog import show_topic_over

        window = self._window
        part, view = part_topic(QApplication.focusWidget()), window.current_view()
        if not part and view is not None and show_field_help(view, window, self.topic_here()):
            return
        if window.room.active:  # the room stays as it is, with nothing of the window around it
            show_topic_over(window, self.topic(part or self.topic_here()))
        else:
            window.screens.show_help(part or self.topic_here())

    def topic_here(self) -> str:
        """Return the id of the topic for the page that is shown."""
        window, topics = self._window, self.topics
        view = window.current_view()
        if view is None:
            return topic_for(topics, window.screens.name)
        place = view.current
        if window.room.active:
            return topic_for(topics, f"{WORKSHEET}/{ROOM}", WORKSHEET)
        return topic_for(topics, f"{place.page}/{place.view}", place.page)

    def topic(self, topic_id: str) -> "HelpTopic":
        """Return a topic by its id, the first one if there is none."""
        return next((each for each in self.topics if each.id == topic_id), self.topics[0])


def part_topic(focus: QWidget | None) -> str:
    """Return the topic of the innermost part around the focus that has one, "" if none has."""
    while focus is not None and not focus.isWindow():
        if topic := focus.property(PART):
            return str(topic)
        focus = focus.parentWidget()
    return ""
