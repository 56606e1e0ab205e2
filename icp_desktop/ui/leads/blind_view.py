"""Blind tests: who has judged, the next person, and in the end where people and profile part."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.blind_form import judge_form
from icp_desktop.documents.forms_out import Recipient
from icp_desktop.i18n import _, n_
from icp_desktop.insight.blind_tests import make_test
from icp_desktop.insight.customers import customers_of, leads_of
from icp_desktop.insight.scoring import score
from icp_desktop.model.blind_test import BlindTest, Judge
from icp_desktop.model.forms import CHANNELS
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.project import Project
from icp_desktop.model.table import TableRole
from icp_desktop.model.trial_edits import PutJudge, RemoveJudge, ShowOutcome
from icp_desktop.progress import Progress
from icp_desktop.ui.customers.tab_view import TabView
from icp_desktop.ui.forms.sending import send_form
from icp_desktop.ui.leads.blind_outcome import BlindOutcome
from icp_desktop.ui.leads.blind_round import BlindRound
from icp_desktop.ui.leads.blind_start import BlindStart
from icp_desktop.ui.leads.judge_card import JudgeCard
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import LEADS, Context, Place
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.shipped import worksheet_of


class BlindView(TabView):
    """Shows one blind test: being judged, or its outcome."""

    moved = Signal()

    def __init__(self, context: Context) -> None:
        """Show none yet."""
        super().__init__()
        self._context = context
        look = context.appearance
        self._profile = ""
        self._test: BlindTest | None = None
        self._starting = False  # another one is about to be begun
        self.another_button = other_button(_("Start another…"))
        self.another_button.setParent(self)  # until the window puts it into the head of the page
        self.another_button.hide()
        self.start = BlindStart(look)
        self.choice = DetailCombo(look)
        self.choice.setAccessibleName(_("Which blind test"))
        self.title = PlainLabel(style="lead_strong", wrap=True)
        self.about = PlainLabel(tone="ink2", wrap=True)
        self.round = BlindRound(look)
        self.card = JudgeCard(look)
        self.outcome = BlindOutcome(look)
        self._compose()
        self._connect()
        self._fit()
        look.changed.connect(self._fit)

    def head_widgets(self) -> tuple[QWidget, ...]:
        """Return what stands at the right of the page head."""
        return (self.another_button,) if self._test is not None and not self._starting else ()

    @override
    def show_place(self, place: Place) -> None:
        if place.profile:
            self._profile = place.profile
        if place.section:
            self._choose(place.section)
        self._show()

    @override
    def take_project(self, project: Project) -> None:
        self._choose(self._test.id if self._test else "")
        self._show()

    @override
    def place(self) -> Place:
        shown = self._test.id if self._test else ""
        return Place(page=LEADS, profile=self._profile, view="blind", section=shown)

    def _choose(self, test_id: str) -> None:
        """Show the test with an id, else the newest."""
        tests = self._context.project.blind_tests
        found = next((each for each in tests if each.id == test_id), None)
        self._test = found or (tests[-1] if tests else None)

    def _show(self) -> None:
        project, test = self._context.project, self._test
        starting = test is None or self._starting
        judging = not self.card.isHidden()
        self.start.setVisible(starting)
        self.start.show_project(project)
        for part in (self.title, self.about):
            part.setVisible(not starting and not judging)
        self.choice.setVisible(not starting and not judging and len(project.blind_tests) > 1)
        self.round.setVisible(not starting and not judging and bool(test and not test.shown))
        self.outcome.setVisible(not starting and not judging and bool(test and test.shown))
        if test is None:
            return
        self.choice.show_entries(
            [(each.id, _("Of {day}", day=say_day(each.day))) for each in project.blind_tests]
        )
        self.choice.show_id(test.id)
        profile = next((p.name for p in project.profiles if p.id == test.profile), "")
        self.title.setText(_say_title(test))
        self.about.setText(_("Begun {day}, for “{n}”.", day=say_day(test.day), n=profile))
        if test.shown:
            self.outcome.show_test(test)
        else:
            self.round.show_test(test)

    def _on_begun(self, role: str) -> None:
        project = self._context.project
        profile = shown_profile(project, self._profile)
        listed: TableRole = "leads" if role == "leads" else "customers"
        if profile is None:
            self._context.host.complain(_("Add a profile first, for the list to be held against."))
            return

        def work(progress: Progress) -> BlindTest:
            held = leads_of(project) if listed == "leads" else customers_of(project)
            assert held is not None
            scored = score(project, profile, worksheet_of(project), held, progress)
            return make_test(scored, listed, profile.id, today())

        def done(test: BlindTest) -> None:
            self._starting, self._test = False, test
            edit = PutItem(folder="blind_tests", item=test, label=_("a blind test"))
            count = len(test.candidates)
            self._context.take(
                edit, n_("{n} is chosen to be judged.", "{n} are chosen to be judged.", count)
            )
            self.moved.emit()

        self._context.background.run(
            work, label=_("Choosing ten"), done=done, failed=self._complain, latest="blind test"
        )

    def _on_judge(self, person: str, role: str) -> None:
        if self._test is not None:
            self.card.start(self._test, person, role, today())
            self._show()

    def _on_judged(self, judge: Judge) -> None:
        if self._test is None:
            return
        edit = PutJudge(test=self._test.id, judge=judge, label=_("a blind judgement"))
        self.round.clear()
        if not self._context.take(edit, _("Thank you. Hand over to the next person.")):
            self._show()
        self.round.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form(self, channel: str, person: str, role: str) -> None:
        if self._test is None:
            return
        chosen = next(each for each in CHANNELS if each == channel)
        recipient = Recipient(person=person, role=role)
        form = judge_form(self._context.project, self._test, chosen, recipient, today())
        send_form(self._context, form, today())

    def _on_removed(self, judge: str) -> None:
        if self._test is not None:
            edit = RemoveJudge(test=self._test.id, judge=judge, label=_("a blind judgement"))
            self._context.take(edit, _("Taken out."))

    def _on_outcome(self) -> None:
        if self._test is not None:
            edit = ShowOutcome(test=self._test.id, day=today(), label=_("showing the outcome"))
            self._context.take(edit, _("The outcome is shown; nobody judges any more."))

    def _on_remove_test(self) -> None:
        if self._test is not None:
            edit = RemoveItem(folder="blind_tests", item=self._test.id, label=_("a blind test"))
            self._context.take(edit, _("The blind test is removed."))

    def _on_another(self) -> None:
        self._starting = True
        self.card.hide()
        self._show()
        self.moved.emit()
        self.start.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, test_id: str) -> None:
        self._choose(test_id)
        self._show()
        self.moved.emit()

    def _complain(self, error: Exception) -> None:
        self._context.host.complain(str(error))

    def _compose(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        left = Qt.AlignmentFlag.AlignLeft
        self._column.addWidget(self.start)
        self._column.addWidget(self.choice, 0, left)
        for part in (self.title, self.about, self.card, self.round, self.outcome):
            self._column.addWidget(part)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageScroll(content))

    def _connect(self) -> None:
        self.start.begun.connect(self._on_begun)
        self.choice.picked.connect(self._on_chosen)
        self.round.judging.connect(self._on_judge)
        self.round.form_asked.connect(self._on_form)
        self.round.removed.connect(self._on_removed)
        self.round.outcome_asked.connect(self._on_outcome)
        self.card.judged.connect(self._on_judged)
        self.card.left.connect(self._show)
        self.outcome.printed.connect(lambda: self._context.host.show_preview("blind-test"))
        for part in (self.round.remove_button, self.outcome.remove_button):
            part.clicked.connect(self._on_remove_test)
        self.another_button.clicked.connect(self._on_another)

    def _fit(self) -> None:
        px = self._context.appearance.px
        self._column.setContentsMargins(px(32), px(16), px(32), px(24))
        self._column.setSpacing(px(10))


def _say_title(test: BlindTest) -> str:
    count = len(test.candidates)
    if test.listed == "leads":
        return n_("{n} lead, judged blind", "{n} leads, judged blind", count)
    return n_("{n} customer, judged blind", "{n} customers, judged blind", count)
