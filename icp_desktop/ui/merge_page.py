"""What differs between two states of a project, line by line, to be taken over or left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal, Suggestion
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.widgets.buttons import literal, main_button, other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll

_WIDEST = 760


class MergePage(Screen):
    """Shows a proposal; what is ticked becomes one step that can be undone."""

    accepted = Signal()
    left = Signal()

    def __init__(
        self, appearance: Appearance, opened: OpenProject, theirs: Project, *, title: str
    ) -> None:
        """Compare the open project with another state of it."""
        from icp_desktop.ui.differences import propose_merge

        super().__init__(appearance, title)
        self._opened = opened
        self.proposal: Proposal = propose_merge(opened.project, theirs, title)
        self._ticks: dict[str, QCheckBox] = {}
        self.accept_button = main_button(_("Take over what is ticked"))
        self.accept_button.clicked.connect(self.accept)
        self.back_button = other_button(_("Back"))
        self.back_button.clicked.connect(self.left)
        self.head.show_parts((), (self.back_button, self.accept_button))
        content = ReadingColumn(appearance, widest=_WIDEST, gap=10)
        self._add_rows(content.column)
        content.column.addStretch(1)
        self.show_content(PageScroll(content))

    def tick(self, suggestion_id: str, on: bool) -> None:
        """Do as if the person had ticked a line, or not."""
        self._ticks[suggestion_id].setChecked(on)

    def accept(self) -> None:
        """Take over what is ticked, as one step."""
        chosen = [each for each, box in self._ticks.items() if box.isChecked()]
        self._opened.seal()
        self._opened.do(self.proposal.accept(chosen))
        self._opened.seal()
        self.accepted.emit()

    def _add_rows(self, column: QVBoxLayout) -> None:
        count = len(self.proposal.suggestions)
        words = (
            n_(
                "{n} thing differs. Yours stays where you don’t tick it.",
                "{n} things differ. Yours stays where you don’t tick them.",
                count,
            )
            if count
            else _("Nothing differs. Both say the same.")
        )
        column.addWidget(PlainLabel(words, tone="ink2", wrap=True))
        self.accept_button.setEnabled(True)
        if not count:
            self.accept_button.set_words(_("All right"))
        for each in self.proposal.suggestions:
            column.addWidget(Hairline())
            column.addWidget(self._row(each))

    def _row(self, each: Suggestion) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        box = QCheckBox(literal(each.what))
        box.setChecked(each.chosen)
        box.setAccessibleDescription(
            _("Here: {ours}. There: {theirs}.", ours=each.ours, theirs=each.theirs)
        )
        self._ticks[each.id] = box
        rows.addWidget(box)
        for head, text in ((_("Here"), each.ours), (_("There"), each.theirs)):
            line = QHBoxLayout()
            line.setContentsMargins(self.appearance.px(26), 0, 0, 0)
            name = PlainLabel(head, style="caption", tone="ink2")
            name.setFixedWidth(self.appearance.px(56))
            line.addWidget(name)
            line.addWidget(PlainLabel(text or _("nothing"), wrap=True), 1)
            rows.addLayout(line)
        return holder
