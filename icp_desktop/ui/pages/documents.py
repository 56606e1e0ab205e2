"""The documents page: which one, for what, and the very page that would be printed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.catalogue import Document, make_document
from icp_desktop.documents.content import Request
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.model.brand import Brand
from icp_desktop.model.project_edits import SetBrand, SetProjectDetails
from icp_desktop.open_project import Change
from icp_desktop.progress import Progress
from icp_desktop.sharing.choice import Choice, hidden_words
from icp_desktop.sharing.copies import parts_to_choose
from icp_desktop.storage.house_brand import keep_house_brand
from icp_desktop.ui.background import quiet_gc
from icp_desktop.ui.export import (
    EVERYTHING,
    KIND_NAMES,
    make_request,
    save_document,
    shared,
)
from icp_desktop.ui.pack_export import save_hidden_list, save_pack
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.document_list import PACK, DocumentList, find_listed
from icp_desktop.ui.pages.document_options import DocumentOptions
from icp_desktop.ui.pages.hidden_panel import HiddenPanel
from icp_desktop.ui.pages.no_profile import NoProfile
from icp_desktop.ui.pages.page import DOCUMENTS, Context, Page, Place
from icp_desktop.ui.pages.shared_copy import SharedCopy
from icp_desktop.ui.preview import PreviewPanel
from icp_desktop.ui.printing import ask_and_print
from icp_desktop.ui.widgets.buttons import main_button, other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll

Printer = Callable[[bytes, str, QWidget | None], bool]
_THREE_COLUMNS, _TWO_COLUMNS = 900, 620  # widths of the page, in units
_LIST, _CHOICES, _PAPER = 240, 312, 460
_PAGES, _NO_PAGES, _HIDDEN = range(3)  # what stands at the right


class DocumentsPage(Page):
    """Choose a document, see it, print it, save it."""

    def __init__(
        self, context: Context, *, printer: Printer = ask_and_print, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        look = context.appearance
        self._print_on = printer
        self._profile = ""
        self._list = DocumentList(look)
        self._options = DocumentOptions(look, context.prompts)
        self._preview = PreviewPanel(look, context.background)
        self._preview.show_chooser(visible=False)
        self._preview.close_button.hide()
        self._preview.print_button.hide()
        self._copy = SharedCopy(context.background, self)
        self._hidden = HiddenPanel(look)
        self._unseen = PlainLabel(tone="ink2", wrap=True)
        self._paper = QStackedWidget()
        self._print = other_button(_("Print…"))
        self._others = other_button(_("Other formats"))
        self._save = main_button("")
        for button in (self._print, self._others, self._save):
            button.setParent(self)  # until the window puts it into the head of the page
        self._stack = QStackedWidget()
        self._compose()
        self._connect()
        self._list.choose("")
        self._show_document()
        look.changed.connect(self._fit)

    @property
    def document(self) -> Document:
        """The document that is chosen."""
        return find_listed(self._list.current_id)

    @override
    def show_place(self, place: Place) -> None:
        profile = shown_profile(self.context.project, place.profile)
        self._profile = profile.id if profile else ""
        self._stack.setCurrentIndex(0 if profile else 1)
        if place.view:
            self._list.choose(place.view)
        self._show_document()
        self._list.setFocus()
        self.place_changed.emit(self.place())

    @override
    def take_change(self, change: Change) -> None:
        profile = shown_profile(self.context.project, self._profile)
        self._profile = profile.id if profile else ""
        self._stack.setCurrentIndex(0 if profile else 1)
        self._show_settings()
        self._request()

    @override
    def place(self) -> Place:
        return Place(page=DOCUMENTS, profile=self._profile, view=self._list.current_id)

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        formats = self.document.formats
        printing = (self._print,) if ".pdf" in formats else ()
        others = (self._others,) if len(formats) > 1 else ()
        return (*printing, *others, self._save)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _compose(self) -> None:
        px = self.context.appearance.px
        self._desk = QWidget()
        beside = QVBoxLayout(self._desk)
        beside.setContentsMargins(px(32), px(32), px(32), px(32))
        beside.addWidget(self._unseen)
        beside.addStretch(1)
        self._paper.addWidget(self._preview)
        self._paper.addWidget(self._desk)
        self._paper.addWidget(self._hidden)
        choices = QWidget()
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight, choices)
        self._choices.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        self._rule = Hairline(vertical=True)
        self._choices.addWidget(self._rule)
        self._choices.addWidget(self._options, 1)
        self._scroll = PageScroll(choices)
        sheet = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._scroll)
        self._columns.addWidget(self._paper, 1)
        self._stack.addWidget(sheet)
        self._stack.addWidget(NoProfile(self.context))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._list.chosen.connect(self._on_chosen)
        self._options.paper_chosen.connect(self._on_paper)
        self._options.language_chosen.connect(self._on_language)
        self._options.name_written.connect(self._on_name)
        self._options.brand.dressed.connect(self._on_dressed)
        self._options.brand.kept.connect(self._on_brand_kept)
        self._options.brand.refused.connect(self.context.host.complain)
        self._preview.rendered.connect(self._on_rendered)
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(lambda: self._on_save(self.document.formats[0]))
        self._options.readers.chosen.connect(self._on_choice)
        self._options.readers.list_asked.connect(lambda: self._paper.setCurrentIndex(_HIDDEN))
        self._hidden.chosen.connect(self._on_choice)
        self._hidden.closed.connect(self._close_list)
        self._hidden.save_asked.connect(lambda: save_hidden_list(self.context, self._copy.hidden))
        self._copy.ready.connect(self._on_copy)
        self._copy.failed.connect(self._complain)

    def _fit(self) -> None:
        px = self.context.appearance.px
        units = self.width() / self.context.appearance.theme.scale
        direction = QBoxLayout.Direction
        side_by_side = units >= _THREE_COLUMNS
        self._choices.setDirection(direction.LeftToRight if side_by_side else direction.TopToBottom)
        self._choices.setContentsMargins(px(20), px(12), px(24), px(24))
        self._choices.setSpacing(px(16))
        self._rule.setVisible(side_by_side)
        self._list.setFixedWidth(px(_LIST - 36) if side_by_side else px(_CHOICES - 44))
        self._word_buttons()
        beside = units >= _TWO_COLUMNS
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        wide = px(_LIST + _CHOICES) if side_by_side else px(_CHOICES)
        self._scroll.setMinimumWidth(wide if beside else 0)
        self._scroll.setMaximumWidth(wide if beside else 1 << 20)
        self._paper.setMinimumHeight(0 if beside else min(px(_PAPER), self.height() // 2))

    def _show_document(self) -> None:
        document = self.document
        others = list(document.formats[1:])
        self._word_buttons()
        printed = ".pdf" in document.formats
        self._print.setVisible(printed)
        self._others.setVisible(bool(others))
        if others:
            self._others.setMenu(self._formats_menu(others))
        self._options.show_document(document, _formats_words(document))
        self._show_settings()
        if self._paper.currentIndex() != _HIDDEN or document.blank:
            self._paper.setCurrentIndex(_PAGES if printed else _NO_PAGES)
        self._unseen.setText(
            _("Many files in one. Save it, then open it where you put it.")
            if document is PACK
            else _("This document is not made of pages. Save it, then open it.")
        )
        if printed:
            self._preview.show_document(document.id)
        self._request(at_once=True)

    def _word_buttons(self) -> None:
        """Say less on the buttons of the head where the page is narrow."""
        first = self.document.formats[0]
        words = _("Save as {kind}…", kind=KIND_NAMES.get(first, first))
        units = self.width() / self.context.appearance.theme.scale
        if 0 < units < _TWO_COLUMNS:
            self._save.set_words(_("Save…"))
            self._save.setAccessibleName(words)
            self._others.set_words(_("Formats"))
        else:
            self._save.set_words(words)
            self._others.set_words(_("Other formats"))

    def _formats_menu(self, suffixes: list[str]) -> QMenu:
        menu = QMenu(self._others)
        for suffix in suffixes:
            words = _("Save as {kind}…", kind=KIND_NAMES.get(suffix, suffix))
            entry = menu.addAction(words)
            entry.triggered.connect(lambda _on=False, suffix=suffix: self._on_save(suffix))
        return menu

    def _show_settings(self) -> None:
        self._options.show_settings(self.context.settings.current, self.context.project.language)
        project = self.context.project
        self._options.brand.show_brand(project.brand)
        self._options.readers.show_choice(self._copy.choice, parts_to_choose(project))

    def _request(self, *, at_once: bool = False) -> None:
        """Ask for the document as it would be made now, for its readers."""
        if not self._profile:
            return
        request = self._shared()
        if request is None:
            return  # `_on_copy` asks again
        self._show_hidden()
        if self._paper.currentIndex() == _PAGES:
            self._preview.show_request(request, at_once=at_once)

    def _shared(self) -> Request | None:
        """Return what is made for the readers, None while their copy is not there yet."""
        request = make_request(self.context, self._profile)
        return request if self.document.blank else self._copy.request_for(request)

    def _show_hidden(self) -> None:
        hidden = () if self.document.blank else self._copy.hidden
        self._options.readers.show_hidden(hidden_words(hidden))
        self._hidden.show_hidden(hidden, self._copy.choice)
        if not hidden and self._paper.currentIndex() == _HIDDEN and not self._copy.choice.keep:
            self._close_list()

    def _close_list(self) -> None:
        printed = ".pdf" in self.document.formats
        self._paper.setCurrentIndex(_PAGES if printed else _NO_PAGES)
        self._request(at_once=True)

    def _on_choice(self, choice: Choice) -> None:
        self._copy.choice = choice
        self._show_settings()
        self._request(at_once=True)

    def _on_copy(self) -> None:
        self._request(at_once=True)

    def _on_chosen(self, _document_id: str) -> None:
        self._show_document()
        self.place_changed.emit(self.place())

    def _on_paper(self, paper: str) -> None:
        self.context.settings.change(paper=paper)
        self._request(at_once=True)

    def _on_name(self, name: str) -> None:
        self.context.settings.change(prepared_by=name.strip())
        self._request()

    def _on_language(self, code: str) -> None:
        project = self.context.project
        edit = SetProjectDetails(
            client=project.client,
            name=project.name,
            language=code,
            currency=project.currency,
            label=_("language of the documents"),
        )
        self.context.opened.do(edit)

    def _on_dressed(self, brand: Brand) -> None:
        self.context.opened.do(SetBrand(brand=brand, label=_("logo, colour and footer")))

    def _on_brand_kept(self) -> None:
        try:
            keep_house_brand(self.context.home, self.context.project.brand)
        except KnownError as error:
            self._complain(error)
        else:
            self.context.host.say(_("New projects start with this logo, colour and footer."))

    def _on_rendered(self) -> None:
        result = self._preview.result
        if result is not None:
            words = n_("{n} page", "{n} pages", result.pages)
            self._list.show_count(self._preview.document_id, words)

    def _on_print(self) -> None:
        """Make the pages as they are now, then hand them to the printer."""
        document = self.document
        request = make_request(self.context, self._profile)
        choice = EVERYTHING if document.blank else self._copy.choice

        def work(progress: Progress) -> bytes:
            with quiet_gc():
                return make_document(document.id, ".pdf", shared(request, choice), progress)

        def done(data: bytes) -> None:
            try:
                self._print_on(data, _(document.title), self.window())
            except KnownError as error:
                self._complain(error)

        label = _("Making “{document}”", document=_(document.title))
        self.context.background.run(work, label=label, done=done, failed=self._complain)

    def _complain(self, error: Exception) -> None:
        self.context.host.complain(str(error))

    def _on_save(self, suffix: str) -> None:
        choice = EVERYTHING if self.document.blank else self._copy.choice
        if self.document is PACK:
            with_project = self._options.with_project.isChecked()
            save_pack(self.context, self._profile, choice, with_project=with_project)
        else:
            save_document(self.context, self.document.id, suffix, self._profile, choice=choice)


def _formats_words(document: Document) -> str:
    kinds = ", ".join(KIND_NAMES.get(suffix, suffix) for suffix in document.formats)
    return _("Saved as {kinds}.", kinds=kinds)
