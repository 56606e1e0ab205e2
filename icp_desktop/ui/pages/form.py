"""The worksheet as forms: a tab per section, of which only those shown are ever built."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from icp_desktop.checks.states import open_count
from icp_desktop.documents.content import MARKET_NAMES
from icp_desktop.documents.words import in_sentence
from icp_desktop.i18n import _, n_
from icp_desktop.model.edits import BUSINESS, RenameProfile, SetMarket
from icp_desktop.model.project import Market, Profile
from icp_desktop.model.values import is_empty
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.field_row import RowFrame
from icp_desktop.ui.pages.market_button import MarketButton
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.pages.section_form import SectionForm
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab
from icp_desktop.worksheet.definitions import Section, Worksheet
from icp_desktop.worksheet.shipped import worksheet_of

_MOST_FORMS = 12  # kept, so that going back and forth costs nothing
FormKey = tuple[str, str, str, str, str]


class FormView(QWidget):
    """Show one section of one profile at a time; `moved` says that the person is elsewhere."""

    moved = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._profile: Profile | None = None
        self._section = ""
        self._forms: dict[FormKey, SectionForm] = {}
        self._tabs = CountTabBar(context.appearance)
        self._tabs.chosen.connect(self._on_tab)
        self._shown_tabs: tuple[Tab, ...] = ()
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        side = context.appearance.px(32)
        head.setContentsMargins(side, 0, side, 0)
        head.addWidget(self._tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    @property
    def section(self) -> str:
        """The id of the section that is shown."""
        return self._section

    @property
    def field(self) -> str:
        """The id of the field that is open."""
        form = self.form
        return form.field if form else ""

    @property
    def form(self) -> SectionForm | None:
        """The form that is shown."""
        found = self._stack.currentWidget()
        return found if isinstance(found, SectionForm) else None

    @property
    def scrolled_to(self) -> int:
        """How far the form is scrolled, in pixels."""
        return self.form.area.verticalScrollBar().value() if self.form else 0

    def show_section(self, profile: Profile, section_id: str) -> None:
        """Show a section of a profile as it is now."""
        self._profile = profile
        section = self._find_section(section_id)
        self._section = section.id
        self._show_tabs()
        self._tabs.choose(section.id)
        form = self._form(section)
        form.show_answers()
        self._stack.setCurrentWidget(form)

    def focus_field(self, field_id: str, scroll: int = 0) -> None:
        """Put the focus on a field and, where it was kept, the scroll bar back."""
        if self.form is None:
            return
        self.form.focus_field(field_id)
        if scroll:
            self.form.area.verticalScrollBar().setValue(scroll)

    def step(self, by: int) -> None:
        """Go to the next or previous answer, over the end of a section to the one beside it."""
        if self.form is None or self.form.focus_next(by) or self._profile is None:
            return
        ids = [section.id for section in self._sections()]
        number = ids.index(self._section) + by
        if 0 <= number < len(ids):
            self.show_section(self._profile, ids[number])
            rows = self.form.rows
            self.form.focus_field(rows[0 if by > 0 else -1].field.id if rows else "")
            self.moved.emit()

    def prove(self) -> bool:
        """Open the menu of proof of the field that is open."""
        form = self.form
        rows = [row for row in form.rows if row.field.id == form.field] if form else []
        for row in rows:
            row.open_proof_menu()
        return bool(rows)

    def take_profile(self, profile: Profile) -> None:
        """Show what has changed in the profile or the answers about the business."""
        self.show_section(profile, self._section)

    def note_focus(self, widget: QWidget) -> None:
        """Follow the focus into a row."""
        form = self.form
        if form is not None and form.isAncestorOf(widget):
            form.note_focus(widget)

    def _worksheet(self) -> Worksheet:
        return worksheet_of(self._context.project)

    def _sections(self) -> tuple[Section, ...]:
        """Return the sections that ask anything; all of them where none does."""
        assert self._profile is not None
        worksheet = self._worksheet()
        return worksheet.asking(self._profile.market) or worksheet.sections

    def _find_section(self, section_id: str) -> Section:
        sections = self._sections()
        for section in sections:
            if section.id == section_id:
                return section
        return next((s for s in sections if s.scope == "profile"), sections[0])

    def _show_tabs(self) -> None:
        assert self._profile is not None
        project, market = self._context.project, self._profile.market
        tabs = []
        for section in self._sections():
            n = open_count(section, project, self._profile)
            count = n_("{n} open", "{n} open", n) if n else ""
            label = section.wording(market).label
            tabs.append(Tab(id=section.id, label=label, count=count, short=str(n) if n else ""))
        before, self._shown_tabs = self._shown_tabs, tuple(tabs)
        if [(t.id, t.label) for t in tabs] != [(t.id, t.label) for t in before]:
            self._tabs.show_tabs(tabs)
            return
        for new, old in zip(tabs, before, strict=True):
            if new != old:
                self._tabs.set_count(new.id, new.count, new.short)

    def _form(self, section: Section) -> SectionForm:
        assert self._profile is not None
        profile, project = self._profile, self._context.project
        place = BUSINESS if section.scope == "business" else profile.id
        key = (place, section.id, profile.market, profile.kind, project.currency)
        form = self._forms.pop(key, None)
        if form is not None and form.section != section:
            self._drop(form)
            form = None
        if form is None:
            form = self._make_form(section, place)
            self._stack.addWidget(form)
            order_tabs(self._tabs, form)
        self._forms[key] = form  # the last one used is the last one in the table
        while len(self._forms) > _MOST_FORMS:
            self._drop(self._forms.pop(next(iter(self._forms))))
        return form

    def _make_form(self, section: Section, place: str) -> SectionForm:
        assert self._profile is not None
        profile = self._profile
        frame = RowFrame(
            answers=Answers(self._context.opened, place, profile.market),
            kind=profile.kind,
            currency=self._context.project.currency,
            weighed=section.scope == "profile",
            who=self._context.settings.current.prepared_by,
        )
        button = None if section.scope == "business" else self._market_button(profile.market)
        form = SectionForm(self._context.appearance, frame, section, button)
        form.moved.connect(lambda _field: self.moved.emit())
        form.scrolled.connect(self.moved)
        return form

    def _drop(self, form: SectionForm) -> None:
        self._stack.removeWidget(form)
        form.deleteLater()

    def _market_button(self, market: Market) -> MarketButton:
        button = MarketButton(market)
        button.chosen.connect(self._on_market)
        button.rename_asked.connect(self._on_rename)
        return button

    def _on_tab(self, section_id: str) -> None:
        if self._profile is None:
            return
        self.show_section(self._profile, section_id)
        self.moved.emit()

    def _on_market(self, market: Market) -> None:
        assert self._profile is not None
        label = _("whom “{profile}” is of", profile=self._profile.name)
        profile = self._profile
        if self._context.opened.do(SetMarket(profile=profile.id, market=market, label=label)):
            self._say_kept(profile, market)

    def _say_kept(self, profile: Profile, market: Market) -> None:
        """Say that answers which are not asked any more are kept: switching back shows them."""
        asked = {f.id for section in self._worksheet().sections for f in section.asked(market)}
        hidden = sum(not is_empty(a.value) and a.field not in asked for a in profile.answers)
        if not hidden:
            return
        sentence = n_(
            "{n} answer is not asked of {market}. It is kept, out of sight.",
            "{n} answers are not asked of {market}. They are kept, out of sight.",
            hidden,
            market=in_sentence(_(MARKET_NAMES[market])),
        )
        self._context.host.say(sentence, undo=True)

    def _on_rename(self) -> None:
        assert self._profile is not None
        profile = self._profile
        name = self._context.prompts.text(_("Rename this profile"), _("Name"), profile.name)
        if name and name.strip() and name.strip() != profile.name:
            label = _("name of “{profile}”", profile=profile.name)
            edit = RenameProfile(profile=profile.id, name=name.strip(), label=label)
            self._context.opened.do(edit)
