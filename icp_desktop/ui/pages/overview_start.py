"""What stands on the overview of a profile that has no answers yet: three ways to start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import main_button, other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card


class OverviewStart(Card):
    """Offer ten questions, the form and the sheet to print."""

    questions_asked = Signal()
    form_asked = Signal()
    paper_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("next", parent)
        px = appearance.px
        head = PlainLabel(_("Start with the customers you know"), style="lead_strong", wrap=True)
        line = PlainLabel(
            _(
                "Ten questions take about half an hour and fill in a good part of the map. "
                "You can stop at any time."
            ),
            tone="ink2",
            wrap=True,
        )
        self.main_button = main_button(_("Start with ten questions"))
        form = other_button(_("Fill in the form"))
        paper = quiet_button(_("Print the blank worksheet"))
        self.main_button.clicked.connect(self.questions_asked)
        form.clicked.connect(self.form_asked)
        paper.clicked.connect(self.paper_asked)
        buttons = FlowLayout(gap=px(12), row_gap=px(8))
        for button in (self.main_button, form, paper):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(16), px(16))
        column.setSpacing(px(2))
        column.addWidget(head)
        column.addWidget(line)
        column.addSpacing(px(12))
        column.addLayout(buttons)
