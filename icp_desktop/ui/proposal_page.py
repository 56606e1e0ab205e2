"""What is offered to be taken over, line by line: a merge, forms that came back and the like."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.proposal import Group, Proposal, Suggestion, Unread
from icp_desktop.model.record import record
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.fonts import TypeStyle
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.buttons import literal, main_button, other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll

_WIDEST = 760
_INDENT, _NAME = 26, 64
_LONGEST = 2_000  # characters of an answer that are shown; all of them are taken over


@record
class SideNames:
    """What the two sides are called; with `bare`, a side that says nothing is not shown."""

    ours: str
    theirs: str
    bare: bool = False


class ProposalPage(Screen):
    """Shows a proposal; what is ticked becomes one step that can be undone."""

    accepted = Signal()
    left = Signal()

    def __init__(
        self, appearance: Appearance, opened: OpenProject, proposal: Proposal, names: SideNames
    ) -> None:
        """Show every line with its tick; nothing is changed before it is accepted."""
        super().__init__(appearance, proposal.title)
        self._opened = opened
        self._names = names
        self.proposal = proposal
        self._ticks: dict[str, QCheckBox] = {}
        self.accept_button = main_button(_("Take over what is ticked"))
        self.accept_button.clicked.connect(self.accept)
        self.back_button = other_button(_("Back"))
        self.back_button.clicked.connect(self.left)
        self.all_button = other_button(_("Tick none"))
        self.all_button.clicked.connect(self._turn_all)
        few = len(proposal.suggestions) < 2
        others = (self.back_button,) if few else (self.back_button, self.all_button)
        self.all_button.setParent(self)  # until the head takes it, if it does
        self.all_button.hide()
        self.head.show_parts((), (*others, self.accept_button))
        content = ReadingColumn(appearance, widest=_WIDEST, gap=10)
        self._add_rows(content.column)
        content.column.addStretch(1)
        self.show_content(PageScroll(content))
        self._word_button()

    def tick(self, suggestion_id: str, on: bool) -> None:
        """Do as if the person had ticked a line, or not."""
        self._ticks[suggestion_id].setChecked(on)

    def accept(self) -> None:
        """Take over what is ticked, as one step."""
        chosen = [each for each, box in self._ticks.items() if box.isChecked()]
        self._opened.do(self.proposal.accept(chosen))
        self.accepted.emit()

    def _add_rows(self, column: QVBoxLayout) -> None:
        proposal = self.proposal
        if proposal.lead:
            column.addWidget(PlainLabel(proposal.lead, tone="ink2", wrap=True))
        if not proposal.suggestions:
            self.accept_button.set_words(_("All right"))
        groups = proposal.groups or (Group(id="", title=""),)
        for group in groups:
            self._add_group(column, group)

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        px = self.appearance.px
        if group.title:
            column.addSpacing(px(12))
            column.addWidget(PlainLabel(group.title, style="lead_strong", wrap=True))
        for note in group.notes:
            column.addWidget(PlainLabel(note, style="caption", tone="ink2", wrap=True))
        for each in self.proposal.suggestions:
            if each.group == group.id:
                column.addWidget(Hairline())
                column.addWidget(self._row(each))
        for unread in group.unread:
            column.addWidget(Hairline())
            column.addWidget(self._unread(unread))

    def _row(self, each: Suggestion) -> QWidget:
        holder = QWidget()
        rows = _rows_in(holder)
        box = QCheckBox(literal(each.what))
        box.setChecked(each.chosen)
        box.toggled.connect(self._word_button)
        names = self._names
        said = (
            _("{name}: {words}.", name=names.ours, words=each.ours or _("nothing")),
            _("{name}: {words}.", name=names.theirs, words=each.theirs or _("nothing")),
            each.reason,
        )
        box.setAccessibleDescription(" ".join(part for part in said if part))
        self._ticks[each.id] = box
        rows.addWidget(box)
        if names.bare and not each.ours:  # nothing to tell it from
            rows.addLayout(self._line("", each.theirs or _("nothing")))
        else:
            rows.addLayout(self._line(names.ours, each.ours or _("nothing")))
            rows.addLayout(self._line(names.theirs, each.theirs or _("nothing")))
        if each.reason:
            rows.addLayout(self._line("", each.reason, quiet=True))
        return holder

    def _unread(self, unread: Unread) -> QWidget:
        holder = QWidget()
        rows = _rows_in(holder)
        rows.addLayout(self._line("", unread.what, strong=True))
        if unread.found:
            rows.addLayout(self._line(self._names.theirs, unread.found))
        words = _("Can’t be taken over. {why}", why=unread.reason)
        rows.addLayout(self._line("", words, quiet=True))
        return holder

    def _line(
        self, head: str, text: str, *, quiet: bool = False, strong: bool = False
    ) -> QHBoxLayout:
        px = self.appearance.px
        line = QHBoxLayout()
        line.setContentsMargins(px(_INDENT), 0, 0, 0)
        if head:
            name = PlainLabel(head, style="caption", tone="ink2")
            name.setFixedWidth(px(_NAME))
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        style: TypeStyle = "strong" if strong else "caption" if quiet else "body"
        tone: Role = "ink2" if quiet else "ink"
        line.addWidget(PlainLabel(shown, style=style, tone=tone, wrap=True), 1)
        return line

    def _turn_all(self) -> None:
        on = not any(box.isChecked() for box in self._ticks.values())
        for box in self._ticks.values():
            box.setChecked(on)

    def _word_button(self) -> None:
        some = any(box.isChecked() for box in self._ticks.values())
        self.all_button.set_words(_("Tick none") if some else _("Tick all"))


def _rows_in(holder: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    return rows
