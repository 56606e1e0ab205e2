"""All themes: counted as a picture and in words, by segment, and what each talk brought anew."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.themes import Grouping, count_themes, heard_quotes
from icp_desktop.model.project import Project
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import INTERVIEWS, Context, Place
from icp_desktop.ui.talks.counted_lines import (
    closed_rows,
    grouping_names,
    news_rows,
    segment_rows,
)
from icp_desktop.ui.talks.heard_card import HeardCard
from icp_desktop.ui.talks.panel_split import PanelSplit
from icp_desktop.ui.talks.plain_rows import PlainRows
from icp_desktop.ui.talks.split_block import SplitBlock
from icp_desktop.ui.talks.tab_view import THEMES, TabView
from icp_desktop.ui.talks.theme_changes import ThemeChanges
from icp_desktop.ui.talks.theme_list import ThemeList
from icp_desktop.ui.widgets.buttons import Button, literal, quiet_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment

_MOST_QUOTES = 12  # beside a theme; the tab of quotes has all of them


class ThemesView(TabView):
    """Choose a theme to see its quotes; rename, merge, split and remove it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.appearance
        self._project: Project | None = None
        self._profile = self._theme = ""
        self._grouping: Grouping = "segment"
        self.changes = ThemeChanges(context.opened, self._say)
        self.empty = EmptyState(
            _("No themes yet"),
            _("Mark what somebody said as a quote, and give it a theme with Ctrl+T."),
        )
        self.list = ThemeList(self._look)
        self.list.chosen.connect(self.choose)
        self.split_block = SplitBlock(self._look)
        self.split_block.split.connect(self._split)
        self.card = HeardCard(self._look, most_quotes=_MOST_QUOTES)
        self.card.used.connect(context.take)
        self._by = Segment(list(grouping_names()), name=_("Told apart by"))
        self._by.show_choice(self._grouping)
        self._by.chosen.connect(self._group)
        self._segments = PlainRows(self._look)
        self._news = PlainRows(self._look)
        self._closed = PlainRows(self._look)
        self._compose()

    def choose(self, theme: str) -> None:
        """Show a theme."""
        self._theme = theme
        self.split_block.hide()
        self._show()

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        self.choose(place.section or self._theme)

    @override
    def take_project(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self._show()

    @override
    def place(self) -> Place:
        return Place(page=INTERVIEWS, view=THEMES, section=self._theme)

    def _show(self) -> None:
        project = self._context.project
        counts = count_themes(project)
        if all(each.theme.id != self._theme for each in counts):
            self._theme = counts[0].theme.id if counts else ""
        self.empty.setVisible(not counts)
        for part in (self.list, self._actions, self.card):
            part.setVisible(bool(counts))
        self.list.show_counts(counts, self._theme)
        chosen = next((each for each in counts if each.theme.id == self._theme), None)
        if chosen is not None:
            profile = shown_profile(project, self._profile)
            self.card.show_theme(project, profile, chosen, heard_quotes(project, self._theme))
        segments = segment_rows(project, self._grouping)
        self._by_part.setVisible(bool(counts))
        self._segments.show_rows(segments)
        self._news_part.setVisible(bool(counts))
        self._news.show_rows(news_rows(project))
        closed = closed_rows(project)
        self._closed_part.setVisible(bool(closed))
        self._closed.show_rows(closed)

    def _rename(self) -> None:
        theme = self.changes.find(self._theme)
        if theme is None:
            return
        name = self._context.prompts.text(_("Rename the theme"), _("Its name"), theme.name)
        if name:
            self.changes.rename(theme, name)

    def _add(self) -> None:
        name = self._context.prompts.text(_("New theme"), _("Its name"))
        if name:
            self.choose(self.changes.add(name))

    def _start_split(self) -> None:
        self.split_block.start(heard_quotes(self._context.project, self._theme))

    def _split(self, quotes: frozenset[str], name: str) -> None:
        theme = self.changes.find(self._theme)
        if theme is not None:
            self.changes.split(theme, quotes, name)

    def _remove(self) -> None:
        theme = self.changes.find(self._theme)
        if theme is not None:
            self.changes.remove(theme)

    def _fill_merge(self) -> None:
        """Offer every other theme as the menu opens."""
        self._merge_menu.clear()
        theme = self.changes.find(self._theme)
        for each in self._context.project.themes:
            if theme is not None and each.id != theme.id:
                action = self._merge_menu.addAction(literal(each.name))
                action.triggered.connect(partial(self._merge, each.id))

    def _merge(self, into_id: str, _on: bool = False) -> None:
        theme, into = self.changes.find(self._theme), self.changes.find(into_id)
        if theme is not None and into is not None:
            self._theme = into_id
            self.changes.merge(theme, into)

    def _group(self, grouping: str) -> None:
        self._grouping = next(each for each, _words in grouping_names() if each == grouping)
        self._segments.show_rows(segment_rows(self._context.project, self._grouping))

    def _say(self, sentence: str) -> None:
        self._context.host.say(sentence, undo=True)

    def _compose(self) -> None:
        px = self._look.px
        panel = QWidget()
        beside = QVBoxLayout(panel)
        beside.setContentsMargins(px(12), px(16), px(12), px(24))
        beside.addWidget(self.card)
        beside.addStretch(1)
        page = PanelSplit(self._look, panel)
        self._actions = self._make_actions()
        self._by_part = self._part(_("By segment"), self._by, self._segments)
        self._news_part = self._part(_("Anything new?"), self._news)
        self._closed_part = self._part(_("Answers counted"), self._closed)
        page.add(self.empty, self.list, self._actions, self.split_block)
        page.add(self._by_part, self._news_part, self._closed_part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _make_actions(self) -> QWidget:
        px = self._look.px
        holder = QWidget()
        flow = FlowLayout(holder, gap=px(16), row_gap=px(4))
        merge = Button(_("Merge into"), "quiet", flush=True)
        self._merge_menu = QMenu(merge)
        self._merge_menu.aboutToShow.connect(self._fill_merge)
        merge.setMenu(self._merge_menu)
        buttons = [(_("Rename…"), self._rename), (_("Split…"), self._start_split)]
        buttons += [(_("Remove"), self._remove), (_("New theme…"), self._add)]
        for words, act in buttons:
            button = quiet_button(words, flush=True)
            button.clicked.connect(act)
            flow.addWidget(button)
        flow.addWidget(merge)
        return holder

    def _part(self, title: str, *parts: QWidget) -> QWidget:
        px = self._look.px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(title, style="lead_strong"))
        for part in parts:
            if isinstance(part, Segment):
                line = QHBoxLayout()
                line.addWidget(part)
                line.addStretch(1)
                column.addLayout(line)
            else:
                column.addWidget(part)
        return holder
