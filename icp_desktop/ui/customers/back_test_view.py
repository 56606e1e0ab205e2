"""A tab that puts the profile to the customers there are: whom would it have let in?"""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.backtest import BackTest, Change, back_test
from icp_desktop.insight.customers import customers_of
from icp_desktop.model.project import Profile, Project
from icp_desktop.progress import SILENT, Progress
from icp_desktop.ui.customers.criteria_block import CriteriaBlock
from icp_desktop.ui.customers.group_dots import GroupDots
from icp_desktop.ui.customers.tab_view import BACK_TEST, TabView, is_quick
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import CUSTOMERS, WORKSHEET, Context, Place
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll
from icp_desktop.worksheet.shipped import worksheet_of

_SIDE, _WIDEST = 32, 860


class BackTestView(TabView):
    """Show whom a profile lets in, and let the person drop or loosen a criterion."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._profile = ""
        self._project: Project | None = None
        self._changes: dict[str, Change] = {}
        self._before: BackTest | None = None
        look = context.appearance
        self.lead = PlainLabel(style="lead", wrap=True)
        self.dots = GroupDots(look)
        self.reset_button = quiet_button(_("As it stands in the profile"), flush=True)
        self.reset_button.clicked.connect(self.reset)
        self.criteria = CriteriaBlock(look)
        self.criteria.changed.connect(self.change)
        self.note = PlainLabel(tone="ink2", wrap=True)
        self.empty = EmptyState(
            _("No list of customers yet"),
            _(
                "With a list, this shows whom your profile would have let in, and whom it "
                "would miss."
            ),
            _("Import a list…"),
        )
        self.empty.asked.connect(self.import_asked)
        self.unanswered = EmptyState(
            _("Nothing to hold against the list yet"),
            _(
                "Answer a field that a column of the list tells of, such as the industry, or take "
                "a finding of the first tab into the profile."
            ),
            _("Go to the worksheet"),
        )
        self.unanswered.asked.connect(self._to_worksheet)
        self._stack = QStackedWidget()
        self._compose()

    @override
    def show_place(self, place: Place) -> None:
        if place.profile and place.profile != self._profile:
            self._profile = place.profile
            self._changes = {}
        self._refresh()

    @override
    def take_project(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self._refresh()

    @override
    def place(self) -> Place:
        return Place(page=CUSTOMERS, profile=self._profile, view=BACK_TEST)

    def change(self, key: str, change: Change) -> None:
        """Try a criterion dropped, softer or wider; the profile itself stays as it is."""
        if change == "as_is":
            self._changes.pop(key, None)
        else:
            self._changes[key] = change
        self._refresh()

    def reset(self) -> None:
        """Take back every change that was tried."""
        self._changes = {}
        self._refresh()

    def _refresh(self) -> None:
        project = self._project
        if project is None:
            return
        profile = shown_profile(project, self._profile)
        lists = any(table.role in ("customers", "deals") for table in project.tables)
        if not lists or profile is None:
            self._stack.setCurrentWidget(self._pages[1])
            return
        changes = dict(self._changes)

        def work(progress: Progress) -> tuple[BackTest, BackTest]:
            return _test(project, profile, {}, progress), _test(project, profile, changes, progress)

        if is_quick(project):
            try:
                self._take(work(SILENT))
            except KnownError as error:
                self._context.host.complain(str(error))
            return
        self._context.background.run(
            work, label=_("Testing the profile"), done=self._take, latest="back-test"
        )

    def _take(self, results: tuple[BackTest, BackTest]) -> None:
        before, result = results
        self._stack.setCurrentWidget(self._pages[0 if before.criteria else 2])
        if not before.criteria:
            return
        self.lead.setText(_lead(result))
        self.dots.show_test(before, result)
        self.criteria.show_test(before, result, self._changes)
        self.reset_button.setVisible(bool(self._changes))
        self.note.setText(_note(result))
        self.note.setVisible(bool(self.note.text()))

    def _to_worksheet(self) -> None:
        self._context.host.go(Place(page=WORKSHEET, profile=self._profile))

    def _compose(self) -> None:
        px = self._context.appearance.px
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(_SIDE), px(16), px(_SIDE), px(80))
        column.setSpacing(px(16))
        for part in (self.lead, self.dots, self.criteria, self.reset_button, self.note):
            column.addWidget(part)
        column.addStretch(1)
        sheet.setMaximumWidth(px(_WIDEST))
        self._pages: list[QWidget] = [PageScroll(sheet)]
        for empty in (self.empty, self.unanswered):
            page = QWidget()
            room = QVBoxLayout(page)
            room.setContentsMargins(px(_SIDE), px(24), px(_SIDE), px(24))
            room.addWidget(empty)
            self._pages.append(page)
        for page in self._pages:
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


def _test(
    project: Project, profile: Profile, changes: dict[str, Change], progress: Progress
) -> BackTest:
    customers = customers_of(project)
    assert customers is not None
    return back_test(project, profile, worksheet_of(project), customers, changes, progress)


def _lead(result: BackTest) -> str:
    """Return what the test comes to, best and worst first."""
    told = {group.name: group for group in result.groups}
    best, worst = told.get("best"), told.get("worst")
    if best is None or worst is None:
        accepted = result.accepted.bit_count()
        return n_(
            "This profile would have let in {n} customer.",
            "This profile would have let in {n} customers.",
            accepted,
        )
    return _(
        "This profile would have let in {a} of your {b} best and {c} of your {d} worst.",
        a=best.count,
        b=best.total,
        c=worst.count,
        d=worst.total,
    )


def _note(result: BackTest) -> str:
    parts = []
    if result.unchecked:
        labels = ", ".join(result.unchecked)
        parts.append(_("No column of the list tells of: {labels}.", labels=labels))
    if result.open:
        parts.append(
            n_(
                "{n} more customer could be let in if more were known of them.",
                "{n} more customers could be let in if more were known of them.",
                result.open,
            )
        )
    return " ".join(parts)
