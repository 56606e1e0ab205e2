"""What can be changed of one section or question of the worksheet, beside the outline."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _, later
from icp_desktop.model.values import KINDS, Kind
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import literal, quiet_button, small_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card
from icp_desktop.ui.widgets.tooltips import set_tool_tip
from icp_desktop.worksheet.tailoring import OutlineField, OutlineSection, OwnField

_LONGEST = 200
ANSWERS: dict[Kind, str] = {
    "text": later("In words"),
    "terms": later("A list"),
    "choice": later("One of several"),
    "yes_no": later("Yes or no"),
    "number_range": later("Figures, from and to"),
    "money_range": later("Sums of money, from and to"),
    "date": later("A date"),
    "pairs": later("Pairs, such as a pain and its relief"),
}
_WITH_OPTIONS = {"choice", "number_range", "money_range"}


class QuestionCard(Card):
    """Shows one thing of the outline.

    `renamed` carries a section’s name, `reworded` a shipped question’s name and words, `changed`
    an own question as it is wanted; `hidden_set`, `lead_set`, `moved` and `removed` say the rest.
    """

    renamed = Signal(str)
    reworded = Signal(str, str)
    changed = Signal(object)
    hidden_set = Signal(bool)
    lead_set = Signal(bool)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__("card")
        self._appearance = appearance
        self._shown: OutlineSection | OutlineField | None = None
        self._own = OwnField(label="")
        self._head = PlainLabel(style="lead_strong", wrap=True)
        self.label, self.question = QLineEdit(), QLineEdit()
        self.kind = Combo()
        for each in KINDS:
            self.kind.addItem(_(ANSWERS[each]), each)
        self.options = GrowingText(appearance, 3)
        self.leads = QCheckBox(literal(_("Show it on the map")))
        self.hide_button = small_button("")
        self.up, self.down = small_button(_("Up")), small_button(_("Down"))
        self.remove = quiet_button(_("Remove it"))
        self.problem = PlainLabel(style="caption", tone="danger", wrap=True)
        self._compose()
        self._connect()
        self._fit()
        appearance.changed.connect(self._fit)

    def show_section(self, section: OutlineSection) -> None:
        """Show a section."""
        self._shown = section
        self._head.setText(_("Section “{label}”", label=section.label))
        self._show_words(section.label, "")
        for part in (self._asked, self._how, self._listed, self.leads):
            part.hide()
        self._show_state(section.hidden, own=section.own)

    def show_field(self, field: OutlineField, own: OwnField, *, answered: bool) -> None:
        """Show a question; how an own one is answered can change until there are answers."""
        self._shown, self._own = field, own
        self._head.setText(_("Question “{label}”", label=field.label))
        self._show_words(field.label, field.question)
        for part in (self._asked, self._how, self.leads):
            part.show()
        self.kind.show_id(field.kind)
        self.kind.setEnabled(field.own and not answered)
        why = _("There are answers to it already.") if answered else _("It came with the program.")
        set_tool_tip(self.kind, "" if self.kind.isEnabled() else why)
        words = own.choices if field.kind == "choice" else own.units
        self._listed.setVisible(field.own and field.kind in _WITH_OPTIONS)
        head = _("Choices, one a line") if field.kind == "choice" else _("Units, one a line")
        self._options_label.setText(head)
        self.options.setAccessibleName(head)
        if not self.options.hasFocus():
            self.options.setPlainText("\n".join(words))
        self.leads.setChecked(field.leads)
        self._show_state(field.hidden, own=field.own)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was typed, "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def start_naming(self) -> None:
        """Be ready for a name."""
        self.label.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.label.selectAll()

    def _show_words(self, label: str, question: str) -> None:
        self.show_problem("")
        self.label.setText(label)
        self.question.setText(question)

    def _show_state(self, hidden: bool, *, own: bool) -> None:
        self.hide_button.set_words(_("Ask it again") if hidden else _("Don’t ask it"))
        self.remove.setVisible(own)

    def _compose(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._head)
        for edit in (self.label, self.question):
            edit.setMaxLength(_LONGEST)
        self._layout.addWidget(_labelled(_("What it is called"), self.label))
        self._asked = _labelled(_("What is asked"), self.question)
        self._how = _labelled(_("How it is answered"), self.kind)
        self._options_label = PlainLabel(tone="ink2")
        self._listed = _under(self._options_label, self.options)
        for part in (self._asked, self._how, self._listed, self.leads, self.problem):
            self._layout.addWidget(part)
        buttons = QWidget()
        self._flow = FlowLayout(buttons, gap=8, row_gap=8)
        for button in (self.hide_button, self.up, self.down, self.remove):
            self._flow.addWidget(button)
        self._layout.addWidget(buttons)
        self.problem.hide()

    def _connect(self) -> None:
        self.label.editingFinished.connect(self._on_words)
        self.question.editingFinished.connect(self._on_words)
        self.kind.activated.connect(lambda: self._on_kind(self.kind.current_id()))
        self.options.textChanged.connect(self._on_options)
        self.leads.clicked.connect(self.lead_set)
        self.hide_button.clicked.connect(self._on_hide)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def _on_words(self) -> None:
        shown, label, question = self._shown, self.label.text().strip(), self.question.text()
        if isinstance(shown, OutlineSection) and label != shown.label:
            self.renamed.emit(label)
        elif isinstance(shown, OutlineField) and (label, question.strip()) != (
            shown.label,
            shown.question,
        ):
            self.reworded.emit(label, question.strip())

    def _on_kind(self, kind: str) -> None:
        wanted: Kind = next(each for each in KINDS if each == kind)
        first = (_("First choice"), _("Second choice")) if wanted == "choice" else ()
        self._change(kind=wanted, choices=self._own.choices or first)

    def _on_options(self) -> None:
        if not self.options.hasFocus():
            return  # it is being shown, not typed
        lines = tuple(line for line in self.options.toPlainText().splitlines() if line.strip())
        if isinstance(self._shown, OutlineField) and self._shown.kind == "choice":
            self._change(choices=lines)
        else:
            self._change(units=lines)

    def _change(self, **changes: object) -> None:
        self.changed.emit(replace(self._own, **changes))  # type: ignore[arg-type]

    def _on_hide(self) -> None:
        if self._shown is not None:
            self.hidden_set.emit(not self._shown.hidden)

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(20), px(16), px(20), px(16))
        self._layout.setSpacing(px(12))


def _labelled(words: str, editor: QWidget) -> QWidget:
    """Return an editor with its label above it."""
    label = PlainLabel(literal(words), tone="ink2")
    label.setBuddy(editor)
    editor.setAccessibleName(words)
    return _under(label, editor)


def _under(label: QWidget, editor: QWidget) -> QWidget:
    holder = QWidget()
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(4)
    rows.addWidget(label)
    rows.addWidget(editor)
    return holder
