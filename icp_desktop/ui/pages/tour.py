"""The tour: one question at a time, over everything the worksheet asks."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.grades import GRADE_NAMES, answer_grade
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.model.values import is_empty
from icp_desktop.ui.marks import MarkKind
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.page import OVERVIEW, Context, Place
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.pages.tour_card import TourCard
from icp_desktop.ui.pages.tour_end import TourEnd
from icp_desktop.ui.pages.tour_frame import TourFrame
from icp_desktop.ui.pages.tour_panel import AFTER_LAST_KEY, TourPanel
from icp_desktop.ui.pages.tour_stops import Stop, answers_of, detail_stops, tour_stops
from icp_desktop.ui.widgets.mini_map import MiniMapStrip, MiniPlace, MiniSection
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.definitions import Field, Section, Worksheet
from icp_desktop.worksheet.shipped import worksheet_of

_STRIP_IN_VIEW = 700  # the width of the page, in units, from which the strip stands on top


class TourView(QWidget):
    """Walk the leading questions of all sections, then, if wanted, the ones with more detail."""

    moved = Signal()
    other_tour_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._profile: Profile | None = None
        self._field: Field | None = None
        self._detailed = False
        self._in_strip: tuple[list[MiniSection], str] = ([], "")
        self._strip = MiniMapStrip(context.appearance)
        self._strip.chosen.connect(self._go)
        other = _("Ten questions instead")
        self._panel = TourPanel(context.appearance, other)
        self._panel.other_tour_asked.connect(self.other_tour_asked)
        self._frame = TourFrame(context.appearance, self._panel)
        self._frame.back_asked.connect(lambda: self.step(-1))
        self._frame.skip_asked.connect(lambda: self.step(1))
        self._frame.next_asked.connect(lambda: self.step(1))
        self._soon = QTimer(self, singleShot=True, interval=AFTER_LAST_KEY)
        self._soon.timeout.connect(self._show_around)
        px = context.appearance.px
        self._strip_box = QWidget()
        box = QVBoxLayout(self._strip_box)
        box.setContentsMargins(px(32), px(6), px(32), px(10))
        box.addWidget(self._strip)
        self._rule = Hairline()
        self._head = QVBoxLayout()
        self._head.setSpacing(0)
        self._head.addWidget(self._strip_box)
        self._head.addWidget(self._rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._frame, 1)

    @property
    def section(self) -> str:
        """The id of the section the question belongs to."""
        return self._worksheet().section_of(self._field.id).id if self._field else ""

    @property
    def field(self) -> str:
        """The id of the field that is asked, "" at the end of the tour."""
        return self._field.id if self._field else ""

    def show_field(self, profile: Profile, field_id: str) -> None:
        """Ask for a field, the first open one if it is not asked of this profile."""
        self._profile = profile
        stops = [*self._stops(), *self._details()]
        found = [field for _section, field in stops if field.id == field_id]
        field = found[0] if found else self._first_open() or stops[0][1]
        if field.id not in {stop[1].id for stop in self._stops()}:
            self._detailed = True
        self._ask(field)

    def take_profile(self, profile: Profile) -> None:
        """Show what has changed; the card keeps its caret."""
        self._profile = profile
        card = self._frame.card
        if isinstance(card, TourCard) and self._field is not None:
            field = self._worksheet().field(self._field.id)
            if field == self._field and profile.market == card.market:
                card.show_answer()
            else:
                self.show_field(profile, field.id)
                return
        elif isinstance(card, TourEnd):
            self._end()
            return
        self._soon.start()

    def prove(self) -> bool:
        """Go to the question how the answer is known."""
        card = self._frame.card
        if isinstance(card, TourCard):
            card.prove()
        return isinstance(card, TourCard)

    def step(self, by: int) -> None:
        """Go to the next or previous question; after the last one comes the end."""
        if self._profile is None:
            return
        self._context.opened.seal()
        fields = [field for _section, field in self._stops()]
        if self._field is None:
            if by < 0:
                self._ask(fields[-1])
                self.moved.emit()
            return
        number = fields.index(self._field) + by
        if number >= len(fields):
            self._end()
        elif number >= 0:
            self._ask(fields[number])
        self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        units = self.width() / self._context.appearance.theme.scale
        if units < _STRIP_IN_VIEW:
            self._frame.set_foot(self._strip_box)
        else:
            self._head.insertWidget(0, self._strip_box)
        self._rule.setVisible(units >= _STRIP_IN_VIEW)

    def _ask(self, field: Field) -> None:
        assert self._profile is not None
        self._field = field
        card = TourCard(
            self._context.appearance, self._answers(field), self._section_of(field), field,
            self._context.project.currency, self._profile.kind,
        )  # fmt: skip
        self._frame.set_card(card)
        fields = [each for _section, each in self._stops()]
        number = fields.index(field)
        following = (
            fields[number + 1].wording(self._profile.market).label
            if (number + 1 < len(fields))
            else ""
        )
        onward = _("Next: {field}", field=following) if following else _("Finish")
        self._frame.set_way(back=number > 0, skip=bool(following), onward=onward)
        self._show_around()
        order_tabs(self._strip, self._frame)
        card.focus_editor()

    def _end(self) -> None:
        """Say what is still open, and offer to go on."""
        assert self._profile is not None
        first = self._first_open()
        self._field = None
        stops = self._stops()
        done = sum(not is_empty(self._answers(f).find(f).value) for _s, f in stops)
        rest = 0 if self._detailed else len(self._details())
        label = first.wording(self._profile.market).label if first else ""
        end = TourEnd(self._context.appearance, done, len(stops), label, rest)
        end.open_asked.connect(lambda: self._go(first.id if first else ""))
        end.details_asked.connect(self._on_details)
        end.map_asked.connect(self._on_map)
        self._frame.set_card(end)
        self._frame.set_way(back=True, skip=False, onward="")
        self._show_around()
        order_tabs(self._strip, self._frame)
        end.focus_first()

    def _show_around(self) -> None:
        """Show the strip and the panel as the profile is now."""
        assert self._profile is not None
        market = self._profile.market
        sections = []
        for section in self._worksheet().sections:
            fields = [field for each, field in self._stops() if each.id == section.id]
            places = tuple(self._mini_place(field) for field in fields)
            if places:
                sections.append(MiniSection(section.wording(market).label, places))
        if (sections, self.field) != self._in_strip:
            self._in_strip = (sections, self.field)
            self._strip.show_places(sections, self.field)
        place = self._answers(self._field).place if self._field else ""
        self._panel.show_profile(self._profile, self._worksheet(), self._field, place)

    def _mini_place(self, field: Field) -> MiniPlace:
        assert self._profile is not None
        answer = self._answers(field).find(field)
        open_ = is_empty(answer.value)
        mark: MarkKind = "open" if open_ else answer_grade(answer)
        words = _("Not answered yet") if open_ else _(GRADE_NAMES[answer_grade(answer)])
        return MiniPlace(field.id, field.wording(self._profile.market).label, mark, words)

    def _stops(self) -> list[Stop]:
        """Return what this tour asks, in order."""
        assert self._profile is not None
        return tour_stops(self._worksheet(), self._profile, detailed=self._detailed)

    def _details(self) -> list[Stop]:
        assert self._profile is not None
        return detail_stops(self._worksheet(), self._profile)

    def _first_open(self) -> Field | None:
        for _section, field in self._stops():
            if is_empty(self._answers(field).find(field).value):
                return field
        return None

    def _section_of(self, field: Field) -> Section:
        return self._worksheet().section_of(field.id)

    def _answers(self, field: Field) -> Answers:
        assert self._profile is not None
        return answers_of(self._context.opened, self._section_of(field), self._profile)

    def _worksheet(self) -> Worksheet:
        return worksheet_of(self._context.project)

    def _go(self, field_id: str) -> None:
        if self._profile is not None:
            self._context.opened.seal()
            self.show_field(self._profile, field_id)
            self.moved.emit()

    def _on_details(self) -> None:
        details = self._details()
        self._detailed = True
        if details:
            self._go(details[0][1].id)

    def _on_map(self) -> None:
        profile = self._profile.id if self._profile else ""
        self._context.host.go(Place(page=OVERVIEW, profile=profile))
