"""One person judges one after the other, and sees nothing but what the list says of them."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.blind_tests import VERDICT_NAMES
from icp_desktop.model.blind_test import VERDICTS, BlindTest, Judge, Judgement, Verdict
from icp_desktop.model.ids import new_id
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import Button, other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card


class JudgeCard(Card):
    """Ask of each candidate; `judged` carries what the person said of all.

    `left` says that they stopped; nothing is kept then.
    """

    judged = Signal(object)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("card")
        self._appearance = appearance
        self._test: BlindTest | None = None
        self._judge = Judge(id="", person="")
        self._said: dict[str, Verdict] = {}
        self._place = 0
        self.count = PlainLabel(style="caption", tone="ink2")
        self.name = PlainLabel(style="title", wrap=True)
        self.facts = PlainLabel(tone="ink2", wrap=True)
        self.question = PlainLabel(_("A good customer for us?"), style="strong", wrap=True)
        self.buttons: dict[Verdict, Button] = {}
        self.back_button = quiet_button(_("Back"))
        self.stop_button = quiet_button(_("Stop, keep nothing"))
        self._compose()
        self._fit()
        self.hide()
        appearance.changed.connect(self._fit)

    def start(self, test: BlindTest, person: str, role: str, day: date) -> None:
        """Begin with the first."""
        self._test = test
        self._judge = Judge(id=new_id(), person=person, role=role, day=day)
        self._said = {}
        self.show()
        self._go(0)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        assert self._test is not None
        self._place = place
        candidate = self._test.candidates[place]
        total = len(self._test.candidates)
        self.count.setText(
            _("{who}: {n} of {total}", who=self._judge.person, n=place + 1, total=total)
        )
        self.name.setText(candidate.name)
        self.facts.setText("\n".join(candidate.facts) or _("The list says nothing more of them."))
        self.back_button.setEnabled(place > 0)
        said = self._said.get(candidate.id)
        if said is not None:
            self.buttons[said].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not any(button.hasFocus() for button in self.buttons.values()):
            # Whoever only presses Enter has said nothing.
            self.buttons["unsure"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, verdict: Verdict) -> None:
        assert self._test is not None
        candidates = self._test.candidates
        self._said[candidates[self._place].id] = verdict
        if self._place + 1 < len(candidates):
            self._go(self._place + 1)
            return
        self.hide()
        said = tuple(
            Judgement(candidate=each.id, verdict=self._said[each.id]) for each in candidates
        )
        whole = Judge(
            id=self._judge.id,
            person=self._judge.person,
            role=self._judge.role,
            day=self._judge.day,
            judgements=said,
        )
        self.judged.emit(whole)

    def _stop(self) -> None:
        self._said = {}
        self.hide()
        self.left.emit()

    def _compose(self) -> None:
        self._layout = QVBoxLayout(self)
        for part in (self.count, self.name, self.facts, self.question):
            self._layout.addWidget(part)
        answers = QWidget()
        flow = FlowLayout(answers, gap=12, row_gap=8)
        for verdict in VERDICTS:
            button = other_button(_(VERDICT_NAMES[verdict]))
            button.clicked.connect(lambda _checked=False, verdict=verdict: self._say(verdict))
            flow.addWidget(button)
            self.buttons[verdict] = button
        self._layout.addWidget(answers)
        ways = QHBoxLayout()
        ways.addWidget(self.back_button)
        ways.addWidget(self.stop_button)
        ways.addStretch(1)
        self._layout.addLayout(ways)
        self.back_button.clicked.connect(lambda: self._go(self._place - 1))
        self.stop_button.clicked.connect(self._stop)

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(24), px(20), px(24), px(20))
        self._layout.setSpacing(px(10))
