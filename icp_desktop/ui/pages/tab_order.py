"""The order of Tab, for parts that are made long after what stands below them."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return what can have the focus within a part, itself included, in the order of Tab."""
    inside = [part] if part.focusPolicy() != Qt.FocusPolicy.NoFocus else []
    each = part.nextInFocusChain()
    while each is not None and each is not part:
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isAncestorOf(each):
            inside.append(each)
        each = each.nextInFocusChain()
    return inside


def order_tabs(*parts: QWidget) -> None:
    """Let Tab go through parts one after the other, each in its own order.

    Qt takes no notice of widgets that never have the focus, so the stops themselves are chained.
    """
    stops = [stop for part in parts for stop in tab_stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
