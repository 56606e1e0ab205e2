"""The open project in the window: the head, its pages, and what pages may ask for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.model.proposal import Proposal
from icp_desktop.open_project import Change
from icp_desktop.settings import SettingsFile
from icp_desktop.storage.outcomes import Choice, Outcome
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import Background
from icp_desktop.ui.page_makers import PAGE_TITLES, make_page
from icp_desktop.ui.pages.page import (
    CUSTOMERS,
    DOCUMENTS,
    INTERVIEWS,
    LEADS,
    OVERVIEW,
    PERSONAS,
    PLAYBOOK,
    REVIEWS,
    TAILOR,
    VERSIONS,
    WORKSHEET,
    Context,
    Page,
    Place,
)
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.screen import Action, Screen, Tone
from icp_desktop.ui.step_button import StepButton
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.workspace import Workspace

_ADD = "+"  # stands in the list of profiles for the wish to add one
_TONES: dict[str, Tone] = {"failed": "failed", "waiting": "due", "taken": "note"}
_WITHOUT_PROFILE = {REVIEWS, VERSIONS, TAILOR}
# Their own button stands at the far right.
_BUTTON_LAST = {CUSTOMERS, DOCUMENTS, INTERVIEWS, LEADS, PERSONAS, PLAYBOOK, REVIEWS, TAILOR}
_BUTTON_LAST |= {VERSIONS}


class ProjectView(Screen):
    """Shows the pages of one project; a `Host` for them.

    `moved` says that the person is at another place, `preview_asked` carries a document id or "",
    `merge_asked` the state to merge with, `proposal_asked` a proposal and the names of its sides,
    `left` says that the project is here no longer.
    """

    moved = Signal(object)
    changed = Signal()
    preview_asked = Signal(str)
    merge_asked = Signal(object)
    proposal_asked = Signal(object, str, str)
    left = Signal(str)
    add_profile_asked = Signal()
    place_asked = Signal()
    room_left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        workspace: Workspace,
        *,
        settings: SettingsFile,
        background: Background,
        prompts: Prompts,
        undo: QAction,
        redo: QAction,
        last_version: Callable[[], str],
    ) -> None:
        """Build the frame; pages are built when they are first shown."""
        super().__init__(appearance, "")
        self.workspace = workspace
        self.context = Context(
            appearance=appearance,
            opened=workspace.opened,
            changes=workspace.changes,
            settings=settings,
            background=background,
            prompts=prompts,
            host=self,
            last_version=last_version,
            earlier=workspace.earlier,
            home=workspace.store.library.folder,
        )
        self._prompts = prompts
        self._place = Place(page="")
        self._pages: dict[str, Page] = {}
        self._seen: dict[str, Change] = {}
        self._stack = QStackedWidget()
        self.show_content(self._stack)
        self.profiles = Combo()
        self.profiles.setAccessibleName(_("Profile"))
        self.profiles.activated.connect(self._on_profile)
        self.undo_button = StepButton(appearance, "undo", undo)
        self.redo_button = StepButton(appearance, "redo", redo)
        self.preview_button = other_button(
            _("Show preview"), icon=appearance.icons.icon("panel-right")
        )
        self.preview_button.clicked.connect(lambda: self.preview_asked.emit(""))
        self.leave_button = other_button(_("Leave room mode"), icon=appearance.icons.icon("close"))
        self.leave_button.clicked.connect(self.room_left)
        self._preview_open = False
        self._in_room = False
        workspace.changes.changed.connect(self._on_changed)
        workspace.told.connect(self.show_outcome)
        self._show_profiles()

    @property
    def current(self) -> Place:
        """Where the person is, as exactly as the page knows."""
        page = self._pages.get(self._place.page)
        return self._place if page is None else replace(page.place(), page=self._place.page)

    @property
    def profile(self) -> Profile | None:
        """The profile that is shown, None if the project has none."""
        return self._find_profile(self._place.profile)

    def page(self) -> Page | None:
        """Return the page that is shown."""
        return self._pages.get(self._place.page)

    # What pages may ask for

    def go(self, place: Place) -> None:
        """Show another place; a profile that is gone gives way to one that is there.

        A place that names a page alone leads back to where the person left that page.
        """
        if self._in_room:
            place = replace(place, page=WORKSHEET)
        profile = self._find_profile(place.profile or self._place.profile)
        place = replace(place, profile=profile.id if profile else "")
        if place.page not in PAGE_TITLES:
            place = replace(place, page=OVERVIEW)
        if place == Place(page=place.page, profile=place.profile) and place.page in self._pages:
            place = replace(self._pages[place.page].place(), profile=place.profile)
        page = self._page_for(place.page)
        self._place = place
        self._catch_up(place.page)
        self._stack.setCurrentWidget(page)
        self._show_head(page)
        page.show_place(place)
        self._on_place(page.place())

    def set_room(self, in_room: bool) -> None:
        """Show nothing but the questions, for a room with a client, or everything again."""
        self.go(replace(self.current, page=WORKSHEET))
        self._in_room = in_room
        page = self.page()
        assert page is not None
        page.set_room(in_room)
        self._show_head(page)

    def say(
        self,
        sentence: str,
        *,
        undo: bool | Callable[[], None] | None = False,
        action: Action | None = None,
    ) -> None:
        """Show a toast; with `undo` it offers to take the last step back."""
        way_back = self._undo if undo is True else (undo or None)
        super().say(sentence, undo=way_back, action=action)

    def complain(self, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what went wrong in the message bar."""
        self.tell("trouble", "failed", sentence, actions)

    def show_preview(self, document_id: str) -> None:
        """Open the preview with a document."""
        self.preview_asked.emit(document_id)

    def propose(self, proposal: Proposal, ours: str, theirs: str) -> None:
        """Ask for the page that shows what could be taken over."""
        self.proposal_asked.emit(proposal, ours, theirs)

    # What the window tells

    def show_preview_state(self, is_open: bool) -> None:
        """Offer to show the preview while it is folded away."""
        if is_open != self._preview_open:
            self._preview_open = is_open
            if page := self.page():
                self._show_head(page)

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what came of publishing, and offer what the person may choose."""
        if outcome.kind == "removed":
            self.left.emit(outcome.sentence)
            return
        if outcome.kind == "merge" and outcome.theirs is not None:
            self.untell("file")
            self.merge_asked.emit(outcome.theirs)
            return
        tone = _TONES.get(outcome.kind, "due")
        if outcome.sentence:
            self.tell("file", tone, outcome.sentence, self._ways(outcome))
        else:
            self.untell("file")

    def show_published(self) -> None:
        """Take away what was said of the file: it has come right."""
        self.untell("file")

    def _ways(self, outcome: Outcome) -> list[Action]:
        choices = outcome.choices
        if outcome.kind == "failed":  # try again, or go elsewhere
            again = [(each.label, self._carrier(each)) for each in choices[:1]]
            return [*again, (_("Choose another place"), self.place_asked.emit)]
        if len(choices) <= 2:
            return [(each.label, self._carrier(each)) for each in choices]
        first = (choices[0].label, self._carrier(choices[0]))
        return [first, (_("Other ways…"), lambda: self._ask_way(outcome))]

    def _ask_way(self, outcome: Outcome) -> None:
        labels = tuple(each.label for each in outcome.choices)
        chosen = self._prompts.choice(_("Other ways"), outcome.sentence, labels)
        if chosen is not None:
            self._carrier(outcome.choices[chosen])()

    def _carrier(self, choice: Choice) -> Callable[[], None]:
        def carry_out() -> None:
            self.untell("file")
            self.workspace.carry_out(choice)

        return carry_out

    # Within

    def _page_for(self, name: str) -> Page:
        if name not in self._pages:
            page = make_page(name, self.context, self.workspace)
            page.place_changed.connect(self._on_place)
            page.room_left.connect(self.room_left)
            self._pages[name] = page
            self._stack.addWidget(page)
            project = self.context.project
            self._seen[name] = Change(before=project, after=project)
        return self._pages[name]

    def _catch_up(self, name: str) -> None:
        """Tell a page in one go of what changed while it was not shown."""
        seen, now = self._seen[name].after, self.context.project
        if seen is not now:
            self._seen[name] = Change(before=seen, after=now)
            self._pages[name].take_change(self._seen[name])

    def _show_head(self, page: Page) -> None:
        name = self._place.page
        if self._in_room:
            self.head.title.setText(self.context.project.client)
            steps = (self.undo_button, self.redo_button)
            self.head.show_parts((), (*steps, self.leave_button))
            return
        self.head.title.setText(_(PAGE_TITLES[name]))
        self.profiles.show_id(self._place.profile)
        near = page.near_widgets()
        if near is None:
            without = name in _WITHOUT_PROFILE or not self.profiles.count()
            near = () if without else (self.profiles,)
        steps = (self.undo_button, self.redo_button)
        wanted = not self._preview_open and name not in _BUTTON_LAST
        preview = (self.preview_button,) if wanted else ()
        widgets = page.head_widgets()
        if name in _BUTTON_LAST:
            self.head.show_parts(near, (*steps, *widgets))
        else:
            self.head.show_parts(near, (*widgets, *steps, *preview))

    def _on_changed(self, change: Change) -> None:
        self.dismiss_toast()
        before = [(each.id, each.name, each.retired) for each in change.before.profiles]
        after = [(each.id, each.name, each.retired) for each in change.after.profiles]
        if before != after:
            self._show_profiles()
        if self._find_profile(self._place.profile) is None or self._is_gone(change):
            self.go(replace(self._place, profile="", section="", field=""))
        elif page := self.page():
            self._catch_up(self._place.page)
            self._show_head(page)
        self.changed.emit()

    def _is_gone(self, change: Change) -> bool:
        ids = {each.id for each in change.after.profiles}
        return bool(self._place.profile) and self._place.profile not in ids

    def _on_place(self, place: Place) -> None:
        kept = replace(place, page=self._place.page, profile=self._place.profile)
        if place.profile and self._find_profile(place.profile) is not None:
            kept = replace(kept, profile=place.profile)
        self._place = kept
        if page := self.page():
            self._show_head(page)
        self.workspace.remember(kept)
        self.moved.emit(kept)

    def _on_profile(self) -> None:
        chosen = self.profiles.current_id()
        if chosen == _ADD:
            self.profiles.show_id(self._place.profile)
            self.add_profile_asked.emit()
        elif chosen != self._place.profile:
            self.go(replace(self.current, profile=chosen))

    def _show_profiles(self) -> None:
        self.profiles.clear()
        for each in self.context.project.profiles:
            self.profiles.addItem(_profile_words(each), each.id)
        self.profiles.addItem(_("Add a profile…"), _ADD)
        self.profiles.show_id(self._place.profile)

    def _find_profile(self, profile_id: str) -> Profile | None:
        profiles = self.context.project.profiles
        for each in profiles:
            if each.id == profile_id:
                return each
        in_use = [each for each in profiles if each.retired is None and each.kind == "ideal"]
        return next(iter((*in_use, *profiles)), None)

    def _undo(self) -> None:
        self.workspace.opened.undo()


def _profile_words(profile: Profile) -> str:
    if profile.retired is not None:
        return _("{name} (no longer used)", name=profile.name)
    if profile.kind == "negative" and profile.name != _("Not a fit"):
        return _("Not a fit: {name}", name=profile.name)
    return profile.name
