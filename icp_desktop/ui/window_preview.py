"""When the window shows the preview, and what is in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from icp_desktop.ui.pages.place import DOCUMENTS, VERSIONS, WORKSHEET

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow
    from icp_desktop.ui.preview import PreviewPanel
    from icp_desktop.ui.project_view import ProjectView

_TOUR = "tour"
_WITHOUT = {DOCUMENTS, VERSIONS}  # the one shows paper of its own, the other has none to show


class WindowPreview(QObject):
    """Opens and folds the preview: beside the form as it was last, elsewhere when it is asked for.

    The panel, and with it all of Qt that reads PDF, is loaded when it is first needed.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Load nothing yet."""
        super().__init__(window)
        self._window = window
        self._panel: PreviewPanel | None = None
        self._by_hand: dict[str, bool] = {}
        window.body.arranged.connect(self._on_arranged)

    @property
    def panel(self) -> "PreviewPanel | None":
        """The panel, if it was needed yet."""
        return self._panel

    def renew(self) -> None:
        """Show what belongs to the place of the person."""
        view = self._window.current_view()
        kind = _kind(view)
        if view is None or kind in _WITHOUT or self._window.room.active:
            self._window.body.want_preview(False, available=False)
            return
        wanted = self._by_hand.get(kind, self._usual(kind))
        body = self._window.body
        if (wanted and not body.is_narrow) or body.preview_open:
            self._load()
        body.want_preview(wanted)
        self._show_state(view)

    def toggle(self) -> None:
        """Open the preview or fold it away."""
        if self._window.body.preview_open:
            self.close()
        else:
            self.open("")

    def open(self, document_id: str = "") -> None:
        """Open the preview, with a document if one is named."""
        view = self._window.current_view()
        if view is None or _kind(view) in _WITHOUT:
            return
        panel = self._load()
        if document_id:
            panel.show_document(document_id)
        self._remember(view, True)
        self._show_state(view)

    def close(self) -> None:
        """Fold the preview away and remember it."""
        view = self._window.current_view()
        if view is not None:
            self._remember(view, False)
            self._show_state(view)
            if (page := view.page()) is not None:
                page.setFocus()

    def forget(self) -> None:
        """Show nothing of a project that is open no longer: it may be another client's."""
        if self._panel is not None:
            self._panel.forget()

    def print_shown(self) -> None:
        """Print the document that is chosen, as it is now."""
        view = self._window.current_view()
        if view is not None:
            from icp_desktop.ui.print_job import print_document

            place = view.current
            document = self._panel.document_id if self._panel is not None else ""
            if place.page == DOCUMENTS:
                document = place.view
            print_document(view.context, document, place.profile, self._window)

    def _remember(self, view: "ProjectView", wanted: bool) -> None:
        kind, body = _kind(view), self._window.body
        if body.is_narrow:
            body.want_preview_narrow(wanted)
            return
        self._by_hand[kind] = wanted
        if kind == WORKSHEET:
            self._window.settings.change(show_preview=wanted)
        body.want_preview(wanted)

    def _usual(self, kind: str) -> bool:
        return kind == WORKSHEET and self._window.settings.current.show_preview

    def _load(self) -> "PreviewPanel":
        if self._panel is None:
            from icp_desktop.ui.preview import PreviewPanel

            window = self._window
            panel = PreviewPanel(window.appearance, window.background)
            panel.close_asked.connect(self.close)
            panel.print_asked.connect(self.print_shown)
            window.body.set_preview(panel)
            self._panel = panel
        return self._panel

    def _on_arranged(self) -> None:
        view = self._window.current_view()
        if view is not None:
            self._show_state(view)

    def _show_state(self, view: "ProjectView") -> None:
        from icp_desktop.ui.export import make_request

        is_open = self._window.body.preview_open
        view.show_preview_state(is_open)
        self._window.commands.action("preview").setChecked(is_open)
        if not is_open:
            return
        panel = self._load()
        if self._window.body.preview is not None and not panel.isVisibleTo(self._window):
            self._window.body.share()
        panel.paper.set_dim(self._window.settings.current.dim_paper)
        if view.profile is not None:
            profile = view.current.profile
            if panel.result is None:
                panel.show_request(make_request(view.context, profile), at_once=True)
            else:
                panel.show_later(lambda: make_request(view.context, profile))


def _kind(view: "ProjectView | None") -> str:
    """Return what the preview is remembered by: the page, the tour apart from the form."""
    if view is None:
        return ""
    place = view.current
    return _TOUR if place.page == WORKSHEET and place.view == _TOUR else place.page
