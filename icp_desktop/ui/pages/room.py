"""A session with a client in the room: one question at a time, the profile growing beside it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.model.values import is_empty
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.pages.room_card import RoomCard
from icp_desktop.ui.pages.room_panel import RoomPanel
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.pages.tour_end import TourEnd
from icp_desktop.ui.pages.tour_panel import AFTER_LAST_KEY
from icp_desktop.ui.pages.tour_stops import Stop, answers_of, tour_stops
from icp_desktop.ui.pages.tour_way import TourWay
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.worksheet.definitions import Worksheet
from icp_desktop.worksheet.shipped import worksheet_of

_SIDE, _CARD, _PANEL = 32, 656, 320
_BESIDE = 560  # the width of the page, in units, from which the profile stands beside the question


class RoomView(QWidget):
    """Walk the leading questions in large type; `left` says that the session is over."""

    moved = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._context = context
        look = context.appearance
        self._profile: Profile | None = None
        self._number = 0
        self._card: QWidget | None = None
        self._panel = RoomPanel(look)
        self._way = TourWay(look)
        self._way.back_asked.connect(lambda: self.step(-1))
        self._way.skip_asked.connect(lambda: self.step(1))
        self._way.next_asked.connect(lambda: self.step(1))
        self._soon = QTimer(self, singleShot=True, interval=AFTER_LAST_KEY)
        self._soon.timeout.connect(self._show_panel)
        self._place = QWidget()
        self._across = QHBoxLayout(self._place)
        self._holder = QVBoxLayout()
        self._holder.addStretch(1)
        self._across.addLayout(self._holder)
        self._across.addStretch(1)
        self._area = PageScroll(self._place)
        question = QVBoxLayout()
        question.setSpacing(0)
        question.addWidget(self._area, 1)
        question.addWidget(self._way)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addLayout(question, 2)
        self._rule = Hairline(vertical=True)
        self._columns.addWidget(self._rule)
        self._columns.addWidget(self._panel, 1)

    @property
    def card(self) -> QWidget | None:
        """The question that is shown, or the end."""
        return self._card

    @property
    def panel(self) -> RoomPanel:
        """The profile beside the question."""
        return self._panel

    @property
    def section(self) -> str:
        """The id of the section that is asked."""
        stops = self._stops()
        return stops[self._number][0].id if self._number < len(stops) else ""

    @property
    def field(self) -> str:
        """The id of the field that is asked, "" at the end."""
        stops = self._stops()
        return stops[self._number][1].id if self._number < len(stops) else ""

    def show_field(self, profile: Profile, field_id: str) -> None:
        """Ask for a field, the first open one if it does not lead its section."""
        self._profile = profile
        ids = [field.id for _section, field in self._stops()]
        first = self._first_open()
        self._ask(ids.index(field_id) if field_id in ids else first or 0)

    def take_profile(self, profile: Profile) -> None:
        """Show what has changed; the card keeps its caret."""
        before, self._profile = self._profile, profile
        card = self._card
        if isinstance(card, RoomCard) and before is not None and before.market == profile.market:
            card.show_answer()
            self._soon.start()
        else:
            self._ask(self._number)

    def step(self, by: int) -> None:
        """Go to the next or previous question; after the last one comes the end."""
        if self._profile is None:
            return
        self._context.opened.seal()
        number = self._number + by
        if 0 <= number <= len(self._stops()):
            self._ask(number)
            self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _ask(self, number: int) -> None:
        assert self._profile is not None
        stops = self._stops()
        self._number = min(number, len(stops))
        if self._number == len(stops):
            self._end()
            return
        section, field = stops[self._number]
        place = _(
            "{section} · question {n} of {total}",
            section=section.wording(self._profile.market).label,
            n=self._number + 1,
            total=len(stops),
        )
        card = RoomCard(
            self._context.appearance,
            answers_of(self._context.opened, section, self._profile),
            section,
            field,
            place=place,
            currency=self._context.project.currency,
            kind=self._profile.kind,
        )
        following = stops[self._number + 1 :]
        label = following[0][1].wording(self._profile.market).label if following else ""
        onward = _("Next: {field}", field=label) if label else _("Finish")
        self._put(card)
        self._way.set_way(back=self._number > 0, skip=bool(following), onward=onward)
        card.focus_editor()

    def _end(self) -> None:
        assert self._profile is not None
        stops = self._stops()
        first = self._first_open()
        label = "" if first is None else stops[first][1].wording(self._profile.market).label
        done = sum(not self._is_open(stop) for stop in stops)
        end = TourEnd(self._context.appearance, done, len(stops), label, 0, _("Leave room mode"))
        end.open_asked.connect(lambda: self._ask(first or 0))
        end.map_asked.connect(self.left)
        self._put(end)
        self._way.set_way(back=True, skip=False, onward="")
        end.focus_first()

    def _put(self, card: QWidget) -> None:
        if self._card is not None:
            self._holder.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        self._holder.insertWidget(0, card)
        order_tabs(card, *self._way.buttons)
        self._fit()
        self._area.verticalScrollBar().setValue(0)
        self._show_panel()

    def _show_panel(self) -> None:
        assert self._profile is not None
        project = self._context.project
        self._panel.show_profile(project, self._profile, self._worksheet(), self.field)

    def _stops(self) -> list[Stop]:
        return tour_stops(self._worksheet(), self._profile) if self._profile else []

    def _first_open(self) -> int | None:
        stops = enumerate(self._stops())
        return next((number for number, stop in stops if self._is_open(stop)), None)

    def _is_open(self, stop: Stop) -> bool:
        assert self._profile is not None
        section, field = stop
        answers = answers_of(self._context.opened, section, self._profile)
        return is_empty(answers.find(field).value)

    def _worksheet(self) -> Worksheet:
        return worksheet_of(self._context.project)

    def _fit(self) -> None:
        """Share the room: the question at the left, the profile at the right or below."""
        px = self._context.appearance.px
        beside = self.width() >= px(_BESIDE)
        across = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across)
        self._rule.setVisible(beside)
        panel = min(self.width() * 3 // 8, px(_PANEL)) if beside else self.width()
        self._panel.setFixedWidth(panel)
        room = self.width() - (panel if beside else 0)
        side = px(_SIDE)
        card = min(room - 2 * side, px(_CARD))
        self._across.setContentsMargins(side, px(24), 0, px(24))
        if self._card is not None:
            self._card.setFixedWidth(card)
        self._way.fit(side, card, max(room - side - card, side))
