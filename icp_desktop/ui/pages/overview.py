"""The overview: the one next step, the map, and the profile in one sentence."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.standing import due_step, plan_step
from icp_desktop.checks.states import NextStep, map_columns, next_steps
from icp_desktop.i18n import _
from icp_desktop.model.edits import SetSummary
from icp_desktop.model.project import Profile, Situation
from icp_desktop.model.project_edits import SetSituation
from icp_desktop.open_project import Change
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.map_legend import MapLegend
from icp_desktop.ui.pages.no_profile import NoProfile
from icp_desktop.ui.pages.objection_list import ObjectionList
from icp_desktop.ui.pages.overview_start import OverviewStart
from icp_desktop.ui.pages.page import OVERVIEW, REVIEWS, WORKSHEET, Context, Page, Place
from icp_desktop.ui.pages.page_texts import PageTexts
from icp_desktop.ui.pages.place import MAP, SIDE_BY_SIDE
from icp_desktop.ui.pages.profile_map import ProfileMap
from icp_desktop.ui.pages.sentence_line import SentenceLine
from icp_desktop.ui.pages.side_by_side import SideBySide
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.next_step import NextStepCard
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.worksheet.sentence import sentence
from icp_desktop.worksheet.shipped import worksheet_of

_MOST_OTHERS = 8


class OverviewPage(Page):
    """Show where a profile stands and what to do next."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.appearance
        self._profile: Profile | None = None
        self._shown: tuple[object, ...] = ()
        self._steps: tuple[NextStep, ...] = ()
        self._start = OverviewStart(look)
        self._step = NextStepCard(look)
        self._legend = MapLegend(look)
        self._map = ProfileMap(look)
        self._sentence = SentenceLine(look)
        self._texts = PageTexts(context)
        self._objections = ObjectionList(context, self._texts)
        self._nothing = NoProfile(context)
        self._side: SideBySide | None = None
        self._segment = Segment(
            [(MAP, _("Map")), (SIDE_BY_SIDE, _("Compare"))], name=_("How to look at it")
        )
        self._segment.show_choice(MAP)
        self._segment.chosen.connect(self.switch_to)
        self._stack = QStackedWidget()
        self._compose()
        self._connect()
        look.changed.connect(self._fit)

    @property
    def view(self) -> str:
        """What is shown: "map" or "side"."""
        return self._segment.value()

    def switch_to(self, view: str) -> None:
        """Show the map of one profile, or all of them side by side."""
        self.show_place(replace(self.place(), view=view))

    def side_by_side(self) -> SideBySide:
        """Show the profiles side by side and return what shows them."""
        self.switch_to(SIDE_BY_SIDE)
        return self._sides()

    @override
    def show_place(self, place: Place) -> None:
        self._segment.show_choice(SIDE_BY_SIDE if place.view == SIDE_BY_SIDE else MAP)
        self._show(shown_profile(self.context.project, place.profile))
        if self.view == SIDE_BY_SIDE:
            self._sides().focus_first()
            self.place_changed.emit(self.place())
            return
        if self._profile is None:
            return
        if place.field:
            self._map.focus_tile(place.field)
        elif self._is_empty():
            self._start.main_button.setFocus()
        elif self._steps:
            self._step.main_button.setFocus()
        else:
            self._map.focus_tile("")
        self._area.verticalScrollBar().setValue(place.scroll)
        self.place_changed.emit(self.place())

    @override
    def take_change(self, change: Change) -> None:
        shown = self._profile.id if self._profile else ""
        self._show(shown_profile(self.context.project, shown))

    @override
    def place(self) -> Place:
        if self._profile is None:
            return Place(page=OVERVIEW, view=self.view)
        if self.view == SIDE_BY_SIDE:
            return Place(page=OVERVIEW, profile=self._profile.id, view=SIDE_BY_SIDE)
        field = self._map.current
        worksheet = worksheet_of(self.context.project)
        section = worksheet.section_of(field).id if field else ""
        scroll = self._area.verticalScrollBar().value()
        return Place(
            page=OVERVIEW, profile=self._profile.id, section=section, field=field, scroll=scroll
        )

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self._segment,)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _compose(self) -> None:
        sheet = QWidget()
        self._lines = QVBoxLayout(sheet)
        for part in (self._start, self._step, self._legend, self._map, Hairline(), self._sentence):
            self._lines.addWidget(part)
        self._lines.addWidget(self._texts)
        self._lines.addWidget(self._objections)
        self._lines.addStretch(1)
        self._area = PageScroll(sheet)
        self._area.verticalScrollBar().rangeChanged.connect(self._fit)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._fit()

    def _connect(self) -> None:
        self._start.asked.connect(lambda page, view: self._go(page, view=view))
        self._start.situation_said.connect(self._on_situation)
        self._step.asked.connect(self._on_step)
        self._step.others_asked.connect(self._on_other_steps)
        self._legend.filtered.connect(self._map.show_only)
        self._map.opened.connect(lambda field: self._go(WORKSHEET, field=field, view="form"))
        self._sentence.written.connect(self._on_written)
        self._sentence.sealed.connect(self.context.opened.seal)
        self._sentence.copied.connect(lambda: self.context.host.say(_("Sentence copied.")))

    def _fit(self) -> None:
        px = self.context.appearance.px
        side = px(32)
        bar = self._area.width() - self._area.viewport().width()  # in the right margin
        self._lines.setContentsMargins(side, px(4), max(side - bar, 0), px(24))
        self._lines.setSpacing(px(12))
        self._sentence.fit(self.width() - 2 * side)
        self._texts.fit(self.width() - 2 * side)

    def _show(self, profile: Profile | None) -> None:
        project = self.context.project
        on_map = self.view != SIDE_BY_SIDE
        if profile is not None and on_map:
            self._objections.show_profile(profile.id)
        asked = (project.worksheet, bool(project.about), project.situation)
        shown = (profile, on_map, *asked, project.review_plan, project.tables)
        if self._shown and all(a is b for a, b in zip(shown, self._shown, strict=True)):
            return
        another = self._profile is None or profile is None or profile.id != self._profile.id
        self._shown = shown
        self._profile = profile
        if not on_map:
            self._shown = ()  # the other view sees for itself what has changed
            self._sides().show_project()
            self._stack.setCurrentWidget(self._sides())
            return
        if profile is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        if another:
            self._legend.clear()
            self._map.show_only(frozenset())
        self._stack.setCurrentWidget(self._area)
        worksheet = worksheet_of(project)
        columns = map_columns(profile, worksheet)
        self._legend.show_columns(columns)
        self._map.show_map(columns, profile)
        words = sentence(profile, worksheet)
        self._sentence.show_sentence(words, by_hand=bool(profile.summary))
        self._texts.show_profile(profile)
        self._steps = (
            *due_step(project, today()),
            *next_steps(profile, worksheet, project.situation),
            *plan_step(project, profile, worksheet),
        )
        self._start.setVisible(self._is_empty())
        self._start.show_situation(project.situation)
        self._step.setVisible(not self._is_empty() and bool(self._steps))
        if self._steps:
            step = self._steps[0]
            others = len(self._steps) > 1
            self._step.show_step(step.action, step.reason, step.button, others=others)

    def _sides(self) -> SideBySide:
        if self._side is None:
            self._side = SideBySide(self.context)
            self._stack.addWidget(self._side)
        return self._side

    def _is_empty(self) -> bool:
        assert self._profile is not None
        return not self._profile.answers and not self.context.project.about

    def _on_step(self) -> None:
        if self._steps:
            self._take(self._steps[0])

    def _on_other_steps(self) -> None:
        """List what else is worth doing, under the button that asks for it."""
        menu = QMenu(self)
        for step in self._steps[1 : _MOST_OTHERS + 1]:
            entry = menu.addAction(literal(step.action))
            entry.triggered.connect(lambda _on=False, step=step: self._take(step))
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.focusWidget() or self._step
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _take(self, step: NextStep) -> None:
        """Go where a step is taken: a guess is weighed in the tour, an open field in the form."""
        assert self._profile is not None
        if not step.field:
            self._go(REVIEWS)
            return
        is_open = self._profile.answer(step.field).value is None
        self._go(WORKSHEET, field=step.field, view="form" if is_open else "tour")

    def _on_situation(self, situation: Situation) -> None:
        label = _("how many customers there are")
        self.context.opened.do(SetSituation(situation=situation, label=label))

    def _on_written(self, words: str) -> None:
        assert self._profile is not None
        label = _("sentence of “{profile}”", profile=self._profile.name)
        edit = SetSummary(profile=self._profile.id, summary=words, label=label)
        self.context.opened.do(edit, merge=f"{self._profile.id}/summary")

    def _go(self, page: str, *, field: str = "", view: str = "") -> None:
        profile = self._profile.id if self._profile else ""
        worksheet = worksheet_of(self.context.project)
        section = worksheet.section_of(field).id if field else ""
        self.context.host.go(
            Place(page=page, profile=profile, section=section, field=field, view=view)
        )
