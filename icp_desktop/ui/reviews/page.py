"""The page of reviews: hold one, finish it, plan the next; look at those that were held."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.due import since
from icp_desktop.documents.review_words import review_title, say_plan
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.insight.since_review import Counted, count_since, filled_in, found_in
from icp_desktop.model.project import Project
from icp_desktop.model.review import Review, last_review, open_review, shown_review
from icp_desktop.open_project import Change
from icp_desktop.progress import SILENT, Progress
from icp_desktop.ui.pages.page import DOCUMENTS, REVIEWS, WORKSHEET, Context, Page, Place
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.reviews.review_form import ReviewForm
from icp_desktop.ui.reviews.review_side import ReviewSide
from icp_desktop.ui.reviews.steps import ReviewSteps
from icp_desktop.ui.widgets.buttons import main_button, other_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.worksheet.shipped import worksheet_of

if TYPE_CHECKING:
    from icp_desktop.ui.workspace import Workspace

_BESIDE, _PANEL = 900, 380
_AT_ONCE = 10_000  # rows that are counted before the page is shown; more take their time
_NOW = ""  # in the choice of reviews: the one that is under way, or the next


class ReviewsPage(Page):
    """Show the review under way, or one that was finished."""

    def __init__(self, context: Context, workspace: "Workspace") -> None:
        """Compose the page; its numbers are counted when it is shown."""
        super().__init__(context)
        look = context.appearance
        self._workspace = workspace
        self._steps = ReviewSteps(context, workspace)
        self._steps.finished.connect(self._on_finished)
        self._shown = _NOW
        self._counted: tuple[Counted, ...] = ()
        self._seen: tuple[object, ...] = ()
        self._ordered: tuple[object, ...] = ()
        self.reviews = Combo()
        self.reviews.setAccessibleName(_("Which review"))
        self.reviews.activated.connect(self._on_review)
        self.pack_button = other_button(_("Review pack…"))
        self.pack_button.clicked.connect(lambda: self._go(DOCUMENTS, view="review"))
        self.finish_button = main_button(_("Finish the review"))
        self.finish_button.clicked.connect(self.start_finishing)
        for each in (self.reviews, self.pack_button, self.finish_button):
            each.setParent(self)  # until the window puts it into the head of the page
            each.hide()
        self.form = ReviewForm(context, self._steps)
        self.form.field_asked.connect(self._on_field)
        self.side = ReviewSide(context, self._steps)
        self._compose()
        self._fit()
        look.changed.connect(self._fit)

    @property
    def review(self) -> Review:
        """The review that is shown: a finished one, the one under way, or one not yet begun."""
        for each in self.context.project.reviews:
            if each.id == self._shown:
                return each
        return self._steps.current()

    @override
    def show_place(self, place: Place) -> None:
        known = {e.id for e in self.context.project.reviews if e.finished}
        self._shown = place.section if place.section in known else _NOW
        self._steps.renew()
        self._renew()
        self.form.focus_first()
        self._area.verticalScrollBar().setValue(place.scroll)
        self.place_changed.emit(self.place())

    @override
    def take_change(self, change: Change) -> None:
        self._renew()

    @override
    def place(self) -> Place:
        scroll = self._area.verticalScrollBar().value()
        return Place(page=REVIEWS, section=self._shown, scroll=scroll)

    @override
    def near_widgets(self) -> tuple[QWidget, ...]:
        return (self.reviews,) if self.reviews.count() > 1 else ()

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        if self._shown != _NOW:  # what is finished is not finished again
            told = shown_review(self.context.project.reviews)
            return (self.pack_button,) if told is self.review else ()
        return (self.pack_button, self.finish_button)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def start_finishing(self) -> None:
        """Ask what the review is called, and say when the next one will be."""
        self.form.start_finishing()
        self._area.verticalScrollBar().setValue(0)

    def _compose(self) -> None:
        self._area = PageScroll(self.form)
        self._side_area = PageScroll(self.side)
        self._rule = Hairline(vertical=True)
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._area, 1)
        self._columns.addWidget(self._rule)
        self._columns.addWidget(self._side_area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(self._columns, 1)

    def _fit(self) -> None:
        """Stand side by side, or one under the other where the window is narrow."""
        px = self.context.appearance.px
        beside = self.width() >= px(_BESIDE)
        self._rule.setVisible(beside)
        self._side_area.setVisible(beside)
        self._side_area.setFixedWidth(px(_PANEL))
        held = self._side_area.widget() is self.side
        if beside and not held:
            self.form.give_back(self.side)
            self._side_area.setWidget(self.side)
            self.side.show()
        elif not beside and held:
            self._side_area.takeWidget()
            self.form.take_in(self.side)
            self.side.show()
        self.side.set_beside(beside=beside)
        self._order()

    def _order(self) -> None:
        """Let Tab go the way the eye does, whenever rows are new or the panel has moved."""
        if not self._seen:
            return  # nothing has been shown yet
        project, review = self.context.project, self.review
        beside = self._side_area.widget() is self.side
        rows = (project.reviews, project.review_plan.triggers, project.signoffs)
        shown = (beside, review.id, *rows, project.profiles)
        if self._ordered and all(a is b for a, b in zip(shown, self._ordered, strict=True)):
            return
        self._ordered = shown
        form, side = self.form, (self.side.resolves, self.side.next)
        above = (form.card, *form.rows.values())
        below = (form.old, form.agreed)
        order_tabs(*above, *(below + side if beside else side + below))

    def _renew(self) -> None:
        self._show_choice()
        project = self.context.project
        seen = (project.tables, project.profiles, project.worksheet, project.interviews)
        last = since(project)
        known = bool(self._seen) and self._seen[-1] == last
        if known and all(a is b for a, b in zip(seen, self._seen, strict=False)):
            self._show()
            return
        self._seen = (*seen, last)
        self._count(project, last)

    def _count(self, project: Project, last: date | None) -> None:
        """Count the numbers anew; where there is much to count, old ones stay until it is done."""

        def work(progress: Progress) -> tuple[Counted, ...]:
            return count_since(project, worksheet_of(project), last, progress)

        if sum(table.rows for table in project.tables) <= _AT_ONCE:
            try:
                self._take_counted(work(SILENT))
            except KnownError as error:
                self._take_counted(())
                self.context.host.complain(str(error))
            return
        self._show()
        self.context.background.run(
            work,
            label=_("Counting for the review"),
            done=self._take_counted,
            failed=lambda error: self.context.host.complain(str(error)),
            latest=REVIEWS,
        )

    def _take_counted(self, counted: tuple[Counted, ...]) -> None:
        self._counted = counted
        self._steps.show_counted(counted)
        self._show()

    def _show(self) -> None:
        project, review = self.context.project, self.review
        open_ = review.finished is None
        last = last_review(project.reviews)
        answers = filled_in(review, last, self._counted) if open_ else found_in(review)
        of = {each.question: each.of for each in self._counted} if open_ else {}
        self.form.show_review(review, answers, of)
        self.side.show_review(review)
        self._order()
        self.pack_button.setEnabled(bool(project.profiles))

    def _show_choice(self) -> None:
        project = self.context.project
        held = [each for each in project.reviews if each.finished is not None]
        held.sort(key=lambda each: each.finished or date.min, reverse=True)
        under_way = open_review(project.reviews) is not None
        self.reviews.clear()
        self.reviews.addItem(_("Under way") if under_way else _("The next one"), _NOW)
        for each in held:
            self.reviews.addItem(review_title(each), each.id)
        if self._shown not in {each.id for each in held}:
            self._shown = _NOW
        self.reviews.show_id(self._shown)

    def _on_review(self) -> None:
        self.context.host.go(Place(page=REVIEWS, section=self.reviews.current_id() or "now"))

    def _on_finished(self, review_id: str) -> None:
        plan = say_plan(self.context.project.review_plan)
        name = next(
            (review_title(e) for e in self.context.project.reviews if e.id == review_id), ""
        )
        self.context.host.go(Place(page=REVIEWS, section=review_id))
        self.context.host.say(_("Kept as “{name}”. {plan}", name=name, plan=plan), undo=True)

    def _on_field(self, profile: str, field: str) -> None:
        section = worksheet_of(self.context.project).section_of(field).id
        self.context.host.go(
            Place(page=WORKSHEET, profile=profile, section=section, field=field, view="form")
        )

    def _go(self, page: str, *, view: str = "") -> None:
        self.context.host.go(Place(page=page, view=view))
