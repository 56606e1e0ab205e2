"""The edits made of themes on their page, each one step."""

from collections.abc import Callable

from icp_desktop.i18n import _
from icp_desktop.model.edits import Edit
from icp_desktop.model.ids import new_id
from icp_desktop.model.interview import Theme
from icp_desktop.model.project import Project
from icp_desktop.model.talk_edits import AddTheme, MergeThemes, RemoveTheme, RenameTheme, SplitTheme
from icp_desktop.open_project import OpenProject


class ThemeChanges:
    """Add, rename, merge, split and remove themes; `say` tells what was done, with a way back."""

    def __init__(self, opened: OpenProject, say: Callable[[str], None]) -> None:
        self._opened = opened
        self._say = say

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._opened.project

    def find(self, theme_id: str) -> Theme | None:
        """Return a theme, None if it is gone."""
        return next((each for each in self.project.themes if each.id == theme_id), None)

    def add(self, name: str) -> str:
        """Add a theme and return its id; one of that name stays the only one."""
        name = " ".join(name.split())
        for each in self.project.themes:
            if each.name.casefold() == name.casefold():
                return each.id
        theme = Theme(id=new_id(), name=name)
        self._do(AddTheme(theme=theme, label=_("new theme “{name}”", name=name)))
        return theme.id

    def rename(self, theme: Theme, name: str) -> None:
        """Give a theme another name; the name of another theme makes one of both."""
        name = " ".join(name.split())
        same = [t for t in self.project.themes if t.name.casefold() == name.casefold()]
        if same and same[0].id != theme.id:
            self.merge(theme, same[0])
            return
        label = _("rename the theme “{name}”", name=theme.name)
        self._do(RenameTheme(theme=theme.id, name=name, note=theme.note, label=label))

    def merge(self, theme: Theme, into: Theme) -> None:
        """Make one theme of two."""
        label = _("merge “{theme}” into “{into}”", theme=theme.name, into=into.name)
        if self._do(MergeThemes(theme=theme.id, into=into.id, label=label)):
            self._say(_("“{theme}” is part of “{into}” now.", theme=theme.name, into=into.name))

    def split(self, theme: Theme, quotes: frozenset[str], name: str) -> str:
        """Move some quotes to a new theme and return its id, "" if nothing was moved."""
        new = Theme(id=new_id(), name=" ".join(name.split()))
        label = _("split “{name}”", name=theme.name)
        edit = SplitTheme(theme=theme.id, quotes=quotes, new=new, label=label)
        if not self._do(edit):
            return ""
        self._say(_("“{new}” was split off “{theme}”.", new=new.name, theme=theme.name))
        return new.id

    def remove(self, theme: Theme) -> None:
        """Remove a theme; its quotes stay."""
        label = _("remove the theme “{name}”", name=theme.name)
        if self._do(RemoveTheme(theme=theme.id, label=label)):
            self._say(_("“{name}” removed. Its quotes are still there.", name=theme.name))

    def _do(self, edit: Edit) -> bool:
        return self._opened.do(edit)
