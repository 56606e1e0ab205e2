"""The small line that says what something rests on, with the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.playbook.shown import ShownReason
from icp_desktop.ui.widgets.buttons import link_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel

_LONGEST = 32  # characters of a link, which does not wrap
_WIDEST = 240  # what is said beside a link, in units


class BecauseLine(QWidget):
    """Show reasons one after the other; `asked` carries the one the person wants to see.

    `line` is what the line is called that rests on them.
    """

    asked = Signal(object)

    def __init__(self, appearance: Appearance, reasons: tuple[ShownReason, ...], line: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._line = line
        flow = FlowLayout(self, gap=appearance.px(14), row_gap=0)
        for number, each in enumerate(reasons):
            flow.addWidget(self._reason(each, first=number == 0))

    def _reason(self, reason: ShownReason, *, first: bool) -> QWidget:
        """Return one reason, which stays together unless the page is too narrow for that."""
        px, holder = self._appearance.px, QWidget()
        flow = FlowLayout(holder, gap=px(6), row_gap=0)
        if first:
            flow.addWidget(PlainLabel(_("Because of"), style="caption", tone="ink2"))
        flow.addWidget(self._link(reason))
        if reason.item:
            item = ElidedLabel(_item(reason), style="caption", tone="ink2")
            item.setMaximumWidth(px(_WIDEST))
            flow.addWidget(item)
        flow.addWidget(PlainLabel(reason.counted, style="caption", tone="ink2"))
        return holder

    def _link(self, reason: ShownReason) -> QWidget:
        """Return the mark and the link, which stay together."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._appearance.px(4))
        line.addWidget(MarkLabel(self._appearance, reason.mark))
        link = link_button(_shortened(reason.label))
        said = _item(reason) if reason.item else ""
        # Many lines rest on one field, and some on two things that one persona says.
        names = {"field": reason.label, "what": said or reason.counted, "line": self._line}
        link.setAccessibleName(_("Go to “{field}”, {what}, for “{line}”", **names))
        link.setAccessibleDescription(f"{said} {reason.counted}".strip())
        link.clicked.connect(lambda: self.asked.emit(reason))
        line.addWidget(link)
        return holder


def _item(reason: ShownReason) -> str:
    return _("“{words}”", words=reason.item.strip("“”"))


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
