"""Find anything: pages, commands, and the fields and answers of the open project."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.place import WORKSHEET, Place
from icp_desktop.ui.widgets.labels import PlainLabel

AnyIndex = QModelIndex | QPersistentModelIndex
_MOST = 60
_WIDTH, _TOP, _ROW = 560, 72, 36
_DETAIL = Qt.ItemDataRole.UserRole


@record
class Finding:
    """Something that can be gone to: its words, where it is, and how to get there."""

    text: str
    detail: str
    go: Callable[[], None]
    also: str = ""  # words it is found by, too, such as the answer


class Finder(QFrame):
    """A field over the window and a list below it; Enter goes, Esc goes back."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        """Stay hidden until `open`."""
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._findings: tuple[Finding, ...] = ()
        self._shown: list[Finding] = []
        self._came_from: QWidget | None = None
        self.setProperty("kind", "field")
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find a page, a field or an answer"))
        self.field.setAccessibleName(_("Find"))
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_FindingDelegate(appearance, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(lambda _item: self._go())
        self.nothing = PlainLabel("", tone="ink2", wrap=True)
        layout = QVBoxLayout(self)
        for part in (self.field, self.list, self.nothing):
            layout.addWidget(part)
        self.hide()

    def open(self, findings: Sequence[Finding]) -> None:
        """Show everything there is, the field ready to be typed in."""
        window = self._window
        self._came_from = window.window().focusWidget()
        self._findings = tuple(findings)
        px = self._appearance.px
        width = min(px(_WIDTH), window.width() - 2 * px(16))
        height = min(px(420), window.height() - px(_TOP) - px(16))
        self.setGeometry((window.width() - width) // 2, px(_TOP), width, height)
        self.layout().setContentsMargins(px(12), px(12), px(12), px(12))  # type: ignore[union-attr]
        self.field.clear()
        self._on_typed("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_finder(self) -> None:
        """Go back to where the person was."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> tuple[Finding, ...]:
        """Return what fits the words that were typed."""
        return tuple(self._shown)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event.key())
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self.underMouse():
            self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if key == Qt.Key.Key_Down else -1
                last = max(self.list.count() - 1, 0)
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), last))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go()
            case Qt.Key.Key_Escape:
                self.close_finder()
            case _:
                return False
        return True

    def _on_typed(self, text: str) -> None:
        self._shown = list(matching(self._findings, text))[:_MOST]
        self.list.clear()
        for each in self._shown:
            item = QListWidgetItem(each.text)
            item.setData(_DETAIL, each.detail)
            spoken = f"{each.text}, {each.detail}" if each.detail else each.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)
        self.nothing.setText(_("Nothing has “{text}” in it.", text=text))

    def _go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            self.hide()
            self._shown[row].go()


class _FindingDelegate(QStyledItemDelegate):
    """Paint what was found, and at the right where it is or what it says."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex, /) -> QSize:
        return QSize(self._appearance.px(100), self._appearance.px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        look, px = self._appearance, self._appearance.px
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("rail"))
        inner = rect.adjusted(px(10), 0, -px(10), 0)
        middle, elide = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        words = painter.fontMetrics().elidedText(str(index.data()), elide, inner.width() * 3 // 5)
        taken = painter.fontMetrics().horizontalAdvance(words) + px(16)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        room = inner.width() - taken
        detail = painter.fontMetrics().elidedText(str(index.data(_DETAIL)), elide, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, detail)


def matching(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the findings that hold every word of a text; those that begin with it come first."""
    words = text.casefold().split()
    if not words:
        return list(findings)
    ranked = []
    for number, each in enumerate(findings):
        name, rest = each.text.casefold(), f"{each.detail} {each.also}".casefold()
        if all(word in name or word in rest for word in words):
            begins = name.startswith(words[0])
            named = all(word in name for word in words)
            ranked.append(((not begins, not named, number), each))
    return [each for _rank, each in sorted(ranked, key=lambda pair: pair[0])]


def find_answers(project: Project, profile_id: str, go: Callable[[Place], None]) -> list[Finding]:
    """Return every field of the worksheet with what is answered, for one profile."""
    from icp_desktop.worksheet.phrases import say_value
    from icp_desktop.worksheet.shipped import worksheet_of

    profiles = [each for each in project.profiles if each.id == profile_id]
    if not profiles:
        return []
    profile, worksheet = profiles[0], worksheet_of(project)
    findings = []
    for section in worksheet.sections:
        answers = project.about if section.scope == "business" else profile.answers
        values = {answer.field: answer.value for answer in answers}
        for field in section.asked(profile.market):
            value = values.get(field.id)
            said = say_value(value, field) if value is not None else ""
            place = Place(page=WORKSHEET, profile=profile_id, section=section.id, field=field.id)
            words = field.wording(profile.market)
            findings.append(
                Finding(
                    text=words.label,
                    detail=_shortened(said) or section.wording(profile.market).label,
                    also=f"{said} {words.question} {section.wording(profile.market).label}",
                    go=lambda place=place: go(place),  # type: ignore[misc]
                )
            )
    return findings


def _shortened(text: str, longest: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
