"""Your own questions: what the worksheet asks, in which words and in which order."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.model.edits import Edit, Together
from icp_desktop.model.items import PutItem
from icp_desktop.model.project_edits import SetWorksheet
from icp_desktop.open_project import Change
from icp_desktop.ui.pages.method_files import MethodFiles
from icp_desktop.ui.pages.outline_list import OutlineList
from icp_desktop.ui.pages.page import TAILOR, Context, Page, Place
from icp_desktop.ui.pages.question_card import QuestionCard
from icp_desktop.ui.widgets.buttons import main_button, other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll
from icp_desktop.worksheet import tailoring
from icp_desktop.worksheet.method import Method, own_questionnaires
from icp_desktop.worksheet.shipped import standard_source, worksheet_of
from icp_desktop.worksheet.tailoring import OutlineField, OutlineSection, OwnField

_BESIDE = 760  # width from which the card stands beside the outline, in units
_OUTLINE = 320


class TailorPage(Page):
    """Shows everything that can be asked, and changes it; every change is one step back."""

    def __init__(self, context: Context) -> None:
        """Compose the page; `show_place` fills it."""
        super().__init__(context)
        look = context.appearance
        self.files = MethodFiles(context, self._use)
        self._sections: tuple[OutlineSection, ...] = ()
        self._current = ""
        self.outline = OutlineList(look)
        self.card = QuestionCard(look)
        self.add_question = main_button(
            _("Add a question"), icon=look.icons.icon("plus", role="on_accent")
        )
        self.add_section = other_button(_("Add a section"))
        self.more = other_button(_("Keep and pass on"))
        for button in (self.add_question, self.add_section, self.more):
            button.setParent(self)  # until the window puts it into the head of the page
        self._compose()
        self._connect()
        self._fit()
        look.changed.connect(self._fit)

    @override
    def show_place(self, place: Place) -> None:
        self._current = place.field or place.section or self._current
        self._show()
        self.outline.setFocus()
        self.place_changed.emit(self.place())

    @override
    def take_change(self, change: Change) -> None:
        if change.before.worksheet != change.after.worksheet:
            self._show()

    @override
    def place(self) -> Place:
        return Place(page=TAILOR, field=self._current)

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.more, self.add_section, self.add_question)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    # What the person asks for

    def new_question(self) -> None:
        """Add a question to the section that is chosen, ready to be named."""
        section = self._section_of(self._current)
        own = OwnField(label=_("New question"))
        self._add(lambda source: tailoring.add_field(source, section.id, own), _("a new question"))

    def new_section(self) -> None:
        """Add a section at the end, ready to be named."""
        self._add(
            lambda source: tailoring.add_section(source, _("New section")), _("a new section")
        )

    def use_standard(self) -> None:
        """Ask the standard questions again."""
        self._use(Method(worksheet=standard_source()), _("Asks the standard questions again."))

    # Within

    def _compose(self) -> None:
        px = self.context.appearance.px
        lead = PlainLabel(
            _(
                "Ask what matters in your trade: add questions, leave out what nobody needs, use "
                "your own words. Answers to what is no longer asked are kept."
            ),
            tone="ink2",
            wrap=True,
        )
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(lead)
        column.addWidget(self.card)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.addWidget(self.outline)
        self._columns.addWidget(PageScroll(right), 1)
        menu = QMenu(self.more)
        for words, act in (
            (_("Keep them for new projects…"), self.files.keep),
            (_("Save them as a file…"), self.files.save),
            (_("Use the questions in a file…"), self.files.open),
            (_("Back to the standard questions"), self.use_standard),
        ):
            menu.addAction(words, act)
        self.more.setMenu(menu)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._on_chosen)
        self.outline.moved.connect(self._on_moved)
        self.add_question.clicked.connect(self.new_question)
        self.add_section.clicked.connect(self.new_section)
        card = self.card
        card.renamed.connect(lambda label: self._reword(label, ""))
        card.reworded.connect(self._reword)
        card.changed.connect(self._on_own_changed)
        card.hidden_set.connect(self._on_hidden)
        card.lead_set.connect(
            lambda leads: self._do(
                lambda source: tailoring.lead(source, self._current, leads=leads), _("the map")
            )
        )
        card.moved.connect(self._on_moved)
        card.removed.connect(self._on_removed)

    def _fit(self) -> None:
        px = self.context.appearance.px
        beside = self.width() >= px(_BESIDE)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._columns.setContentsMargins(px(32), px(4), px(24), px(24))
        self._columns.setSpacing(px(24))
        self.outline.setMinimumWidth(px(_OUTLINE) if beside else 0)
        self.outline.setMaximumWidth(px(_OUTLINE) if beside else 1 << 20)

    def _show(self) -> None:
        self._sections = tailoring.outline(self.context.project.worksheet)
        self.outline.show_outline(self._sections, self._current)
        self._current = self.outline.current_id
        self._show_card()

    def _show_card(self) -> None:
        found = self._found(self._current)
        if isinstance(found, OutlineField):
            own = tailoring.own_field(self.context.project.worksheet, found.id)
            self.card.show_field(found, own, answered=self._is_answered(found.id))
        elif found is not None:
            self.card.show_section(found)

    def _found(self, thing_id: str) -> OutlineSection | OutlineField | None:
        for section in self._sections:
            if section.id == thing_id:
                return section
            for field in section.fields:
                if field.id == thing_id:
                    return field
        return None

    def _section_of(self, thing_id: str) -> OutlineSection:
        for section in self._sections:
            if thing_id in {section.id, *(field.id for field in section.fields)}:
                return section
        return self._sections[0]

    def _is_answered(self, field_id: str) -> bool:
        project = self.context.project
        answers = [*project.about, *(each for p in project.profiles for each in p.answers)]
        return any(each.field == field_id and each.value is not None for each in answers)

    def _add(self, add: Callable[[str], tuple[str, str]], label: str) -> None:
        added: list[str] = []

        def change(source: str) -> str:
            changed, thing_id = add(source)
            added.append(thing_id)
            return changed

        if self._do(change, label):
            self._current = added[0]
            self._show()
            self.card.start_naming()

    def _do(self, change: Callable[[str], str], label: str) -> bool:
        """Change the worksheet as one step and say whether it changed; else say why not."""
        try:
            changed = change(self.context.project.worksheet)
        except KnownError as error:
            self.card.show_problem(str(error))
            return False
        return self.context.opened.do(SetWorksheet(worksheet=changed, label=label))

    def _on_chosen(self, thing_id: str) -> None:
        self._current = thing_id
        self._show_card()
        self.place_changed.emit(self.place())

    def _on_moved(self, by: int) -> None:
        self._do(lambda source: tailoring.move(source, self._current, by), _("the order"))

    def _reword(self, label: str, question: str) -> None:
        found = self._found(self._current)
        if found is None:
            return
        if isinstance(found, OutlineSection):
            self._do(
                lambda source: tailoring.rename_section(source, found.id, label),
                _("the name of a section"),
            )
        else:
            self._do(
                lambda source: tailoring.rename_field(source, found.id, label, question),
                _("the words of a question"),
            )

    def _on_own_changed(self, own: OwnField) -> None:
        self._do(
            lambda source: tailoring.change_field(source, self._current, own),
            _("an own question"),
        )

    def _on_hidden(self, hidden: bool) -> None:
        label = _("what is not asked") if hidden else _("what is asked again")
        self._do(lambda source: tailoring.show(source, self._current, hidden=hidden), label)

    def _on_removed(self) -> None:
        gone = self._current
        if self._do(lambda source: tailoring.remove_own(source, gone), _("a removed question")):
            self.context.host.say(_("Removed. Answers to it are kept."), undo=True)

    def _use(self, method: Method, said: str) -> None:
        before = self._count_answered()
        edits: list[Edit] = [SetWorksheet(worksheet=method.worksheet)]
        edits += [
            PutItem(folder="questionnaires", item=each) for each in own_questionnaires(method)
        ]
        if self.context.opened.do(Together(edits=tuple(edits), label=_("other questions"))):
            lost = before - self._count_answered()
            kept = n_(
                "{n} answer is no longer asked for, and is kept.",
                "{n} answers are no longer asked for, and are kept.",
                lost,
            )
            self.context.host.say(f"{said} {kept}" if lost else said, undo=True)

    def _count_answered(self) -> int:
        """Return how many answers there are to what is asked now."""
        project = self.context.project
        asked = {field.id for field in worksheet_of(project).fields()}
        answers = [*project.about, *(each for p in project.profiles for each in p.answers)]
        return sum(each.field in asked and each.value is not None for each in answers)
