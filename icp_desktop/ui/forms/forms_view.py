"""The forms that are out: to whom, since when, what is late, and what came back."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from icp_desktop.documents.forms_out import Recipient, new_form
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.forms import WORKSHEET_FORM, Channel, Form
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.project import Project
from icp_desktop.ui.forms.send_panel import SendPanel
from icp_desktop.ui.forms.sending import send_form
from icp_desktop.ui.forms.words import form_words, recipient_words, sum_words
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import INTERVIEWS, Context, Place
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.talks.panel_split import PanelSplit
from icp_desktop.ui.talks.tab_view import FORMS, TALKS, TEAM, TabView
from icp_desktop.ui.widgets.drop_zone import DropZone
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow


class FormsView(TabView):
    """List forms, the late ones first; beside them, send another."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = context.appearance
        self._project: Project | None = None
        self._profile = ""
        self.empty = EmptyState(
            _("No form is out"),
            _(
                "Customers and colleagues know things that you don’t. Send them questions; what "
                "comes back is shown to you line by line."
            ),
        )
        self.sum = PlainLabel(tone="ink2", wrap=True)
        self.list = TwoLineList(self._look)
        sentence = _("Drop a form that came back anywhere in this window.")
        self.drop_zone = DropZone(self._look, sentence)
        self.drop_zone.choose_asked.connect(self._choose)
        self.panel = SendPanel(self._look)
        self.panel.asked.connect(self._send)
        page = PanelSplit(self._look, self.panel)
        page.add(self.empty, self.sum, self.list, self.drop_zone)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        self._show()
        if place.section:
            self.panel.start(place.section)

    @override
    def take_project(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self._show()

    @override
    def place(self) -> Place:
        return Place(page=INTERVIEWS, view=FORMS)

    def _show(self) -> None:
        project = self._context.project
        self.panel.take_project(project)
        day = today()
        forms = sorted(project.forms, key=lambda form: (_rank(form), form.due or form.sent))
        self.empty.setVisible(not forms)
        self.sum.setVisible(bool(forms))
        self.list.setVisible(bool(forms))
        self.sum.setText(sum_words(forms, day))
        self.list.show_rows(
            [
                TwoLineRow(
                    strong=recipient_words(form),
                    line=form_words(form, day),
                    actions=self._actions(form),
                    pressing=form.is_overdue(day),
                )
                for form in forms
            ]
        )

    def _actions(self, form: Form) -> tuple[RowAction, ...]:
        actions = []
        if form.is_back:
            actions.append(RowAction(words=_("Show"), act=partial(self._show_return, form)))
        else:
            actions.append(RowAction(words=_("Send again"), act=partial(self._again, form)))
            words = _("Wait again") if form.closed else _("Wait no more")
            actions.append(RowAction(words=words, act=partial(self._turn, form)))
        actions.append(RowAction(words=_("Remove"), act=partial(self._remove, form)))
        return tuple(actions)

    def _send(self, questionnaire: str, channel: str, recipient: Recipient) -> None:
        project = self._context.project
        profile = shown_profile(project, self._profile)
        try:
            form = new_form(
                project,
                questionnaire,
                cast("Channel", channel),
                Recipient(
                    person=recipient.person,
                    role=recipient.role,
                    due=recipient.due,
                    profile=profile.id if profile else "",
                ),
                today(),
            )
        except KnownError as error:
            self._context.host.complain(str(error))
            return
        send_form(self._context, form, today())
        self.panel.clear()

    def _again(self, form: Form) -> None:
        self.panel.start(like=form)

    def _turn(self, form: Form) -> None:
        turned = replace(form, closed=not form.closed)
        said = _("Not waited for any more.") if turned.closed else _("Waited for again.")
        self._do(PutItem(folder="forms", item=turned, label=_("waiting for a form")), said)

    def _remove(self, form: Form) -> None:
        edit = RemoveItem(folder="forms", item=form.id, label=_("remove a form"))
        self._do(edit, _("Removed from the list. What came back stays."))

    def _show_return(self, form: Form) -> None:
        view = TEAM if form.questionnaire == WORKSHEET_FORM else TALKS
        section = "" if view == TEAM else form.returns[-1].result
        place = Place(page=INTERVIEWS, view=view, section=section, profile=form.profile)
        self.go_asked.emit(place)

    def _do(self, edit: PutItem | RemoveItem, said: str) -> None:
        self._context.take(edit, said)

    def _choose(self) -> None:
        from icp_desktop.ui.collecting import choose_forms

        choose_forms(cast("MainWindow", self.window()))


def _rank(form: Form) -> int:
    """Return where a form stands in the list: out, back, not waited for."""
    if form.is_out:
        return 0 if form.is_overdue(today()) else 1
    return 2 if form.is_back else 3
