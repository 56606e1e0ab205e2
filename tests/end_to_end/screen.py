"""What a person reads on the screen, and what a screen reader is told."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
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
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(QSize(widget.width(), widget.height()))
    widget.render(drawing)
    root = ET.fromstring(bytes(buffer.data().data()))
    return [text for each in root.iter(_TEXT) if (text := "".join(each.itertext()).strip())]


def told_texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yield the texts behind the shown widgets of a window: names, tips, hints, menus, choices."""
    yield root, root.window().windowTitle()
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, QMenu) or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            yield widget, interface.text(QAccessible.Text.Name)
            yield widget, interface.text(QAccessible.Text.Description)
        yield widget, widget.toolTip()
        for text in _own_texts(widget):
            yield widget, text
    for menu in _menus(root):
        for action in menu.actions():
            yield menu, action.text()
            yield menu, action.toolTip()


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                for role in _ROLES:
                    yield str(model.index(row, column).data(role) or "")


def _menus(root: QWidget) -> Iterator[QMenu]:
    window = root.window()
    if isinstance(window, QMainWindow):
        yield from window.menuBar().findChildren(QMenu)
    for widget in root.findChildren(QMenu):
        if widget.parentWidget() is not None and widget.parentWidget().isVisible():
            yield widget
