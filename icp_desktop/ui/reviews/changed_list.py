"""What changed since the version that a review is compared with."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.documents.content import Earlier
from icp_desktop.documents.review_changes import changed_answers, count_answered, where_words
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.reviews.change_row import ChangeRow
from icp_desktop.ui.reviews.head_line import HeadLine
from icp_desktop.ui.widgets.labels import PlainLabel

_MOST = 30


class ChangedList(QWidget):
    """List the answers that say something else than they did."""

    def __init__(self, appearance: Appearance) -> None:
        """Show none yet."""
        super().__init__()
        self._appearance = appearance
        self._seen: tuple[object, ...] = ()
        self._shown: list[ChangeRow] = []
        self._head = HeadLine(appearance, _("What changed"))
        self._none = PlainLabel(tone="ink2", wrap=True)
        self._more = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(6))
        column.addWidget(self._head)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addWidget(self._more)

    def rows(self) -> list[ChangeRow]:
        """Return the changes that are shown."""
        return list(self._shown)

    def show_changes(self, earlier: Earlier | None, now: Project) -> None:
        """Show what differs; where neither state is another object, nothing is done."""
        state = earlier.project if earlier else None
        seen = (state, now.profiles, now.about, now.worksheet)
        if self._seen and all(a is b for a, b in zip(seen, self._seen, strict=True)):
            return
        self._seen = seen
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        changes = changed_answers(earlier.project, now) if earlier else ()
        self._shown = [
            ChangeRow(self._appearance, each, where_words(each, now)) for each in changes[:_MOST]
        ]
        for row in self._shown:
            self._rows.addWidget(row)
        total = count_answered(now)
        note = n_("{n} of {all} answers", "{n} of {all} answers", len(changes), all=total)
        self._head.show_note(note if changes else "")
        self._none.setVisible(not changes)
        self._none.setText(
            _("Every answer says what it said in “{name}”.", name=earlier.name)
            if earlier
            else _("There is no earlier version to compare with.")
        )
        rest = len(changes) - _MOST
        self._more.setVisible(rest > 0)
        self._more.setText(n_("and {n} more in the pack", "and {n} more in the pack", rest))
