"""The profiles of a project side by side, and what can be done to each: add, copy, retire."""

from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.states import tally
from icp_desktop.documents.comparison import compare, profiles_in_use
from icp_desktop.i18n import _, n_
from icp_desktop.model.copying import FillGaps, copy_profile, gaps_to_fill
from icp_desktop.model.edits import AddProfile, Edit, RenameProfile, RetireProfile, Together
from icp_desktop.model.ids import new_id
from icp_desktop.model.items import PutItem
from icp_desktop.model.persona import Persona
from icp_desktop.model.persona_edits import copy_persona
from icp_desktop.model.project import Profile
from icp_desktop.ui.pages.answers import find_profile
from icp_desktop.ui.pages.ask_line import AskLine
from icp_desktop.ui.pages.compare_heads import CompareHeads
from icp_desktop.ui.pages.compare_table import CompareTable
from icp_desktop.ui.pages.page import OVERVIEW, WORKSHEET, Context, Place
from icp_desktop.ui.pages.retired_list import RetiredList
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.surfaces import PageScroll
from icp_desktop.worksheet.shipped import worksheet_of

ENOUGH = 3  # profiles; more of them are seldom followed
_SIDE = 32


class SideBySide(QWidget):
    """Compare the profiles in use, and keep them few."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._context = context
        look = context.appearance
        self._shown: tuple[object, ...] = ()
        self.add_button = other_button(_("Add a profile"), icon=look.icons.icon("plus"))
        self.add_button.clicked.connect(self.start_adding)
        self.negative_button = quiet_button(_("Add “Not a fit”"))
        self.negative_button.clicked.connect(self.add_negative)
        self.different = QCheckBox(_("Only what differs"))
        self.different.toggled.connect(self._show_table)
        self.ask_line = AskLine(look)
        self.heads = CompareHeads(look)
        self.heads.asked.connect(self._on_asked)
        self.table = CompareTable(look)
        self.table.opened.connect(self._on_opened)
        self.table.shared.connect(
            lambda: self.heads.share(self.table.names_width, self.table.columns)
        )
        self.table.selectionModel().currentChanged.connect(self._keep_in_view)
        self._retired = RetiredList(look)
        self._retired.used_again.connect(self.use_again)
        self._compose()
        look.changed.connect(self._fit)

    def show_project(self) -> None:
        """Show the profiles as they are now."""
        project = self._context.project
        shown = (project.profiles, project.worksheet)
        if self._shown and all(a is b for a, b in zip(shown, self._shown, strict=True)):
            return
        self._shown = shown
        worksheet, used = worksheet_of(project), profiles_in_use(project)
        self.heads.show_profiles([(each, tally(each, worksheet)) for each in used])
        self.negative_button.setVisible(all(each.kind == "ideal" for each in project.profiles))
        self._retired.show_profiles([each for each in project.profiles if each.retired])
        order_tabs(self.different, self.ask_line, self.heads, self.table, self._retired)
        self._show_table()

    def focus_first(self) -> None:
        """Put the focus on the table, or on what adds the first profile."""
        if self.table.model().rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.table.model_of_cells.first_cell())
            self.table.setFocus()
        else:
            self.add_button.setFocus()

    def start_adding(self) -> None:
        """Ask what the new profile is called; where there are three, say why they are enough."""
        self.ask_line.ask(
            _("What kind of customer is it?"),
            _("Add it anyway") if self._are_enough() else _("Add the profile"),
            self._add,
            note=self._note(),
        )

    def start_copying(self, profile: Profile) -> None:
        """Ask what the copy is called, and add it."""
        self.ask_line.ask(
            _("What is the copy of “{profile}” called?", profile=profile.name),
            _("Copy it anyway") if self._are_enough() else _("Copy the profile"),
            lambda name: self._add_copy(profile, name),
            note=self._note(),
            proposal=_("{name}, copy", name=profile.name),
        )

    def start_renaming(self, profile: Profile) -> None:
        """Ask for another name of a profile."""
        self.ask_line.ask(
            _("What kind of customer is “{profile}”?", profile=profile.name),
            _("Rename the profile"),
            lambda name: self._rename(profile, name),
            proposal=profile.name,
        )

    def start_retiring(self, profile: Profile) -> None:
        """Ask why a profile no longer fits, and stop using it."""
        self.ask_line.ask(
            _("Why does “{profile}” no longer fit?", profile=profile.name),
            _("Retire the profile"),
            lambda reason: self._retire(profile, reason),
            note=_("It is kept with all its answers, and can be used again."),
        )

    def use_again(self, profile_id: str) -> None:
        """Use a profile again that was retired."""
        profile = self._context.project.profile(profile_id)
        label = _("using “{profile}” again", profile=profile.name)
        day = date.today()  # noqa: DTZ011 - the day on the person's own calendar
        self._do(RetireProfile(profile=profile_id, reason=None, day=day, label=label))
        self._say(_("“{profile}” is used again.", profile=profile.name))

    def add_negative(self) -> None:
        """Add the profile of those who are not a fit, or go to it."""
        for each in self._context.project.profiles:
            if each.kind == "negative":
                self._context.host.go(Place(page=WORKSHEET, profile=each.id, view="form"))
                return
        profiles = self._context.project.profiles
        market = profiles[0].market if profiles else "both"
        name = _("Not a fit")
        self._add_profile(Profile(id=new_id(), name=name, market=market, kind="negative"))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _compose(self) -> None:
        px = self._context.appearance.px
        bar = QWidget()
        flow = FlowLayout(bar, gap=px(16), row_gap=px(8))
        for control in (self.add_button, self.negative_button, self.different):
            flow.addWidget(control)
        self._sheet = QWidget()
        self._lines = QVBoxLayout(self._sheet)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.heads)
        both.addWidget(self.table)
        self._lines.addWidget(bar)
        self._lines.addWidget(self.ask_line)
        self._lines.addLayout(both)
        self._lines.addWidget(self._retired)
        self._lines.addStretch(1)
        self._area = PageScroll(self._sheet)
        self._area.verticalScrollBar().rangeChanged.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._fit()

    def _fit(self) -> None:
        px = self._context.appearance.px
        side = px(_SIDE)
        bar = self._area.width() - self._area.viewport().width()
        self._lines.setContentsMargins(side, px(4), max(side - bar, 0), px(24))
        self._lines.setSpacing(px(16))

    def _show_table(self) -> None:
        compared = compare(self._context.project)
        self.table.show_comparison(compared, only_different=self.different.isChecked())
        self.table.setVisible(bool(compared.profiles))

    def _keep_in_view(self, now: QModelIndex, _before: QModelIndex) -> None:
        """Scroll the page with the arrows, as the table itself does not scroll."""
        rect = self.table.visualRect(now)
        middle = self.table.viewport().mapTo(self._sheet, rect.center())
        self._area.ensureVisible(
            middle.x(), middle.y(), 0, rect.height() + self._area.height() // 6
        )

    def _on_asked(self, way: str, profile_id: str) -> None:
        profile = find_profile(self._context.project, profile_id)
        if profile is None:
            return
        ways = {
            "rename": self.start_renaming,
            "copy": self.start_copying,
            "retire": self.start_retiring,
        }
        if way in ways:
            ways[way](profile)
        elif way == "open":
            self._context.host.go(Place(page=OVERVIEW, profile=profile_id, view="map"))
        else:
            self._fill_gaps(profile, way.removeprefix("fill "))

    def _on_opened(self, field: str, profile: str) -> None:
        section = worksheet_of(self._context.project).section_of(field).id
        place = Place(page=WORKSHEET, profile=profile, section=section, field=field, view="form")
        self._context.host.go(place)

    def _are_enough(self) -> bool:
        used = profiles_in_use(self._context.project)
        return sum(each.kind == "ideal" for each in used) >= ENOUGH

    def _note(self) -> str:
        if not self._are_enough():
            return ""
        used = sum(each.kind == "ideal" for each in profiles_in_use(self._context.project))
        return _(
            "You have {n} profiles. One to three can be followed in daily work; with more, "
            "nobody knows whom to look for. Retire one that no longer fits, or add it anyway.",
            n=used,
        )

    def _add(self, name: str) -> None:
        profiles = self._context.project.profiles
        market = profiles[0].market if profiles else "both"
        self._add_profile(Profile(id=new_id(), name=name, market=market))

    def _add_profile(self, profile: Profile, *personas: Persona) -> None:
        label = _("new profile “{profile}”", profile=profile.name)
        also = (PutItem(folder="personas", item=each) for each in personas)
        self._do(Together(edits=(AddProfile(profile=profile), *also), label=label))
        self._say(_("“{profile}” is there now.", profile=profile.name))
        for head in self.heads.heads:
            if head.profile.id == profile.id:
                head.button.setFocus()

    def _add_copy(self, profile: Profile, name: str) -> None:
        copy = copy_profile(profile, name)
        personas = self._context.project.personas_of(profile.id)
        self._add_profile(
            copy, *(copy_persona(each, each.title, profile=copy.id) for each in personas)
        )

    def _rename(self, profile: Profile, name: str) -> None:
        label = _("name of “{profile}”", profile=profile.name)
        self._do(RenameProfile(profile=profile.id, name=name, label=label))

    def _retire(self, profile: Profile, reason: str) -> None:
        label = _("retiring “{profile}”", profile=profile.name)
        day = date.today()  # noqa: DTZ011 - the day on the person's own calendar
        self._do(RetireProfile(profile=profile.id, reason=reason, day=day, label=label))
        self._say(_("“{profile}” is no longer used.", profile=profile.name))

    def _fill_gaps(self, source: Profile, target_id: str) -> None:
        target = self._context.project.profile(target_id)
        answers = gaps_to_fill(source, target)
        if not answers:
            self._context.host.say(
                _("“{profile}” has no gap that it could fill.", profile=target.name)
            )
            return
        label = _("answers for “{profile}”", profile=target.name)
        self._do(FillGaps(profile=target_id, answers=answers, label=label))
        self._say(
            n_(
                "{n} answer copied to “{profile}”, as a guess: its proof is of other customers.",
                "{n} answers copied to “{profile}”, as guesses: their proof is of other customers.",
                len(answers),
                profile=target.name,
            )
        )

    def _do(self, edit: Edit) -> None:
        self._context.opened.do(edit)

    def _say(self, sentence: str) -> None:
        self._context.host.say(sentence, undo=True)
