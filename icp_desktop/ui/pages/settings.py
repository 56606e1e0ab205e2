"""The settings: every one of them at a glance, in force at once."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from icp_desktop.i18n import _
from icp_desktop.open_project import OpenProject
from icp_desktop.settings import Paper, Role, Scheme, SettingsFile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.first_run import default_folder
from icp_desktop.ui.pages.folder_line import FolderLine
from icp_desktop.ui.pages.new_project import fill_currencies, usual_currency
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.pages.setting_rows import SettingGroup
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import PageScroll

SCALES = (0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0)
_WIDEST = 720
_LONGEST = 200


class SettingsPage(Screen):
    """Shows and changes the settings; `changed` says that one was changed."""

    changed = Signal()

    def __init__(self, appearance: Appearance, settings: SettingsFile, prompts: Prompts) -> None:
        """Show the settings that are in force."""
        super().__init__(appearance, _("Settings"))
        self._settings = settings
        self._prompts = prompts
        self._opened: OpenProject | None = None
        content = ReadingColumn(appearance, widest=_WIDEST, gap=24)
        self.groups = (self._project(), self._look(), self._papers(), self._work())
        content.add(*self.groups)
        content.column.addStretch(1)
        self.show_content(PageScroll(content))
        self.show_project(None)
        appearance.changed.connect(self._show_scale)

    def show_project(self, opened: OpenProject | None) -> None:
        """Show the details of the open project too, if there is one."""
        self._opened = opened
        self.groups[0].setVisible(opened is not None)
        if opened is not None:
            self.client.setText(opened.project.client)
            fill_currencies(self.project_currency, opened.project.currency)
        self._show_scale()
        self.dim.setChecked(self._settings.current.dim_paper)

    def _project(self) -> SettingGroup:
        group = SettingGroup(self.appearance, _("This project"))
        self.client = QLineEdit()
        self.client.setMaxLength(_LONGEST)
        self.client.editingFinished.connect(self._on_client)
        self.project_currency = Combo()
        self.project_currency.activated.connect(self._on_project_currency)
        group.add(_("Business"), self.client)
        group.add(
            _("Currency"),
            self.project_currency,
            _("For sums that are typed from now on; those there are keep theirs."),
        )
        return group

    def _look(self) -> SettingGroup:
        current = self._settings.current
        group = SettingGroup(self.appearance, _("How it looks"))
        self.scheme = Segment(
            [
                ("system", _("As the system")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ],
            name=_("Colours"),
        )
        self.scheme.show_choice(current.scheme)
        self.scheme.chosen.connect(self._on_scheme)
        self.scale = Combo()
        for each in SCALES:
            self.scale.addItem(_("{n} %", n=round(each * 100)), f"{each:.1f}")
        self.scale.activated.connect(self._on_scale)
        self.calm = QCheckBox(literal(_("Nothing slides or fades")))
        self.calm.setChecked(current.less_motion)
        self.calm.toggled.connect(self._on_calm)
        self.dim = QCheckBox(literal(_("Dim the paper on screen")))
        self.dim.toggled.connect(lambda on: self._keep(dim_paper=on))
        group.add(_("Colours"), self.scheme)
        group.add(_("Text size"), self.scale)
        group.add(_("Movement"), self.calm)
        group.add(_("Preview"), self.dim, _("It is printed white in any case."))
        return group

    def _papers(self) -> SettingGroup:
        current = self._settings.current
        group = SettingGroup(self.appearance, _("Documents"))
        self.paper = Segment([("A4", "A4"), ("Letter", _("Letter"))], name=_("Paper"))
        self.paper.show_choice(current.paper)
        self.paper.chosen.connect(lambda paper: self._keep(paper=cast("Paper", paper)))
        self.prepared_by = QLineEdit(current.prepared_by)
        self.prepared_by.setMaxLength(_LONGEST)
        self.prepared_by.setPlaceholderText(_("Your name or that of your firm"))
        self.prepared_by.editingFinished.connect(
            lambda: self._keep(prepared_by=self.prepared_by.text().strip())
        )
        group.add(_("Paper"), self.paper)
        group.add(_("Prepared by"), self.prepared_by, _("Stands at the foot of every page."))
        return group

    def _work(self) -> SettingGroup:
        current = self._settings.current
        group = SettingGroup(self.appearance, _("Your work"))
        self.role = Segment(
            [("own", _("My own business")), ("clients", _("Clients"))], name=_("Whose profiles")
        )
        self.role.show_choice(current.role)
        self.role.chosen.connect(lambda role: self._keep(role=cast("Role", role)))
        self.currency = Combo()
        fill_currencies(self.currency, current.currency or usual_currency())
        self.currency.activated.connect(
            lambda _row: self._keep(currency=self.currency.current_id())
        )
        self.folder = FolderLine(self.appearance, self._prompts, default_folder(self._settings))
        self.folder.chosen.connect(self._on_folder)
        group.add(_("Whose profiles"), self.role)
        group.add(_("Currency of new projects"), self.currency)
        group.add(_("Folder of new project files"), self.folder)
        return group

    def _keep(self, **values: object) -> None:
        self._settings.change(**values)
        self.changed.emit()

    def _on_scheme(self, scheme: str) -> None:
        wanted = cast("Scheme", scheme)
        self._keep(scheme=wanted)
        self.appearance.set_scheme(wanted)

    def _on_scale(self) -> None:
        scale = float(self.scale.current_id())
        self._keep(scale=scale)
        self.appearance.set_scale(scale)

    def _on_calm(self, calm: bool) -> None:
        self._keep(less_motion=calm)
        self.appearance.set_calm(calm)

    def _on_folder(self, folder: Path) -> None:
        self._keep(folder=str(folder))

    def _on_client(self) -> None:
        client = self.client.text().strip()
        if self._opened is not None and client:
            self._change(client=client)

    def _on_project_currency(self) -> None:
        self._change(currency=self.project_currency.current_id())

    def _change(self, *, client: str = "", currency: str = "") -> None:
        from icp_desktop.ui.project_commands import details

        if self._opened is not None:
            edit = details(self._opened.project, client=client, currency=currency)
            if self._opened.do(edit):
                self.changed.emit()

    def _show_scale(self) -> None:
        wanted = f"{self._settings.current.scale:.1f}"
        if self.scale.findData(wanted) < 0:
            percent = round(self._settings.current.scale * 100)
            self.scale.addItem(_("{n} %", n=percent), wanted)
        self.scale.show_id(wanted)
