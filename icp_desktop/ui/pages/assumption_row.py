"""One answer that is not yet proven: what is believed and what hangs on it, and its next test."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.checks.assumptions import Assumption
from icp_desktop.checks.grades import evidence_words
from icp_desktop.documents.content import WEIGHT_NAMES
from icp_desktop.documents.words import known_words
from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.pages.next_test_line import NextTestLine
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel

_CLAIM = 320
_LONGEST = 300


class AssumptionRow(QWidget):
    """Show what is believed; `planned` carries the test as it is typed.

    `asked` says that the person wants to say how it is known.
    """

    planned = Signal(object)
    sealed = Signal()
    asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._mark = MarkLabel(appearance)
        self._claim = PlainLabel(style="strong", wrap=True)
        self._place = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._known = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._prove = quiet_button(_("Say how you know"), flush=True)
        self._prove.clicked.connect(self.asked)
        self._test = NextTestLine(appearance)
        self._test.planned.connect(self.planned)
        self._test.sealed.connect(self.sealed)
        self._compose()

    @property
    def main_button(self) -> QWidget:
        """What has the focus when the row is shown first."""
        return self._test.button

    def show_assumption(self, each: Assumption, *, foreign: bool) -> None:
        """Show an assumption; `foreign` says that it belongs to who is not a fit."""
        self._mark.show_mark(each.grade)
        self._claim.setText(_shortened(each.words))
        parts = [_("Not a fit.")] if foreign else []
        parts += [f"{each.label}.", f"{_(WEIGHT_NAMES[each.weight])}.", *each.hangs]
        self._place.setText(" ".join(parts))
        evidence = (*each.answer.evidence, *(e for item in each.items for e in item.evidence))
        behind = [e for e in evidence if e.source == each.grade and e.speaks_for]
        words = evidence_words(each.grade, behind, each.profile.kind)
        self._known.setText(known_words(words, disputed=each.disputed))
        self._known.setVisible(each.grade != "assumption" or each.disputed)
        self._test.show_plan(each.test)
        self._prove.setAccessibleName(_("Say how you know “{field}”", field=each.label))
        self._test.button.setAccessibleName(
            _("Change the next test of “{field}”", field=each.label)
        )

    def turn(self, *, narrow: bool) -> None:
        """Set the test beside the claim, or below it where the room is small."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._left.setMinimumWidth(0 if narrow else self._appearance.px(_CLAIM))
        self._left.setMaximumWidth(16_777_215 if narrow else self._appearance.px(_CLAIM))

    def _compose(self) -> None:
        px = self._appearance.px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        for label in (self._claim, self._place, self._known):
            words.addWidget(label)
        words.addWidget(self._prove, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._left = QWidget()
        claim = QHBoxLayout(self._left)
        claim.setContentsMargins(0, 0, 0, 0)
        claim.setSpacing(px(10))
        claim.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        claim.addLayout(words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, px(12), 0, px(8))
        self._row.setSpacing(px(16))
        self._row.addWidget(self._left)
        right = QVBoxLayout()
        right.addWidget(self._test)
        right.addStretch(1)
        self._row.addLayout(right, 1)


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"
