"""What is done in quiet after the window is shown: checks, clearing up, and loading ahead."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.i18n import _, later
from icp_desktop.model.record import record
from icp_desktop.progress import Progress
from icp_desktop.storage.publishing import Seen
from icp_desktop.storage.recovery import Damage, check_library, clean_up, repair
from icp_desktop.ui.pages.home import Waiting
from icp_desktop.ui.store import Store

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow

_MOST_FILES = 200
_SENTENCES: dict[Seen, str] = {
    "absent": later("Its file “{name}” is no longer where it was."),
    "folder_absent": later("The folder of its file “{name}” is not there."),
    "changed": later("Its file “{name}” was changed outside of this program."),
    "earlier": later("Its file “{name}” was set back to an earlier state."),
    "other": later("In place of its file “{name}” lies another project."),
    "unreadable": later("Its file “{name}” can’t be read any more. What is kept here is whole."),
    "newer": later("Its file “{name}” was written by a newer version of this program."),
}


@record
class Differing:
    """A project whose file is not as it was left."""

    project_id: str
    client: str
    file: str
    seen: Seen


def warm_up(_progress: Progress) -> None:
    """Load what lays out pages, so that the first preview does not wait for it."""
    import weasyprint  # noqa: F401

    from icp_desktop.documents import pdf  # noqa: F401


def look_after(window: "MainWindow") -> None:
    """Clear away what a crash left, and show on the home page what waits for the person."""
    store = window.session.store

    def work() -> tuple[tuple[Damage, ...], tuple[Differing, ...]]:
        clean_up(store.library)
        return check_library(store.library), find_differing(store)

    def done(found: tuple[tuple[Damage, ...], tuple[Differing, ...]]) -> None:
        damages, differing = found
        damaged = {each.project_id for each in damages}
        window.screens.show_waiting(
            [
                *(_damaged(window, each) for each in damages),
                *(_differing(window, each) for each in differing if each.project_id not in damaged),
            ]
        )

    store.write(work, done)


def watch_program(window: "MainWindow") -> None:
    """Say so if the program is replaced by another version while the window is open."""
    from icp_desktop.ui.replaced_program import ReplacedProgram

    def tell() -> None:
        sentence = _(
            "ICP Desktop was replaced by another version while it was open. Your work is saved. "
            "Close it and start it again before you go on."
        )
        close = (_("Close"), window.window_commands.quit)
        window.screens.current().tell("replaced", "due", sentence, (close,))

    watch = ReplacedProgram(Path(sys.executable), window)
    watch.replaced.connect(tell)


def find_differing(store: Store) -> tuple[Differing, ...]:
    """Return the projects whose files were changed, set back, replaced or removed by others."""
    found = []
    for row in store.library.projects()[:_MOST_FILES]:
        if row.file is None:
            continue
        seen = store.publisher.sight(row.id, row.file).seen
        if seen in _SENTENCES:
            found.append(
                Differing(project_id=row.id, client=row.client, file=row.file.name, seen=seen)
            )
    return tuple(found)


def _differing(window: "MainWindow", each: Differing) -> Waiting:
    sentence = _(_SENTENCES[each.seen], name=each.file)

    def go() -> None:
        window.screens.show_waiting(
            [other for other in window.screens.waiting if other.key != each.project_id]
        )
        window.session.open_project(each.project_id)

    return Waiting(
        key=each.project_id,
        who=each.client,
        sentence=sentence,
        button=_("Look at it"),
        go=go,
        icon="clock",
    )


def _damaged(window: "MainWindow", damage: Damage) -> Waiting:
    store = window.session.store

    def mend() -> None:
        store.write(
            lambda: repair(store.library, damage.project_id),
            lambda _repaired: _on_mended(window, damage),
            lambda error: window.tell_trouble(str(error)),
        )

    return Waiting(
        key=damage.project_id,
        who=damage.client,
        sentence=_("A part of it is damaged; the newest good backup is at hand.")
        if damage.backup is not None
        else damage.sentence,
        button=_("Bring the backup back") if damage.backup is not None else _("Try again"),
        go=mend,
    )


def _on_mended(window: "MainWindow", damage: Damage) -> None:
    look_after(window)
    window.session.open_project(damage.project_id)
