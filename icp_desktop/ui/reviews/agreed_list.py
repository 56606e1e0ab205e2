"""Who agreed to the profile as it is, and whether it has changed since."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.agreed import out_of_date, say_agreed
from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.model.review import SignOff
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.moments import say_day
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.reading import clean

_LONGEST, _WIDE = 200, 176


class AgreedList(QWidget):
    """List sign-offs; `agreed` carries name and role, `removed` an id."""

    agreed = Signal(str, str)
    removed = Signal(str)
    print_chosen = Signal(bool)

    def __init__(self, appearance: Appearance) -> None:
        """Show none yet."""
        super().__init__()
        self._appearance = appearance
        self._seen: tuple[object, ...] = ()
        self.state = PlainLabel(tone="ink2", wrap=True)
        self.rows = TwoLineList(appearance)
        self.person, self.role = QLineEdit(), QLineEdit()
        for line, words in (
            (self.person, _("Who agrees")),
            (self.role, _("Their role")),
        ):
            line.setMaxLength(_LONGEST)
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
            line.returnPressed.connect(self.add)
        self.add_button = other_button(_("They agree"))
        self.add_button.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(8))
        column.addWidget(self.state)
        column.addWidget(self.rows)
        holder = QWidget()
        self._flow = FlowLayout(holder)
        for each in (self.person, self.role, self.add_button):
            self._flow.addWidget(each)
        column.addWidget(holder)
        self.printed = QCheckBox(_("Say it in the profile that is handed out"))
        self.printed.clicked.connect(self.print_chosen)
        column.addWidget(self.printed)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_project(self, project: Project) -> None:
        """Show who agreed; what was signed is compared only where profiles or names differ."""
        self.printed.setChecked(project.print_signoffs)
        self.printed.setVisible(bool(project.signoffs))
        seen = (project.signoffs, project.profiles, project.about)
        if self._seen and all(a is b for a, b in zip(seen, self._seen, strict=True)):
            return
        self._seen = seen
        old = {each.id for each in out_of_date(project)}
        self.state.setText(
            say_agreed(project)
            or _("Nobody has agreed to the profile as it is. Ask who has to stand behind it.")
        )
        self.rows.show_rows([self._row(each, old=each.id in old) for each in project.signoffs])
        order_tabs(self.rows, self.person, self.role, self.add_button, self.printed)

    def add(self) -> None:
        """Take what was typed as an agreement to the present state."""
        person = clean(self.person.text()).strip()
        if not person:
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        role = clean(self.role.text()).strip()
        self.person.clear()
        self.role.clear()
        self.agreed.emit(person, role)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.person.clear()
            self.role.clear()
        else:
            super().keyPressEvent(event)

    def _row(self, each: SignOff, *, old: bool) -> TwoLineRow:
        parts = [each.role, _("agreed on {day}", day=say_day(each.day))]
        if each.kept_as:
            parts.append(_("to “{version}”", version=each.kept_as))
        if old:
            parts.append(_("changed since"))
        return TwoLineRow(
            strong=each.person,
            line=" · ".join(part for part in parts if part),
            actions=(RowAction(words=_("Remove"), act=lambda: self.removed.emit(each.id)),),
        )

    def _fit(self) -> None:
        px = self._appearance.px
        self._flow.set_gaps(px(8), px(8))
        for line in (self.person, self.role):
            line.setFixedWidth(px(_WIDE))
