"""A blind test while it is being judged: who has, and who is next, here or by file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.documents.forms_out import CHANNEL_NAMES
from icp_desktop.i18n import _, n_
from icp_desktop.model.blind_test import BlindTest, Judge
from icp_desktop.model.forms import CHANNELS
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.talks.labelled import DetailCombo, DetailLine, Labelled
from icp_desktop.ui.widgets.buttons import main_button, other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.reading import clean

_WIDE = 220


class BlindRound(QWidget):
    """Ask for the next person; what anybody said is not shown.

    `judging` carries name and work, `form_asked` the channel besides, `removed` a judge.
    """

    judging = Signal(str, str)
    form_asked = Signal(str, str, str)
    removed = Signal(str)
    outcome_asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Show nobody yet."""
        super().__init__()
        self.person = DetailLine(appearance, _WIDE, _("Such as M. Okafor"))
        self.role = DetailLine(appearance, _WIDE, _("Such as sales"))
        self.problem = PlainLabel(style="caption", tone="danger", wrap=True)
        self.judge_button = main_button(_("Judge now"))
        self.channel = DetailCombo(
            appearance, entries=[(each, _(CHANNEL_NAMES[each])) for each in CHANNELS]
        )
        self.channel.show_id("pdf")
        self.form_button = other_button(_("Make a form…"))
        self.judges = TwoLineList(appearance)
        self.count = PlainLabel(style="strong", wrap=True)
        self.hint = PlainLabel(tone="ink2", wrap=True)
        self.outcome_button = other_button(_("Show the outcome"))
        self.remove_button = quiet_button(_("Remove this test"))
        self._compose(appearance)
        self.judge_button.clicked.connect(self._on_judge)
        self.person.returnPressed.connect(self._on_judge)
        self.role.returnPressed.connect(self._on_judge)
        self.form_button.clicked.connect(self._on_form)
        self.outcome_button.clicked.connect(self.outcome_asked)

    def show_test(self, test: BlindTest) -> None:
        """Show who has judged."""
        people = len(test.judges)
        self.count.setText(
            n_("{n} person has judged", "{n} people have judged", people)
            if people
            else _("Nobody has judged yet")
        )
        self.judges.show_rows([self._row(each) for each in test.judges])
        self.outcome_button.setEnabled(people > 0)
        self.hint.setText(
            _("One person is one opinion: let others judge before you show the outcome.")
            if people == 1
            else _("Once the outcome is shown, nobody can judge blind any more.")
        )
        self.hint.setVisible(people > 0)
        self._say("")

    def clear(self) -> None:
        """Be ready for the next person."""
        self.person.clear()
        self.role.clear()

    def _row(self, each: Judge) -> TwoLineRow:
        day = say_day(each.day) if each.day else ""
        judged = n_("{n} judged", "{n} judged", len(each.judgements))
        about = ", ".join(part for part in (each.role, day, judged) if part)
        take_out = RowAction(words=_("Take out"), act=lambda: self.removed.emit(each.id))
        return TwoLineRow(strong=each.person or _("Somebody"), line=about, actions=(take_out,))

    def _on_judge(self) -> None:
        person, role = _line(self.person), _line(self.role)
        if not person:
            self._say(_("Write who judges; initials will do."))
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say("")
        self.judging.emit(person, role)

    def _on_form(self) -> None:
        self.form_asked.emit(self.channel.current_id(), _line(self.person), _line(self.role))

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _compose(self, appearance: Appearance) -> None:
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(
            PlainLabel(
                _(
                    "Each person judges alone, here or on a form, and passes on. What was said, "
                    "and what the profile says, stays hidden until you show the outcome. Let "
                    "nobody look at the list before."
                ),
                wrap=True,
            )
        )
        who = QWidget()
        flow = FlowLayout(who, gap=16, row_gap=8)
        flow.addWidget(Labelled(appearance, _("Who judges"), self.person))
        flow.addWidget(Labelled(appearance, _("Their work"), self.role))
        column.addWidget(who)
        column.addWidget(self.problem)
        ways = QWidget()
        both = FlowLayout(ways, gap=16, row_gap=8)
        for part in (self.judge_button, self.channel, self.form_button):
            both.addWidget(part)
        self.channel.setAccessibleName(_("As what the form goes out"))
        column.addWidget(ways)
        column.addSpacing(px(8))
        column.addWidget(self.count)
        column.addWidget(self.judges)
        column.addWidget(self.hint)
        end = QHBoxLayout()
        end.addWidget(self.outcome_button)
        end.addWidget(self.remove_button)
        end.addStretch(1)
        column.addLayout(end)


def _line(line: QLineEdit) -> str:
    return " ".join(clean(line.text()).split())
