"""The worksheet page: the same questions as a form or as a tour, at the same place."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.open_project import Change
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.form import FormView
from icp_desktop.ui.pages.no_profile import NoProfile
from icp_desktop.ui.pages.page import TAILOR, WORKSHEET, Context, Page, Place
from icp_desktop.ui.pages.place import FORM, ROOM, TEN_QUESTIONS, TOUR
from icp_desktop.ui.pages.questions import QuestionsView
from icp_desktop.ui.pages.room import RoomView
from icp_desktop.ui.pages.tour import TourView
from icp_desktop.ui.widgets.buttons import icon_button
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.worksheet.shipped import worksheet_of

View = FormView | TourView | QuestionsView | RoomView


class WorksheetPage(Page):
    """Show the worksheet of one profile; what is not looked at is not built."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._profile: Profile | None = None
        self._about = context.project.about
        self._worksheet = context.project.worksheet
        self._quiet = False
        self._in_room = False
        self._views: dict[str, View] = {}
        self._segment = Segment([(FORM, _("Form")), (TOUR, _("Tour"))], name=_("How to fill it in"))
        self._segment.chosen.connect(self.switch_to)
        self.tailor_button = icon_button(context.appearance, "pencil", _("Your questions"))
        self.tailor_button.clicked.connect(self._on_tailor)
        self._stack = QStackedWidget()
        self._nothing = NoProfile(context)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        app = QGuiApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self._scale = context.appearance.theme.scale
        context.appearance.changed.connect(self._on_look_changed)
        for keys, step in (("Ctrl+Return", 1), ("Ctrl+Enter", 1), ("Alt+Left", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._step(step))

    @property
    def view(self) -> str:
        """Which way of filling in is shown: "form", "tour" or the id of a questionnaire."""
        shown = self._stack.currentWidget()
        return next((name for name, view in self._views.items() if view is shown), FORM)

    def switch_to(self, view: str) -> None:
        """Show another way of filling in, at the same field."""
        now = self.place()
        self.show_place(
            Place(
                page=WORKSHEET, profile=now.profile, section=now.section, field=now.field, view=view
            )
        )

    @override
    def set_room(self, in_room: bool) -> None:
        place = self.place()
        self._in_room = in_room
        self.show_place(replace(place, view=ROOM if in_room else TOUR))

    @override
    def show_place(self, place: Place) -> None:
        profile = shown_profile(self.context.project, place.profile)
        if profile is None:
            self._profile = None
            self._stack.setCurrentWidget(self._nothing)
            return
        self._quiet = True
        self._remember(profile)
        view = self._view(place.view)
        self._stack.setCurrentWidget(view)
        self._segment.show_choice(FORM if isinstance(view, FormView) else TOUR)
        if isinstance(view, FormView):
            section = self._section_of(place)
            view.show_section(profile, section)
            view.focus_field(place.field, place.scroll)
        else:
            view.show_field(profile, place.field)
        self._quiet = False
        self._tell_place()

    @override
    def take_change(self, change: Change) -> None:
        project = self.context.project
        shown = self._profile.id if self._profile else ""
        profile = shown_profile(project, shown)
        if profile is None or self._profile is None or profile.id != shown:
            self.show_place(Place(page=WORKSHEET, view=self.view))
            return
        same = profile is self._profile and project.about is self._about
        same = same and change.before.comments is project.comments
        if same and project.worksheet == self._worksheet and not self._currency_changed(change):
            return
        view = self._views[self.view]
        if profile.market != self._profile.market:
            place = self.place()
            self._remember(profile)
            view.take_profile(profile)
            self.show_place(place)
            return
        self._remember(profile)
        view.take_profile(profile)

    @override
    def place(self) -> Place:
        view = self._views.get(self.view)
        if self._profile is None or view is None:
            return Place(page=WORKSHEET)
        scroll = view.scrolled_to if isinstance(view, FormView) else 0
        return Place(
            page=WORKSHEET,
            profile=self._profile.id,
            section=view.section,
            field=view.field,
            view=TOUR if self.view == ROOM else self.view,
            scroll=scroll,
        )

    @override
    def prove(self) -> bool:
        view = self._views.get(self.view)
        if self._profile is None or not isinstance(view, FormView | TourView):
            return False
        return view.prove()

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        return () if self._in_room else (self.tailor_button, self._segment)

    def _on_tailor(self) -> None:
        place = self.place()
        self.context.host.go(Place(page=TAILOR, section=place.section, field=place.field))

    def _remember(self, profile: Profile) -> None:
        self._profile = profile
        self._about = self.context.project.about
        self._worksheet = self.context.project.worksheet

    def _view(self, name: str) -> View:
        name = ROOM if self._in_room else name
        name = name if name in {FORM, TOUR, TEN_QUESTIONS, ROOM} else FORM
        if name not in self._views:
            view = self._make_view(name)
            self._views[name] = view
            self._stack.addWidget(view)
        return self._views[name]

    def _make_view(self, name: str) -> View:
        if name == FORM:
            form = FormView(self.context)
            form.moved.connect(self._tell_place)
            return form
        if name == ROOM:
            room = RoomView(self.context)
            room.moved.connect(self._tell_place)
            room.left.connect(self.room_left)
            return room
        view = TourView(self.context) if name == TOUR else QuestionsView(self.context, name)
        other = TEN_QUESTIONS if name == TOUR else TOUR
        view.moved.connect(self._tell_place)
        view.other_tour_asked.connect(lambda: self.switch_to(other))
        return view

    def _section_of(self, place: Place) -> str:
        worksheet = worksheet_of(self.context.project)
        for section in worksheet.sections:
            if any(field.id == place.field for field in section.fields):
                return section.id
        return place.section

    @staticmethod
    def _currency_changed(change: Change) -> bool:
        return change.before.currency != change.after.currency

    def _step(self, by: int) -> None:
        if self._profile is not None:
            self._views[self.view].step(by)

    def _tell_place(self) -> None:
        if not self._quiet and self._profile is not None:
            self.place_changed.emit(self.place())

    def _on_look_changed(self) -> None:
        """Build the shown view anew in another size; another colour needs nothing."""
        scale = self.context.appearance.theme.scale
        if scale == self._scale:
            return
        self._scale = scale
        place = self.place()
        for view in self._views.values():
            self._stack.removeWidget(view)
            view.deleteLater()
        self._views = {}
        if self._profile is not None:
            self.show_place(place)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        view = self._views.get(FORM)
        if now is not None and isinstance(view, FormView) and view.isVisible():
            view.note_focus(now)
