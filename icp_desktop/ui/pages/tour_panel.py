"""What stands beside a tour: the profile so far, and what rests on the answer of the moment."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.checks.states import field_state
from icp_desktop.i18n import _
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.project import Profile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.runs_label import Run, RunsLabel
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.sentence import Fragment, sentence_so_far

_END = ". "
_LONGEST = 120  # characters of one answer; a panel is no place to read a page
AFTER_LAST_KEY = 120  # ms; what stands around a question follows when typing rests
Lines = tuple[tuple[str, str], ...]


class TourPanel(QWidget):
    """Show the sentence grow, and the lines of documents that use an answer."""

    other_tour_asked = Signal()

    def __init__(
        self, appearance: Appearance, other_tour: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        px = appearance.px
        self._appearance = appearance
        self._sentence = RunsLabel(appearance, style="lead")
        self._rests_head = PlainLabel(_("What rests on this answer"), style="strong")
        self._rests = QVBoxLayout()
        self._rests.setSpacing(px(8))
        self._shown: Lines = ()
        self._texts: list[PlainLabel] = []
        stop = _("You can stop at any time. You will come back to this question.")
        other = quiet_button(other_tour, flush=True)
        other.clicked.connect(self.other_tour_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(_("Your profile so far"), style="strong"))
        column.addWidget(self._sentence)
        column.addSpacing(px(8))
        column.addWidget(Hairline())
        column.addSpacing(px(8))
        column.addWidget(self._rests_head)
        column.addLayout(self._rests)
        column.addSpacing(px(8))
        column.addWidget(PlainLabel(stop, style="caption", tone="ink2", wrap=True))
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)

    def show_profile(
        self, profile: Profile, worksheet: Worksheet, field: Field | None, place: str
    ) -> None:
        """Show the profile as it is, with the answer to a field marked."""
        fragments = sentence_so_far(profile, worksheet)
        self._sentence.show_runs(sentence_runs(fragments, field.id if field else ""))
        lines: Lines = ()
        if field is not None:
            lines = resting_lines(profile, worksheet, field, place, fragments)
        if lines != self._shown:
            self._show_lines(lines)

    def _show_lines(self, lines: Lines) -> None:
        same_heads = [label for label, _text in lines] == [label for label, _text in self._shown]
        self._shown = lines
        if not same_heads:
            self._build_lines(lines)
        for (_label, text), words in zip(lines, self._texts, strict=True):
            words.setText(text)
        self._rests_head.setVisible(bool(lines))

    def _build_lines(self, lines: Lines) -> None:
        while (item := self._rests.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._texts = []
        for label, _text in lines:
            both = QWidget()
            rows = QVBoxLayout(both)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(0)
            rows.addWidget(PlainLabel(label, style="caption", tone="ink2", wrap=True))
            words = PlainLabel(wrap=True)
            self._texts.append(words)
            rows.addWidget(words)
            self._rests.addWidget(both)
            self._rests.addWidget(Hairline())


def sentence_runs(fragments: tuple[Fragment, ...], field: str) -> tuple[Run, ...]:
    """Return the sentence so far: answers in ink, the rest lighter, blanks underlined."""
    runs = []
    for fragment in fragments:
        if not fragment.field:
            runs.append(Run(text=fragment.text, tone="ink2"))
        elif fragment.field == field:
            runs.append(Run(text=_shortened(fragment.text), tone="accent", underline="solid"))
        elif fragment.known:
            runs.append(Run(text=_shortened(fragment.text)))
        else:
            runs.append(Run(text=fragment.text, tone="ink2", underline="dashed"))
    return tuple(runs)


def resting_lines(
    profile: Profile,
    worksheet: Worksheet,
    field: Field,
    place: str,
    fragments: tuple[Fragment, ...],
) -> Lines:
    """Return where an answer is used: a head and a line each."""
    if place == BUSINESS:
        return ((_("Full profile"), _("Printed under “About us”.")),)
    answer = profile.answer(field.id)
    section = worksheet.section_of(field.id).wording(profile.market).label
    lines = []
    if not profile.summary and (clause := _clause(fragments, field.id)):
        lines.append((_("In one sentence"), clause))
    where = _("One page and full profile") if field.is_core(profile.market) else _("Full profile")
    lines.append((where, _("Printed under “{section}”.", section=section)))
    if field_state(answer) in {"assumed", "thin"}:
        test = _("Next test: {plan}", plan=answer.next_test.what) if answer.next_test.what else ""
        lines.append((_("Not yet proven"), test or _("Listed there, without a test so far.")))
    return tuple(lines)


def _clause(fragments: tuple[Fragment, ...], field: str) -> str:
    """Return the part of the sentence an answer stands in, "" if it is not known or not in it."""
    words: list[Fragment] = []
    for fragment in fragments:
        if fragment.text != _END:
            words.append(fragment)
            continue
        if any(each.field == field and each.known for each in words):
            known = [each for each in words if each.known]
            return f"{''.join(_shortened(each.text) for each in known).strip(', ')}."
        words = []
    return ""


def _shortened(answer: str) -> str:
    return answer if len(answer) <= _LONGEST else f"{answer[: _LONGEST - 1].rstrip()}…"
