"""What came out of a blind test, row by row: who, what people say, what the profile says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.blind_tests import Votes, say_apart, say_profile, say_votes
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_NARROW, _ICON = 620, 18


class OutcomeRows(QWidget):
    """Rows on hairlines; where there is no room for columns, one below the other."""

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._lines: list[QBoxLayout] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_votes(self, votes: tuple[Votes, ...]) -> None:
        """Show what was said of each."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for each in votes:
            self._layout.addWidget(self._row(each))
            self._layout.addWidget(Hairline())
        self._turn()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._turn()

    def _row(self, each: Votes) -> QWidget:
        look, px = self._appearance, self._appearance.px
        holder = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        line.setContentsMargins(0, px(8), 0, px(8))
        line.setSpacing(px(12))
        self._lines.append(line)
        icon: IconName = "warning" if each.part else "check" if each.agree else "square"
        mark = QLabel()
        mark.setPixmap(look.icons.pixmap(icon, size=px(_ICON), ratio=self.devicePixelRatioF()))
        mark.setAccessibleName(say_apart(each))
        name = PlainLabel(each.candidate.name, style="strong", wrap=True)
        people = PlainLabel(_("People: {said}", said=say_votes(each)), wrap=True)
        profile = _("Profile: {said}", said=say_profile(each.candidate))
        told = PlainLabel(profile, tone="ink2", wrap=True)
        apart = PlainLabel(say_apart(each), style="strong" if each.part else "body", wrap=True)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for part, share in ((name, 4), (people, 4), (told, 3), (apart, 2)):
            line.addWidget(part, share)
        return holder

    def _turn(self) -> None:
        narrow = 0 < self.width() < self._appearance.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for line in self._lines:
            line.setDirection(down if narrow else across)
            line.setSpacing(self._appearance.px(2 if narrow else 12))
