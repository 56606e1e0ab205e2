"""Names and words that nearly match others: ticked ones are read as what they match."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.proposal import Proposal
from icp_desktop.tables.importing import TABLE
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import PlainLabel

_MOST = 60


class NamesBlock(QWidget):
    """Hidden where every name is found, or nothing is near."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._ticks: dict[str, QCheckBox] = {}
        self._said: dict[str, bool] = {}  # what the person said, kept while the rest is corrected
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, appearance.px(12), 0, 0)
        self._rows.addWidget(
            PlainLabel(_("Names and words that nearly match"), style="lead_strong")
        )
        self._rows.addWidget(
            PlainLabel(
                _("A tick reads the one as the other. The list itself keeps what was written."),
                tone="ink2",
                wrap=True,
            )
        )
        self.hide()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show the names of a proposal."""
        for box in self._ticks.values():
            self._rows.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._ticks = {}
        near = [each for each in proposal.suggestions if each.id != TABLE][:_MOST]
        for each in near:
            box = QCheckBox(literal(each.what))
            box.setChecked(self._said.get(each.id, each.chosen))
            box.setAccessibleDescription(each.reason)
            box.clicked.connect(lambda on, name=each.id: self._said.__setitem__(name, on))
            self._ticks[each.id] = box
            self._rows.addWidget(box)
        self.setVisible(bool(near))

    def ticked(self) -> set[str]:
        """Return the ids of what is ticked."""
        return {name for name, box in self._ticks.items() if box.isChecked()}
