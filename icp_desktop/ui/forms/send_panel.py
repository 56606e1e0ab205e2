"""What a form to be sent needs: which questions, for whom, by when, and as what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from icp_desktop.documents.forms_out import CHANNEL_NAMES, Recipient
from icp_desktop.i18n import _, later
from icp_desktop.model.forms import CHANNELS, WORKSHEET_FORM, Channel, Form
from icp_desktop.model.project import Project
from icp_desktop.model.values import Day
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.day import DayEditor
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.talks.labelled import DetailCombo, Labelled
from icp_desktop.ui.widgets.buttons import main_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.questionnaires import questionnaires_of

_LONGEST = 200
_HINTS: dict[Channel, str] = {
    "pdf": later("They type into the file, save it and send it back."),
    "xlsx": later("They type into the open cells, save it and send it back."),
    "paper": later("For writing by hand; what comes back is typed in as an interview."),
    "email": later("The text is copied. The reply, saved as a file, can be taken in."),
}


class SendPanel(QWidget):
    """Ask for everything; `asked` carries questionnaire, channel and recipient."""

    asked = Signal(str, str, object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        self.questions = DetailCombo(appearance)
        self.person, self.role = QLineEdit(), QLineEdit()
        self.person.setPlaceholderText(_("Such as M. Okafor"))
        self.role.setPlaceholderText(_("Such as sales"))
        for line in (self.person, self.role):
            line.setMaxLength(_LONGEST)
        self.due = DayEditor(appearance)
        self.channel = DetailCombo(
            appearance, entries=[(each, _(CHANNEL_NAMES[each])) for each in CHANNELS]
        )
        self.channel.show_id("pdf")
        self.channel.picked.connect(lambda _channel: self._show_hint())
        self._hint = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.button = main_button(_("Make the form…"))
        self.button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(24))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(_("Send a form"), style="strong"))
        self.due.describe(_("Wanted back by"), "")
        for words, control in (
            (_("Questions"), self.questions),
            (_("For whom"), self.person),
            (_("Their work"), self.role),
            (_("As"), self.channel),
        ):
            column.addWidget(Labelled(appearance, words, control))
        column.insertWidget(4, self._dated(appearance))
        column.addWidget(self._hint)
        column.addWidget(self.button)
        column.addStretch(1)
        order_tabs(self.role, self.due, self.channel, self.button)
        self._show_hint()

    def take_project(self, project: Project) -> None:
        """Offer the questionnaires of a project."""
        entries = [(each.id, each.title) for each in questionnaires_of(project)]
        entries = [each for each in entries if each[0] != "yourself"]
        if project.profiles:
            entries.append((WORKSHEET_FORM, _("The worksheet itself")))
        chosen = self.questions.current_id()
        shown = [
            (self.questions.itemData(n), self.questions.itemText(n))
            for n in range(self.questions.count())
        ]
        if shown != entries:
            self.questions.show_entries(entries)
        known = {each for each, _title in entries}
        self.questions.show_id(chosen if chosen in known else entries[0][0])

    def start(self, questionnaire: str = "", like: Form | None = None) -> None:
        """Be ready to send some questions, or another form like one that is out."""
        wanted = like.questionnaire if like else questionnaire
        if wanted:
            self.questions.show_id(wanted)
        self.person.setText(like.person if like else "")
        self.role.setText(like.role if like else "")
        self.person.setFocus()

    def _ask(self) -> None:
        due = self.due.value()
        recipient = Recipient(
            person=" ".join(self.person.text().split()),
            role=" ".join(self.role.text().split()),
            due=due.day if isinstance(due, Day) else None,
        )
        self.asked.emit(self.questions.current_id(), self.channel.current_id(), recipient)

    def clear(self) -> None:
        """Forget for whom the last one was."""
        self.person.clear()
        self.role.clear()

    def _show_hint(self) -> None:
        channel = next(each for each in CHANNELS if each == self.channel.current_id())
        self._hint.setText(_(_HINTS[channel]))
        copy = channel == "email"
        self.button.set_words(_("Copy the text") if copy else _("Make the form…"))

    def _dated(self, appearance: Appearance) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(2))
        words = _("Wanted back by (may stay empty)")
        column.addWidget(PlainLabel(words, style="caption", tone="ink2"))
        column.addWidget(self.due)
        return holder
