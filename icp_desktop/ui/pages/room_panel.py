"""The profile as it grows beside the question, for a room to read along."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.documents.words import join_items
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile, Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.values import Pairs, Text, Value, is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.runs_label import RunsLabel
from icp_desktop.ui.pages.tour_panel import sentence_runs
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.phrases import say_value
from icp_desktop.worksheet.sentence import sentence_so_far

_LONGEST = 160  # characters of one answer; a wall is no place to read a page


@record
class Said:
    """One answer of the profile; `head` names its section where it is the first of it."""

    field: str
    label: str
    words: str
    head: str = ""


class RoomPanel(PageScroll):
    """Show the sentence and every answer so far; what is asked now stays in view."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        self._sheet = QWidget()
        super().__init__(self._sheet, parent)
        self._appearance = appearance
        px = appearance.px
        self._name = PlainLabel(style="lead_strong", wrap=True)
        self._sentence = RunsLabel(appearance)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(2))
        self._shown: tuple[Said, ...] = ()
        self._words: dict[str, PlainLabel] = {}
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(_("Your profile so far"), style="caption", tone="ink2"))
        column.addWidget(self._name)
        column.addWidget(self._sentence)
        column.addWidget(Hairline())
        column.addLayout(self._lines)
        column.addStretch(1)

    @property
    def said(self) -> tuple[Said, ...]:
        """What it shows."""
        return self._shown

    def show_profile(
        self, project: Project, profile: Profile, worksheet: Worksheet, field: str
    ) -> None:
        """Show a profile as it is, and bring the answer to a field into view."""
        self._name.setText(profile.name)
        self._sentence.show_runs(sentence_runs(sentence_so_far(profile, worksheet), field))
        said = said_so_far(project, profile, worksheet)
        if [(s.field, s.label, s.head) for s in said] != [
            (s.field, s.label, s.head) for s in self._shown
        ]:
            self._build(said)
        for each in said:
            words = self._words[each.field]
            words.setText(each.words)
            words.set_tone("accent" if each.field == field else "ink")
        self._shown = said
        if (now := self._words.get(field)) is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.ensureWidgetVisible(now, 0, self._appearance.px(48))

    def _build(self, said: tuple[Said, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._words = {}
        for each in said:
            if each.head:
                self._lines.addSpacing(self._appearance.px(8))
                self._lines.addWidget(PlainLabel(each.head, style="strong", wrap=True))
            self._lines.addWidget(PlainLabel(each.label, style="caption", tone="ink2", wrap=True))
            words = PlainLabel(wrap=True)
            self._words[each.field] = words
            self._lines.addWidget(words)


def _in_short(value: Value, field: Field) -> str:
    """Return an answer in a line: the first line of a text, the first halves of pairs."""
    match value:
        case Text():
            return value.text.strip().partition("\n")[0]
        case Pairs():
            return join_items(pair.first for pair in value.items)
        case _:
            return say_value(value, field)


def said_so_far(project: Project, profile: Profile, worksheet: Worksheet) -> tuple[Said, ...]:
    """Return every answer in the order of the worksheet, shortened for a wall."""
    found = []
    for section in worksheet.sections:
        answers = project.about if section.scope == "business" else profile.answers
        head = section.wording(profile.market).label
        for field in section.asked(profile.market):
            value = find_answer(answers, field.id).value
            if value is None or is_empty(value):
                continue
            words = _in_short(value, field)
            if len(words) > _LONGEST:
                words = f"{words[: _LONGEST - 1].rstrip()}…"
            label = field.wording(profile.market).label
            found.append(Said(field=field.id, label=label, words=words, head=head))
            head = ""
    return tuple(found)
