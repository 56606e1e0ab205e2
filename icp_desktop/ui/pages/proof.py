"""The page of proof: what is not yet proven, what answers rest on, and what people say of them."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.source_log import Use
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.open_project import Change
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.assumption_list import AssumptionList
from icp_desktop.ui.pages.comment_list import CommentList
from icp_desktop.ui.pages.no_profile import NoProfile
from icp_desktop.ui.pages.page import DOCUMENTS, PROOF, WORKSHEET, Context, Page, Place
from icp_desktop.ui.pages.place import COMMENTS, SOURCES, UNPROVEN
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.pages.source_list import SourceList
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab
from icp_desktop.worksheet.shipped import worksheet_of

_WIDEST = 940


class ProofPage(Page):
    """Show what is believed, or what answers rest on; a tab each."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.appearance
        self._profile: Profile | None = None
        self._view = UNPROVEN
        self._tabs = CountTabBar(look)
        self._tabs.setAccessibleName(_("Proof"))
        self._tabs.chosen.connect(self._on_tab)
        self.assumptions = AssumptionList(context)
        self.assumptions.field_asked.connect(self._go_to_field)
        self.assumptions.print_asked.connect(lambda: self._go(DOCUMENTS, view="unproven"))
        self.sources = SourceList(context)
        self.sources.use_asked.connect(self._on_use)
        self.comments = CommentList(look)
        self.comments.asked.connect(lambda each: self._go_to_field(each.place, each.field))
        self._areas: dict[str, PageScroll] = {}
        self._stack = QStackedWidget()
        self._nothing = NoProfile(context)
        self._compose()

    @override
    def show_place(self, place: Place) -> None:
        self._view = place.view if place.view in {UNPROVEN, SOURCES, COMMENTS} else UNPROVEN
        self._profile = shown_profile(self.context.project, place.profile)
        self._show()
        if self._profile is not None:
            self._tabs.setFocus()
        if self._view in self._areas:
            self._areas[self._view].verticalScrollBar().setValue(place.scroll)
        self.place_changed.emit(self.place())

    @override
    def take_change(self, change: Change) -> None:
        shown = self._profile.id if self._profile else ""
        self._profile = shown_profile(self.context.project, shown)
        self._show()

    @override
    def place(self) -> Place:
        profile = self._profile.id if self._profile else ""
        area = self._areas.get(self._view)
        scroll = area.verticalScrollBar().value() if area is not None else 0
        return Place(page=PROOF, profile=profile, view=self._view, scroll=scroll)

    def _compose(self) -> None:
        look = self.context.appearance
        for name, content in ((UNPROVEN, self.assumptions), (SOURCES, self.sources)):
            column = ReadingColumn(look, widest=_WIDEST, top=16)
            column.add(content)
            self._areas[name] = PageScroll(column)
            self._stack.addWidget(self._areas[name])
        self._stack.addWidget(self.comments)
        self._stack.addWidget(self._nothing)
        head = QHBoxLayout()
        side = look.px(32)
        head.setContentsMargins(side, 0, side, 0)
        head.addWidget(self._tabs)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(Hairline())
        rows.addWidget(self._stack, 1)

    def _show(self) -> None:
        if self._profile is None:
            self._stack.setCurrentWidget(self._nothing)
            self._tabs.hide()
            return
        self._tabs.show()
        self.assumptions.show_profile(self._profile)
        self.sources.show_log()
        self.comments.show_project(self.context.project)
        self._tabs.show_tabs(
            (
                Tab(UNPROVEN, _("Not yet proven"), str(self.assumptions.count)),
                Tab(SOURCES, _("Sources"), str(len(self.sources.rows))),
                Tab(COMMENTS, _("Comments"), str(self.comments.model.rowCount())),
            ),
            self._view,
        )
        self._tabs.choose(self._view)
        self._stack.setCurrentWidget(self._areas.get(self._view, self.comments))

    def _on_tab(self, view: str) -> None:
        profile = self._profile.id if self._profile else ""
        self.context.host.go(Place(page=PROOF, profile=profile, view=view))

    def _on_use(self, use: Use) -> None:
        self._go_to_field(use.place, use.field)

    def _go_to_field(self, profile: str, field: str) -> None:
        worksheet = worksheet_of(self.context.project)
        if any(each.id == field for each in worksheet.fields()):
            self._go(WORKSHEET, profile=profile, field=field, view="form")

    def _go(self, page: str, *, profile: str = "", field: str = "", view: str = "") -> None:
        profile = profile or (self._profile.id if self._profile else "")
        worksheet = worksheet_of(self.context.project)
        section = worksheet.section_of(field).id if field else ""
        place = Place(page=page, profile=profile, section=section, field=field, view=view)
        self.context.host.go(place)
