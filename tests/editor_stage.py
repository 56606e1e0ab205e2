"""A window with one editor, for the tests of the editors."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.values import (
    Choice,
    Day,
    Kind,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.worksheet.definitions import Field, Option, Size, Wording

PROOF = (Evidence(id="e", source="interviews", count=6, total=9),)
WORDS = Wording(
    label="Purchase frequency",
    why="It says when to ask again.",
    question="How often does a good customer come back?",
    good="Twice a week",
    weak="Often",
    placeholder="Add one…",
    first="Pain",
    second="How we relieve it",
)
VALUES: dict[Kind, tuple[Value, Value]] = {
    "text": (Text(text="Alone, after a trial class."), Text(text="With a partner.\nTwice.")),
    "choice": (Choice(choice="a"), Choice(choice="gone")),
    "terms": (
        Terms(items=(Term(id="1", text="A word", evidence=PROOF), Term(id="2", text="R&D"))),
        Terms(items=(Term(id="2", text="<b>R&D</b>"),)),
    ),
    "number_range": (
        NumberRange(low=Decimal(2), high=Decimal(4), unit="m"),
        NumberRange(low=None, high=Decimal("2500.5"), unit="old unit"),
    ),
    "money_range": (
        MoneyRange(low=Decimal(89), high=Decimal(129), currency="GBP", unit="m"),
        MoneyRange(low=Decimal(1), high=None, currency="EUR", unit="w"),
    ),
    "date": (Day(day=date(2026, 11, 21)), Day(day=date(2024, 2, 29))),
    "yes_no": (YesNo(yes=True), YesNo(yes=False)),
    "pairs": (
        Pairs(items=(Pair(id="1", first="No time", second="Early slots", evidence=PROOF),)),
        Pairs(items=(Pair(id="1", first="No time"), Pair(id="2", first="Sore back"))),
    ),
}


def make_field(kind: Kind, size: Size = "text", choices: int = 6) -> Field:
    return Field(
        id="x",
        kind=kind,
        audience=("b2b",),
        core=("b2b",),
        words=(("b2b", WORDS),),
        size=size,
        choices=tuple(Option(id=c, label=f"Choice {c}") for c in "abcdef"[:choices])
        if kind == "choice"
        else (),
        units=(Option(id="w", label="a week"), Option(id="m", label="a month")),
    )


class Stage:
    """A window with one editor and one thing to go to, and what the editor has said."""

    def __init__(
        self, qtbot: QtBot, appearance: Appearance, field: Field, currency: str = "GBP"
    ) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        rows = QVBoxLayout(self.window)
        self.editor = make_editor(field, WORDS, currency=currency, appearance=appearance)
        self.elsewhere = QLineEdit()
        rows.addWidget(self.editor)
        rows.addWidget(self.elsewhere)
        rows.addStretch(1)
        self.window.resize(640, 400)
        self.edits: list[Value | None] = []
        self.seals = 0
        self.editor.edited.connect(self.edits.append)
        self.editor.sealed.connect(self._count)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.editor.focus_widget().setFocus()

    def _count(self) -> None:
        self.seals += 1

    def leave(self) -> None:
        self.elsewhere.setFocus()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.window.focusWidget(), key, modifier)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
