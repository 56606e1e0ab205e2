"""What stands on a page of a project that has no profile."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.edits import AddProfile
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Profile
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.widgets.empty_state import EmptyState


class NoProfile(QWidget):
    """Say that there is no profile, and add one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        state = EmptyState(
            _("No profile yet"),
            _("A profile says who your best customers are, in answers you can prove one by one."),
            _("Add a profile"),
        )
        state.asked.connect(self._on_asked)
        px = context.appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(32), px(24))
        column.addWidget(state)
        column.addStretch(1)

    def _on_asked(self) -> None:
        profile = Profile(id=new_id(), name=_("Best customers"), market="both")
        self._context.opened.do(AddProfile(profile=profile, label=_("new profile")))
