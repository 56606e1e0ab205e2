"""The dialog that offers the report of a crash."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.topic_dialog import answer_f1
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.labels import PlainLabel

_WIDTH, _HEIGHT = 560, 420


class CrashDialog(QDialog):
    """Says that the program is at fault and shows all that a report would tell."""

    def __init__(self, report: str, saved: bool, parent: QWidget | None = None) -> None:
        """Show a report."""
        super().__init__(parent)
        self.setWindowTitle(_("A mistake in the program"))
        self.resize(_WIDTH, _HEIGHT)
        answer_f1(self, "safety")
        kept = (
            _("Your work is saved. You can go on, or close the program and open it again.")
            if saved
            else _("Your last changes are not saved yet. Save a copy from the File menu.")
        )
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("The report"))
        copy = other_button(_("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        strong = _("Something in the program went wrong.")
        layout.addWidget(PlainLabel(strong, style="lead_strong", wrap=True))
        layout.addWidget(PlainLabel(kept, wrap=True))
        note = _(
            "This report says where it happened. It holds no names and no answers, and it goes "
            "nowhere unless you send it."
        )
        layout.addWidget(PlainLabel(note, tone="ink2", wrap=True))
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)
