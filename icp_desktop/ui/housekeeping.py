"""What is done in quiet after the window is shown: checks, clearing up, and loading ahead."""

from typing import TYPE_CHECKING

from icp_desktop.i18n import _
from icp_desktop.progress import Progress
from icp_desktop.storage.recovery import Damage, check_library, clean_up, repair
from icp_desktop.ui.pages.home import Waiting

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow


def warm_up(_progress: Progress) -> None:
    """Load what lays out pages, so that the first preview does not wait for it."""
    import weasyprint  # noqa: F401

    from icp_desktop.documents import pdf  # noqa: F401


def look_after(window: "MainWindow") -> None:
    """Clear away what a crash left, and tell of damaged projects on the home page."""
    store = window.session.store
    library = store.library

    def work() -> tuple[Damage, ...]:
        clean_up(library)
        return check_library(library)

    store.write(
        work,
        lambda damages: window.screens.show_waiting([_waiting(window, each) for each in damages]),
    )


def _waiting(window: "MainWindow", damage: Damage) -> Waiting:
    store = window.session.store

    def mend() -> None:
        store.write(
            lambda: repair(store.library, damage.project_id),
            lambda _repaired: _on_mended(window, damage),
            lambda error: window.tell_trouble(str(error)),
        )

    return Waiting(
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
