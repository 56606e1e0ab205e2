"""A blind test once it is shown: where people and profile part, and who judged how."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.insight.blind_tests import JudgeCount, outcome_of, say_outcome
from icp_desktop.insight.lead_words import say_inside
from icp_desktop.model.blind_test import BlindTest
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.leads.outcome_rows import OutcomeRows
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel


class BlindOutcome(QWidget):
    """Show what came out; `printed` is the wish for the page."""

    printed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self.said = PlainLabel(wrap=True)
        self.rows = OutcomeRows(appearance)
        self.judges = PlainLabel(tone="ink2", wrap=True)
        self.print_button = other_button(_("Show the page"))
        self.print_button.clicked.connect(self.printed)
        self.remove_button = quiet_button(_("Remove this test"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(10))
        column.addWidget(self.said)
        column.addWidget(self.rows)
        column.addWidget(PlainLabel(_("Who judged"), style="strong"))
        column.addWidget(self.judges)
        words = _("The profile says “Fit” of those inside. {inside}", inside=say_inside())
        column.addWidget(PlainLabel(words, style="caption", tone="ink2", wrap=True))
        end = QHBoxLayout()
        end.addWidget(self.print_button)
        end.addWidget(self.remove_button)
        end.addStretch(1)
        column.addLayout(end)

    def show_test(self, test: BlindTest) -> None:
        """Show the outcome of a test."""
        outcome = outcome_of(test)
        self.said.setText(say_outcome(test))
        self.rows.show_votes(outcome.votes)
        self.judges.setText("\n".join(_say_judge(each) for each in outcome.judges))


def _say_judge(each: JudgeCount) -> str:
    who = ", ".join(part for part in (each.judge.person, each.judge.role) if part)
    return n_(
        "{who}: as the profile on {agree} of {total}",
        "{who}: as the profile on {agree} of {total}",
        each.total,
        who=who or _("Somebody"),
        agree=each.agree,
        total=each.total,
    )
