"""The quote bank: everything marked in any talk, found by theme, star or words."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _, n_
from icp_desktop.insight.themes import HeardQuote, heard_quotes
from icp_desktop.model.project import Project
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import INTERVIEWS, Context, Place
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.talks.heard_card import HeardCard
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.talks.panel_split import PanelSplit
from icp_desktop.ui.talks.tab_view import QUOTES, TALKS, TabView
from icp_desktop.ui.talks.talk_changes import TalkChanges
from icp_desktop.ui.talks.words import heard_words
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel

_MORE = 40  # rows that are shown at first, and each time more are asked for


class QuotesView(TabView):
    """List quotes; one can be starred, shown in its talk, or used as evidence."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.appearance
        self._project: Project | None = None
        self._profile = self._quote = ""
        self._most = _MORE
        self._changes = TalkChanges(context.opened, self._say)
        self.empty = EmptyState(
            _("No quotes yet"),
            _("Mark what somebody said word for word with Ctrl+D. It is kept here, with its talk."),
        )
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find in quotes"))
        self.words.setAccessibleName(_("Find in quotes"))
        self.words.textChanged.connect(self._show)
        self.theme = DetailCombo(self._look, 184)
        self.theme.setAccessibleName(_("Theme"))
        self.theme.picked.connect(lambda _theme: self._show())
        self.starred = QCheckBox(_("Starred alone"))
        self.starred.toggled.connect(self._show)
        self.list = TwoLineList(self._look)
        self._count = PlainLabel(style="caption", tone="ink2")
        self.more_button = quiet_button(_("Show more"), flush=True)
        self.more_button.clicked.connect(self._show_more)
        self.card = HeardCard(self._look)
        self.card.used.connect(context.take)
        self._compose()

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        self._show()

    @override
    def take_project(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self._show()

    @override
    def place(self) -> Place:
        return Place(page=INTERVIEWS, view=QUOTES)

    def _show(self) -> None:
        project = self._context.project
        entries = [("", _("All themes")), *((each.id, each.name) for each in project.themes)]
        self.theme.show_entries(entries)
        if not self.theme.current_id():
            self.theme.show_id("")
        found = self._found(project)
        every = any(talk.quotes for talk in project.interviews)
        self.empty.setVisible(not every)
        self._filter.setVisible(every)
        self._count.setVisible(every)
        self._count.setText(n_("{n} quote", "{n} quotes", len(found)))
        names = {theme.id: theme.name for theme in project.themes}
        self.list.show_rows([self._row(each, names) for each in found[: self._most]])
        self.more_button.setVisible(len(found) > self._most)
        one = next((each for each in heard_quotes(project) if each.quote.id == self._quote), None)
        self.card.setVisible(one is not None)
        if one is not None:
            self.card.show_quote(project, shown_profile(project, self._profile), one)

    def _found(self, project: Project) -> list[HeardQuote]:
        wanted = self.words.text().strip().casefold()
        return [
            each
            for each in heard_quotes(project, self.theme.current_id())
            if (not self.starred.isChecked() or each.quote.starred)
            and wanted in each.quote.text.casefold()
        ]

    def _row(self, heard: HeardQuote, names: dict[str, str]) -> TwoLineRow:
        quote = heard.quote
        themes = ", ".join(names[each] for each in quote.themes if each in names)
        line = " · ".join(part for part in (heard_words(heard.talk, heard.number), themes) if part)
        star = _("Take the star away") if quote.starred else _("Star it")
        place = Place(page=INTERVIEWS, view=TALKS, section=heard.talk.id, field=quote.question)
        return TwoLineRow(
            strong=_("“{words}”", words=quote.text),
            line=line,
            actions=(
                RowAction(words=star, act=partial(self._changes.star, quote)),
                RowAction(words=_("Show"), act=partial(self.go_asked.emit, place)),
                RowAction(words=_("Use"), act=partial(self._choose, quote.id)),
            ),
        )

    def _choose(self, quote: str) -> None:
        self._quote = quote
        self._show()
        self.card.use_block.combo.setFocus()

    def _show_more(self) -> None:
        self._most += _MORE
        self._show()

    def _say(self, sentence: str) -> None:
        self._context.host.say(sentence, undo=True)

    def _compose(self) -> None:
        px = self._look.px
        panel = QWidget()
        beside = QVBoxLayout(panel)
        beside.setContentsMargins(px(12), px(16), px(12), px(24))
        hint = _("“Use” on a quote lets it stand behind one of your answers.")
        beside.addWidget(PlainLabel(hint, style="caption", tone="ink2", wrap=True))
        beside.addWidget(self.card)
        beside.addStretch(1)
        page = PanelSplit(self._look, panel)
        self._filter = QWidget()
        flow = FlowLayout(self._filter, gap=px(12), row_gap=px(8))
        for part in (self.words, self.theme, self.starred, self._count):
            flow.addWidget(part)
        page.add(self.empty, self._filter, self.list, self.more_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
