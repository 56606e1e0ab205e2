"""Help for the field the person is at: why it matters, a good example and a weak one."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.project_view import ProjectView
from icp_desktop.ui.topic_dialog import answer_f1
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Wording

_WIDTH = 460


class FieldHelp(QDialog):
    """Says what a field is for."""

    def __init__(self, wording: Wording, width: int, parent: QWidget) -> None:
        """Show the words of a field."""
        super().__init__(parent)
        self.setWindowTitle(wording.label)
        self.setMinimumWidth(width)
        layout = QVBoxLayout(self)
        layout.addWidget(PlainLabel(wording.label, style="lead_strong", wrap=True))
        layout.addWidget(PlainLabel(wording.question, tone="ink2", wrap=True))
        for head, text in (
            (_("Why it matters"), wording.why),
            (_("Good"), _("“{example}”", example=wording.good) if wording.good else ""),
            (_("Weak"), _("“{example}”", example=wording.weak) if wording.weak else ""),
        ):
            if text:
                layout.addSpacing(8)
                layout.addWidget(PlainLabel(head, style="strong"))
                layout.addWidget(PlainLabel(text, wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def show_field_help(view: ProjectView, window: QWidget, topic: str) -> bool:
    """Show the help of the field the person is at; say whether there is one.

    F1 once more shows the topic of the page.
    """
    from icp_desktop.worksheet.shipped import worksheet_of

    place, profile = view.current, view.profile
    if not place.field or profile is None:
        return False
    worksheet = worksheet_of(view.context.project)
    try:
        wording = worksheet.field(place.field).wording(profile.market)
    except KeyError:
        return False
    dialog = FieldHelp(wording, view.appearance.px(_WIDTH), window)
    answer_f1(dialog, topic)
    dialog.open()
    return True
