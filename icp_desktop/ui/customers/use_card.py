"""The step from a finding to the profile: which answer, what it would rest on, and doing it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from icp_desktop.checks.grades import Grade, answer_grade, grade_words
from icp_desktop.i18n import _
from icp_desktop.insight.analysis import Analysis
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.into_profile import Use, fields_for, profile_for, use_finding
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkKind, MarkLabel
from icp_desktop.ui.pages.next_test_line import IconLabel
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.widgets.buttons import main_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card
from icp_desktop.worksheet.phrases import say_value
from icp_desktop.worksheet.shipped import worksheet_of

_NONE = ""


class UseCard(Card):
    """Take a finding into the profile in one step; `used` carries the edit and what was done."""

    used = Signal(object, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("card")
        px = appearance.px
        self._use: Use | None = None
        self._by_hand: dict[str, str] = {}  # the answer the person chose, by column
        self._given: tuple[Project, Profile | None, Finding, Analysis] | None = None
        self.combo = DetailCombo(appearance)
        self.combo.setAccessibleName(_("The answer that this is about"))
        self.combo.picked.connect(self._on_picked)
        self._before = MarkLabel(appearance)
        self._arrow = IconLabel(appearance, "arrow-right")
        self._after = MarkLabel(appearance, "customers")
        self._sentence = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.button = main_button(_("Use as evidence"))
        self.button.clicked.connect(self._on_use)
        marks = QHBoxLayout()
        marks.setSpacing(px(8))
        marks.addWidget(self.combo, 1)
        for part in (self._before, self._arrow, self._after):
            marks.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        column.addLayout(marks)
        column.addWidget(self._sentence)
        column.addWidget(self.button)

    def show_finding(
        self, project: Project, shown: Profile | None, finding: Finding, analysis: Analysis
    ) -> None:
        """Show what a finding could prove."""
        profile = profile_for(project, analysis, shown)
        self._given = (project, profile, finding, analysis)
        fields = (
            fields_for(finding.trait, worksheet_of(project), profile) if profile is not None else ()
        )
        self.setVisible(bool(fields))
        if profile is None or not fields:
            return
        market, column = profile.market, finding.trait.feature.key
        entries = [(field.id, field.wording(market).label) for field in fields]
        meant = fields[0].id if fields[0].id == finding.trait.feature.meaning else ""
        chosen = self._by_hand.get(column, meant)
        if not meant:  # nothing is proposed that could only be guessed
            entries.insert(0, (_NONE, _("Choose the answer…")))
        self.combo.show_entries(entries)
        self.combo.show_id(chosen if chosen in dict(entries) else entries[0][0])
        self._tell()

    def _tell(self) -> None:
        if self._given is None:
            return
        project, profile, finding, analysis = self._given
        assert profile is not None
        named = self.combo.current_id()
        for part in (self._before, self._arrow, self._after):
            part.setVisible(bool(named))
        if not named:
            self._use = None
            self._sentence.setText(_("Which answer does this speak of?"))
            self.button.setEnabled(False)
            return
        field = worksheet_of(project).field(self.combo.current_id())
        self._use = use_finding(finding, analysis, project, profile, field)
        label = field.wording(profile.market).label
        before = profile.answer(field.id)
        self._before.show_mark(_mark(before))
        if self._use is None:
            self._after.show_mark(_mark(before))
            self._sentence.setText(
                _("“{field}” does not name this, so nothing speaks against it.", field=label)
            )
            self.button.setEnabled(False)
            return
        self.button.setEnabled(True)
        self.button.set_words(
            _("Use against it") if self._use.how == "against" else _("Use as evidence")
        )
        self._after.show_mark(_mark(self._use.after))
        self._sentence.setText(_outlook(self._use, label, finding))

    def _on_picked(self, field: str) -> None:
        if self._given is not None:
            self._by_hand[self._given[2].trait.feature.key] = field
        self._tell()

    def _on_use(self) -> None:
        if self._use is None:
            return
        market = self._use.profile.market
        label = self._use.field.wording(market).label
        self.used.emit(self._use.edit, _done(self._use, label))


def _mark(answer: Answer) -> MarkKind:
    if answer.value is None:
        return "open"
    grade: Grade = answer_grade(answer)
    return grade


def _outlook(use: Use, label: str, finding: Finding) -> str:
    """Return what the answer rests on today, and what it would rest on."""
    negative = use.profile.kind == "negative"
    n, of = finding.counts.best, finding.counts.of_best
    proof = (
        _("{n} of {total} worst", n=n, total=of)
        if negative
        else _("{n} of {total} best", n=n, total=of)
    )
    value = say_value(use.after.value, use.field).replace("\n", "; ")
    match use.how:
        case "new" if use.before.value is None:
            words = _(
                "“{field}” is still open. “{value}” would be the answer, resting on {proof}.",
                field=label,
                value=value,
                proof=proof,
            )
        case "new":
            words = _(
                "It would be added to “{field}”, resting on {proof}.", field=label, proof=proof
            )
        case "confirms":
            words = _(
                "“{field}” rests on this today: {now}. It would rest on {proof}.",
                field=label,
                now=grade_words(use.before, use.profile.kind),
                proof=proof,
            )
        case "replaces":
            words = _(
                "“{before}” would become “{value}”, resting on {proof}.",
                before=say_value(use.before.value, use.field).replace("\n", "; "),
                value=value,
                proof=proof,
            )
        case "against":
            words = _("The best have it less often. It would stand against “{field}”.", field=label)
    if use.added_profile:
        return f"{_('A profile “Not a fit” is made for it.')} {words}"
    return words


def _done(use: Use, label: str) -> str:
    if use.how == "against":
        return _("It stands against “{field}” now.", field=label)
    if use.how == "confirms":
        return _("It stands behind “{field}” now.", field=label)
    return _("It is in “{field}” now.", field=label)
