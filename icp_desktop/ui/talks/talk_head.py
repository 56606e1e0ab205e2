"""Who was talked to and when, and what may be done with what was said."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.insight.asking import known_questionnaires
from icp_desktop.model.interview import Interview
from icp_desktop.model.project import Project
from icp_desktop.model.values import Day
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.day import DayEditor
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.next_test_line import IconLabel
from icp_desktop.ui.talks.labelled import DetailCombo, DetailLine, Labelled
from icp_desktop.ui.talks.talk_changes import TalkChanges
from icp_desktop.ui.talks.words import CONSENT_CHOICES, GROUP_NAMES, consent_sentence
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel

_GAP, _ROW_GAP = 12, 8
_DAY_WIDTH = 148
_MOST_PEOPLE = 999


class TalkHead(QWidget):
    """Edit the details of a talk; consent and the rarer ones fold out below."""

    def __init__(self, appearance: Appearance, changes: TalkChanges) -> None:
        super().__init__()
        self._appearance = appearance
        self._changes = changes
        self._talk = Interview(id="")
        self._lines: dict[str, DetailLine] = {}
        self._combos: dict[str, DetailCombo] = {}
        self._days: dict[str, DayEditor] = {}
        self._consent = PlainLabel(tone="ink2", wrap=True)
        self.consent_button = quiet_button(_("Change"), flush=True)
        self.details_button = quiet_button(_("More about this talk"), flush=True)
        self._consent_block = self._flow(
            self._combo(
                "consent",
                _("What they agreed to"),
                196,
                [(each, _(words)) for each, words in CONSENT_CHOICES.items()],
            ),
            self._line("how", _("How they agreed"), 200, _("by e-mail, on paper …")),
            self._day("agreed", _("When")),
            self._day("keep_until", _("Keep until")),
            self._day("withdrawn", _("Withdrawn on")),
        )
        self._details_block = self._flow(
            self._combo("questionnaire", _("Questions"), 240),
            self._combo(
                "group",
                _("Who it was"),
                240,
                [(each, _(words)) for each, words in GROUP_NAMES.items()],
            ),
            self._line("company", _("Company"), 184),
            self._line("segment", _("Segment"), 184, _("a trade, a region, a size …")),
            self._line("people", _("How many took part"), 130),
        )
        self._compose()

    def show_talk(self, talk: Interview, project: Project) -> None:
        """Show the details of a talk, without emitting."""
        self._combos["profile"].show_entries(
            [("", _("All profiles")), *((each.id, each.name) for each in project.profiles)]
        )
        asked = known_questionnaires(project)
        self._combos["questionnaire"].show_entries(
            [("", _("None: notes alone")), *((each.id, each.title) for each in asked)]
        )
        self._talk = talk
        permission = talk.permission
        for name in ("person", "role", "company", "segment"):
            self._lines[name].show_text(getattr(talk, name))
        self._lines["how"].show_text(permission.how)
        if not self._lines["people"].hasFocus():
            self._lines["people"].show_text(str(talk.people))
        for name in ("profile", "group", "consent", "questionnaire"):
            self._combos[name].show_id(getattr(talk, name))
        days = {
            "day": talk.day,
            "agreed": permission.day,
            "keep_until": permission.keep_until,
            "withdrawn": permission.withdrawn,
        }
        for name, day in days.items():
            self._days[name].show_value(Day(day=day) if day else None)
        self._consent.setText(consent_sentence(talk, today()))

    def first_control(self) -> QWidget:
        """Return what is filled in first."""
        return self._lines["person"]

    def _compose(self) -> None:
        px = self._appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(
            self._flow(
                self._line("person", _("Name"), 116),
                self._line("role", _("Role"), 152),
                self._combo("profile", _("Profile"), 138),
                self._day("day", _("Date")),
            )
        )
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(IconLabel(self._appearance, "check"))
        line.addWidget(self._consent, 1)
        line.addWidget(self.consent_button)
        line.addSpacing(px(8))
        line.addWidget(self.details_button)
        column.addLayout(line)
        for block, button in (
            (self._consent_block, self.consent_button),
            (self._details_block, self.details_button),
        ):
            block.hide()
            column.addWidget(block)
            button.setCheckable(True)
            button.toggled.connect(block.setVisible)
        self.consent_button.setAccessibleName(_("Change the consent"))

    def _flow(self, *parts: QWidget) -> QWidget:
        px = self._appearance.px
        holder = QWidget()
        flow = FlowLayout(holder, gap=px(_GAP), row_gap=px(_ROW_GAP))
        for part in parts:
            flow.addWidget(part)
        return holder

    def _line(self, name: str, words: str, width: int, hint: str = "") -> QWidget:
        line = DetailLine(self._appearance, width, hint)
        line.written.connect(lambda text: self._on_line(name, text))
        line.sealed.connect(self._changes.seal)
        self._lines[name] = line
        return Labelled(self._appearance, words, line)

    def _combo(
        self, name: str, words: str, width: int, entries: Iterable[tuple[str, str]] = ()
    ) -> QWidget:
        combo = DetailCombo(self._appearance, width, entries)
        combo.picked.connect(lambda entry: self._keep(name, entry))
        self._combos[name] = combo
        return Labelled(self._appearance, words, combo)

    def _day(self, name: str, words: str) -> QWidget:
        editor = DayEditor(self._appearance, width=_DAY_WIDTH)
        editor.edited.connect(lambda value: self._on_day(name, value))
        editor.sealed.connect(self._changes.seal)
        self._days[name] = editor
        holder = Labelled(self._appearance, words, editor)
        editor.describe(words, "")
        return holder

    def _on_line(self, name: str, text: str) -> None:
        if name == "how":
            self._changes.permit(self._talk.id, "how", text)
        elif name == "people":
            if text.isdigit() and 0 < int(text) <= _MOST_PEOPLE:
                self._changes.describe(self._talk.id, "people", int(text))
        else:
            self._changes.describe(self._talk.id, name, text)

    def _on_day(self, name: str, value: object) -> None:
        day = value.day if isinstance(value, Day) else None
        if name == "day":
            self._changes.describe(self._talk.id, "day", day)
        else:
            detail = "day" if name == "agreed" else name
            self._changes.permit(self._talk.id, detail, day)

    def _keep(self, name: str, entry: str) -> None:
        self._changes.seal()
        self._changes.describe(self._talk.id, name, entry)
        self._changes.seal()
