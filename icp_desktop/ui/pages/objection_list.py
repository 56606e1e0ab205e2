"""What an adviser would ask about in a profile: each with its reason, and the way there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.checks.objections import Objection, all_objections
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Project
from icp_desktop.model.project_edits import Silence
from icp_desktop.progress import SILENT, Progress
from icp_desktop.ui.customers.tab_view import customers_in, is_quick
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.page import WORKSHEET, Context, Place
from icp_desktop.ui.pages.place import REVIEWS
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.shipped import worksheet_of

_FIRST = 3  # shown before somebody asks for more


class ObjectionList(QWidget):
    """One block per objection; hidden where there is none.

    Where the list of customers is long the rules are gone through off the thread of the window.
    """

    def __init__(self, context: Context, before: QWidget) -> None:
        """Show nothing yet; Tab comes here from the part that stands above."""
        super().__init__()
        self.setProperty("help", "rules")
        self.before = before
        self._context = context
        self._found: tuple[Objection, ...] = ()
        self._looked_at: Project | None = None
        self._profile = ""
        self._all = False
        self._quiet: tuple[Objection, ...] = ()  # what was said to be meant so
        self._quiet_shown = False
        self._blocks: list[QWidget] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(PlainLabel(_("What an adviser would ask about"), style="lead_strong"))
        self._rows.addWidget(Hairline())
        self.more = quiet_button("")
        self.more.clicked.connect(self._on_more)
        self.quiet_button = quiet_button("")
        self.quiet_button.clicked.connect(self._on_quiet)
        self._fit()
        context.appearance.changed.connect(self._fit)
        self.hide()

    @property
    def found(self) -> tuple[Objection, ...]:
        """What is objected to, of the shown profile or of all of them."""
        return self._found

    def show_profile(self, profile: str) -> None:
        """Look for what may be objected to in a profile as the project is now."""
        project = self._context.project
        if project is self._looked_at and profile == self._profile:
            return
        self._looked_at, self._profile = project, profile
        day = today()

        def work(_progress: Progress) -> tuple[Objection, ...]:
            found = all_objections(project, worksheet_of(project), day)
            return tuple(each for each in found if each.profile in ("", profile))

        def show(found: tuple[Objection, ...]) -> None:
            if project is self._looked_at and profile == self._profile:
                self._show(found, project.silenced)

        if is_quick(project) or not customers_in(project):
            show(work(SILENT))
            return
        self._context.background.run(  # what is shown stays until there is something newer
            work, label="", done=show, failed=lambda _error: None, latest="objections"
        )

    def _show(self, all_found: tuple[Objection, ...], silenced: tuple[str, ...]) -> None:
        found = tuple(each for each in all_found if each.id not in silenced)
        quiet = tuple(each for each in all_found if each.id in silenced)
        if (found, quiet) == (self._found, self._quiet):
            return
        self._found, self._quiet = found, quiet
        self._build()

    def _build(self) -> None:
        for block in self._blocks:
            block.hide()
            block.deleteLater()
        shown = self._found if self._all else self._found[:_FIRST]
        blocks = [self._make(each) for each in shown]
        meant = [self._make_quiet(each) for each in self._quiet if self._quiet_shown]
        self._blocks = [*blocks, *meant]
        rest, left = len(self._found) - len(shown), Qt.AlignmentFlag.AlignLeft
        for part in (self.more, self.quiet_button):
            self._rows.removeWidget(part)
        for block in blocks:
            self._rows.addWidget(block)
        self._rows.addWidget(self.more, 0, left)
        self._rows.addWidget(self.quiet_button, 0, left)
        for block in meant:
            self._rows.addWidget(block)
        self.more.set_words(n_("{n} more", "{n} more", rest))
        self.more.setVisible(rest > 0)
        count = len(self._quiet)
        self.quiet_button.set_words(
            _("Hide what is meant so")
            if self._quiet_shown
            else n_("{n} that is meant so", "{n} that are meant so", count)
        )
        self.quiet_button.setVisible(count > 0)
        self.setVisible(bool(self._found or self._quiet))
        order_tabs(self.before, *blocks, self.more, self.quiet_button, *meant)

    def _make(self, each: Objection) -> QWidget:
        px = self._context.appearance.px
        block, buttons = QWidget(), QWidget()
        flow = FlowLayout(buttons, gap=12, row_gap=4)
        if each.field or each.rule == "review_due":
            go = quiet_button(_("Go there"))
            go.setAccessibleName(_("Go there: {what}", what=each.what))
            go.clicked.connect(lambda: self._on_go(each))
            flow.addWidget(go)
        fine = quiet_button(_("It is meant so"))
        fine.setAccessibleName(_("It is meant so: {what}", what=each.what))
        fine.clicked.connect(lambda: self._on_fine(each))
        flow.addWidget(fine)
        rows = QVBoxLayout(block)
        rows.setContentsMargins(0, 0, 0, px(4))
        rows.setSpacing(px(2))
        rows.addWidget(PlainLabel(each.what, style="strong", wrap=True))
        rows.addWidget(PlainLabel(f"{each.why} {each.fix}", tone="ink2", wrap=True))
        rows.addWidget(buttons)
        rows.addWidget(Hairline())
        return block

    def _make_quiet(self, each: Objection) -> QWidget:
        px = self._context.appearance.px
        block = QWidget()
        again = quiet_button(_("Raise it again"))
        again.setAccessibleName(_("Raise it again: {what}", what=each.what))
        again.clicked.connect(lambda: self._on_again(each))
        rows = QVBoxLayout(block)
        rows.setContentsMargins(0, 0, 0, px(4))
        rows.setSpacing(px(2))
        rows.addWidget(PlainLabel(each.what, tone="ink2", wrap=True))
        rows.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return block

    def _on_go(self, each: Objection) -> None:
        place = Place(page=WORKSHEET, profile=each.profile, field=each.field, view="form")
        if each.rule == "review_due":
            place = Place(page=REVIEWS)
        self._context.host.go(place)

    def _on_fine(self, each: Objection) -> None:
        edit = Silence(objection=each.id, label=_("an objection"))
        self._context.take(edit, _("Not raised again."))

    def _on_again(self, each: Objection) -> None:
        edit = Silence(objection=each.id, silent=False, label=_("an objection"))
        self._context.take(edit, _("It is raised again."))

    def _on_quiet(self) -> None:
        self._quiet_shown = not self._quiet_shown
        self._build()

    def _on_more(self) -> None:
        self._all = True
        self._build()

    def _fit(self) -> None:
        self._rows.setSpacing(self._context.appearance.px(8))
