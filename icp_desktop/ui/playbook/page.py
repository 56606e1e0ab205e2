"""The page of the playbook: what follows from a profile, part by part, and what is to be done."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _, n_
from icp_desktop.model.edits import AddProfile
from icp_desktop.model.ids import new_id
from icp_desktop.model.play import Action
from icp_desktop.model.project import Profile, Project
from icp_desktop.open_project import Change
from icp_desktop.playbook.keeping import refresh
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.no_profile import NoProfile
from icp_desktop.ui.pages.page import (
    DOCUMENTS,
    PERSONAS,
    PLAYBOOK,
    WORKSHEET,
    Context,
    Page,
    Place,
)
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.playbook.actions_view import ActionsView
from icp_desktop.ui.playbook.changes import PlaybookChanges, action_of
from icp_desktop.ui.playbook.chapter_view import ChapterView
from icp_desktop.ui.playbook.composing import CHANNELS, compose_shown
from icp_desktop.ui.playbook.plain_text import chapter_text, line_text
from icp_desktop.ui.playbook.shown import ShownLine, ShownPart, ShownPlaybook, ShownReason
from icp_desktop.ui.playbook.spending_view import SpendingView
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab
from icp_desktop.ui.widgets.tooltips import set_tool_tip
from icp_desktop.worksheet.shipped import worksheet_of

ACTIONS = "actions"
_WIDEST, _SIDE, _BETWEEN = 760, 32, 32


class PlaybookPage(Page):
    """Show one part at a time; what is not looked at is not built."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.appearance
        self._profile: Profile | None = None
        self._shown: ShownPlaybook | None = None
        self._seen: Project | None = None
        self._view = ""
        self._tab_list: list[Tab] = []
        self.changes = PlaybookChanges(context)
        self.print_button = other_button(_("Print…"))
        self.print_button.clicked.connect(self._on_print)
        self.refresh_button = other_button(_("Refresh…"))
        self.refresh_button.clicked.connect(self._on_refresh)
        for button in (self.print_button, self.refresh_button):
            button.setParent(self)  # until the window puts it into the head of the page
        self.tabs = CountTabBar(look)
        self.tabs.setAccessibleName(_("Parts of the playbook"))
        self.tabs.chosen.connect(self._on_tab)
        self._areas: dict[str, PageScroll] = {}
        self.chapters: dict[str, ChapterView] = {}
        self.to_do: ActionsView | None = None
        self.spending: SpendingView | None = None
        self.empty = EmptyState(
            _("Nothing to go by yet"),
            _(
                "Three minutes with the worksheet, for what hurts your customers and what they "
                "get from you, bring the first sentences to say and write. Each says why it is "
                "there."
            ),
            _("Say what hurts"),
        )
        self._stack = QStackedWidget()
        self._compose()
        self._scale = look.theme.scale
        look.changed.connect(self._on_look_changed)

    @override
    def show_place(self, place: Place) -> None:
        self._profile = shown_profile(self.context.project, place.profile)
        self._view = place.view or self._view
        self._show()
        area = self._areas.get(self._view)
        if area is not None and self._stack.currentWidget() is area:
            area.verticalScrollBar().setValue(place.scroll)
            self.tabs.setFocus()
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
        return Place(page=PLAYBOOK, profile=profile, view=self._view, scroll=scroll)

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.print_button, self.refresh_button)

    def _compose(self) -> None:
        look = self.context.appearance
        px = look.px
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        bar.addWidget(self.tabs)
        self._nothing = NoProfile(self.context)
        nothing = ReadingColumn(look, widest=_WIDEST, top=24)
        nothing.add(self.empty)
        nothing.column.addStretch(1)
        self.empty.asked.connect(lambda: self._go_to_field("needs.pains"))
        self._blank = PageScroll(nothing)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._blank)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._bar)
        rows.addWidget(Hairline())
        rows.addWidget(self._stack, 1)

    def _show(self) -> None:
        """Show the part that is looked at as it is now; what it rests on is composed anew."""
        project, profile = self.context.project, self._profile
        if profile is None:
            self._shown = self._seen = None
            self._show_alone(self._nothing)
            return
        if self._shown is None or project is not self._seen or profile.id != self._shown.profile:
            self._shown, self._seen = compose_shown(project, profile), project
        shown = self._shown
        for button in (self.print_button, self.refresh_button):
            button.setVisible(not shown.empty)
        if shown.empty:
            self._show_alone(self._blank)
            return
        self.changes.show_profile(profile)
        names = [part.id for part in shown.parts]
        self._view = self._view if self._view in {*names, ACTIONS} else names[0]
        self._bar.show()
        self._show_tabs(shown)
        self._show_refresh(shown)
        self._fill(shown)
        self._stack.setCurrentWidget(self._areas[self._view])

    def _show_alone(self, widget: QWidget) -> None:
        self._bar.hide()
        self.print_button.hide()
        self.refresh_button.hide()
        self._stack.setCurrentWidget(widget)

    def _show_tabs(self, shown: ShownPlaybook) -> None:
        tabs = [Tab(each.id, each.tab, _count(each)) for each in shown.parts]
        still = sum(action.done is None for action in shown.actions)
        tabs.append(Tab(ACTIONS, _("Actions"), str(still or "")))
        if tabs != self._tab_list:  # it costs more than all else that a key press leads to
            self._tab_list = tabs
            self.tabs.show_tabs(tabs, self._view)
        self.tabs.choose(self._view)

    def _show_refresh(self, shown: ShownPlaybook) -> None:
        """Offer to keep the lines; later to refresh them, the main thing once some have changed."""
        changed = shown.changed
        self.refresh_button.set_words(_("Refresh…") if shown.taken else _("Keep these lines"))
        self.refresh_button.setEnabled(bool(changed) or not shown.taken)
        set_state(self.refresh_button, "kind", "main" if changed else "other")
        if not shown.taken:
            tip = _("From then on you are asked first when what a line rests on changes")
        elif changed:
            tip = n_("{n} line would be another now", "{n} lines would be others now", changed)
        else:
            tip = _("Nothing that the lines rest on has changed")
        set_tool_tip(self.refresh_button, tip)

    def _fill(self, shown: ShownPlaybook) -> None:
        if self._view == ACTIONS:
            if self.to_do is None:
                self.to_do = self._make_actions()
            self.to_do.show_actions(shown.actions)
            return
        part = next(each for each in shown.parts if each.id == self._view)
        if part.id not in self._areas:
            views = [self._make_chapter(each.id, spoken=each.spoken) for each in part.chapters]
            if part.id == CHANNELS:
                self.spending = self._make_spending()
            below = (self.spending,) if part.id == CHANNELS and self.spending else ()
            self._add_area(part.id, *views, *below)
        for chapter in part.chapters:
            self.chapters[chapter.id].show_chapter(chapter)
        if part.id == CHANNELS and self.spending is not None:
            currency = self.context.project.currency
            self.spending.show_spending(shown.spending, shown.profile, currency)

    def _make_chapter(self, name: str, *, spoken: bool) -> ChapterView:
        view = self.chapters[name] = ChapterView(self.context.appearance)
        view.asked.connect(self._on_asked)
        view.copied.connect(lambda: self._copy_chapter(name))
        view.written.connect(self.changes.write)
        view.sealed.connect(self.context.opened.seal)
        view.added.connect(lambda words: self.changes.add_line(name, words))
        view.done.connect(lambda wish, line: self._on_wish(wish, line, spoken=spoken))
        return view

    def _make_spending(self) -> SpendingView:
        view = SpendingView(self.context.appearance)
        view.put.connect(lambda effort: self.changes.put("efforts", effort))
        view.sealed.connect(self.context.opened.seal)
        view.added.connect(self.changes.add_effort)
        view.removed.connect(self.changes.remove_effort)
        return view

    def _make_actions(self) -> ActionsView:
        view = ActionsView(self.context.appearance)
        view.put.connect(lambda action: self.changes.put("actions", action))
        view.sealed.connect(self.context.opened.seal)
        view.added.connect(self._add_action)
        view.removed.connect(self.changes.remove_action)
        self._add_area(ACTIONS, view)
        return view

    def _add_area(self, name: str, *content: QWidget) -> None:
        look = self.context.appearance
        column = ReadingColumn(look, widest=_WIDEST, top=16, gap=_BETWEEN)
        column.add(*content)
        column.column.addStretch(1)
        self._areas[name] = PageScroll(column)
        self._stack.addWidget(self._areas[name])

    def _on_tab(self, view: str) -> None:
        profile = self._profile.id if self._profile else ""
        self.context.host.go(Place(page=PLAYBOOK, profile=profile, view=view))

    def _on_wish(self, wish: str, line: ShownLine, *, spoken: bool) -> None:
        if wish == "copy":
            self._copy(line_text(line, spoken=spoken))
        elif wish == "action":
            self._add_action(action_of(line))
        else:
            self.changes.carry_out(wish, line)

    def _add_action(self, action: Action) -> None:
        """Take an action in; one that came from a line still wants to know who and when."""
        from_line = self._view != ACTIONS
        added = self.changes.add_action(action)
        if from_line:
            self._on_tab(ACTIONS)
            if self.to_do is not None:
                self.to_do.edit(added.id)

    def _copy_chapter(self, name: str) -> None:
        assert self._shown is not None
        chapters = (each for part in self._shown.parts for each in part.chapters)
        self._copy(chapter_text(next(each for each in chapters if each.id == name)))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.context.host.say(_("Copied."))

    def _on_print(self) -> None:
        profile = self._profile.id if self._profile else ""
        self.context.host.go(Place(page=DOCUMENTS, profile=profile, view=PLAYBOOK))

    def _on_refresh(self) -> None:
        assert self._profile is not None
        if self._shown is not None and not self._shown.taken:
            self.changes.keep()
            return
        proposal = refresh(self.context.project, self._profile)
        self.context.host.propose(proposal, _("Now"), _("New"))

    def _on_asked(self, reason: ShownReason) -> None:
        """Go to what a line rests on: a field, or the persona of whom it is said."""
        profile = self._profile.id if self._profile else ""
        if reason.no_fit:
            no_fit = reason.place or self._add_no_fit()
            self.context.host.go(Place(page=WORKSHEET, profile=no_fit, view="form"))
        elif reason.persona or not reason.field:
            self.context.host.go(Place(page=PERSONAS, profile=profile, section=reason.persona))
        else:
            self._go_to_field(reason.field, reason.place)

    def _add_no_fit(self) -> str:
        """Add the profile of those who are not a fit, and return its id."""
        market = self._profile.market if self._profile else "both"
        no_fit = Profile(id=new_id(), name=_("Not a fit"), market=market, kind="negative")
        said = _("“Not a fit” added.")
        self.context.take(AddProfile(profile=no_fit, label=_("new profile")), said)
        return no_fit.id

    def _go_to_field(self, field: str, place: str = "") -> None:
        worksheet = worksheet_of(self.context.project)
        if any(each.id == field for each in worksheet.fields()):
            section = worksheet.section_of(field).id
            profile = place or (self._profile.id if self._profile else "")
            self.context.host.go(
                Place(page=WORKSHEET, profile=profile, section=section, field=field, view="form")
            )

    def _on_look_changed(self) -> None:
        """Build the parts anew in another size; another colour needs nothing."""
        scale = self.context.appearance.theme.scale
        if scale == self._scale:
            return
        self._scale = scale
        for area in self._areas.values():
            self._stack.removeWidget(area)
            area.deleteLater()
        self._areas, self.chapters, self.to_do, self.spending = {}, {}, None, None
        if self._shown is not None:
            self._show()


def _count(part: ShownPart) -> str:
    """Return how many lines a part has, or how many of them wait for a choice."""
    lines = [line for chapter in part.chapters for line in chapter.lines()]
    changed = sum(line.waits for line in lines)
    return n_("{n} changed", "{n} changed", changed) if changed else str(len(lines) or "")
