"""All findings of a comparison: what differs as rows, what does not as lines that open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.insight.analysis import Analysis
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.pairs import Pair
from icp_desktop.insight.words import (
    SURE_BOXES,
    SURE_NAMES,
    headline,
    predicate,
    say_left_out,
    say_settled_by,
    say_trait,
    say_win_rates,
    sentence,
    side_words,
)
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.finding_row import FindingRow, HeadRow, RowContent
from icp_desktop.ui.customers.fold import Fold
from icp_desktop.ui.talks.plain_rows import PlainRows
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.roving import Roving


def finding_key(finding: Finding) -> str:
    """Return what tells a finding apart in a list."""
    return say_trait(finding.trait)


def pair_key(pair: Pair) -> str:
    """Return what tells a pair apart in a list."""
    return f"{say_trait(pair.first)} + {say_trait(pair.second)}"


def _as_result(row: Finding, analysis: Analysis) -> str:
    words = sentence(row, analysis.subject)
    if analysis.subject != "won":
        return words
    return f"{words} {say_win_rates(row, analysis.contrast.every)}".rstrip()


class FindingList(QWidget):
    """Choose one finding; `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rows: list[FindingRow] = []
        self._roving = Roving(self)
        self.clear_head, self.likely_head, self.pair_head = (HeadRow(appearance) for _n in range(3))
        self.nothing = PlainLabel(style="lead", wrap=True)
        self.no_difference, self.too_few, self.same_again, self.left_out = (
            Fold(appearance, PlainRows(appearance)) for _n in range(4)
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in self._order(0, 0):  # shown without a parent, each would be a window of its own
            self._column.addWidget(part)

    def show_analysis(self, analysis: Analysis, notes: dict[str, str], chosen: str) -> None:
        """Show a comparison; `notes` say of a finding which answer it already proves."""
        compared = analysis.contrast
        clear = [self._content(row, notes) for row in compared.clear]
        likely = [self._content(row, notes) for row in compared.likely]
        pairs = [self._pair_content(pair) for pair in analysis.pairs]
        self._make_rows(len(clear) + len(likely) + len(pairs))
        contents = [*clear, *likely, *pairs]
        for row, content in zip(self.rows, contents, strict=True):
            row.show_content(content, analysis.subject, chosen=content.key == chosen)
        self._lay_out(len(clear), len(likely), len(pairs))
        sides = side_words(analysis.subject)
        self.clear_head.show_words(
            n_("{n} clear difference", "{n} clear differences", len(clear)), sides
        )
        self.likely_head.show_words(
            n_("{n} likely difference", "{n} likely differences", len(likely)),
            None if clear else sides,
        )
        self.pair_head.show_words(_("Two traits together"), None if compared.found else sides)
        self.nothing.setText(
            n_(
                "Nothing sets them apart for certain, with {n} trait compared.",
                "Nothing sets them apart for certain, with {n} traits compared.",
                compared.compared,
            )
        )
        self.nothing.setVisible(not contents)
        self._show_rest(analysis)

    def choose(self, key: str) -> None:
        """Mark a row as chosen."""
        for row in self.rows:
            row.setChecked(row.content is not None and row.content.key == key)

    def first_key(self) -> str:
        """Return the key of the first row, "" if there is none."""
        first = self.rows[0].content if self.rows else None
        return first.key if first else ""

    def _content(self, row: Finding, notes: dict[str, str]) -> RowContent:
        key = finding_key(row)
        note = notes.get(key, "")
        return RowContent(
            key=key,
            sentence=headline(row.trait),
            note=note or _("Not used yet"),
            counts=row.counts,
            boxes=SURE_BOXES[row.sure],
            sure=_(SURE_NAMES[row.sure]),
            used=bool(note),
        )

    def _pair_content(self, pair: Pair) -> RowContent:
        first, second = pair.alone
        both = _(
            "They {first} and {second}.", first=predicate(pair.first), second=predicate(pair.second)
        )
        return RowContent(
            key=pair_key(pair),
            sentence=both,
            note=_(
                "Each alone: {a} and {b} of {of}", a=first.best, b=second.best, of=first.of_best
            ),
            counts=pair.counts,
            boxes=SURE_BOXES["clear"],
            sure=_(SURE_NAMES["clear"]),
        )

    def _make_rows(self, wanted: int) -> None:
        if wanted == len(self.rows):
            return
        while len(self.rows) > wanted:
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < wanted:
            row = FindingRow(self._appearance, "best")
            row.clicked.connect(lambda _on, row=row: self._on_clicked(row))
            self.rows.append(row)
        self._roving.set_buttons(self.rows, 1)

    def _lay_out(self, clear: int, likely: int, pairs: int) -> None:
        """Put heads and rows in order; only the layout changes, no widget is made."""
        while self._column.takeAt(0) is not None:
            pass
        before: QWidget | None = None
        for widget in self._order(clear, likely):
            self._column.addWidget(widget)
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        self.clear_head.setVisible(clear > 0)
        self.likely_head.setVisible(likely > 0)
        self.pair_head.setVisible(pairs > 0)

    def _order(self, clear: int, likely: int) -> list[QWidget]:
        """Return heads, rows and folds from top to bottom."""
        found = clear + likely
        order: list[QWidget] = [self.nothing, self.clear_head, *self.rows[:clear]]
        order += [self.likely_head, *self.rows[clear:found]]
        order += [self.pair_head, *self.rows[found:]]
        return [*order, self.no_difference, self.too_few, self.same_again, self.left_out]

    def _show_rest(self, analysis: Analysis) -> None:
        compared, subject = analysis.contrast, analysis.subject
        n = len(compared.no_difference)
        self._show_fold(
            self.no_difference,
            n_(
                "{n} trait with no difference worth acting on",
                "{n} traits with no difference worth acting on",
                n,
            ),
            [(say_trait(row.trait), _as_result(row, analysis)) for row in compared.no_difference],
        )
        n = len(compared.too_few)
        self._show_fold(
            self.too_few,
            n_("{n} trait with too few to tell", "{n} traits with too few to tell", n),
            [
                (say_trait(row.trait), f"{sentence(row, subject)} {say_settled_by(row)}")
                for row in compared.too_few
            ],
        )
        n = len(compared.same_again)
        self._show_fold(
            self.same_again,
            n_("{n} that says the same again", "{n} that say the same again", n),
            [(say_trait(row.trait), sentence(row, subject)) for row in compared.same_again],
        )
        n = len(compared.left_out)
        self._show_fold(
            self.left_out,
            n_("{n} column not compared", "{n} columns not compared", n),
            [(each.feature.label, say_left_out(each)) for each in compared.left_out],
        )

    def _show_fold(self, fold: Fold, words: str, rows: Sequence[tuple[str, str]]) -> None:
        fold.setVisible(bool(rows))
        fold.show_words(words, ", ".join(name for name, _line in rows))
        assert isinstance(fold.content, PlainRows)
        fold.content.show_rows(rows)

    def _on_clicked(self, row: FindingRow) -> None:
        row.setChecked(True)
        if row.content is not None:
            self.choose(row.content.key)
            self.chosen.emit(row.content.key)
