"""A tab that compares: who with whom, what differs, and one finding in full beside it."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout
from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.insight.analysis import Analysis, Subject, analyse, available, own_rule
from icp_desktop.insight.customers import Customers, customers_of
from icp_desktop.insight.in_use import count_earlier, fields_in_use
from icp_desktop.insight.rule_words import say_one_side, say_rule
from icp_desktop.insight.rules import rule_for
from icp_desktop.model.edits import Edit
from icp_desktop.model.judging import BadFitCosts, Rule, Side
from icp_desktop.model.judging_edits import SetBadFitCosts, SetRule
from icp_desktop.model.project import Project
from icp_desktop.progress import Progress
from icp_desktop.ui.customers.bad_fit_block import BadFitBlock
from icp_desktop.ui.customers.finding_list import FindingList, finding_key, pair_key
from icp_desktop.ui.customers.finding_panel import FindingPanel
from icp_desktop.ui.customers.rule_editor import RuleEditor
from icp_desktop.ui.customers.rule_line import RuleLine
from icp_desktop.ui.customers.tab_view import TabView, is_quick
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.page import CUSTOMERS, Context, Place
from icp_desktop.ui.talks.panel_split import PanelSplit
from icp_desktop.ui.widgets.empty_state import EmptyState

_SIDE = 32


class ContrastView(TabView):
    """Compare the best or the worst with the rest, and take what is found into the profile."""

    def __init__(self, context: Context, side: Side) -> None:
        super().__init__()
        self._context = context
        self._side: Side = side
        self._subject: Subject = side
        self._project: Project | None = None
        self._analysis: Analysis | None = None
        self._asked: tuple[object, ...] = ()
        self._profile = self._key = ""
        look = context.appearance
        self.line = RuleLine(look)
        self.editor = RuleEditor(look)
        self.editor.hide()
        self.list = FindingList(look)
        self.panel = FindingPanel(look)
        self.costs = BadFitBlock(look)
        self.split = PanelSplit(look, self.panel)
        self.split.add(self.line, self.editor, self.list, self.costs)
        self.costs.setVisible(side == "worst")
        self.empty = EmptyState(
            _("No list of customers yet"),
            _(
                "A list of who buys and what they bring shows in three minutes what sets your best "
                "customers apart."
            ),
            _("Import a list…"),
        )
        self._stack = QStackedWidget()
        self._compose()
        self._connect()

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        self._key = place.field or self._key
        self._show_analysis()

    @override
    def take_project(self, project: Project) -> None:
        if project is not self._project:
            self._project = project
            self._refresh()

    @override
    def place(self) -> Place:
        return Place(page=CUSTOMERS, profile=self._profile, view=self._side, field=self._key)

    def compare(self, subject: Subject) -> None:
        """Compare something else: won deals with lost ones, quick ones with the others."""
        self._subject = subject
        self._key = ""
        self.editor.hide()
        self._refresh()

    def choose(self, key: str) -> None:
        """Show a finding in full."""
        self._key = key
        self.list.choose(key)
        self._show_panel()
        self.go_asked.emit(self.place())

    def change_rule(self) -> None:
        """Open the editor of the rule."""
        customers = customers_of(self._context.project)
        if customers is None:
            return
        own = own_rule(self._context.project, self._side)
        self.editor.show_rule(customers, self._side, rule_for(customers, self._side, own))
        self.editor.show()
        self.editor.measure.setFocus()

    def _refresh(self) -> None:
        """Compare anew where the lists or the rule are others; else show what changed beside it."""
        assert self._project is not None
        project = self._project
        lists = any(table.role in ("customers", "deals") for table in project.tables)
        self._stack.setCurrentWidget(self.split if lists else self._empty_page)
        if not lists:
            self._asked = ()
            self._analysis = None
            return
        asked = (project.tables, own_rule(project, self._side), self._subject)
        if self._asked and all(a is b for a, b in zip(asked, self._asked, strict=True)):
            self._show_analysis()
            return
        self._asked = asked
        if is_quick(project):
            self._compare_now(project)
        else:
            self._compare_later(project)

    def _compare_now(self, project: Project) -> None:
        try:
            self._take(_compare(project, self._side, self._subject, None))
        except KnownError as error:
            self._fail(error)

    def _compare_later(self, project: Project) -> None:
        side, subject = self._side, self._subject

        def work(progress: Progress) -> tuple[Customers, Analysis | None]:
            return _compare(project, side, subject, progress)

        self._context.background.run(
            work,
            label=_("Comparing customers"),
            done=self._take,
            failed=self._fail,
            latest=f"compare {side}",
        )

    def _take(self, result: tuple[Customers, Analysis | None]) -> None:
        customers, self._analysis = result
        subjects = available(customers)
        self.line.show_choices(subjects, self._subject)
        if self._analysis is None:
            self.line.show_problem(
                _("The list has no figure that ranks customers by itself. Say who counts.")
            )
            self._show_found(shown=False)
            return
        rule = self._analysis.rule
        if rule is not None:
            words, groups = self._analysis.rule_words, self._analysis.groups
            if why := say_one_side(words, groups):
                self._fail(KnownError(why))
                return
        self._show_analysis()

    def _fail(self, error: Exception) -> None:
        self._analysis = None
        self.line.show_problem(str(error))
        self._show_found(shown=False)

    def _show_found(self, *, shown: bool) -> None:
        self.list.setVisible(shown)
        self.panel.setVisible(shown)

    def _show_analysis(self) -> None:
        analysis = self._analysis
        if analysis is None or self._project is None:
            return
        self.line.show_analysis(analysis)
        self.line.show_earlier(count_earlier(self._project))
        keys = {finding_key(row) for row in analysis.contrast.found}
        keys |= {pair_key(pair) for pair in analysis.pairs}
        self._show_found(shown=True)
        notes = fields_in_use(self._project, analysis)
        self.list.show_analysis(analysis, notes, self._key)
        if self._key not in keys:
            self._key = self.list.first_key()
            self.list.choose(self._key)
        if self._side == "worst":
            self.costs.show_costs(self._project, analysis.groups.of_best)
        self._show_panel()

    def _show_panel(self) -> None:
        analysis = self._analysis
        if analysis is None or self._project is None:
            return
        found = {finding_key(row): row for row in analysis.contrast.found}
        pairs = {pair_key(pair): pair for pair in analysis.pairs}
        profile = shown_profile(self._project, self._profile)
        if self._key in found:
            self.panel.show_finding(self._project, profile, found[self._key], analysis)
        elif self._key in pairs:
            self.panel.show_pair(pairs[self._key], analysis)
        else:
            self.panel.card.hide()
            self.panel.show_nothing()

    def _on_rule(self, rule: Rule | None) -> None:
        label = _("who counts as best") if self._side == "best" else _("who counts as worst")
        customers = customers_of(self._context.project)
        if rule is not None and customers is not None:
            try:
                _judge(customers, rule)
            except KnownError as error:
                self.editor.complain(str(error))
                return
        self.editor.hide()
        self.line.change_button.setFocus()
        self._context.opened.do(SetRule(side=self._side, rule=rule, label=label))

    def _on_used(self, edit: Edit, sentence: str) -> None:
        self._context.opened.do(edit)
        self._context.host.say(sentence, undo=True)

    def _on_costs(self, costs: BadFitCosts) -> None:
        edit = SetBadFitCosts(costs=costs, label=_("what a bad fit costs"))
        self._context.opened.do(edit, merge="bad fit costs")

    def _compose(self) -> None:
        px = self._context.appearance.px
        from PySide6.QtWidgets import QWidget

        self._empty_page = QWidget()
        room = QVBoxLayout(self._empty_page)
        room.setContentsMargins(px(_SIDE), px(24), px(_SIDE), px(24))
        room.addWidget(self.empty)
        self._stack.addWidget(self.split)
        self._stack.addWidget(self._empty_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.empty.asked.connect(self.import_asked)
        self.line.change_asked.connect(self.change_rule)
        self.line.compared.connect(self.compare)
        self.editor.chosen.connect(self._on_rule)
        self.editor.left.connect(self.editor.hide)
        self.list.chosen.connect(self.choose)
        self.panel.used.connect(self._on_used)
        self.costs.written.connect(self._on_costs)
        self.costs.sealed.connect(self._context.opened.seal)


def _judge(customers: Customers, rule: Rule) -> None:
    """Raise KnownError where a rule can't be applied, or leaves nobody on a side."""
    from icp_desktop.insight.rules import apply_rule

    if why := say_one_side(say_rule(customers, rule), apply_rule(customers, rule)):
        raise KnownError(why)


def _compare(
    project: Project, side: Side, subject: Subject, progress: Progress | None
) -> tuple[Customers, Analysis | None]:
    from icp_desktop.progress import SILENT

    customers = customers_of(project)
    assert customers is not None
    own = own_rule(project, side)
    return customers, analyse(customers, subject, own, progress or SILENT)
