"""Versions and backups of a project: keep one with a reason, go back without losing anything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.content import Earlier
from icp_desktop.i18n import _
from icp_desktop.model.edits import ReplaceProject
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Project
from icp_desktop.open_project import Change
from icp_desktop.storage.backups import Backup
from icp_desktop.storage.versions import Version, bare_name
from icp_desktop.ui.moments import say_day, say_since
from icp_desktop.ui.pages.page import VERSIONS, Context, Page, Place
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.pages.version_card import VersionCard
from icp_desktop.ui.pages.version_compare import VersionCompare
from icp_desktop.ui.widgets.buttons import main_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll

if TYPE_CHECKING:
    from icp_desktop.ui.workspace import Workspace

_WIDEST = 760


class VersionsPage(Page):
    """Lists what was kept by hand and by itself; every way back can itself be undone."""

    def __init__(self, context: Context, workspace: "Workspace") -> None:
        """Compose the page; its lists are read when it is shown."""
        super().__init__(context)
        self._workspace = workspace
        look = context.appearance
        self.keep_button = main_button(
            _("Keep a version…"), icon=look.icons.icon("plus", role="on_accent")
        )
        self.keep_button.clicked.connect(self.start_keeping)
        self.card = VersionCard(look)
        self.card.kept.connect(self.keep)
        self.card.hide()
        self.empty = EmptyState(
            _("No versions yet"),
            _(
                "A version is the profile as it was on a day that mattered: before a workshop, "
                "after the first interviews. Keep one with the reason, and you can always go back."
            ),
        )
        self.compare = VersionCompare(look, self._read_version, lambda: context.project)
        self.compare.print_asked.connect(self._print_changes)
        self.compare.trouble.connect(context.host.complain)
        self.compare.hide()
        self.versions = TwoLineList(look)
        self.backups = TwoLineList(look)
        self._backups_head = PlainLabel(_("Backups"), style="lead_strong")
        self._backups_line = PlainLabel(
            _(
                "Made by the program while you work: all of the last two days, then one a day, a "
                "week and a month."
            ),
            tone="ink2",
            wrap=True,
        )
        self._compose()

    @override
    def show_place(self, place: Place) -> None:
        self.refresh()

    @override
    def take_change(self, change: Change) -> None:
        if change.before is not change.after:
            self.compare.refresh()  # the versions themselves lie beside the project

    @override
    def place(self) -> Place:
        return Place(page=VERSIONS)

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        return (self.keep_button,)

    def start_keeping(self) -> None:
        """Ask for the name and the reason of a new version."""
        self.card.start()

    def keep(self, name: str, reason: str) -> None:
        """Keep the present state under a name."""
        project, library = self.context.project, self._workspace.store.library

        def work() -> Version:
            return library.keep_version(
                project.id, name=name, reason=reason, day=_today(), project=project
            )

        def done(version: Version) -> None:
            self.refresh()
            self.context.host.say(_("Kept as “{name}”.", name=version.name))

        self._workspace.store.write(work, done, self._complain)

    def restore(self, version: Version) -> None:
        """Keep the present state, then go back to a version; Ctrl+Z takes it back."""
        library, project_id = self._workspace.store.library, self._workspace.project_id
        name = _("Before going back to {name}", name=bare_name(version.name))
        self._go_back(
            lambda: library.restore(project_id, version.id, name=name, day=_today()),
            _("Go back to “{name}”", name=version.name),
        )

    def restore_backup(self, backup: Backup) -> None:
        """Keep the present state, then take what a backup holds."""
        from icp_desktop.storage.recovery import restore_backup

        library = self._workspace.store.library
        when = say_since(backup.when, library.now())
        name = _("Before going back to the backup of {when}", when=when)
        self._go_back(
            lambda: restore_backup(library, backup, name=name, day=_today()),
            _("Go back to the backup of {when}", when=when),
        )

    def open_copy(self, version: Version) -> None:
        """Open a version as a project of its own, to look at it without going back."""
        library, project_id = self._workspace.store.library, self._workspace.project_id
        self._open_copy(lambda: library.version(project_id, version.id), version.name)

    def open_backup_copy(self, backup: Backup) -> None:
        """Open what a backup holds as a project of its own."""
        library = self._workspace.store.library
        day = say_day(backup.when.astimezone().date())
        self._open_copy(lambda: library.backups.read(backup).project, day)

    def show_changes(self, version: Version) -> None:
        """Show what changed since a version."""
        self.compare.start(version.id)
        self._scroll.ensureWidgetVisible(self.compare.title)
        self.compare.older.setFocus(Qt.FocusReason.OtherFocusReason)

    def rename(self, version: Version) -> None:
        """Ask for another name of a version."""
        name = self.context.prompts.text(
            _("Rename the version"), _("What this version is called"), version.name
        )
        if not name:
            return
        library, project_id = self._workspace.store.library, self._workspace.project_id
        self._workspace.store.write(
            lambda: library.rename_version(
                project_id, version.id, name=name, reason=version.reason
            ),
            lambda _nothing: self.refresh(),
            self._complain,
        )

    def refresh(self) -> None:
        """Read the lists anew."""
        store, project_id = self._workspace.store, self._workspace.project_id
        versions = store.library.versions(project_id)[::-1]
        self.versions.show_rows([self._version_row(each) for each in versions])
        self.compare.offer(versions[::-1])
        backups = store.library.backups.all(project_id)
        now = store.library.now()
        self.backups.show_rows(
            [
                TwoLineRow(
                    strong=say_since(each.when, now),
                    line=_("{day}, made by itself", day=say_day(each.when.astimezone().date())),
                    actions=(
                        RowAction(words=_("Open a copy"), act=_bound(self.open_backup_copy, each)),
                        RowAction(words=_("Go back to it"), act=_bound(self.restore_backup, each)),
                    ),
                )
                for each in backups
            ]
        )
        self.empty.setVisible(not versions)
        self.versions.setVisible(bool(versions))
        for part in (self._backups_head, self._backups_line, self.backups):
            part.setVisible(bool(backups))

    def _read_version(self, version_id: str) -> Project:
        workspace = self._workspace
        return workspace.store.library.version(workspace.project_id, version_id)

    def _print_changes(self, before: Earlier, after: Project) -> None:
        from icp_desktop.ui.export import make_request, save_document

        request = replace(make_request(self.context, ""), project=after, earlier=before)
        save_document(self.context, "changes", ".pdf", "", given=request)

    def _version_row(self, version: Version) -> TwoLineRow:
        parts = [say_day(version.day)]
        if version.automatic:
            parts.append(_("kept by itself"))
        if version.reason:
            parts.append(version.reason)
        return TwoLineRow(
            strong=version.name,
            line=" · ".join(parts),
            actions=(
                RowAction(words=_("What changed"), act=_bound(self.show_changes, version)),
                RowAction(words=_("Rename…"), act=_bound(self.rename, version)),
                RowAction(words=_("Open a copy"), act=_bound(self.open_copy, version)),
                RowAction(words=_("Go back to it"), act=_bound(self.restore, version)),
            ),
        )

    def _go_back(self, work: Callable[[], Project], label: str) -> None:
        self._workspace.autosave.flush()

        def done(project: Project) -> None:
            opened = self.context.opened
            went = opened.do(ReplaceProject(project=project, label=label))
            self.refresh()
            if went:
                words = _("You are back at that state. What you had is kept above.")
                self.context.host.say(words, undo=True)
            else:
                self.context.host.say(_("That is how it is now, so nothing changed."))

        self._workspace.store.write(work, done, self._complain)

    def _open_copy(self, read: Callable[[], Project], name: str) -> None:
        def done(project: Project) -> None:
            named = _("{name}, copy of {version}", name=project.name, version=name)
            copy = replace(project, id=new_id(), name=named, sample="")
            self._workspace.copy_asked.emit(copy)

        self._workspace.store.write(read, done, self._complain)

    def _complain(self, error: Exception) -> None:
        self.context.host.complain(str(error))

    def _compose(self) -> None:
        content = ReadingColumn(self.context.appearance, widest=_WIDEST)
        content.add(self.card, self.compare, self.empty, self.versions)
        content.add(self._backups_head, self._backups_line, self.backups)
        content.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = PageScroll(content)
        layout.addWidget(self._scroll)


def _bound(act: Callable[..., None], given: object) -> Callable[[], None]:
    return lambda: act(given)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the person's own calendar
