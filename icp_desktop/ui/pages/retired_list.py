"""The profiles that are no longer used: why and since when, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.phrases import say_day


class RetiredList(QWidget):
    """One line per retired profile; hidden where there is none."""

    used_again = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._appearance = appearance
        self._lines: list[QWidget] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.px(8))
        self._rows.addWidget(PlainLabel(_("No longer used"), style="lead_strong"))
        self._rows.addWidget(Hairline())
        self.hide()

    def show_profiles(self, profiles: Sequence[Profile]) -> None:
        """Show the profiles that were retired."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._make(each) for each in profiles]
        for line in self._lines:
            self._rows.addWidget(line)
        self.setVisible(bool(profiles))

    def _make(self, profile: Profile) -> QWidget:
        assert profile.retired is not None
        why = _(
            "Retired on {day}: {reason}",
            day=say_day(profile.retired.day),
            reason=profile.retired.reason,
        )
        line, words = QWidget(), QVBoxLayout()
        words.addWidget(PlainLabel(profile.name, style="strong", wrap=True))
        words.addWidget(PlainLabel(why, tone="ink2", wrap=True))
        again = quiet_button(_("Use it again"))
        again.setAccessibleName(_("Use “{profile}” again", profile=profile.name))
        again.clicked.connect(lambda: self.used_again.emit(profile.id))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        return line
