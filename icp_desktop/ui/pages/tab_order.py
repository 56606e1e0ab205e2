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
    inside = _stops_of(parts)
    stops = [
        stop for part in parts for stop in (inside[part] if part in inside else tab_stops(part))
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops_of(parts: tuple[QWidget, ...]) -> dict[QWidget, list[QWidget]]:
    """Return the stops within each part of one window, found on a single way around it."""
    chain: list[QWidget] = []
    each: QWidget | None = parts[0] if parts else None
    while each is not None and (not chain or each is not parts[0]):
        chain.append(each)
        each = each.nextInFocusChain()
    places = {widget: place for place, widget in enumerate(chain)}
    inside: dict[QWidget, list[QWidget]] = {part: [] for part in parts if part in places}
    for widget in chain:
        above: QWidget | None = widget if widget.focusPolicy() != Qt.FocusPolicy.NoFocus else None
        while above is not None:
            if above in inside:
                inside[above].append(widget)
            above = above.parentWidget()
    for part, stops in inside.items():
        stops.sort(key=lambda stop: (places[stop] - places[part]) % len(chain))
    return inside
