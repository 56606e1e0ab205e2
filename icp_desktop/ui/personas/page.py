"""The page of personas: who decides, pays and uses it, each on a card that can be printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.source_log import LoggedSource, source_log
from icp_desktop.i18n import _
from icp_desktop.insight.personas import titles_offered
from icp_desktop.model.persona import Persona
from icp_desktop.model.project import Profile
from icp_desktop.open_project import Change
from icp_desktop.ui.export import save_document
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.no_profile import NoProfile
from icp_desktop.ui.pages.page import DOCUMENTS, PERSONAS, Context, Page, Place
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.personas.card import PersonaCard
from icp_desktop.ui.personas.offer_rows import OfferRows
from icp_desktop.ui.personas.persona_changes import PersonaChanges
from icp_desktop.ui.personas.persona_list import PersonaList
from icp_desktop.ui.widgets.buttons import literal, other_button, small_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.worksheet.shipped import worksheet_of

_LIST, _BESIDE = 232, 860
_MOST_TITLES = 5


class PersonasPage(Page):
    """Lists the personas of a profile and shows one of them."""

    def __init__(self, context: Context) -> None:
        """Compose the page; the personas come with `show_place`."""
        super().__init__(context)
        look = context.appearance
        self._profile: Profile | None = None
        self._current = ""
        self._seen: tuple[object, ...] = ()
        self._out_of_order = False  # whether controls came or went since Tab was led down
        self.changes = PersonaChanges(
            context.opened, lambda said: context.host.say(said, undo=True)
        )
        self.print_button = other_button(_("Print the cards…"))
        self.add_button = other_button(_("Add a persona"), icon=look.icons.icon("plus"))
        for button in (self.print_button, self.add_button):
            button.setParent(self)  # until the window puts it into the head of the page
        self.list = PersonaList(look)
        self.titles = OfferRows(look, _("The profile names"), _MOST_TITLES)
        self.more = small_button(_("This card"))
        self.more.setMenu(self._menu())
        self.card = PersonaCard(look, self.changes, context.prompts, self._known_sources)
        self.empty = EmptyState(
            _("No personas yet"),
            _(
                "The profile says which customers to look for; a persona, whom to talk to and how. "
                "In three minutes the one who decides has a card, made of what the profile already "
                "says."
            ),
            _("Add a persona"),
            main=True,
        )
        self.first_titles = OfferRows(look, _("The profile names"), _MOST_TITLES)
        self._stack = QStackedWidget()
        self._compose()
        self._connect()
        self._fit()
        look.changed.connect(self._fit)

    @property
    def persona(self) -> Persona | None:
        """The persona that is shown."""
        return self.changes.find(self._current)

    @override
    def show_place(self, place: Place) -> None:
        self._profile = shown_profile(self.context.project, place.profile)
        if place.section:
            self._current = place.section
        self._renew()
        if self._stack.currentIndex() == 0:
            self.list.focus_current()
        elif self._stack.currentIndex() == 1:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit(self.place())

    @override
    def take_change(self, change: Change) -> None:
        self._profile = shown_profile(
            self.context.project, self._profile.id if self._profile else ""
        )
        self._renew()

    @override
    def place(self) -> Place:
        profile = self._profile.id if self._profile else ""
        return Place(page=PERSONAS, profile=profile, section=self._current)

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.print_button, self.add_button)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def start(self) -> None:
        """Add a persona without a title, which is asked for."""
        self.add("")

    def add(self, title: str) -> None:
        """Add a persona under a title."""
        if self._profile is None:
            return
        self._current = self.changes.add(self._profile.id, title)
        self._renew()
        target = self.card.take_all if title and self.card.take_all.isVisible() else None
        (target or self.card.who.title).setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit(self.place())

    def _renew(self) -> None:
        """Show what the project holds now; only what has changed is drawn again."""
        project, profile = self.context.project, self._profile
        seen = (project.personas, project.interviews, project.themes, profile, self._current)
        if all(a is b for a, b in zip(seen, self._seen, strict=False)) and self._seen:
            return
        self._seen = seen
        personas = project.personas_of(profile.id) if profile else ()
        wanted = profile is not None and profile.kind == "ideal"
        self.add_button.setEnabled(wanted)
        self.print_button.setEnabled(bool(personas))
        if profile is None:
            self._stack.setCurrentIndex(2)
            return
        if not wanted:
            self._stack.setCurrentIndex(3)
            return
        titles = titles_offered(project, profile)
        for offers in (self.titles, self.first_titles):
            offers.show_words(titles)
        self._stack.setCurrentIndex(0 if personas else 1)
        if not personas:
            self._current = ""
            return
        shown = next((each for each in personas if each.id == self._current), personas[0])
        self._current = shown.id
        self.list.show_personas(personas, shown.id)
        self.card.show_persona(project, profile, shown)
        self._order()

    def _known_sources(self) -> tuple[LoggedSource, ...]:
        project = self.context.project
        return tuple(each for each in source_log(project, worksheet_of(project)) if each.name)

    def _on_chosen(self, persona: str) -> None:
        self._current = persona
        self._renew()
        self.place_changed.emit(self.place())

    def _on_title(self, number: int) -> None:
        if self._profile is not None:
            titles = titles_offered(self.context.project, self._profile)
            self.add(titles[number])

    def _on_print(self) -> None:
        profile = self._profile.id if self._profile else ""
        self.context.host.go(Place(page=DOCUMENTS, profile=profile, view="personas"))

    def _on_save(self, suffix: str) -> None:
        if self.persona is not None and self._profile is not None:
            save_document(
                self.context, "personas", suffix, self._profile.id, persona=self.persona.id
            )

    def _on_copy(self) -> None:
        if self.persona is not None:
            self._current = self.changes.copy(self.persona)
            self._renew()
            self.card.who.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self) -> None:
        if self.persona is not None:
            self.changes.remove(self.persona)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for words, suffix in (
            (_("Save this card as PDF…"), ".pdf"),
            (_("Save this card as a picture…"), ".png"),
            (_("Save this card for Word…"), ".docx"),
        ):
            action = menu.addAction(literal(words))
            action.triggered.connect(lambda _on=False, suffix=suffix: self._on_save(suffix))
        menu.addSeparator()
        menu.addAction(literal(_("Copy this persona"))).triggered.connect(self._on_copy)
        menu.addAction(literal(_("Remove this persona"))).triggered.connect(self._on_remove)
        return menu

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.titles.taken.connect(self._on_title)
        self.first_titles.taken.connect(self._on_title)
        self.add_button.clicked.connect(self.start)
        self.empty.asked.connect(self.start)
        self.print_button.clicked.connect(self._on_print)
        self.card.refused.connect(self.context.host.complain)
        for part in (self.list, self.titles, self.card):
            part.rebuilt.connect(self._on_rebuilt)

    def _on_rebuilt(self) -> None:
        self._out_of_order = True

    def _order(self) -> None:
        """Let Tab go down the list, then the card; once for all that came and went."""
        if self._out_of_order:
            self._out_of_order = False
            order_tabs(self.list, self.titles, self.more, *self.card.stops())

    def _compose(self) -> None:
        px = self.context.appearance.px
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(px(12))
        self._side.addWidget(self.list)
        self._side.addWidget(self.titles)
        self._side.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._listed = side
        sheet = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        top = Qt.AlignmentFlag.AlignTop
        self._columns.addWidget(side, 0, top)
        self._columns.addWidget(self.card, 1, top)
        nothing = QWidget()
        self._nothing = QHBoxLayout(nothing)
        words = QVBoxLayout()
        words.setSpacing(px(16))
        words.addWidget(self.empty)
        words.addWidget(self.first_titles)
        words.addStretch(1)
        self._nothing.addLayout(words)
        unwanted = QWidget()
        self._unwanted = QVBoxLayout(unwanted)
        self._unwanted.addWidget(
            EmptyState(
                _("No personas of who is not a fit"),
                _("A card says whom to talk to and how. Choose the profile of a good customer."),
            )
        )
        no_profile = NoProfile(self.context)
        for each in (PageScroll(sheet), PageScroll(nothing), no_profile, PageScroll(unwanted)):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    def _fit(self) -> None:
        px = self.context.appearance.px
        beside = self.width() >= px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if beside else down)
        self._columns.setContentsMargins(px(32), px(16), px(32), px(24))
        self._columns.setSpacing(px(24 if beside else 16))
        for empty in (self._nothing, self._unwanted):
            empty.setContentsMargins(px(32), px(24), px(32), px(24))
        self._listed.setMinimumWidth(px(_LIST) if beside else 0)
        self._listed.setMaximumWidth(px(_LIST) if beside else 1 << 20)
