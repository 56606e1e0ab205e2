"""One lead beside the list: the score, what each criterion does for it, and what to ask next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.lead_words import detail_of, why_out
from icp_desktop.insight.reasons import NextQuestion, Reason, ask_next, explain, moment_of
from icp_desktop.insight.scoring import Scored, Timing, say_timing
from icp_desktop.insight.won_lost import State
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.fold import Fold
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.leads.fit_bar import FitBar
from icp_desktop.ui.widgets.buttons import main_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import Card, Hairline

_SHOWN, _FOLDED = 8, 2  # reasons that are shown at least, and so few more are not folded
_STATES: dict[State, str] = {
    "open": later("Open"),
    "won": later("Won"),
    "lost": later("Lost"),
    "left": later("Left again"),
}
_MARKS: dict[bool | None, tuple[IconName, str]] = {
    True: ("check", later("Met")),
    False: ("close", later("Not met")),
    None: ("square", later("Not known")),
}


class LeadPanel(QWidget):
    """Shows one lead; `noted` carries the criterion and what was said, `logged` how it went.

    `left` is the way back.
    """

    noted = Signal(object, str)
    logged = Signal(str)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Show nobody yet."""
        super().__init__()
        self._appearance = appearance
        self.back = quiet_button(_("Back to the list"))
        self.back.clicked.connect(self.left)
        self._name = PlainLabel(style="lead_strong", wrap=True)
        self._detail = PlainLabel(tone="ink2", wrap=True)
        self._range = PlainLabel(style="display")
        self._words = PlainLabel(tone="ink2", wrap=True)
        self.bar = FitBar(appearance)
        self._timing = PlainLabel(tone="ink2", wrap=True)
        self.went = Segment(
            [(each, _(words)) for each, words in _STATES.items()], name=_("How it went")
        )
        self.went.chosen.connect(self.logged)
        self._reasons = QWidget()
        self.ask = AskCard(appearance)
        self.ask.noted.connect(self.noted)
        self._compose()
        self._fit()
        appearance.changed.connect(self._fit)

    def show_lead(self, scored: Scored, row: int, state: State | None) -> None:
        """Show a lead of a scored list and how it went, with None nothing of that."""
        self.went.setVisible(state is not None)
        self.went.show_choice(state or "open")
        found = scored.frame.row(row, named=True)
        question = ask_next(scored, row)
        self._name.setText(scored.leads.names[row])
        self._detail.setText(detail_of(scored, row))
        self._detail.setVisible(bool(self._detail.text()))
        low, high = found["low"], found["high"]
        self._range.setText(f"{low}–{high}" if low != high else str(low))
        self._words.setText(_verdict(scored, row, found, question))
        self.bar.show_range(low, high)
        self._timing.setText(_say_when(scored, row, found["timing"]))
        self._timing.setVisible(bool(scored.moments))
        self._show_reasons(explain(scored, row))
        self.ask.show_question(question)

    def _compose(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(self._range)
        head.addWidget(self._words, 1)
        for part in (self._name, self._detail):
            self._layout.addWidget(part)
        self._layout.addLayout(head)
        self._layout.addWidget(self.bar)
        self._layout.addWidget(self._timing)
        self._layout.addWidget(self._reasons)
        self._layout.addWidget(self.ask)
        self._layout.addWidget(self.went, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)

    def _show_reasons(self, reasons: tuple[Reason, ...]) -> None:
        """Show what is known first, the weightiest at the top; what else is open is folded."""
        place = self._layout.indexOf(self._reasons)
        self._layout.removeWidget(self._reasons)
        self._reasons.hide()
        self._reasons.deleteLater()
        shown = [each for each in reasons if each.criterion.points or each.meets]
        shown.sort(key=lambda each: (each.meets is None, not each.decides, -each.criterion.points))
        known = sum(1 for each in shown if each.meets is not None)
        least = max(_SHOWN, known)
        if len(shown) <= least + _FOLDED:
            least = len(shown)
        self._reasons = QWidget()
        column = QVBoxLayout(self._reasons)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid(shown[:least]))
        if rest := shown[least:]:
            fold = Fold(self._appearance, self._grid(rest))
            words = n_("{n} more not known yet", "{n} more not known yet", len(rest))
            fold.show_words(words, ", ".join(each.criterion.label for each in rest))
            column.addWidget(fold)
        self._layout.insertWidget(place, self._reasons)

    def _grid(self, reasons: list[Reason]) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._appearance.px(8))
        grid.setVerticalSpacing(self._appearance.px(6))
        for number, each in enumerate(reasons):
            self._add_reason(grid, 2 * number, each)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 5)
        return whole

    def _add_reason(self, grid: QGridLayout, line: int, each: Reason) -> None:
        look = self._appearance
        icon, said = _MARKS[each.meets]
        if each.meets and not each.criterion.points:  # what is met there speaks against them
            icon, said = ("ruled-out", _("Rules out")) if each.decides else ("warning", _("Warns"))
        mark = QLabel()
        mark.setPixmap(look.icons.pixmap(icon, size=look.px(18), ratio=self.devicePixelRatioF()))
        mark.setAccessibleName(_(said))
        found = PlainLabel(each.found or _("Not known yet"), wrap=True)
        found.set_tone("ink" if each.found else "ink2")
        points = PlainLabel(_points(each), style="caption" if each.found else "caption_strong")
        label = PlainLabel(each.criterion.label, tone="ink2", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(mark, line, 0, top)
        grid.addWidget(label, line, 1, top)
        grid.addWidget(found, line, 2, top)
        grid.addWidget(points, line, 3, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(Hairline(), line + 1, 0, 1, 4)

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(24), px(16), px(24), px(24))
        self._layout.setSpacing(px(8))


class AskCard(Card):
    """The next question, what it settles, and a line for the answer."""

    noted = Signal(object, str)

    def __init__(self, appearance: Appearance) -> None:
        """Ask nothing yet."""
        super().__init__("card")
        self._appearance = appearance
        self._question: NextQuestion | None = None
        self._words = PlainLabel(style="strong", wrap=True)
        self._settles = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(_("What they said"))
        self.answer.setAccessibleName(_("What they said"))
        self.problem = PlainLabel(style="caption", tone="danger", wrap=True)
        self.problem.hide()
        self.note = main_button(_("Note the answer"))
        self.answer.returnPressed.connect(self._on_note)
        self.note.clicked.connect(self._on_note)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(PlainLabel(_("Ask next"), style="caption", tone="ink2"))
        for part in (self._words, self._settles, self.answer, self.problem, self.note):
            self._layout.addWidget(part)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_question(self, question: NextQuestion | None) -> None:
        """Show what to ask; nothing where everything is known."""
        self._question = question
        self.answer.clear()
        self.show_problem("")
        self.setVisible(question is not None)
        if question is None:
            return
        self._words.setText(_("“{question}”", question=question.criterion.question))
        self._settles.setText(
            _(
                "Settles “{label}”: {yes} if it fits {wanted}, {no} if not.",
                label=question.criterion.label,
                yes=_span(question.if_yes),
                no=_span(question.if_no),
                wanted=question.criterion.words,
            )
        )

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the answer, "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _on_note(self) -> None:
        said = self.answer.text().strip()
        if not said:
            self.show_problem(_("Write what they said, then note it."))
            self.answer.setFocus()
        elif self._question is not None:
            self.noted.emit(self._question.criterion, said)

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(16), px(12), px(16), px(16))
        self._layout.setSpacing(px(6))


def _say_when(scored: Scored, row: int, timing: Timing) -> str:
    when = say_timing(timing)
    if moment := moment_of(scored, row):
        return _("When to talk: {when}, {moment}", when=when, moment=moment)
    return _("When to talk: {when}", when=when)


def _verdict(
    scored: Scored, row: int, found: dict[str, object], question: NextQuestion | None
) -> str:
    if found["ruled_out"]:
        return _("Ruled out. {why}", why=why_out(scored, row))
    if found["tier"] == found["may_reach"]:
        return _("{tier} today, and it stays so.", tier=found["tier"])
    if question is not None and question.if_yes[0] >= _needed(str(found["may_reach"])):
        return _(
            "{tier} today. {better} if the next answer is yes.",
            tier=found["tier"],
            better=found["may_reach"],
        )
    return _(
        "{tier} today. {better} if enough of the answers are yes.",
        tier=found["tier"],
        better=found["may_reach"],
    )


def _needed(tier: str) -> int:
    from icp_desktop.insight.fit import A_FROM, B_FROM

    return {"A": A_FROM, "B": B_FROM}.get(tier, 0)


def _points(each: Reason) -> str:
    if each.decides:
        return _("rules out")
    most = each.criterion.points
    if each.meets is None:
        return _("0 to {most}", most=most)
    return _("{points} of {most}", points=each.least, most=most) if most else _("warns")


def _span(ends: tuple[int, int]) -> str:
    low, high = ends
    return str(low) if low == high else f"{low}–{high}"
