"""The log of sources: each once, searched, changed in one place, withdrawn with its proof."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.checks.source_log import LoggedSource, source_log
from icp_desktop.i18n import _, n_
from icp_desktop.model.ids import new_id
from icp_desktop.model.report import Report, source_key
from icp_desktop.model.source_edits import PutSource, WithdrawSource
from icp_desktop.ui.pages.page import Context
from icp_desktop.ui.pages.source_card import SourceCard
from icp_desktop.ui.pages.source_row import SourceRow
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.shipped import worksheet_of


class SourceList(QWidget):
    """Show every source of a project; `use_asked` carries the answer the person wants to see."""

    use_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._log: tuple[LoggedSource, ...] = ()
        self._rows: dict[str, SourceRow] = {}
        self._lines: list[QWidget] = []
        self.card = SourceCard(context.appearance)
        self.card.kept.connect(lambda source: self._keep("", source))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search the sources and what rests on them"))
        self.search.setAccessibleName(_("Search the sources"))
        self.search.textChanged.connect(self._filter)
        self._nothing = EmptyState(
            _("No sources yet"),
            _(
                "Reports, articles, statistics: with few customers of your own, they are the first "
                "thing an answer can rest on. Note a source here, or name it under an answer."
            ),
            _("Add a source"),
        )
        self._nothing.asked.connect(self.start)
        self._none_found = PlainLabel(_("No source has these words."), tone="ink2")
        icons = context.appearance.icons
        self.add_button = other_button(_("Add a source"), icon=icons.icon("plus"))
        self.add_button.clicked.connect(self.start)
        self._head = QWidget()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.appearance.px(12))
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(context.appearance.px(16))
        head.addWidget(self.search, 1)
        head.addWidget(self.add_button)
        for part in (self.card, self._nothing, self._head, self._none_found):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addStretch(1)

    @property
    def rows(self) -> tuple[SourceRow, ...]:
        """The rows from the top."""
        return tuple(self._rows.values())

    def show_log(self) -> None:
        """Show the sources as they are now; rows that have not changed stay."""
        project = self._context.project
        self._log = source_log(project, worksheet_of(project))
        wanted = {each.key: each for each in self._log}
        if {key: row.source for key, row in self._rows.items()} != wanted:
            self._rebuild(wanted)
        self._nothing.setVisible(not self._log and self.card.isHidden())
        self._head.setVisible(bool(self._log))
        self._filter()

    def start(self) -> None:
        """Ask for a new source."""
        self._nothing.hide()
        self.card.start(Report(id="", name=""))

    def _rebuild(self, wanted: dict[str, LoggedSource]) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        kept = {key: row for key, row in self._rows.items() if row.source == wanted.get(key)}
        for key, row in self._rows.items():
            if key not in kept:
                row.hide()
                row.deleteLater()
        self._rows = {key: kept.get(key) or self._make(each) for key, each in wanted.items()}
        self._lines = []
        for number, row in enumerate(self._rows.values()):
            line = Hairline()
            self._lines.append(line)
            self._list.insertWidget(2 * number, row)
            self._list.insertWidget(2 * number + 1, line)

    def _make(self, source: LoggedSource) -> SourceRow:
        row = SourceRow(self._context.appearance, source)
        row.changing.connect(self._change)
        row.removed.connect(self._withdraw)
        row.use_asked.connect(self.use_asked)
        row.card.kept.connect(lambda report: self._keep(source.key, report))
        return row

    def _filter(self) -> None:
        words = self.search.text()
        found = 0
        for line, row in zip(self._lines, self._rows.values(), strict=True):
            fits = row.source.speaks_of(words)
            row.setVisible(fits)
            line.setVisible(fits)
            found += fits
        self._none_found.setVisible(bool(self._log) and not found)

    def _change(self, key: str) -> None:
        row = self._rows[key]
        source, reports = row.source, self._context.project.sources
        own = next((each for each in reports if source_key(each.name) == key), None)
        known = own or Report(id=new_id(), name=source.name)
        row.edit()
        row.card.start(
            Report(id=known.id, name=source.name, link=source.link, day=source.day, note=known.note)
        )

    def _keep(self, key: str, source: Report) -> None:
        names = {each.key: each.name for each in self._log}
        one_with = names.get(source_key(source.name), "")
        if one_with and source_key(source.name) != key and not key:
            self._context.host.say(_("“{name}” is noted already.", name=one_with))
            self.show_log()
            return
        label = _("source “{name}”", name=source.name[:60])
        self._do(PutSource(key=key, source=source, label=label))
        if one_with and source_key(source.name) != key:
            self._context.host.say(_("Now one with “{name}”.", name=one_with), undo=True)
        elif key:
            self._context.host.say(_("Changed wherever it is named."), undo=True)
        self.show_log()
        row = self._rows.get(source_key(source.name))
        if row is not None:
            row.change_button.setFocus()

    def _withdraw(self, key: str) -> None:
        source = self._rows[key].source
        name = source.name or _("A source without a name")
        self._do(WithdrawSource(key=key, label=_("withdrawal of “{name}”", name=name[:60])))
        if source.answers:
            words = n_(
                "“{name}” withdrawn, and {n} answer rests on it no more.",
                "“{name}” withdrawn, and {n} answers rest on it no more.",
                source.answers,
                name=name,
            )
        else:
            words = _("“{name}” withdrawn.", name=name)
        self._context.host.say(words, undo=True)
        self.search.setFocus()

    def _do(self, edit: PutSource | WithdrawSource) -> None:
        self._context.opened.do(edit)
