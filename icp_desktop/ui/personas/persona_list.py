"""The personas of a profile, one below the other, with how much of each is proven."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.grades import PROVEN, evidence_grade
from icp_desktop.i18n import _
from icp_desktop.insight.personas import call_persona, say_parts
from icp_desktop.model.persona import Persona
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines
from icp_desktop.ui.widgets.roving import Roving
from icp_desktop.ui.widgets.row_button import RowButton

_HEIGHT, _USUAL, _LEAST, _PAD = 54, 216, 120, 12


def say_proven(persona: Persona) -> str:
    """Return "9 of 11 proven", or that nothing is said yet."""
    if not persona.lines:
        return _("Nothing said yet")
    proven = sum(evidence_grade(each.evidence) in PROVEN for each in persona.lines)
    return _("{n} of {total} proven", n=proven, total=len(persona.lines))


class PersonaRow(RowButton):
    """What a persona is called, and below what they do in the purchase and what is proven."""

    def __init__(self, appearance: Appearance, persona: Persona) -> None:
        super().__init__(appearance, usual=_USUAL, least=_LEAST, height=_HEIGHT)
        self.show_persona(persona)

    def show_persona(self, persona: Persona) -> None:
        """Show a persona as it is now."""
        self.persona = persona
        self._title = call_persona(persona)
        parts = (say_parts(persona), say_proven(persona))
        self._line = " · ".join(each for each in parts if each)
        self.setAccessibleName(f"{self._title}. {self._line}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        strong = QFontMetrics(self._appearance.font("strong")).height()
        caption = QFontMetrics(self._appearance.font("caption")).height()
        return super().sizeHint().expandedTo(QSize(0, strong + caption + self._appearance.px(14)))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        painter = QPainter(self)
        self.paint_ground(painter)
        strong, caption = self._appearance.font("strong"), self._appearance.font("caption")
        heights = QFontMetrics(strong).height(), QFontMetrics(caption).height()
        top = (self.height() - sum(heights)) // 2
        room = self.width() - 2 * px(_PAD)
        for font, height, words, ink in (
            (strong, heights[0], self._title, theme.color("ink")),
            (caption, heights[1], self._line, theme.color("ink2")),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            area = QRect(px(_PAD), top, room, height)
            shown = "".join(fit_lines(words, font, room, 1))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
            top += height


class PersonaList(QWidget):
    """One Tab stop; `chosen` carries the id of the persona that is wanted.

    `rebuilt` says that rows came or went, for whoever keeps the order of Tab.
    """

    chosen = Signal(str)
    rebuilt = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._roving = Roving(self)
        self.rows: list[PersonaRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_personas(self, personas: Sequence[Persona], current: str) -> None:
        """Show the personas, one of them as chosen."""
        if [row.persona.id for row in self.rows] != [each.id for each in personas]:
            self._rebuild(personas)
        for row, persona in zip(self.rows, personas, strict=True):
            row.show_persona(persona)
        for row in self.rows:
            row.choose(chosen=row.persona.id == current)

    def focus_current(self) -> None:
        """Put the focus on the persona that is chosen."""
        for row in self.rows:
            if row.isChecked():
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, personas: Sequence[Persona]) -> None:
        at = next((row.persona.id for row in self.rows if row.hasFocus()), "")
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [PersonaRow(self._appearance, each) for each in personas]
        for row in self.rows:
            row.clicked.connect(lambda _on=False, row=row: self._on_clicked(row))
            self._column.addWidget(row)
        self._roving.set_buttons(self.rows, 1)
        self.rebuilt.emit()
        for row in self.rows:
            if row.persona.id == at:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, row: PersonaRow) -> None:
        row.choose(chosen=True)
        self.chosen.emit(row.persona.id)
