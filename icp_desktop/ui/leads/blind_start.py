"""Where a blind test begins: what it is, whom it takes, and the choice of ten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.model.table import TableRole
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment


class BlindStart(QWidget):
    """Say what a blind test shows; `begun` carries the list the ten are chosen from."""

    begun = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._roles: list[TableRole] = []
        self.roles = Segment(
            [("customers", _("Customers")), ("leads", _("Leads"))], name=_("Chosen from")
        )
        self.button = other_button(_("Choose ten"))
        self.button.clicked.connect(self._on_begin)
        self._none = PlainLabel(
            _("Read in a list of customers or leads first."), tone="ink2", wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(8))
        column.addWidget(PlainLabel(_("Judge blind"), style="strong", wrap=True))
        column.addWidget(
            PlainLabel(
                _(
                    "Several people say of the same ten whether they fit, each alone and without "
                    "seeing what the others or the profile say. Where they part from the profile "
                    "it misses something, or somebody does. The ten are spread over all tiers, "
                    "the clear and the unclear."
                ),
                tone="ink2",
                wrap=True,
            )
        )
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.roles, 0, left)
        column.addWidget(self._none)
        column.addWidget(self.button, 0, left)

    def show_project(self, project: Project) -> None:
        """Offer the lists there are; leads first, for they are judged before it is known."""
        there = {table.role for table in project.tables}
        roles: list[TableRole] = []
        if there & {"customers", "deals"}:
            roles.append("customers")
        if "leads" in there:
            roles.append("leads")
        self._roles = roles
        self.roles.setVisible(len(roles) > 1)
        self._none.setVisible(not roles)
        self.button.setEnabled(bool(roles))
        if roles and self.roles.value() not in roles:
            self.roles.show_choice(roles[-1])

    def _on_begin(self) -> None:
        self.begun.emit(self.roles.value() if len(self._roles) > 1 else self._roles[0])
