"""Who is compared with whom, in words, with the names, and the way to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.analysis import Analysis, Subject
from icp_desktop.insight.traits import places
from icp_desktop.insight.words import say_rule_of
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel

COMPARISONS: dict[Subject, str] = {
    "best": later("Best and the rest"),
    "won": later("Won and lost deals"),
    "quick": later("Quick and slower wins"),
}
_MOST_NAMES = 300


class RuleLine(QWidget):
    """Show the rule; `change_asked` is the wish to change it, `compared` another comparison."""

    change_asked = Signal()
    compared = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        self.combo = DetailCombo(appearance)
        self.combo.setAccessibleName(_("What is compared"))
        self.combo.picked.connect(self.compared)
        self.words = PlainLabel(wrap=True)
        self.change_button = quiet_button(_("Change"), flush=True)
        self.change_button.clicked.connect(self.change_asked)
        self.names = ElidedLabel(style="caption", tone="ink2", lines=2)
        self.all_button = quiet_button(_("All names"), flush=True)
        self.all_button.setCheckable(True)
        self.all_names = PlainLabel(style="caption", tone="ink2", wrap=True, selectable=True)
        self.all_names.hide()
        self.all_button.toggled.connect(self._on_all)
        self.note = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.earlier = PlainLabel(style="caption", tone="danger", wrap=True)
        first = QHBoxLayout()
        first.setSpacing(px(12))
        first.addWidget(self.combo)
        first.addWidget(self.words, 1)
        first.addWidget(self.change_button)
        second = QHBoxLayout()
        second.setSpacing(px(12))
        second.addWidget(self.names, 1)
        second.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.all_names)
        column.addWidget(self.note)
        column.addWidget(self.earlier)

    def show_choices(self, subjects: tuple[Subject, ...], chosen: Subject) -> None:
        """Offer the comparisons that the lists allow."""
        offered = [(each, _(COMPARISONS[each])) for each in subjects if each in COMPARISONS]
        self.combo.setVisible(len(offered) > 1 and chosen != "worst")
        self.combo.show_entries(offered)
        self.combo.show_id(chosen)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show who is compared."""
        self.words.setText(say_rule_of(analysis))
        self.change_button.setVisible(analysis.rule is not None)
        among = places(analysis.groups.best, analysis.rows) if analysis.names else []
        names = ", ".join(analysis.names[row] for row in among[:_MOST_NAMES])
        more = len(among) - _MOST_NAMES
        if more > 0:
            names = n_("{names} and {n} more", "{names} and {n} more", more, names=names)
        self.names.setText(names)
        self.all_names.setText(names)
        self.names.setVisible(bool(among) and not self.all_button.isChecked())
        self.all_button.setVisible(bool(among))
        self.all_names.setVisible(bool(among) and self.all_button.isChecked())
        self.note.setText(_unranked(analysis))
        self.note.setVisible(bool(self.note.text()))

    def show_earlier(self, answers: int) -> None:
        """Say how many answers rest on a list that was imported again since."""
        self.earlier.setText(
            n_(
                "{n} answer rests on an earlier list. Use a finding as evidence to count anew.",
                "{n} answers rest on an earlier list. Use findings as evidence to count anew.",
                answers,
            )
        )
        self.earlier.setVisible(answers > 0)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be compared."""
        self.words.setText(sentence)
        self.change_button.show()
        for part in (self.names, self.all_button, self.all_names, self.note):
            part.hide()

    def _on_all(self, shown: bool) -> None:
        self.names.setVisible(not shown)
        self.all_names.setVisible(shown)


def _unranked(analysis: Analysis) -> str:
    n, lost = analysis.unranked, analysis.customers.unjoined
    if analysis.subject in ("won", "quick"):
        return n_("{n} other deal is left out.", "{n} other deals are left out.", n) if n else ""
    parts = []
    if n:
        parts.append(
            n_(
                "{n} customer can’t be judged by it and is left out.",
                "{n} customers can’t be judged by it and are left out.",
                n,
            )
        )
    if lost:
        parts.append(
            n_(
                "{n} deal belongs to nobody on the list and is not counted here.",
                "{n} deals belong to nobody on the list and are not counted here.",
                lost,
            )
        )
    return " ".join(parts)
