"""What won and lost leads teach the profile, each with the one click that takes it in."""

from PySide6.QtCore import Signal

from icp_desktop.i18n import _
from icp_desktop.insight.lessons import (
    Idle,
    Lessons,
    lighter,
    say_idle,
    say_proposed,
    taken_trait,
)
from icp_desktop.insight.scoring import Scored
from icp_desktop.insight.words import say_trait
from icp_desktop.model.edits import Edit, SetWeight
from icp_desktop.model.project import Profile, Project
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow

_MOST = 3  # of each kind at once


class LessonList(TwoLineList):
    """Rows of lessons; `taken` carries the edit and what was done."""

    taken = Signal(object, str)

    def show_lessons(
        self, found: Lessons, scored: Scored, project: Project, profile: Profile
    ) -> None:
        """Show what was found; hidden where nothing was."""
        rows = [self._proposed(n, found, scored, project, profile) for n in range(_MOST)]
        rows += [self._idle(each, profile) for each in found.idle[:_MOST]]
        shown = [row for row in rows if row is not None]
        self.show_rows(shown)
        self.setVisible(bool(shown))

    def _proposed(
        self, number: int, found: Lessons, scored: Scored, project: Project, profile: Profile
    ) -> TwoLineRow | None:
        if number >= len(found.proposed):
            return None
        finding = found.proposed[number]
        trait = say_trait(finding.trait)
        use = taken_trait(finding, scored, project, profile)
        if use is None:
            words = _("Import the list again and say what this column means to take it in.")
            return TwoLineRow(strong=trait, line=f"{say_proposed(finding)} {words}")
        negative = use.profile.kind == "negative"
        words = _("Take into “Not a fit”") if negative else _("Take into the profile")
        said = _("“{trait}” is now in “{profile}”.", trait=trait, profile=use.profile.name)
        return TwoLineRow(
            strong=trait,
            line=say_proposed(finding),
            actions=(RowAction(words=words, act=lambda: self._take(use.edit, said)),),
        )

    def _idle(self, found: Idle, profile: Profile) -> TwoLineRow:
        each = found.criterion
        less, line = lighter(each.weight), say_idle(found)
        if less is None:
            words = _("It counts least already.")
            return TwoLineRow(strong=each.label, line=f"{line} {words}")
        edit = SetWeight(
            place=profile.id,
            field=each.field.id,
            weight=less,
            label=_("how much “{field}” counts", field=each.label),
        )
        said = _("“{field}” counts less now.", field=each.label)
        action = RowAction(words=_("Let it count less"), act=lambda: self._take(edit, said))
        return TwoLineRow(strong=each.label, line=line, actions=(action,))

    def _take(self, edit: Edit, said: str) -> None:
        self.taken.emit(edit, said)
