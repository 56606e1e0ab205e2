"""Two states of a project compared on the page of versions: a version with another, or with now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from icp_desktop.documents.changes import Changes, changes_between
from icp_desktop.documents.content import Earlier
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.storage.versions import Version
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.moments import say_day
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.change_rows import ChangeRows
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card

NOW = ""  # stands where others name a version


class VersionCompare(Card):
    """Shows what changed; `print_asked` carries the earlier state and the later one."""

    print_asked = Signal(object, object)
    trouble = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        read: Callable[[str], Project],
        now: Callable[[], Project],
    ) -> None:
        """Read versions by their id with `read`; `now` is the state on screen."""
        super().__init__()
        self._appearance = appearance
        self._read, self._now = read, now
        self._versions: tuple[Version, ...] = ()
        self._states: tuple[Earlier, Project] | None = None
        self.title = PlainLabel(_("What changed"), style="lead_strong")
        self.summary = PlainLabel(tone="ink2", wrap=True)
        self.older, self.newer = Combo(), Combo()
        self.rows = ChangeRows(appearance)
        self.print_button = other_button(_("Save as PDF…"))
        self.print_button.clicked.connect(self._ask_to_print)
        self.close_button = quiet_button(_("Close"))
        self.close_button.clicked.connect(self.hide)
        for combo in (self.older, self.newer):
            combo.currentIndexChanged.connect(self._compare)
        self._compose()

    @property
    def changes(self) -> Changes | None:
        """What is shown, None while nothing is compared."""
        return changes_between(self._states[0].project, self._states[1]) if self._states else None

    def offer(self, versions: Sequence[Version]) -> None:
        """Offer other versions to compare; what is chosen stays chosen where it is still there."""
        self._versions = tuple(versions)
        chosen = self.older.current_id(), self.newer.current_id()
        for combo, wanted, here in (
            (self.older, chosen[0], False),
            (self.newer, chosen[1], True),
        ):
            combo.blockSignals(True)
            combo.clear()
            if here:
                combo.addItem(_("Now"), NOW)
            for each in reversed(self._versions):
                name = _("{name}, {day}", name=each.name, day=say_day(each.day))
                combo.addItem(name, each.id)
            combo.setCurrentIndex(max(combo.findData(wanted), 0))
            combo.blockSignals(False)
        if not self._versions:
            self.hide()

    def start(self, version_id: str) -> None:
        """Show what changed between a version and now."""
        for combo, wanted in ((self.older, version_id), (self.newer, NOW)):
            combo.blockSignals(True)
            combo.setCurrentIndex(max(combo.findData(wanted), 0))
            combo.blockSignals(False)
        self.show()
        self._compare()

    def refresh(self) -> None:
        """Compare anew if the state on screen is one of the two."""
        if not self.isHidden() and self.newer.current_id() == NOW:
            self._compare()

    def _compare(self, _index: int = 0) -> None:
        wanted = self.older.current_id()
        version = next((each for each in self._versions if each.id == wanted), None)
        if version is None:
            return
        try:
            before = self._read(version.id)
            later = self.newer.current_id()
            after = self._read(later) if later else self._now()
        except (KnownError, KeyError) as error:
            self._states = None
            self.trouble.emit(str(error))
            return
        self._states = Earlier(project=before, name=version.name, day=version.day), after
        found = changes_between(before, after)
        self.summary.setText(found.summary)
        self.rows.show_changes(found)
        self.print_button.setVisible(bool(found.count))

    def _ask_to_print(self) -> None:
        if self._states is not None:
            self.print_asked.emit(*self._states)

    def _compose(self) -> None:
        px = self._appearance.px
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.print_button)
        head.addWidget(self.close_button)
        ways = QGridLayout()
        ways.setHorizontalSpacing(px(8))
        ways.setColumnStretch(1, 1)
        for row, (words, combo) in enumerate(((_("Before"), self.older), (_("After"), self.newer))):
            label = PlainLabel(words, tone="ink2")
            label.setBuddy(combo)
            combo.setAccessibleName(words)
            ways.addWidget(label, row, 0)
            ways.addWidget(combo, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addLayout(ways)
        column.addWidget(self.summary)
        column.addWidget(self.rows)
