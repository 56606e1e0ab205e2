"""A theme with what was said to it, or a single quote, and the step to an answer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from icp_desktop.i18n import _, n_
from icp_desktop.insight.asking import fields_of
from icp_desktop.insight.themes import HeardQuote, ThemeCount
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.use_block import UseBlock
from icp_desktop.ui.talks.words import heard_words
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.surfaces import Card, Hairline

_MOST_QUOTES = 3


class HeardCard(Card):
    """Show what was heard, and offer it as evidence."""

    used = Signal(object, str)

    def __init__(self, appearance: Appearance, *, most_quotes: int = _MOST_QUOTES) -> None:
        super().__init__("card")
        self._appearance = appearance
        self._subject = ""
        self._most = most_quotes
        px = appearance.px
        self._name = ElidedLabel(style="strong")
        self._count = PlainLabel(style="caption")
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(0)
        self.use_block = UseBlock(appearance)
        self.use_block.used.connect(self.used)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._name, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addLayout(self._quotes)
        column.addWidget(Hairline(strong=True))
        column.addWidget(self.use_block)

    def show_theme(
        self,
        project: Project,
        profile: Profile | None,
        count: ThemeCount,
        heard: Sequence[HeardQuote],
    ) -> None:
        """Show a theme; its starred quotes come first."""
        theme = count.theme
        self._name.setText(theme.name)
        words = _("{n} of {total}", n=count.count, total=count.total)
        if count.colleagues:
            words = n_(
                "{words}, and {n} colleague", "{words}, and {n} colleagues", count.colleagues,
                words=words,
            )  # fmt: skip
        self._count.setText(words)
        self._show(
            project,
            profile,
            theme.id,
            Evidence(id=new_id(), source="interviews", theme=theme.id),
            theme.name,
            heard,
        )

    def show_quote(self, project: Project, profile: Profile | None, heard: HeardQuote) -> None:
        """Show one quote alone."""
        self._name.setText(_("One quote"))
        self._count.setText("")
        quote = heard.quote
        piece = Evidence(id=new_id(), source="interviews", quotes=(quote.id,))
        self._show(project, profile, quote.id, piece, quote.text, (heard,))

    def _show(
        self,
        project: Project,
        profile: Profile | None,
        subject: str,
        piece: Evidence,
        words: str,
        heard: Sequence[HeardQuote],
    ) -> None:
        if subject != self._subject:
            self._subject = subject
            self.use_block.forget_choice()
        self._show_quotes(heard)
        self.use_block.show_subject(project, profile, piece, words, fields_of(project, heard))

    def _show_quotes(self, heard: Sequence[HeardQuote]) -> None:
        px = self._appearance.px
        while (item := self._quotes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        first = sorted(heard, key=lambda each: not each.quote.starred)[: self._most]
        for each in first:
            self._quotes.addWidget(Hairline())
            self._quotes.addSpacing(px(8))
            words = _("“{words}”", words=each.quote.text)
            self._quotes.addWidget(PlainLabel(words, wrap=True))
            who = heard_words(each.talk, each.number)
            self._quotes.addWidget(ElidedLabel(who, style="caption", tone="ink2"))
            self._quotes.addSpacing(px(8))
        if more := len(heard) - len(first):
            line = n_("and {n} more quote", "and {n} more quotes", more)
            self._quotes.addWidget(PlainLabel(line, style="caption", tone="ink2"))
