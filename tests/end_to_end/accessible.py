"""The window as a screen reader gets it: role, name, state and order of everything in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from icp_desktop.ui.widgets.empty_state import EmptyState

Role = QAccessible.Role
ACTED_ON = frozenset((
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.Link,
    Role.EditableText, Role.ComboBox, Role.List, Role.ListItem, Role.Table, Role.Cell, Role.Tree,
    Role.PageTabList, Role.PageTab, Role.Slider, Role.SpinBox, Role.MenuBar, Role.MenuItem,
))  # fmt: skip
ITEMS = frozenset((Role.ListItem, Role.Cell, Role.PageTab, Role.MenuItem, Role.TreeItem))
_MOST_ITEMS = 60  # of a list or table; the rest is made by the same code
_MOST_STOPS = 400


@dataclass(frozen=True)
class Node:
    """One thing a screen reader can come to."""

    role: QAccessible.Role
    name: str
    description: str
    focusable: bool
    enabled: bool
    checkable: bool
    checked: bool
    editable: bool
    read_only: bool
    rect: QRect
    widget: QWidget | None

    def __str__(self) -> str:
        made = type(self.widget).__name__ if self.widget is not None else ""
        return f"{self.role.name} “{self.name[:60]}” {made}"


def nodes(root: QWidget) -> list[Node]:
    """Return everything that is shown in a window, in the order of the tree."""
    interface = QAccessible.queryAccessibleInterface(root)
    assert interface is not None
    return list(_walk(interface))


def silent(root: QWidget) -> list[str]:
    """Return what can have the focus or be chosen, and has no name."""
    return [
        f"no name: {node}"
        for node in nodes(root)
        if node.focusable and node.enabled and not node.name.strip()
    ]


def odd_roles(root: QWidget) -> list[str]:
    """Return what can have the focus and is not said to be anything a person acts on."""
    return [
        f"role: {node}"
        for node in nodes(root)
        if node.focusable
        and node.role not in ACTED_ON
        and not isinstance(node.widget, QAbstractScrollArea)  # which is read by scrolling
    ]


def stateless(root: QWidget) -> list[str]:
    """Return what shows a state that is not told: a choice without one, text that is none."""
    found = [
        f"not editable: {node}"
        for node in nodes(root)
        if node.role == Role.EditableText
        and node.focusable
        and node.enabled
        and not (node.editable or node.read_only)
    ]
    boxes = [n for n in nodes(root) if n.role in (Role.CheckBox, Role.RadioButton)]
    return found + [f"not checkable: {node}" for node in boxes if not node.checkable]


def same_names(root: QWidget) -> list[str]:
    """Return the controls of one sheet that a screen reader can't tell apart.

    What stands in the head of a page may be offered once more where the page is still empty.
    """
    told = Counter(
        (_group(node.widget), node.role, node.name, node.description)
        for node in nodes(root)
        if node.focusable and node.enabled and node.name and node.role not in ITEMS
    )
    return [f"{n} times: {role.name} “{name}”" for (_s, role, name, _d), n in told.items() if n > 1]


def backward(root: QWidget) -> list[str]:
    """Go round by Tab and return where the focus jumps back up within what scrolls as one."""
    found, seen, before = [], set(), None
    for _step in range(_MOST_STOPS):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            return found
        seen.add(focus)
        if before is not None and before.isVisible() and _is_above(focus, before):
            found.append(f"back up: from {_said(before)} to {_said(focus)}")
        before = focus  # what has been folded since has no place any more
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return [*found, "Tab does not come round"]


def findings(root: QWidget) -> list[str]:
    """Return everything that is wrong without a key pressed."""
    return [*silent(root), *odd_roles(root), *stateless(root), *same_names(root)]


def _walk(interface: QAccessibleInterface) -> Iterator[Node]:
    state = interface.state()
    thing = interface.object()
    widget = thing if isinstance(thing, QWidget) else None
    if state.invisible or (widget is not None and not widget.isVisible()):
        return
    yield Node(
        role=interface.role(),
        name=interface.text(QAccessible.Text.Name),
        description=interface.text(QAccessible.Text.Description),
        focusable=bool(state.focusable) and _by_keyboard(widget),
        enabled=not state.disabled,
        checkable=bool(state.checkable),
        checked=bool(state.checked),
        editable=bool(state.editable),
        read_only=bool(state.readOnly),
        rect=interface.rect(),
        widget=widget,
    )
    for number in range(min(interface.childCount(), _MOST_ITEMS)):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _walk(child)


def _by_keyboard(widget: QWidget | None) -> bool:
    return widget is None or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _group(widget: QWidget | None) -> QWidget | None:
    """Return what a control is told apart within: an empty page, or what scrolls as one."""
    each = widget
    while each is not None:
        if isinstance(each, EmptyState):
            return each
        each = each.parentWidget()
    return _sheet(widget) if widget is not None else None


def _sheet(widget: QWidget) -> QWidget | None:
    """Return what scrolls as one around a widget."""
    each: QWidget | None = widget
    while each is not None:
        parent = each.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if isinstance(area, QScrollArea) and parent is area.viewport():
            return each
        each = parent
    return None


def _is_above(one: QWidget, other: QWidget) -> bool:
    """Say whether all of a widget is above another one on the same sheet.

    One that stands to the right of it is read after it, as the next column is.
    """
    if _sheet(one) is None or _sheet(one) is not _sheet(other):
        return False
    first, second = _on_sheet(one), _on_sheet(other)
    return first.bottom() < second.top() and first.left() < second.right()


def _on_sheet(widget: QWidget) -> QRect:
    sheet = _sheet(widget)
    assert sheet is not None
    return QRect(widget.mapTo(sheet, QPoint(0, 0)), widget.size())


def _said(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return f"{type(widget).__name__} “{name[:50]}”"
