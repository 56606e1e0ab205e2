"""One finding in full: counts, picture, how sure, and the step into the profile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.documents.charts import Chart, Inks, draw_shares, shares_of
from icp_desktop.i18n import _, n_
from icp_desktop.insight.analysis import Analysis
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.pairs import Pair
from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.traits import places
from icp_desktop.insight.words import (
    SURE_NAMES,
    chart_words,
    pair_sentence,
    say_chance,
    say_gap,
    say_trait,
    say_unknown,
    sentence,
    side_words,
)
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.how_counted import HowCounted, Swatch
from icp_desktop.ui.customers.use_card import UseCard
from icp_desktop.ui.talks.plain_rows import PlainRows
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.chart_view import ChartView
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_BAR, _GAP = 5.0, 2.0
_MOST_NAMES = 200


class FindingPanel(QWidget):
    """Show a finding or a pair beside the list."""

    used = Signal(object, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        px = appearance.px
        self._sentence = PlainLabel(style="lead_strong", wrap=True)
        self._best, self._others = (PlainLabel(style="display") for _n in range(2))
        self._best_words, self._other_words = (PlainLabel(tone="ink2") for _n in range(2))
        self.chart = ChartView(appearance)
        self._scale = QHBoxLayout()
        for words, side in (
            ("0", Qt.AlignmentFlag.AlignLeft),
            (_("50 in 100"), Qt.AlignmentFlag.AlignHCenter),
            ("100", Qt.AlignmentFlag.AlignRight),
        ):
            self._scale.addWidget(PlainLabel(words, style="caption", tone="ink3"), 1, side)
        self._lines = PlainLabel(
            _("Thin lines: where the true share may lie."), style="caption", tone="ink2", wrap=True
        )
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(px(16))
        self._facts.setVerticalSpacing(px(6))
        self._facts.setColumnStretch(1, 1)
        self._fact_labels: list[tuple[PlainLabel, PlainLabel, Hairline]] = []
        self.card = UseCard(appearance)
        self.card.used.connect(self.used)
        self.table_button = quiet_button(_("Show as a table"), flush=True)
        self.table_button.setCheckable(True)
        self.names_button = quiet_button("", flush=True)
        self.names_button.setCheckable(True)
        self.table = PlainRows(appearance)
        self.names = PlainLabel(style="caption", tone="ink2", wrap=True, selectable=True)
        self.table_button.toggled.connect(self.table.setVisible)
        self.names_button.toggled.connect(self.names.setVisible)
        self.table.hide()
        self.names.hide()
        self._compose()

    def show_finding(
        self, project: Project, profile: Profile | None, finding: Finding, analysis: Analysis
    ) -> None:
        """Show one trait."""
        subject = analysis.subject
        self._show(sentence(finding, subject), finding.counts, analysis)
        facts = [
            (_("How sure"), _(SURE_NAMES[finding.sure])),
            (_("The gap"), say_gap(finding.counts)),
            (_("By chance"), say_chance(finding, analysis.contrast.compared)),
        ]
        if unknown := say_unknown(finding, subject):
            facts.append((_("Not known"), unknown))
        self._show_facts(facts)
        self.card.show_finding(project, profile, finding, analysis)
        column = [
            row
            for row in analysis.contrast.every
            if row.trait.feature.key == finding.trait.feature.key
        ]
        self.table.show_rows(
            [(say_trait(row.trait), chart_words(row.counts, subject)) for row in column]
        )
        self._show_names(finding.having, analysis)

    def show_nothing(self) -> None:
        """Say what it takes, where nothing was found."""
        for part in self._found:
            part.hide()
        self._nothing.show()

    def show_pair(self, pair: Pair, analysis: Analysis) -> None:
        """Show two traits together; they prove no single answer, so there is no step from here."""
        subject = analysis.subject
        self._show(pair_sentence(pair, subject), pair.counts, analysis)
        self._show_facts(
            [(_("How sure"), _(SURE_NAMES["clear"])), (_("The gap"), say_gap(pair.counts))]
        )
        self.card.hide()
        alone = zip((pair.first, pair.second), pair.alone, strict=True)
        self.table.show_rows(
            [(say_trait(trait), chart_words(counts, subject)) for trait, counts in alone]
        )
        self._show_names(pair.having, analysis)

    def _show(self, words: str, counts: Counts, analysis: Analysis) -> None:
        subject = analysis.subject
        self._nothing.hide()
        for part in self._found:
            part.show()
        self.table.setVisible(self.table_button.isChecked())
        self._sentence.setText(words)
        ours, theirs = side_words(subject)
        self._best.setText(str(counts.best))
        self._others.setText(str(counts.others))
        self._best_words.setText(_("of {n} {side}", n=counts.of_best, side=ours))
        self._other_words.setText(_("of {n} {side}", n=counts.of_others, side=theirs))
        best, others = shares_of(counts)
        spoken = chart_words(counts, subject)

        def draw(width: float, inks: Inks) -> Chart:
            return draw_shares(best, others, width, _BAR, _GAP, inks=inks, words=spoken)

        self.chart.show_chart(draw)

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        while len(self._fact_labels) < len(facts):
            row = 2 * len(self._fact_labels)
            name = PlainLabel(tone="ink2")
            words = PlainLabel(wrap=True)
            line = Hairline()
            self._facts.addWidget(line, row, 0, 1, 2)
            self._facts.addWidget(name, row + 1, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(words, row + 1, 1)
            self._fact_labels.append((name, words, line))
        for place, (name, words, line) in enumerate(self._fact_labels):
            shown = place < len(facts)
            for part in (name, words, line):
                part.setVisible(shown)
            if shown:
                name.setText(facts[place][0])
                words.setText(facts[place][1])

    def _show_names(self, having: int, analysis: Analysis) -> None:
        among = places(having & analysis.groups.best, analysis.rows) if analysis.names else []
        self.names_button.setVisible(bool(among))
        self.names_button.set_words(n_("See the {n} name", "See the {n} names", len(among)))
        names = ", ".join(analysis.names[row] for row in among[:_MOST_NAMES])
        more = len(among) - _MOST_NAMES
        self.names.setText(
            n_("{names} and {n} more", "{names} and {n} more", more, names=names)
            if more > 0
            else names
        )
        self.names.setVisible(bool(among) and self.names_button.isChecked())

    def _compose(self) -> None:
        px = self._appearance.px
        numbers = QGridLayout()
        numbers.setContentsMargins(0, 0, 0, px(4))
        numbers.setHorizontalSpacing(px(8))
        base = Qt.AlignmentFlag.AlignBaseline
        upright = Qt.AlignmentFlag.AlignVCenter
        for place, (number, swatch, words) in enumerate(
            (
                (self._best, Swatch(self._appearance, "customers"), self._best_words),
                (self._others, Swatch(self._appearance, "rest"), self._other_words),
            )
        ):
            numbers.addWidget(number, 0, 3 * place, base)
            numbers.addWidget(swatch, 0, 3 * place + 1, upright)
            numbers.addWidget(words, 0, 3 * place + 2, base)
            numbers.setColumnStretch(3 * place + 2, 1)
        links = QHBoxLayout()
        links.addWidget(self.table_button)
        links.addStretch(1)
        links.addWidget(self.names_button)
        self._nothing = HowCounted(self._appearance)
        picture, rest = QWidget(), QWidget()
        upper, lower = QVBoxLayout(picture), QVBoxLayout(rest)
        for inner in (upper, lower):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(px(8))
        upper.addWidget(self._sentence)
        upper.addLayout(numbers)
        upper.addWidget(self.chart)
        upper.addLayout(self._scale)
        upper.addWidget(self._lines)
        upper.addLayout(self._facts)
        lower.addLayout(links)
        lower.addWidget(self.table)
        lower.addWidget(self.names)
        self._found = (picture, rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(12))
        for part in (picture, self.card, rest, self._nothing):
            column.addWidget(part)
        column.addStretch(1)
