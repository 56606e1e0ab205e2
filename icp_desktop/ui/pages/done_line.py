"""When a section is done, and how far it has come."""

from PySide6.QtWidgets import QWidget

from icp_desktop.checks.states import Completeness, completeness
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Answer, Market
from icp_desktop.ui.widgets.labels import ElidedLabel
from icp_desktop.worksheet.definitions import Section


class DoneLine(ElidedLabel):
    """Say when a section is done; what can be counted is counted, the rest a person judges."""

    def __init__(self, section: Section, market: Market, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(style="caption", tone="ink2", lines=2, parent=parent)
        self._section = section
        self._market: Market = market

    def show_answers(self, answers: tuple[Answer, ...]) -> None:
        """Show how far the section has come."""
        done = self._section.wording(self._market).done
        state = completeness(self._section, answers, self._market)
        words = [_("Done when: {done}", done=done)] if done else []
        self.setText(" ".join((*words, *state_words(state))))


def state_words(state: Completeness) -> tuple[str, ...]:
    """Return how far a section has come: "4 of 5 answered, 3 proven."."""
    if not state.total:
        return ()
    counts = _(
        "{n} of {total} answered, {proven} proven.",
        n=state.answered,
        total=state.total,
        proven=state.proven,
    )
    if not state.guessed_musts:
        return (counts,)
    guesses = n_("{n} must is still a guess.", "{n} musts are still guesses.", state.guessed_musts)
    return (counts, guesses)
