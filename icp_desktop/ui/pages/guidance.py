"""What helps with one answer: why it matters, a good and a weak example."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.runs_label import Run, RunsLabel
from icp_desktop.worksheet.definitions import Wording

_APART = "\u2003\u2003"
_GAP = "\u2002"


def example_runs(wording: Wording) -> tuple[Run, ...]:
    """Return the good and the weak example as runs of one paragraph."""
    runs: list[Run] = []
    for label, example in ((_("Good"), wording.good), (_("Weak"), wording.weak)):
        if example:
            apart = Run(text=_APART) if runs else Run(text="")
            words = Run(text=f"{_GAP}{_('“{example}”', example=example)}", tone="ink2")
            runs += [apart, Run(text=label, strong=True), words]
    return tuple(runs)


class Guidance(QWidget):
    """Stand under the focused answer, behind a rule."""

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        why = RunsLabel(appearance)
        why.show_runs(
            (
                Run(text=_("Why it matters"), strong=True),
                Run(text=f"{_GAP}{wording.why}", tone="ink2"),
            )
        )
        examples = RunsLabel(appearance)
        examples.show_runs(example_runs(wording))
        lines = QVBoxLayout()
        lines.setSpacing(appearance.px(2))
        for label, text in ((why, wording.why), (examples, wording.good + wording.weak)):
            if not text:
                label.hide()
            lines.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, appearance.px(2), 0, 0)
        row.setSpacing(appearance.px(12))
        rule = QFrame()
        rule.setProperty("kind", "hairline")
        rule.setFixedWidth(appearance.px(2))
        row.addWidget(rule)
        row.addLayout(lines, 1)
