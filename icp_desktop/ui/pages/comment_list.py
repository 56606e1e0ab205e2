"""All open comments of a project as a list; one leads to the answer it is about."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.documents.part_words import Wordings
from icp_desktop.i18n import _, n_
from icp_desktop.model.comment import Comment
from icp_desktop.model.names import FOLDERS, Market
from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines
from icp_desktop.ui.moments import say_day
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.labels import PlainLabel

_HEIGHT, _PAD, _LINES = 72, 8, 2
_TOP = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class CommentModel(QAbstractListModel):
    """The comments that are not settled, the newest first; words are made when they are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._comments: tuple[Comment, ...] = ()
        self._wordings: Wordings | None = None
        self._places: dict[str, str] = {}
        self._markets: dict[str, Market] = {}

    def show_project(self, project: Project) -> None:
        """Show the comments of a project."""
        self.beginResetModel()
        self._comments = tuple(each for each in reversed(project.comments) if not each.settled)
        self._wordings = words = Wordings(project)
        self._markets = {each.id: each.market for each in project.profiles}
        self._places = {
            each.id: words.thing(folder, each)
            for folder in FOLDERS
            if folder != "comments"
            for each in project.folder(folder)
        }
        self.endResetModel()

    def comment(self, row: int) -> Comment:
        """Return the comment of a row."""
        return self._comments[row]

    def about(self, comment: Comment) -> str:
        """Return what a comment is about, in words."""
        market = self._markets.get(comment.place, "")
        words = self._wordings
        field = words.label(comment.field, market) if comment.field and words else ""
        place = self._places.get(comment.place, "")
        return " · ".join(each for each in (field, place) if each) or _("The business")

    @override
    def rowCount(self, parent: Index = _TOP, /) -> int:
        return 0 if parent.isValid() else len(self._comments)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        comment = self._comments[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return comment.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join((self.about(comment), comment.text, _by(comment)))
        if role == Qt.ItemDataRole.ToolTipRole and len(comment.text) > 120:
            return comment.text
        return None


class CommentDelegate(QStyledItemDelegate):
    """Paint a comment: what it is about, its words on two lines, who and when."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        look = self._appearance
        return QSize(look.px(200), look.px(_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        model = index.model()
        assert isinstance(model, CommentModel)
        comment = model.comment(index.row())
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("soft"))
        box = area.adjusted(px(_PAD), px(6), -px(_PAD), -px(6))
        top = box.top()
        for words, style, tone, lines in (
            (f"{model.about(comment)} · {_by(comment)}", "caption", "ink2", 1),
            (comment.text, "body", "ink", _LINES),
        ):
            font = look.font(style)  # type: ignore[arg-type]
            painter.setFont(font)
            painter.setPen(theme.color(tone))  # type: ignore[arg-type]
            metrics = painter.fontMetrics()
            for line in fit_lines(words, font, box.width(), lines):
                painter.drawText(box.left(), top + metrics.ascent(), line)
                top += metrics.height()
        low = area.bottom() + 1 - theme.stroke
        painter.fillRect(QRect(area.left(), low, area.width(), theme.stroke), theme.color("line"))
        painter.restore()


class CommentList(QWidget):
    """List what is not settled yet; `asked` carries the comment to be shown at its answer."""

    asked = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._seen: object = None
        self.model = CommentModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CommentDelegate(appearance, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(_("Comments that are not settled"))
        self.view.activated.connect(self._on_asked)
        self.view.clicked.connect(self._on_asked)
        self.count = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.empty = EmptyState(
            _("No open comments"),
            _(
                "A comment belongs to one answer: open its row in the worksheet and choose "
                "“Comment”. Merging a copy leaves one where both sides changed the same."
            ),
        )
        side = appearance.px(32)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, appearance.px(16), side, appearance.px(16))
        column.addWidget(self.count)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)

    def show_project(self, project: Project) -> None:
        """Show the open comments; nothing is done where they are the same object."""
        seen = (project.comments, project.profiles, project.worksheet)
        if isinstance(self._seen, tuple) and all(
            one is other for one, other in zip(seen, self._seen, strict=True)
        ):
            return
        self._seen = seen
        self.model.show_project(project)
        n = self.model.rowCount()
        self.count.setText(n_("{n} comment is open.", "{n} comments are open.", n))
        for widget, shown in ((self.count, n), (self.view, n), (self.empty, not n)):
            widget.setVisible(bool(shown))

    def _on_asked(self, index: QModelIndex) -> None:
        self.asked.emit(self.model.comment(index.row()))


def _by(comment: Comment) -> str:
    return ", ".join(part for part in (comment.who.strip(), say_day(comment.day)) if part)
