"""What a survey file would become: each column with its use and first answers, then one step."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.survey import USES, Survey, Use, make_talks
from icp_desktop.model.interview import Consent, Group, Interview
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.labelled import DetailCombo, Labelled
from icp_desktop.ui.talks.words import CONSENT_CHOICES, GROUP_NAMES
from icp_desktop.ui.widgets.buttons import main_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll

_SIDE, _USE_WIDTH, _LONGEST = 32, 210, 90
_USES: dict[Use, str] = {
    "words": later("A question, in words"),
    "choices": later("A question, counted"),
    "person": later("Name"),
    "role": later("Role"),
    "company": later("Company"),
    "segment": later("Segment"),
    "day": later("Date"),
    "none": later("Leave it out"),
}


class SurveyPanel(QWidget):
    """Show a survey before anything is taken; `accepted` carries the interviews."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._survey = Survey(name="", columns=(), rows=0, left_out=0)
        self._title = PlainLabel(style="lead_strong", wrap=True)
        self._lead = PlainLabel(
            _("Nothing is taken yet. Say what each column is; “counted” is for a few answers that "
              "repeat."),
            tone="ink2",
            wrap=True,
        )  # fmt: skip
        self.group = DetailCombo(
            appearance, 260, [(each, _(words)) for each, words in GROUP_NAMES.items()]
        )
        self.consent = DetailCombo(
            appearance, 210, [(each, _(words)) for each, words in CONSENT_CHOICES.items()]
        )
        self.combos: list[DetailCombo] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.button = main_button("")
        self.button.clicked.connect(self._accept)
        self._compose()

    def show_survey(self, survey: Survey) -> None:
        """Show what was read."""
        self._survey = survey
        self.group.show_id("customer")
        self.consent.show_id("none")
        self._title.setText(
            n_("“{name}”: {n} person", "“{name}”: {n} people", survey.rows, name=survey.name)
        )
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.combos = []
        for place in range(len(survey.columns)):
            self._rows.addWidget(self._column(place))
            self._rows.addWidget(Hairline())
        self._count()
        if self.combos:
            self.combos[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def talks(self) -> tuple[Interview, ...]:
        """Return the interviews as they would be now."""
        groups: dict[str, Group] = {each: each for each in GROUP_NAMES}
        consents: dict[str, Consent] = {each: each for each in CONSENT_CHOICES}
        return make_talks(
            self._survey,
            groups[self.group.current_id()],
            consents[self.consent.current_id()],
        )

    def _column(self, place: int) -> QWidget:
        px = self._appearance.px
        column = self._survey.columns[place]
        combo = DetailCombo(self._appearance, _USE_WIDTH, [(each, _(_USES[each])) for each in USES])
        combo.setAccessibleName(_("What “{heading}” is", heading=column.heading))
        combo.show_id(column.use)
        combo.picked.connect(partial(self._use, place))
        self.combos.append(combo)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(column.heading, style="strong", wrap=True))
        samples = " · ".join(each[:_LONGEST] for each in column.samples) or _("empty")
        words.addWidget(ElidedLabel(samples.replace("\n", " "), style="caption", tone="ink2"))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, px(8), 0, px(8))
        line.setSpacing(px(16))
        line.addLayout(words, 1)
        line.addWidget(combo)
        return holder

    def _use(self, place: int, use: str) -> None:
        chosen = next(each for each in USES if each == use)
        self._survey = self._survey.with_use(place, chosen)
        self._count()

    def _count(self) -> None:
        count = len(self.talks())
        self.button.set_words(n_("Add {n} interview", "Add {n} interviews", count))
        self.button.setEnabled(count > 0)

    def _accept(self) -> None:
        self.accepted.emit(self.talks())

    def _compose(self) -> None:
        px = self._appearance.px
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(px(_SIDE), px(16), px(_SIDE), px(24))
        column.setSpacing(px(12))
        about = QWidget()
        flow = FlowLayout(about, gap=px(12), row_gap=px(8))
        flow.addWidget(Labelled(self._appearance, _("Who they are"), self.group))
        flow.addWidget(Labelled(self._appearance, _("What they agreed to"), self.consent))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        cancel = quiet_button(_("Cancel"))
        cancel.clicked.connect(self.left)
        buttons.addWidget(self.button)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        for part in (self._title, self._lead, about):
            column.addWidget(part)
        column.addLayout(self._rows)
        column.addLayout(buttons)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(PageScroll(content))
