"""Everything the finder can lead to: pages, answers, profiles, commands and other projects."""

from functools import partial
from typing import TYPE_CHECKING

from icp_desktop.i18n import _
from icp_desktop.ui.commands import COMMANDS
from icp_desktop.ui.finder import Finding, find_answers
from icp_desktop.ui.help_topics import help_topics
from icp_desktop.ui.page_makers import PAGE_TITLES
from icp_desktop.ui.pages.place import Place

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow

_NOT_TYPED_FOR = {"cut", "copy", "paste", "select_all", "find", "next_part", "last_part"}
_IN_HELP = {"method", "persona", "words", "safety"}  # found as topics


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
    findings += _help(window)
    for command in COMMANDS:
        action = window.commands.action(command.id)
        if action.isEnabled() and command.id not in _NOT_TYPED_FOR | set(PAGE_TITLES) | _IN_HELP:
            keys = window.commands.keys_of(command.id)
            words = action.text().replace("&&", "&")
            findings.append(Finding(text=words, detail=keys or _("Command"), go=action.trigger))
    return findings


def _help(window: "MainWindow") -> list[Finding]:
    """Return the topics of the help, found by their heads and by the words they explain, too."""
    found = []
    for topic in help_topics():
        heads = [_(section.head) for section in topic.sections]
        terms = [_(each.term) for section in topic.sections for each in section.terms]
        go = partial(window.screens.show_help, topic.id)
        also = " ".join((*heads, *terms))
        found.append(Finding(text=_(topic.title), detail=_("Help"), go=go, also=also))
    return found


def _place(window: "MainWindow", text: str, detail: str, place: Place) -> Finding:
    return Finding(text=text, detail=detail, go=lambda: window.go(place))


def _project(window: "MainWindow", project_id: str, text: str, detail: str) -> Finding:
    def go() -> None:
        window.session.open_project(project_id)

    return Finding(text=text, detail=detail, go=go)
