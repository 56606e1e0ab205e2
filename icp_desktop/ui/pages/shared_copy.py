"""The copy that the documents page shows: made beside the window whenever it is out of date."""

from PySide6.QtCore import QObject, Signal

from icp_desktop.documents.content import Request, language_of
from icp_desktop.i18n import using
from icp_desktop.progress import Progress
from icp_desktop.sharing.choice import Choice, Hidden
from icp_desktop.sharing.copies import Copy, make_copy, request_of
from icp_desktop.ui.background import Background


class SharedCopy(QObject):
    """Keeps whom a document is for; `ready` says that the copy for them is there."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        """Make documents for the team, which sees everything."""
        super().__init__(parent)
        self._background = background
        self._made: tuple[Request, Choice, Copy] | None = None
        self._asked: tuple[Request, Choice] | None = None  # what is on its way
        self.choice = Choice()

    @property
    def hidden(self) -> tuple[Hidden, ...]:
        """What is hidden from the copy that was made last."""
        made = self._made
        if made is None or self.choice.is_everything or made[1] != self.choice:
            return ()
        return made[2].hidden

    def request_for(self, request: Request) -> Request | None:
        """Return what a document is made from for its readers; None while the copy is made."""
        if self.choice.is_everything:
            return request
        made = self._made
        if made is not None and made[1] == self.choice and made[0].project is request.project:
            return request_of(request, made[2], self.choice)
        self._make(request)
        return None

    def _make(self, request: Request) -> None:
        choice, asked = self.choice, self._asked
        if asked is not None and asked[0].project is request.project and asked[1] == choice:
            return
        self._asked = (request, choice)

        def work(_progress: Progress) -> Copy:
            with using(language_of(request)):
                return make_copy(request.project, choice)

        def done(copy: Copy) -> None:
            self._made, self._asked = (request, choice, copy), None
            self.ready.emit()

        def failed(error: Exception) -> None:
            self._asked = None
            self.failed.emit(error)

        self._background.run(work, label="", done=done, failed=failed, latest="shared copy")
