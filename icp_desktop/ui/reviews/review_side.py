"""Beside the questions: what changed, what was decided, and when the next review is."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.review import Review
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.reviews.changed_list import ChangedList
from icp_desktop.ui.reviews.head_line import HeadLine
from icp_desktop.ui.reviews.next_review import NextReview
from icp_desktop.ui.reviews.resolve_list import ResolveList
from icp_desktop.ui.reviews.steps import ReviewSteps


class ReviewSide(QWidget):
    """Decisions and the plan."""

    def __init__(self, context: Context, steps: ReviewSteps) -> None:
        """Show nothing yet."""
        super().__init__()
        self._context = context
        self._steps = steps
        look = context.appearance
        self.changed = ChangedList(look)
        self._resolves_head = HeadLine(look, _("Decisions"))
        self.resolves = ResolveList(look)
        self.resolves.put.connect(steps.resolve)
        self.resolves.removed.connect(steps.drop_resolve)
        self._next_head = HeadLine(look, _("Next review"))
        self.next = NextReview(look)
        self.next.planned.connect(steps.plan)
        self.next.trigger_put.connect(steps.put_trigger)
        self.next.trigger_removed.connect(steps.drop_trigger)
        self.next.reminder_asked.connect(lambda on: steps.save_reminder(with_client=on))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.changed)
        self._column.addSpacing(look.px(24))
        self._column.addWidget(self._resolves_head)
        self._column.addWidget(self.resolves)
        self._column.addSpacing(look.px(24))
        self._column.addWidget(self._next_head)
        self._column.addWidget(self.next)
        self._column.addStretch(1)
        self._beside = True
        self._fit()
        look.changed.connect(self._fit)

    def show_review(self, review: Review) -> None:
        """Show what was decided; a finished review has no plan of its own."""
        open_ = review.finished is None
        self.changed.show_changes(*self._steps.compared(review))
        self.resolves.show_resolves(review.resolves, open_=open_)
        for part in (self._next_head, self.next):
            part.setVisible(open_)
        if open_:
            self.next.show_plan(self._context.project.review_plan)

    def set_beside(self, *, beside: bool) -> None:
        """Stand beside the questions, or under them."""
        if beside != self._beside:
            self._beside = beside
            self._fit()

    def _fit(self) -> None:
        px = self._context.appearance.px
        side = px(24) if self._beside else 0
        self._column.setContentsMargins(side, px(16), side, px(24) if self._beside else 0)
