"""Beside the talk: the themes so far, what was said to the chosen one, and its use as evidence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.insight.themes import (
    ThemeCount,
    anything_new,
    count_themes,
    heard_quotes,
    quiet_talks,
    same_voices,
)
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.heard_card import HeardCard
from icp_desktop.ui.talks.theme_list import ThemeList
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel

_MOST_THEMES = 5


class ThemesPanel(QWidget):
    """Follows the project; a theme is chosen by the person, or as the last that was given."""

    used = Signal(object, str)
    all_asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._project: Project | None = None
        self._profile: Profile | None = None
        self._theme = self._quote = ""
        self._span = PlainLabel(style="caption", tone="ink2")
        self._empty = PlainLabel(
            _("Mark what they say word for word, and give it a theme. Three talks show a pattern."),
            style="caption",
            tone="ink2",
            wrap=True,
        )
        self.list = ThemeList(appearance)
        self.list.chosen.connect(self.choose_theme)
        self.all_button = quiet_button("", flush=True)
        self.all_button.clicked.connect(self.all_asked)
        self._news = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.card = HeardCard(appearance)
        self.card.used.connect(self.used)
        self._compose()

    def show_project(self, project: Project, profile: Profile | None) -> None:
        """Show the themes of a project."""
        before = self._project
        same = (
            before is not None
            and project.themes is before.themes
            and project.about is before.about
            and project.profiles is before.profiles
            and profile is self._profile
            and same_voices(before, project)
        )
        self._project, self._profile = project, profile
        if not same:
            self._show()

    def choose_theme(self, theme: str) -> None:
        """Show what was said to a theme."""
        self._theme, self._quote = theme, ""
        self._show()

    def choose_quote(self, quote: str) -> None:
        """Show one quote, to use it as evidence."""
        self._quote = quote
        self._show()
        self.card.use_block.combo.setFocus()

    def _show(self) -> None:
        project = self._project
        if project is None:
            return
        counts = count_themes(project)
        if all(each.theme.id != self._theme for each in counts):
            self._theme = counts[0].theme.id if counts else ""
        shown = list(counts[:_MOST_THEMES])
        chosen = next((each for each in counts if each.theme.id == self._theme), None)
        if chosen is not None and chosen not in shown:
            shown[-1] = chosen
        self.list.show_counts(shown, "" if self._quote else self._theme)
        total = counts[0].total if counts else 0
        self._span.setText(_("interviews 1 to {n}", n=total) if total > 1 else "")
        self._empty.setVisible(not counts)
        self.all_button.setVisible(bool(counts))
        self.all_button.set_words(n_("All {n} theme", "All {n} themes", len(counts)))
        self._news.setText(_news_words(project))
        self._show_card(project, chosen)

    def _show_card(self, project: Project, chosen: ThemeCount | None) -> None:
        quotes = heard_quotes(project)
        one = next((each for each in quotes if each.quote.id == self._quote), None)
        self.card.setVisible(one is not None or chosen is not None)
        if one is not None:
            self.card.show_quote(project, self._profile, one)
        elif chosen is not None:
            heard = [each for each in quotes if self._theme in each.quote.themes]
            self.card.show_theme(project, self._profile, chosen, heard)

    def _compose(self) -> None:
        px = self._appearance.px
        head = QHBoxLayout()
        head.setContentsMargins(px(8), 0, px(8), 0)
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(_("Themes"), style="strong"))
        head.addWidget(self._span)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(8), 0, px(8), 0)
        foot.setSpacing(px(12))
        foot.addWidget(self.all_button)
        foot.addWidget(self._news, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(16), px(12), px(24))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addLayout(foot)
        column.addWidget(self.card)
        column.addStretch(1)


def _news_words(project: Project) -> str:
    news = anything_new(project)
    if not any(each.themes for each in news):
        return ""
    quiet = quiet_talks(news)
    if quiet > 1:
        return n_("Nothing new in the last talk", "Nothing new in the last {n} talks", quiet)
    return _("Nothing new in the last talk") if quiet else _("The last talk brought something new")
