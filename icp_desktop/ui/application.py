"""The application as the system sees it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

DESKTOP_ID = "io.github.icp_desktop.ICPDesktop"


class Application(QApplication):
    """Carries the program's name; `file_opened` a path that the system wants to be opened."""

    file_opened = Signal(str)

    def __init__(self, words: list[str]) -> None:
        """Begin with the words the program was called with."""
        super().__init__(words)
        self.setApplicationName("icp-desktop")
        self.setApplicationDisplayName("ICP Desktop")
        self.setDesktopFileName(DESKTOP_ID)

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def after(milliseconds: int, act: Callable[[], None]) -> None:
    """Do something once, a while after the window is shown."""
    QTimer.singleShot(milliseconds, act)


def delete_now(windows: Sequence[QWidget | None]) -> None:
    """Delete windows while the application is still there; what outlives it ends in a crash."""
    for window in windows:
        if window is not None:
            window.hide()
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
