"""What people say about one answer: a quiet count that unfolds a short thread."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.model.comment import Comment
from icp_desktop.model.ids import new_id
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.moments import say_day
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.reading import clean

_LONGEST = 2_000
_MOST_SHOWN = 30  # the newest; the page of comments has all of them


class CommentThread(QWidget):
    """Show how many comments there are, and on demand the comments with a line for one more.

    `written` carries a new comment without its place, `settled` the id of one and whether it is,
    `removed` the id of one.
    """

    written = Signal(object)
    settled = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, appearance: Appearance, label: str, who: str) -> None:
        """Begin folded, and hidden as long as there is nothing to show."""
        super().__init__()
        self._appearance = appearance
        self._label, self._who = label, who
        self._comments: tuple[Comment, ...] = ()
        self._wanted = False
        self._thread: QWidget | None = None
        self._lines = QVBoxLayout()
        self.line = QLineEdit()
        self.button = quiet_button("", flush=True)
        self.button.clicked.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, appearance.px(4), 0, 0)
        self._column.setSpacing(appearance.px(6))
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    @property
    def is_unfolded(self) -> bool:
        """Say whether the comments themselves are shown."""
        return self._thread is not None and not self._thread.isHidden()

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """Show other comments; nothing is done where they are the same."""
        if tuple(comments) == self._comments:
            return
        self._comments = tuple(comments)
        self._show()

    def set_open(self, open_: bool) -> None:
        """Offer to write a first comment, or show only what is there."""
        self._wanted = open_
        self._show()

    def _turn(self) -> None:
        if self.is_unfolded and self._thread is not None:
            self._thread.hide()
            return
        if self._thread is None:
            self._make_thread()
        assert self._thread is not None
        self._show_lines()
        self._thread.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        open_ = [each for each in self._comments if not each.settled]
        self.setVisible(self._wanted or bool(open_))
        if open_:
            words = n_("{n} comment", "{n} comments", len(open_))
        else:
            words = _("Comments, all settled") if self._comments else _("Comment")
        self.button.set_words(words)
        self.button.setAccessibleName(_("{words} on “{field}”", words=words, field=self._label))
        if self.is_unfolded:
            self._show_lines()

    def _make_thread(self) -> None:
        px = self._appearance.px
        self._thread = QWidget()
        rows = QVBoxLayout(self._thread)
        rows.setContentsMargins(px(12), 0, 0, 0)
        rows.setSpacing(px(8))
        self._lines.setSpacing(px(8))
        rows.addLayout(self._lines)
        words = _("Add a comment")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(_("{words} on “{field}”", words=words, field=self._label))
        self.line.setMaxLength(_LONGEST)
        self.line.returnPressed.connect(self._write)
        self.add_button = other_button(_("Add"))
        self.add_button.setAccessibleName(words)
        self.add_button.clicked.connect(self._write)
        new = QHBoxLayout()
        new.addWidget(self.line, 1)
        new.addWidget(self.add_button)
        rows.addLayout(new)
        self._column.addWidget(self._thread)

    def _show_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in self._comments[-_MOST_SHOWN:]:
            self._lines.addWidget(self._made(each))
        if self._thread is not None:
            order_tabs(self.button, self._thread)

    def _made(self, comment: Comment) -> QWidget:
        px = self._appearance.px
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(2))
        head = ", ".join(part for part in (comment.who.strip(), say_day(comment.day)) if part)
        state = _("{head}, settled", head=head) if comment.settled else head
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(PlainLabel(state, style="caption", tone="ink2", wrap=True), 1)
        settle = quiet_button(_("Open again") if comment.settled else _("Settle"), flush=True)
        settle.clicked.connect(lambda: self.settled.emit(comment.id, not comment.settled))
        remove = quiet_button(_("Remove"), flush=True)
        remove.clicked.connect(lambda: self.removed.emit(comment.id))
        for button in (settle, remove):
            button.setAccessibleDescription(head)
            line.addWidget(button)
        rows.addLayout(line)
        tone: Role = "ink2" if comment.settled else "ink"
        rows.addWidget(PlainLabel(comment.text, tone=tone, wrap=True))
        return holder

    def _write(self) -> None:
        text = clean(self.line.text()).strip()
        if not text:
            return
        self.line.clear()
        today = date.today()  # noqa: DTZ011 - the day on the person's own calendar
        self.written.emit(Comment(id=new_id(), day=today, text=text, who=self._who))


def thread_of(appearance: Appearance, answers: Answers, field: Field, who: str) -> CommentThread:
    """Return the thread of a field, whose comments become edits."""
    thread = CommentThread(appearance, field.wording(answers.market).label, who)
    thread.written.connect(lambda comment: answers.comment(field, comment))
    thread.settled.connect(lambda each, settled: answers.settle_comment(field, each, settled))
    thread.removed.connect(lambda each: answers.remove_comment(field, each))
    return thread
