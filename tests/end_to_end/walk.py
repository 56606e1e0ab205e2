"""Looking over a real window: what is cut off, nameless, out of reach or wider than the window.

Each function takes the root of a shown tree of widgets and returns its findings, none if all is
well. A widget that paints itself and shortens its text on purpose (its class overrides
`paintEvent`) is not judged by its size hint, only by where it lies.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

SMALLEST_TARGET = 24
_SLACK = 1  # pixels that rounding may cost
_MOST_STEPS = 600
_ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
_FRAMEWORK = (QMenuBar, QScrollBar, QSizeGrip, QSplitterHandle, QHeaderView)


@dataclass(frozen=True)
class Finding:
    """What is wrong with which widget."""

    rule: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}: {self.what}"


def all_findings(root: QWidget) -> list[Finding]:
    """Return everything that can be seen without touching a key."""
    return [
        *find_cut_texts(root),
        *find_covered(root),
        *find_nameless(root),
        *find_sideways(root),
        *find_small_targets(root),
    ]


def shown_widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield the widgets a person can see, or scroll to, in this window."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is root.window() and not _is_inner(widget):
            yield widget


def find_cut_texts(root: QWidget) -> list[Finding]:
    """Return the texts that do not fit where they stand."""
    found = []
    for widget in shown_widgets(root):
        need, has = _needed(widget), widget.size()
        if need.width() > has.width() + _SLACK or need.height() > has.height() + _SLACK:
            found.append(
                Finding("cut off", name_of(widget), f"needs {_size(need)}, has {_size(has)}")
            )
        found += _cut_parts(widget)
    return found


def find_covered(root: QWidget) -> list[Finding]:
    """Return the widgets that stick out of what contains them, and texts that overlap."""
    found = []
    shown = [w for w in shown_widgets(root) if w is not root and _says_something(w)]
    for widget in shown:
        box = _first_box_too_small(widget)
        if box is not None:
            found.append(Finding("sticks out", name_of(widget), f"of {name_of(box)}"))
    for number, one in enumerate(shown):
        for other in shown[number + 1 :]:
            if one.parentWidget() is not other.parentWidget():
                continue
            common = one.geometry().intersected(other.geometry())
            if min(common.width(), common.height()) > 2:
                found.append(Finding("overlaps", name_of(one), f"with {name_of(other)}"))
    return found


def find_nameless(root: QWidget) -> list[Finding]:
    """Return the controls a screen reader has no name for."""
    return [
        Finding("no name", name_of(widget), type(widget).__name__)
        for widget in shown_widgets(root)
        if is_control(widget) and not accessible_name(widget)
    ]


def find_sideways(root: QWidget) -> list[Finding]:
    """Return what would have to be scrolled sideways to be seen."""
    found = []
    for area in shown_widgets(root):
        if not isinstance(area, QAbstractScrollArea):
            continue
        bar = area.horizontalScrollBar()
        if bar.isVisible() or bar.maximum() > bar.minimum():
            hidden = bar.maximum() - bar.minimum()
            found.append(Finding("sideways", name_of(area), f"{hidden} px are out of sight"))
    return found


def find_small_targets(root: QWidget) -> list[Finding]:
    """Return the buttons that are hard to hit."""
    return [
        Finding("small target", name_of(widget), _size(widget.size()))
        for widget in shown_widgets(root)
        if isinstance(widget, QAbstractButton)
        and min(widget.width(), widget.height()) < SMALLEST_TARGET
    ]


def find_unreached(window: QWidget) -> list[Finding]:
    """Go round the shown window by Tab and return the controls that are never reached.

    Where arrows move among buttons that are one stop, one of them has to be reached by Tab and the
    others by arrows from there. The window has to be active.
    """
    reached = _tab_round(window)
    if reached is None:
        stuck = QApplication.focusWidget() or window
        return [Finding("Tab gets stuck", name_of(stuck), type(stuck).__name__)]
    missed = [w for w in _controls(window) if not _counts(w, reached)]
    if missed:
        reached |= _arrow_round(reached, missed)
        missed = [w for w in missed if not _counts(w, reached)]
    return [Finding("not reached", name_of(widget), type(widget).__name__) for widget in missed]


def is_control(widget: QWidget) -> bool:
    """Say whether a person does something with this widget itself."""
    if isinstance(widget, _FRAMEWORK) or _is_inner(widget):
        return False
    takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return isinstance(widget, QAbstractButton | QLineEdit | QComboBox) or bool(takes_focus)


def accessible_name(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def name_of(widget: QWidget) -> str:
    """Return a path to a widget by which a person finds it in the code."""
    parts = []
    each: QWidget | None = widget
    while each is not None and len(parts) < 4:
        parts.append(each.objectName() or type(each).__name__)
        each = each.parentWidget()
    words = accessible_name(widget) or _text_of(widget)
    return f"{' < '.join(parts)} “{words[:50]}”"


def _controls(window: QWidget) -> list[QWidget]:
    return [w for w in shown_widgets(window) if is_control(w) and w.isEnabled()]


def _is_inner(widget: QWidget) -> bool:
    """Say whether a widget is a piece that Qt puts into a control of its own."""
    parent = widget.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar):
        return True
    if isinstance(parent, QTabBar | QMenuBar) and isinstance(widget, QAbstractButton):
        return True
    return isinstance(parent, QComboBox | QLineEdit) and not isinstance(widget, QLabel)


def _paints_itself(widget: QWidget) -> bool:
    return any(
        "paintEvent" in vars(cls) for cls in type(widget).__mro__ if "PySide6" not in cls.__module__
    )


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return ""


def _says_something(widget: QWidget) -> bool:
    return bool(_text_of(widget)) or is_control(widget)


def _needed(widget: QWidget) -> QSize:
    """Return the size the text of a widget needs, 0 if it has none or cuts it on purpose."""
    if _paints_itself(widget):
        return QSize(0, 0)
    if isinstance(widget, QLabel):
        return _needed_by_label(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        return QSize(widget.sizeHint().width(), widget.fontMetrics().height())
    if isinstance(widget, QLineEdit | QComboBox):
        return QSize(0, widget.fontMetrics().height())
    if isinstance(widget, QTabBar):
        return QSize(widget.sizeHint().width(), widget.fontMetrics().height())
    return QSize(0, 0)


def _needed_by_label(label: QLabel) -> QSize:
    if not label.text() or not label.pixmap().isNull():
        return QSize(0, 0)
    if not label.wordWrap():
        return label.sizeHint()
    height = label.heightForWidth(label.width())
    frame = label.width() - label.contentsRect().width()
    metrics = label.fontMetrics()
    words = QLabel.text(label).replace("\u200b", " ").split()  # where the label itself may break
    longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    return QSize(longest + frame, height)


def _cut_parts(widget: QWidget) -> list[Finding]:
    """Return what is cut off inside a control: its hint, its choice, its heads."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        margins = widget.textMargins()
        room = widget.contentsRect().width() - margins.left() - margins.right()
        need = metrics.horizontalAdvance(widget.placeholderText())
        if need > room + _SLACK:
            what = f"“{widget.placeholderText()}” needs {need}, has {room}"
            return [Finding("hint cut off", name_of(widget), what)]
    if isinstance(widget, QComboBox) and widget.currentText():
        room = _combo_room(widget)
        need = metrics.horizontalAdvance(widget.currentText())
        if need > room + _SLACK:
            what = f"“{widget.currentText()}” needs {need}, has {room}"
            return [Finding("choice cut off", name_of(widget), what)]
    if isinstance(widget, QHeaderView):
        return _cut_heads(widget)
    return []


def _combo_room(combo: QComboBox) -> int:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        combo,
    )
    icon = 0 if combo.itemIcon(combo.currentIndex()).isNull() else combo.iconSize().width() + 4
    return field.width() - icon


def _cut_heads(header: QHeaderView) -> list[Finding]:
    found = []
    for section in range(header.count()):
        text = str(header.model().headerData(section, header.orientation()) or "")
        room, need = header.sectionSize(section), header.fontMetrics().horizontalAdvance(text)
        across = header.orientation() == Qt.Orientation.Horizontal
        if across and not header.isSectionHidden(section) and need > room + _SLACK:
            found.append(
                Finding("head cut off", name_of(header), f"“{text}” needs {need}, has {room}")
            )
    return found


def _first_box_too_small(widget: QWidget) -> QWidget | None:
    """Return the first widget around this one that hides a part of it for good."""
    box = widget.parentWidget()
    while box is not None:
        rect = QRect(widget.mapTo(box, QPoint(0, 0)), widget.size())
        visible = box.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        area = box.parentWidget()
        if isinstance(area, QAbstractScrollArea) and box is area.viewport():
            # What lies above or below can be scrolled to; what lies beside can not.
            if rect.left() < visible.left() or rect.right() > visible.right():
                return area
            return None
        if not visible.contains(rect):
            return box
        if box.isWindow():
            return None
        box = box.parentWidget()
    return None


def _tab_round(window: QWidget) -> set[QWidget] | None:
    """Press Tab until the focus has been round; return what had it, None if it got stuck."""
    reached: set[QWidget] = set()
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    for _step in range(_MOST_STEPS):
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            return reached if len(reached) > 1 or len(_controls(window)) < 2 else None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is focus:
            others = [w for w in _controls(window) if not _counts(w, reached)]
            return None if others else reached
    return None


def _counts(widget: QWidget, reached: set[QWidget]) -> bool:
    """Say whether a control is reached: itself, by its proxy, or by an exclusive group."""
    if widget in reached or widget.focusProxy() in reached:
        return True
    if any(widget.isAncestorOf(each) for each in reached):
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(b in reached for b in group.buttons())


def _arrow_round(reached: set[QWidget], missed: list[QWidget]) -> set[QWidget]:
    """Press the arrows on buttons that stand beside missed ones; return what gets the focus."""
    found: set[QWidget] = set()
    parents = {widget.parentWidget() for widget in missed}
    waiting = [w for w in reached if isinstance(w, QAbstractButton) and w.parentWidget() in parents]
    while waiting:
        start = waiting.pop()
        for arrow in _ARROWS:
            start.setFocus(Qt.FocusReason.OtherFocusReason)
            QTest.keyClick(start, arrow)
            focus = QApplication.focusWidget()
            if focus is not None and focus in missed and focus not in found:
                found.add(focus)
                waiting.append(focus)
    return found


def _size(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"
