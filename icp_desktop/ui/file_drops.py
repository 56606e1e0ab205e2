"""Files that are dragged over the window: it takes them, whichever field lies below the pointer."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWindow
from typing_extensions import override

_KINDS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop}


class FileDrops(QObject):
    """`hovered` carries the name of a file over the window, "" once it has left; `dropped` paths.

    It listens where the system hands the events to the window, before a text field can take the
    path of the file for text.
    """

    hovered = Signal(str)
    dropped = Signal(list)

    def listen(self, window: QWindow) -> None:
        """Listen to a window of the system."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        return event.type() in _KINDS and self.take(event)

    def take(self, event: QEvent) -> bool:
        """Take an event that is about files and say whether it was."""
        if event.type() == QEvent.Type.DragLeave:
            self.hovered.emit("")
            return False
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.hovered.emit("")
            self.dropped.emit(paths)
        elif event.type() == QEvent.Type.DragEnter:
            self.hovered.emit(Path(paths[0]).name)
        return True
