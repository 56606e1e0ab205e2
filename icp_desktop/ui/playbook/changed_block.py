"""A line whose reasons have changed: as it is and as it would be, and the choice between them."""

import re
from difflib import SequenceMatcher

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.runs_label import Run, RunsLabel
from icp_desktop.ui.playbook.shown import ShownLine
from icp_desktop.ui.widgets.buttons import small_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Card

_NAME = 44


class ChangedBlock(Card):
    """Show old and new, what is new on yellow; `taken` and `kept` say what the person chose."""

    taken = Signal()
    kept = Signal()

    def __init__(self, appearance: Appearance, line: ShownLine) -> None:
        super().__init__("message")
        set_state(self, "tone", "due")
        self._appearance = appearance
        px = appearance.px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(10), px(12), px(10))
        rows.setSpacing(px(6))
        rows.addWidget(PlainLabel(_what_happened(line), style="caption_strong", wrap=True))
        rows.addLayout(self._side(_("Now"), (Run(text=line.text, tone="ink2"),)))
        if line.fresh:
            rows.addLayout(self._side(_("New"), mark_new(line.text, line.fresh)))
        rows.addWidget(self._buttons(line))

    def _side(self, name: str, runs: tuple[Run, ...]) -> QHBoxLayout:
        side = QHBoxLayout()
        side.setSpacing(self._appearance.px(8))
        head = PlainLabel(name, style="caption", tone="ink2")
        head.setFixedWidth(self._appearance.px(_NAME))
        words = RunsLabel(self._appearance)
        words.show_runs(runs)
        side.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        side.addWidget(words, 1)
        return side

    def _buttons(self, line: ShownLine) -> QWidget:
        px = self._appearance.px
        holder = QWidget()
        flow = FlowLayout(holder, gap=px(8), row_gap=px(6))
        choices = [(_("Keep this one"), self.kept)]
        if line.fresh:
            choices.insert(0, (_("Take the new text"), self.taken))
        elif line.lost:
            choices.insert(0, (_("Leave it out"), self.taken))
        for words, signal in choices:
            button = small_button(words)
            button.setAccessibleDescription(line.fresh or line.text)
            button.clicked.connect(signal)
            flow.addWidget(button)
        return holder


def mark_new(old: str, new: str) -> tuple[Run, ...]:
    """Return the new words, those that the old text does not have marked."""
    before, after = _words(old), _words(new)
    found = SequenceMatcher(None, before, after, autojunk=False)
    runs = [
        Run(text="".join(after[start:end]), marked=kind != "equal")
        for kind, _start, _end, start, end in found.get_opcodes()
        if start < end
    ]
    return tuple(runs)


def _words(text: str) -> list[str]:
    """Return the words, and what stands between them."""
    return re.findall(r"\S+|\s+", text)


def _what_happened(line: ShownLine) -> str:
    if line.lost:
        return _("What this rested on is gone.")
    if line.fresh:
        return _("What this rests on has changed.")
    return _("What this rests on has changed. The words stay the same.")
