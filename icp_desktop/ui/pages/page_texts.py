"""The one page block by block: composed from the answers, or in the person's own words."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.documents.content import Request
from icp_desktop.documents.one_page import compose_page
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.i18n import _
from icp_desktop.model.page_edits import SetPageText
from icp_desktop.model.project import Profile
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.pages.sentence_line import SentenceLine
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline


class PageTexts(QWidget):
    """Show what the one page says, folded at first; each block can be written over and restored."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._profile: Profile | None = None
        self._open = False
        self._lines: dict[str, SentenceLine] = {}
        self._width = 0
        self.fold = quiet_button("", flush=True)
        self.fold.clicked.connect(self._on_fold)
        self._note = PlainLabel(
            _("A block in your own words stands on the page as you wrote it, without marks."),
            style="caption",
            tone="ink2",
            wrap=True,
        )
        self._blocks = QWidget()
        self._rows = QVBoxLayout(self._blocks)
        column = QVBoxLayout(self)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._blocks)
        for layout in (self._rows, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(context.appearance.px(8))
        self._rows.addWidget(self._note)
        self._show_fold()

    def show_profile(self, profile: Profile) -> None:
        """Show the one page of a profile; nothing is composed while it is folded."""
        self._profile = profile
        if self._open:
            self._show_texts(profile)

    def fit(self, width: int) -> None:
        """Set the names beside the texts, or above them where the room is small."""
        self._width = width
        for line in self._lines.values():
            line.fit(width)

    def _on_fold(self) -> None:
        self._open = not self._open
        if self._open and self._profile is not None:
            self._show_texts(self._profile)
        self._show_fold()

    def _show_fold(self) -> None:
        self.fold.set_words(_("Hide the one page") if self._open else _("The one page in words"))
        icon: IconName = "chevron-up" if self._open else "chevron-down"
        self.fold.setIcon(self._context.appearance.icons.icon(icon, size=16))
        self._blocks.setVisible(self._open)

    def _show_texts(self, profile: Profile) -> None:
        request = Request(
            project=self._context.project,
            profile_id=profile.id,
            today=date.today(),  # noqa: DTZ011 - no block shows it
        )
        for block in compose_page(make_profile_content(request)):
            if block.id not in self._lines:
                self._add(block.id, block.label)
            self._lines[block.id].show_sentence(block.text, by_hand=block.by_hand)

    def _add(self, block: str, label: str) -> None:
        line = SentenceLine(self._context.appearance, label, lines=True)
        line.written.connect(lambda text: self._on_written(block, label, text))
        line.sealed.connect(self._context.opened.seal)
        line.copied.connect(lambda: self._context.host.say(_("Copied.")))
        line.fit(self._width)
        self._lines[block] = line
        self._rows.addWidget(Hairline())
        self._rows.addWidget(line)

    def _on_written(self, block: str, label: str, text: str) -> None:
        assert self._profile is not None
        words = _("“{block}” on the one page", block=label)
        edit = SetPageText(profile=self._profile.id, block=block, text=text, label=words)
        self._context.opened.do(edit, merge=f"{self._profile.id}/page/{block}")
