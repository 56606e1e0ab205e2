"""What a person reads on the screen, and what a screen reader is told."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_TEXT = "{http://www.w3.org/2000/svg}text"
_IMAGE = "{http://www.w3.org/2000/svg}image"
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def painted_texts(widget: QWidget) -> list[str]:
    """Return the runs of text a widget paints, whoever paints them: labels, delegates, tiles.

    The widget is painted as SVG, in which text stays text. Wrapped lines are runs of their own.
    """
    found = ("".join(each.itertext()).strip() for each in _painted(widget).iter(_TEXT))
    return [text for text in found if text]


def painted_pictures(widget: QWidget) -> set[tuple[int, int]]:
    """Return the sizes of the pictures a widget paints."""
    images = _painted(widget).iter(_IMAGE)
    return {(round(float(i.get("width", 0))), round(float(i.get("height", 0)))) for i in images}


@dataclass(frozen=True)
class Told:
    """A text behind a widget: a name for screen readers, a tip, or the words of a menu."""

    widget: QWidget
    kind: Literal["name", "tip", "menu"]
    text: str


def told_texts(root: QWidget) -> Iterator[Told]:
    """Yield the texts behind the shown widgets of a window: names, tips, hints, menus, choices."""
    yield Told(root, "name", root.window().windowTitle())
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QMenu) or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            yield Told(widget, "name", interface.text(QAccessible.Text.Name))
            yield Told(widget, "name", interface.text(QAccessible.Text.Description))
        yield Told(widget, "tip", widget.toolTip())
        yield from _own_texts(widget)
    for menu in _menus(root):
        for action in menu.actions():
            yield Told(menu, "menu", action.text())
            if menu.toolTipsVisible():
                yield Told(menu, "tip", action.toolTip())


def _painted(widget: QWidget) -> ET.Element:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(QSize(widget.width(), widget.height()))
    widget.render(drawing)
    return ET.fromstring(bytes(buffer.data().data()))


def _own_texts(widget: QWidget) -> Iterator[Told]:
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield Told(widget, "name", widget.placeholderText())
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        yield Told(widget, "name", widget.toPlainText())
    elif isinstance(widget, QComboBox):
        for number in range(widget.count()):
            yield Told(widget, "name", widget.itemText(number))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for row in range(model.rowCount()):
            for column in range(columns):
                for role in _ROLES:
                    text = str(model.index(row, column).data(role) or "")
                    is_tip = role == Qt.ItemDataRole.ToolTipRole
                    yield Told(widget, "tip" if is_tip else "name", text)


def _menus(root: QWidget) -> Iterator[QMenu]:
    window = root.window()
    if isinstance(window, QMainWindow):
        yield from window.menuBar().findChildren(QMenu)
    for widget in root.findChildren(QMenu):
        if widget.parentWidget() is not None and widget.parentWidget().isVisible():
            yield widget
