"""What a bad fit costs: the person's own figures for one customer, and what that makes for all."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.bad_fit_costs import cost_of_one, lacks_rate
from icp_desktop.model.judging import BadFitCosts
from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.figures import explain_figure, read_figure, write_figure
from icp_desktop.ui.talks.labelled import DetailLine, Labelled
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.phrases import say_money

_WIDTH = 96
_PARTS: dict[str, str] = {
    "hours": later("Extra hours a year"),
    "hourly_rate": later("What an hour costs"),
    "refunds": later("Refunds a year"),
    "discounts": later("Discounts a year"),
    "other": later("Anything else a year"),
}


class BadFitBlock(QWidget):
    """Figures to fill in; `written` carries them, `sealed` that the person went elsewhere."""

    written = Signal(object)
    sealed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        self._costs = BadFitCosts()
        self._currency = ""
        self._worst = 0
        self.lines = {name: DetailLine(appearance, _WIDTH) for name in _PARTS}
        boxes = FlowLayout(gap=px(16), row_gap=px(8))
        for name, line in self.lines.items():
            line.written.connect(lambda text, name=name: self._on_written(name, text))
            line.sealed.connect(self.sealed)
            boxes.addWidget(Labelled(appearance, _(_PARTS[name]), line))
        self.total = PlainLabel(style="strong", wrap=True)
        self.note = PlainLabel(style="caption", tone="ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(16), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(_("What a bad fit costs"), style="lead_strong"))
        column.addWidget(
            PlainLabel(
                _("Think of one customer who is no fit: how much do they take in a year?"),
                tone="ink2",
                wrap=True,
            )
        )
        column.addLayout(boxes)
        column.addWidget(self.total)
        column.addWidget(self.note)

    def show_costs(self, project: Project, worst: int) -> None:
        """Show the figures of a project; `worst` is how many customers count as worst."""
        self._costs, self._currency, self._worst = project.judging.costs, project.currency, worst
        for name, line in self.lines.items():
            figure: Decimal | None = getattr(self._costs, name)
            if not line.hasFocus() or _read(line.text()) != figure:
                line.show_text(write_figure(figure))
        self._tell("")

    def _on_written(self, name: str, text: str) -> None:
        from dataclasses import replace

        try:
            figure = read_figure(text)
        except ValueError:
            self._tell(explain_figure(text))
            return
        changed: dict[str, Decimal | None] = {name: figure}
        self._costs = replace(self._costs, **changed)
        self._tell("")
        self.written.emit(self._costs)

    def _tell(self, problem: str) -> None:
        one = cost_of_one(self._costs)
        self.note.set_tone("danger" if problem else "ink2")
        self.note.setText(
            problem
            or (
                _("Say what an hour costs, and the hours count too.")
                if lacks_rate(self._costs)
                else ""
            )
        )
        self.note.setVisible(bool(self.note.text()))
        self.total.setVisible(one is not None)
        if one is None:
            return
        each = say_money(one, self._currency)
        words = _("One costs {sum} a year.", sum=each)
        if self._worst:
            everyone = say_money(one * self._worst, self._currency)
            words += " " + n_(
                "The {n} worst customer you have: {sum}.",
                "The {n} worst customers you have: {sum}.",
                self._worst,
                sum=everyone,
            )
        self.total.setText(words)


def _read(text: str) -> Decimal | None:
    try:
        return read_figure(text)
    except ValueError:
        return None
