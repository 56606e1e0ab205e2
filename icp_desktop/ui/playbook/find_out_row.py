"""What is to be found out before there can be a line, with the way to the field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.playbook.shown import ShownLine
from icp_desktop.ui.widgets.buttons import link_button
from icp_desktop.ui.widgets.labels import PlainLabel

_LONGEST = 32  # characters of a link, which does not wrap


class FindOutRow(QWidget):
    """Show a question that is not answered yet; `asked` carries its reason."""

    asked = Signal(object)

    def __init__(self, appearance: Appearance, line: ShownLine) -> None:
        super().__init__()
        self.line = line
        px = appearance.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(8), 0, px(8))
        row.setSpacing(px(8))
        mark = MarkLabel(appearance, "open")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        words = _("Find out: {question}", question=line.text)
        texts.addWidget(PlainLabel(words, tone="ink2", wrap=True))
        for reason in line.reasons:
            words = _("Answer “{field}”") if reason.field else _("Go to “{field}”")
            link = link_button(words.replace("{field}", reason.label[:_LONGEST]))
            link.clicked.connect(lambda _on=False, reason=reason: self.asked.emit(reason))
            texts.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(texts, 1)
