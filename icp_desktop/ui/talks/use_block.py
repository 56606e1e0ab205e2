"""The step from what was said to what is believed: a theme or a quote stands behind an answer."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.checks.evidence_use import (
    Outlook,
    Target,
    answer_at,
    answer_edit,
    outlook,
    proof_edit,
    targets,
)
from icp_desktop.checks.grades import Grade
from icp_desktop.i18n import _, later
from icp_desktop.model.edits import Edit
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.pages.next_test_line import IconLabel
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.widgets.buttons import main_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.shipped import worksheet_of

_LONGEST_NAME = 60
_NOW: dict[Grade, str] = {
    "assumption": later("It is an assumption today."),
    "team": later("Only colleagues say so today."),
    "outside": later("It rests on an outside source today."),
    "interviews": later("It rests on interviews today."),
    "customers": later("It rests on customer data, which stays."),
}


class UseBlock(QWidget):
    """Choose the answer, see what it would rest on, and say so in one step.

    `used` carries the edit and the sentence that tells what was done.
    """

    used = Signal(object, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._project: Project | None = None
        self._targets: dict[str, Target] = {}
        self._piece = Evidence(id="", source="interviews")
        self._words = ""
        self._by_hand = ""  # the answer that the person chose, which stays chosen
        self.combo = DetailCombo(appearance)
        self.combo.setAccessibleName(_("The answer that this is about"))
        self.combo.picked.connect(self._on_picked)
        self._before = MarkLabel(appearance)
        self._arrow = IconLabel(appearance, "arrow-right")
        self._after = MarkLabel(appearance)
        self._sentence = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.use_button = main_button(_("Use as evidence"))
        self.use_button.clicked.connect(self._use)
        self.entry_button = quiet_button(_("Add as an entry"), flush=True)
        self.entry_button.clicked.connect(self._use_as_answer)
        self.against_button = quiet_button(_("It speaks against it"), flush=True)
        self.against_button.clicked.connect(self._use_against)
        self._compose(appearance)

    def show_subject(
        self,
        project: Project,
        profile: Profile | None,
        piece: Evidence,
        words: str,
        proposed: Sequence[str],
    ) -> None:
        """Show what could be proven by a piece; `proposed` are the fields it speaks of."""
        self._project, self._piece, self._words = project, piece, words
        self.setVisible(profile is not None)
        if profile is None:
            return
        found = targets(project, profile, worksheet_of(project))
        self._targets = {each.id: each for each in found}
        self.combo.show_entries((each.id, each.name[:_LONGEST_NAME]) for each in found)
        chosen = self._by_hand if self._by_hand in self._targets else self._proposal(proposed)
        self.combo.show_id(chosen)
        self._tell()

    def forget_choice(self) -> None:
        """Propose an answer anew, for another theme."""
        self._by_hand = ""

    def _proposal(self, proposed: Sequence[str]) -> str:
        """Return the first field spoken of that is asked here, one that is answered if there is."""
        asked = [
            each
            for field in proposed
            for each in self._targets.values()
            if each.field.id == field and not each.item
        ]
        assert self._project is not None
        project = self._project
        answered = [each for each in asked if answer_at(project, each).value is not None]
        first = next(iter((*answered, *asked, *self._targets.values())), None)
        return first.id if first else ""

    def _tell(self) -> None:
        target = self._targets.get(self.combo.current_id())
        if target is None or self._project is None:
            return
        would = outlook(self._project, target, self._piece)
        entry = answer_edit(self._project, target, self._words, self._piece)
        is_open = would.before is None
        self._before.show_mark(would.before or "open")
        self._after.show_mark("open" if is_open and entry is None else would.after)
        self._sentence.setText(self._outlook_words(target, would, can_answer=entry is not None))
        self.use_button.set_words(_("Use as the answer") if is_open else _("Use as evidence"))
        self.use_button.setEnabled(not is_open or entry is not None)
        self.entry_button.setVisible(not is_open and entry is not None and not target.item)
        self.against_button.setVisible(not is_open)

    def _outlook_words(self, target: Target, would: Outlook, *, can_answer: bool) -> str:
        name = target.name
        if would.before is None and not can_answer:
            return _(
                "“{field}” is still open. Answer it first, then this can prove it.", field=name
            )
        if would.before is None:
            return _(
                "“{field}” is still open. “{words}” would be the answer, resting on {proof}.",
                field=name,
                words=self._words,
                proof=would.words,
            )
        sentence = _("“{field}” would rest on {proof}.", field=name, proof=would.words)
        if would.before == would.after == "interviews":
            return sentence
        return f"{sentence} {_(_NOW[would.before])}"

    def _on_picked(self, target: str) -> None:
        self._by_hand = target
        self._tell()

    def _use(self) -> None:
        target = self._targets.get(self.combo.current_id())
        assert self._project is not None
        if target is None:
            return
        if answer_at(self._project, target).value is None:
            self._use_as_answer()
            return
        label = _("evidence for “{field}”", field=target.name)
        sentence = _("It stands behind “{field}” now.", field=target.name)
        self.used.emit(proof_edit(target, self._piece, label), sentence)

    def _use_as_answer(self) -> None:
        target = self._targets.get(self.combo.current_id())
        assert self._project is not None
        if target is None:
            return
        label = _("answer to “{field}”", field=target.name)
        edit: Edit | None = answer_edit(self._project, target, self._words, self._piece, label)
        if edit is not None:
            self.used.emit(edit, _("It is in “{field}” now.", field=target.name))

    def _use_against(self) -> None:
        target = self._targets.get(self.combo.current_id())
        if target is not None:
            label = _("evidence against “{field}”", field=target.name)
            sentence = _("It stands against “{field}” now.", field=target.name)
            edit = proof_edit(target, replace(self._piece, against=True), label)
            self.used.emit(edit, sentence)

    def _compose(self, appearance: Appearance) -> None:
        px = appearance.px
        marks = QHBoxLayout()
        marks.setSpacing(px(8))
        marks.addWidget(self.combo, 1)
        for part in (self._before, self._arrow, self._after):
            marks.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(marks)
        column.addWidget(self._sentence)
        column.addWidget(self.use_button)
        more = QHBoxLayout()
        more.setSpacing(px(16))
        more.addWidget(self.entry_button)
        more.addWidget(self.against_button)
        more.addStretch(1)
        column.addLayout(more)
