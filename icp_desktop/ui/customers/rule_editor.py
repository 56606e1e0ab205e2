"""Say who counts as best or as worst: a share by a measure, and what must hold besides."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout

from icp_desktop.i18n import _, later
from icp_desktop.insight.customers import HERE, Customers
from icp_desktop.model.judging import Condition, ConditionTest, Rule, Side
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.labelled import DetailCombo, Labelled
from icp_desktop.ui.widgets.buttons import literal, other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card
from icp_desktop.worksheet.reading import clean

_NONE = ""
_SHARES: tuple[tuple[str, str], ...] = (
    ("top 10%", later("Highest tenth")),
    ("top 20%", later("Highest fifth")),
    ("top 25%", later("Highest quarter")),
    ("top 33%", later("Highest third")),
    ("top 50%", later("Highest half")),
    ("bottom 10%", later("Lowest tenth")),
    ("bottom 20%", later("Lowest fifth")),
    ("bottom 25%", later("Lowest quarter")),
    ("bottom 33%", later("Lowest third")),
    ("bottom 50%", later("Lowest half")),
)
_TESTS: tuple[tuple[ConditionTest, str], ...] = (
    ("is", later("is")),
    ("is_not", later("is not")),
    ("at_least", later("is at least")),
    ("at_most", later("is at most")),
)


class RuleEditor(Card):
    """Change a rule; `chosen` carries it, None for the proposed one; `left`: nothing changes."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("card")
        self._side: Side = "best"
        self._own = ""  # the share of a rule that is not in the list
        self._extra: tuple[Condition, ...] = ()
        self.measure = DetailCombo(appearance)
        self.share = DetailCombo(appearance)
        self.here = QCheckBox(literal(_("Only those who are still customers")))
        self.column = DetailCombo(appearance)
        self.test = DetailCombo(appearance, entries=((each, _(words)) for each, words in _TESTS))
        self.value = QLineEdit()
        self.value.setMaxLength(200)
        self.problem = PlainLabel(style="caption", tone="danger", wrap=True)
        self.problem.hide()
        self.use_button = other_button(_("Use this rule"))
        self.use_button.clicked.connect(self._on_use)
        self.propose_button = quiet_button(_("Propose a rule"))
        self.propose_button.clicked.connect(lambda: self.chosen.emit(None))
        self.leave_button = quiet_button(_("Leave it"))
        self.leave_button.clicked.connect(self.left)
        self._compose(appearance)

    def show_rule(self, customers: Customers, side: Side, rule: Rule | None) -> None:
        """Offer the columns there are, with a rule filled in."""
        self._side = side
        columns = [(key, label) for key, label, _meaning in customers.columns()]
        ranked = [(each.key, each.label) for each in customers.measures]
        figures = [
            (each.key, each.label)
            for each in customers.features
            if each.type in ("number", "money", "date")
        ]
        known = dict([(_NONE, _("Not ranked")), *ranked, *figures])
        self.measure.show_entries(known.items())
        self.column.show_entries([(_NONE, _("Nothing else")), *dict(columns).items()])
        has_here = HERE in customers.frame.columns
        self.here.setVisible(has_here)
        conditions = list(rule.conditions) if rule else []
        ranking = next((c for c in conditions if c.test in ("top", "bottom")), None)
        here = next((c for c in conditions if c.column == HERE and c.value == "yes"), None)
        rest = [c for c in conditions if c is not ranking and c is not here]
        self._fill_share(ranking)
        self.measure.show_id(ranking.column if ranking else _NONE)
        self.here.setChecked(here is not None and has_here)
        self._extra = tuple(rest[1:])
        first = rest[0] if rest else None
        if first is not None and first.column not in dict(columns):
            self.column.addItem(customers.label(first.column), first.column)
        self.column.show_id(first.column if first else _NONE)
        self.test.show_id(first.test if first else "is")
        self.value.setText(first.value if first else "")
        self.problem.hide()

    def rule(self) -> Rule | None:
        """Return the rule that is filled in, None if it asks for nothing."""
        conditions: list[Condition] = []
        if measure := self.measure.current_id():
            end, _blank, value = self.share.current_id().partition(" ")
            test: ConditionTest = "top" if end == "top" else "bottom"
            conditions.append(Condition(column=measure, test=test, value=value))
        if self.here.isChecked() and not self.here.isHidden():
            conditions.append(Condition(column=HERE, test="is", value="yes"))
        value = clean(self.value.text()).strip()
        tests: dict[str, ConditionTest] = {each: each for each, _words in _TESTS}
        if (column := self.column.current_id()) and value:
            test = tests.get(self.test.current_id(), "is")
            conditions.append(Condition(column=column, test=test, value=value))
            conditions += self._extra
        return Rule(conditions=tuple(conditions)) if conditions else None

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the rule."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _fill_share(self, ranking: Condition | None) -> None:
        usual = "top 20%" if self._side == "best" else "bottom 20%"
        now = f"{ranking.test} {ranking.value}" if ranking else usual
        entries = [(each, _(words)) for each, words in _SHARES]
        if now not in dict(entries):
            words = (
                _("The highest {n}", n=ranking.value)
                if ranking and ranking.test == "top"
                else _("The lowest {n}", n=ranking.value if ranking else "")
            )
            entries.append((now, words))
        self.share.show_entries(entries)
        self.share.show_id(now)

    def _on_use(self) -> None:
        rule = self.rule()
        if rule is None:
            self.complain(_("Say how they are ranked, or what must hold."))
            return
        self.chosen.emit(rule)

    def _compose(self, appearance: Appearance) -> None:
        px = appearance.px
        ranked = FlowLayout(gap=px(12), row_gap=px(8))
        ranked.addWidget(Labelled(appearance, _("Ranked by"), self.measure))
        ranked.addWidget(Labelled(appearance, _("How many"), self.share))
        held = FlowLayout(gap=px(12), row_gap=px(8))
        held.addWidget(Labelled(appearance, _("And the column"), self.column))
        held.addWidget(Labelled(appearance, _("How it compares"), self.test))
        held.addWidget(Labelled(appearance, _("With what"), self.value))
        buttons = FlowLayout(gap=px(12), row_gap=px(8))
        for button in (self.use_button, self.propose_button, self.leave_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(12))
        column.addLayout(ranked)
        column.addWidget(self.here)
        column.addLayout(held)
        column.addWidget(self.problem)
        column.addLayout(buttons)
