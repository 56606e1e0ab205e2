"""Every component in every state it has, as pictures: for the eye, and for a test that compares.

`python -m tests.ui.kit.gallery FOLDER` saves a sheet per scheme.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.focus_frame import FocusRing
from icp_desktop.ui.theme import SCHEMES, Scheme, make_theme
from icp_desktop.ui.widgets.buttons import (
    icon_button,
    link_button,
    main_button,
    other_button,
    quiet_button,
)
from icp_desktop.ui.widgets.chips import EvidenceChip, WeightButton
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.drop_zone import DropZone
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.map_tile import MapTile, TileContent
from icp_desktop.ui.widgets.message_bar import MessageBar
from icp_desktop.ui.widgets.progress_strip import ProgressStrip
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.states import set_state

ACTED_ON = ("rest", "hover", "focus", "pressed", "off")
FIELD = ("rest", "focus", "empty", "error", "off")
CHOICE = ("rest", "hover", "focus", "checked", "off")
_MARGIN, _ROW, _LEFT = 14, 16, 130
Make = Callable[[Appearance], QWidget]


@dataclass(frozen=True)
class Component:
    """A component with how it is made and the states it has."""

    name: str
    make: Make
    states: tuple[str, ...]
    width: int = 0


def dress(appearance: Appearance, scheme: Scheme) -> None:
    """Dress the application in a scheme, whatever the system says."""
    appearance._theme = make_theme(scheme)
    appearance._dress()
    appearance.changed.emit()


def picture(appearance: Appearance, component: Component, state: str) -> tuple[QImage, QRect]:
    """Return a component in a state, and where in the picture it is."""
    host = QWidget()
    rows = QVBoxLayout(host)
    rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    widget = component.make(appearance)
    rows.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    other = QLineEdit(host)  # has the focus while the component has none
    other.setGeometry(-200, -200, 10, 10)
    ring = FocusRing(appearance, host)
    ring.hide()
    if component.width:
        widget.setFixedWidth(component.width)
    host.show()
    host.activateWindow()
    assert QTest.qWaitForWindowActive(host)
    target = _target(widget)
    other.setFocus()
    _put(widget, state)
    if state == "focus":
        target.setFocus(Qt.FocusReason.TabFocusReason)
    for _round in range(3):
        QApplication.processEvents()
    taken = host.grab().toImage()
    where = QRect(widget.mapTo(host, QPoint(0, 0)), widget.size())
    host.close()
    host.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    return taken, where


def sheet(appearance: Appearance, scheme: Scheme) -> QPixmap:
    """Return all components in all states, a row each."""
    dress(appearance, scheme)
    rows = [
        (each, [picture(appearance, each, state)[0] for state in each.states])
        for each in COMPONENTS
    ]
    width = _LEFT + max(sum(p.width() + _ROW for p in pictures) for _each, pictures in rows)
    height = sum(max(p.height() for p in pictures) + _ROW for _each, pictures in rows)
    drawn = QPixmap(width, height)
    drawn.fill(appearance.color("page"))
    painter = QPainter(drawn)
    painter.setFont(appearance.font("caption"))
    painter.setPen(appearance.color("ink2"))
    top = _ROW // 2
    for each, pictures in rows:
        tallest = max(p.height() for p in pictures)
        painter.drawText(QPoint(12, top + tallest // 2), each.name)
        left = _LEFT
        for state, taken in zip(each.states, pictures, strict=True):
            painter.drawImage(QPoint(left, top), taken)
            painter.drawText(QPoint(left + _MARGIN, top + 8), state)
            left += taken.width() + _ROW
        top += tallest + _ROW
    painter.end()
    return drawn


def _put(widget: QWidget, state: str) -> None:
    """Bring a component into a state."""
    target = _target(widget)
    match state:
        case "hover":
            target.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
            point = QPointF(target.width() / 2, target.height() / 2)
            moved = QMouseEvent(
                QEvent.Type.MouseMove, point, point, Qt.MouseButton.NoButton,
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(target, moved)
        case "pressed":
            assert isinstance(target, QAbstractButton)
            target.setDown(True)
        case "off":
            widget.setEnabled(False)
        case "checked":
            assert isinstance(target, QAbstractButton)
            target.setChecked(True)
        case "empty":
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.clear()
        case "error":
            set_state(widget, "error", True)
        case "over":
            assert isinstance(widget, DropZone)
            widget.show_waiting("customers.xlsx")
        case _:
            pass


def _target(widget: QWidget) -> QWidget:
    return widget.buttons()[1] if isinstance(widget, Segment) else widget


def _line(_look: Appearance) -> QWidget:
    line = QLineEdit("A long contract")
    line.setPlaceholderText("What nearly stopped them?")
    return line


def _area(_look: Appearance) -> QWidget:
    area = QPlainTextEdit("A long contract")
    area.setPlaceholderText("What nearly stopped them?")
    area.setFixedHeight(60)
    return area


def _combo(_look: Appearance) -> QWidget:
    combo = Combo()
    combo.addItem("visits a week")
    return combo


def _chip(look: Appearance) -> QWidget:
    chip = EvidenceChip(look)
    chip.show_evidence("interviews", "6 of 9 interviews")
    return chip


def _weight(look: Appearance) -> QWidget:
    weight = WeightButton(look)
    weight.show_weights([("must", "Must have"), ("nice", "Nice to have")], "must")
    return weight


def _segment(_look: Appearance) -> QWidget:
    segment = Segment([("form", "Form"), ("tour", "Tour"), ("list", "List")], name="View")
    segment.show_choice("form")
    return segment


def _message(kind: str, sentence: str, action: str) -> Make:
    def make(look: Appearance) -> QWidget:
        bar = MessageBar(look)
        bar.say(kind, sentence, ((action, lambda: None),))  # type: ignore[arg-type]
        return bar

    return make


def _tile(state: str, mark: str, value: str) -> Make:
    def make(look: Appearance) -> QWidget:
        tile = MapTile(look)
        tile.show_tile(TileContent(name="Values", value=value, state=state, mark=mark))  # type: ignore[arg-type]
        return tile

    return make


def _empty(_look: Appearance) -> QWidget:
    line = "Three talks are enough to see a pattern. The five questions are ready."
    return EmptyState("No interviews yet", line, "Start an interview")


def _progress(look: Appearance) -> QWidget:
    strip = ProgressStrip(look)
    strip.show_progress("Reading the list, 41,000 of 100,000 rows", 41, 100)
    return strip


_TILES = ("rest", "hover", "focus", "pressed")
COMPONENTS = (
    Component("Main", lambda _look: main_button("Save"), ACTED_ON),
    Component("Other", lambda _look: other_button("Print"), ACTED_ON),
    Component("Quiet", lambda _look: quiet_button("Change"), ACTED_ON),
    Component("Link", lambda _look: link_button("Pains"), ACTED_ON),
    Component("Icon", lambda look: icon_button(look, "undo", "Undo"), ACTED_ON),
    Component("Segment", _segment, ("rest", "hover", "focus", "off")),
    Component("Line", _line, FIELD, 200),
    Component("Text", _area, FIELD, 200),
    Component("Combo", _combo, ("rest", "focus", "error", "off")),
    Component("Check box", lambda _look: QCheckBox("Only what differs"), CHOICE),
    Component("Radio button", lambda _look: QRadioButton("I assume so"), CHOICE),
    Component("Evidence", _chip, ACTED_ON),
    Component("Weight", _weight, ACTED_ON),
    Component("Tile, proven", _tile("proven", "interviews", "Health first"), _TILES),
    Component("Tile, thin", _tile("thin", "team", "Early starts"), _TILES),
    Component("Tile, assumed", _tile("assumed", "assumption", "A new job"), _TILES),
    Component("Tile, waiting", _tile("waiting", "waiting", "2 of 5 back"), _TILES),
    Component("Tile, empty", _tile("open", "open", ""), _TILES),
    Component("Note", _message("note", "Two leads were listed twice.", "Show"), ("rest",), 400),
    Component("Due", _message("due", "The review was due.", "Start it"), ("rest",), 400),
    Component("Failed", _message("failed", "“Profile.pdf” is open.", "Try again"), ("rest",), 400),
    Component("Drop zone", lambda look: DropZone(look, "Drop a list here."), ("rest", "over"), 400),
    Component("Nothing yet", _empty, ("rest",), 400),
    Component("Work", _progress, ("rest",), 400),
)


def main(folder: Path) -> None:
    """Save a sheet per scheme."""
    app = QApplication(sys.argv[:1])
    appearance = Appearance(app, scheme="light", calm=True)
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        file = folder / f"components-{scheme}.png"
        sheet(appearance, scheme).save(str(file))
        print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out"))
