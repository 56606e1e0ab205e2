"""The live preview: the page that would be printed, beside the work and always up to date."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.catalogue import DOCUMENTS, find_document
from icp_desktop.documents.content import Request
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.press import PdfResult, clear_up
from icp_desktop.i18n import _
from icp_desktop.progress import Progress
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import Background, Job, quiet_gc
from icp_desktop.ui.paper_view import PaperView
from icp_desktop.ui.widgets.buttons import icon_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.message_bar import MessageBar

AFTER_LAST_CHANGE = 300  # ms
_AFTER_PICTURE = 400  # ms
PREVIEWED = tuple(each for each in DOCUMENTS if ".pdf" in each.formats)


class PreviewPanel(QFrame):
    """Shows a document of the current profile; asks its window to be closed or to print."""

    close_asked = Signal()
    print_asked = Signal()
    document_chosen = Signal(str)
    rendered = Signal()

    def __init__(
        self, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        """Show an empty desk until `show_request`."""
        super().__init__(parent)
        self.setProperty("help", "documents")
        self._appearance = appearance
        self._background = background
        self._request: Request | None = None
        self._make: Callable[[], Request] | None = None
        self._asked: tuple[str, Request] | None = None
        self._result: PdfResult | None = None
        self._job: Job | None = None
        self.setProperty("kind", "desk")
        self._title = PlainLabel(_("Preview"), style="strong")
        self.documents = Combo()
        self.documents.setAccessibleName(_("Document in the preview"))
        for each in PREVIEWED:
            self.documents.addItem(_(each.title), each.id)
        self.documents.activated.connect(self._on_document)
        self.print_button = icon_button(appearance, "print", _("Print"), tip=_("Print (Ctrl+P)"))
        self.close_button = icon_button(appearance, "close", _("Close the preview"))
        self.print_button.clicked.connect(self.print_asked)
        self.close_button.clicked.connect(self.close_asked)
        self.message = MessageBar(appearance)
        self.message.hide()
        self.paper = PaperView(appearance, self)
        self._delay = QTimer(self, singleShot=True, interval=AFTER_LAST_CHANGE)
        self._delay.timeout.connect(self.refresh)
        self._clearing = QTimer(self, singleShot=True, interval=_AFTER_PICTURE)
        self._clearing.timeout.connect(self._clear_up)
        self._compose()
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def document_id(self) -> str:
        """The id of the document that is shown."""
        return str(self.documents.currentData())

    @property
    def result(self) -> PdfResult | None:
        """What was rendered last."""
        return self._result

    def show_document(self, document_id: str) -> None:
        """Show another document."""
        row = self.documents.findData(document_id)
        if row >= 0:
            self.documents.setCurrentIndex(row)
            self.refresh()

    def show_chooser(self, visible: bool) -> None:
        """Offer the choice of documents, or leave it to the page."""
        self.documents.setVisible(visible)

    def show_request(self, request: Request | None, *, at_once: bool = False) -> None:
        """Show the state of a project; several in a row are drawn once, after the last."""
        self._request, self._make = request, None
        if at_once:
            self.refresh()
        else:
            self._delay.start()

    def show_later(self, make: Callable[[], Request]) -> None:
        """Show what `make` returns once a moment has passed without another call."""
        self._make = make
        self._delay.start()

    def forget(self) -> None:
        """Show nothing of the project that was shown, and nothing of it that is still to come."""
        self._delay.stop()
        if self._job is not None:
            self._job.cancel()
        self._request = self._make = self._asked = self._result = self._job = None
        self.message.dismiss()
        self.paper.clear()

    def refresh(self) -> None:
        """Render what is wanted unless it is shown already, or on its way."""
        self._delay.stop()
        if self._make is not None:
            self._request, self._make = self._make(), None
        request, document_id = self._request, self.document_id
        if request is None or not self.isVisible() or self._is_asked(document_id, request):
            return
        self._asked = (document_id, request)

        def work(_progress: Progress) -> PdfResult:
            with quiet_gc():
                return render_pdf(document_id, request)

        self._job = self._background.run(
            work, label="", done=self._show_result, failed=self._on_failed, latest="preview"
        )

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        # What was asked for before there was a window, as at the start, was not rendered.
        QTimer.singleShot(0, self, self.refresh)  # never after the panel has gone

    def _is_asked(self, document_id: str, request: Request) -> bool:
        cancelled = self._job is not None and self._job.cancelled
        if self._asked is None or cancelled or self._asked[0] != document_id:
            return False
        asked = self._asked[1]
        return asked is request or (asked.project is request.project and asked == request)

    def _show_result(self, result: PdfResult) -> None:
        self._result = result
        self.paper.show_data(result.data)
        title = _(find_document(self.document_id).title)
        pages = _("{n} pages", n=result.pages) if result.pages != 1 else _("1 page")
        self.paper.setAccessibleDescription(f"{title}, {pages}")
        if result.message:
            self.message.say("due", result.message)
        else:
            self.message.dismiss()
        self._clearing.start()
        self.rendered.emit()

    def _clear_up(self) -> None:
        """Let go of the laid out pages, now that their picture is there."""
        self._background.run(lambda _p: clear_up(), label="", done=lambda _nothing: None)

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self.message.say("failed", str(error))

    def _on_document(self) -> None:
        self.document_chosen.emit(self.document_id)
        self.refresh()

    def _compose(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        for part in (self.documents, self.print_button, self.close_button):
            self._head.addWidget(part)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addLayout(self._bar)
        layout.addWidget(self.paper, 1)

    def _fit(self) -> None:
        px = self._appearance.px
        self._head.setContentsMargins(px(16), px(7), px(12), px(7))
        self._head.setSpacing(px(4))
        self._bar.setContentsMargins(px(16), 0, px(16), 0)
