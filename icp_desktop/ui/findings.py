"""Everything the finder can lead to: pages, answers, profiles, commands and other projects."""

from typing import TYPE_CHECKING

from icp_desktop.i18n import _
from icp_desktop.ui.commands import COMMANDS
from icp_desktop.ui.finder import Finding, find_answers
from icp_desktop.ui.page_makers import PAGE_TITLES
from icp_desktop.ui.pages.place import Place

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow

_NOT_TYPED_FOR = {"cut", "copy", "paste", "select_all", "find", "next_part", "last_part"}


def everything(window: "MainWindow") -> list[Finding]:
    """Return what can be found now; other projects only while none is shown."""
    findings = []
    view = window.current_view()
    if view is not None and window.room.active:
        return find_answers(view.context.project, view.current.profile, window.go)
    if view is not None:
        profile = view.current.profile
        for name, title in PAGE_TITLES.items():
            place = Place(page=name, profile=profile)
            findings.append(_place(window, _(title), _("Page"), place))
        for each in view.context.project.profiles:
            place = Place(page=view.current.page, profile=each.id)
            findings.append(_place(window, each.name, _("Profile"), place))
        findings += find_answers(view.context.project, profile, window.go)
    else:
        for row in window.session.store.library.projects():
            findings.append(_project(window, row.id, row.client, ", ".join(row.profiles)))
    for command in COMMANDS:
        action = window.commands.action(command.id)
        if action.isEnabled() and command.id not in _NOT_TYPED_FOR | set(PAGE_TITLES):
            keys = window.commands.keys_of(command.id)
            words = action.text().replace("&&", "&")
            findings.append(Finding(text=words, detail=keys or _("Command"), go=action.trigger))
    return findings


def _place(window: "MainWindow", text: str, detail: str, place: Place) -> Finding:
    return Finding(text=text, detail=detail, go=lambda: window.go(place))


def _project(window: "MainWindow", project_id: str, text: str, detail: str) -> Finding:
    def go() -> None:
        window.session.open_project(project_id)

    return Finding(text=text, detail=detail, go=go)
