"""The heads over the columns of compared profiles: whose column it is, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from icp_desktop.checks.states import Tally
from icp_desktop.documents.content import MARKET_NAMES
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import Button, literal
from icp_desktop.ui.widgets.labels import PlainLabel

_PAD = 12
_LONGEST = 60  # characters of a name; a head is no place to read more


class ProfileHead(QWidget):
    """The name of a profile, where it stands, and the menu of what can be done to it."""

    asked = Signal(str, str)

    def __init__(self, appearance: Appearance, profile: Profile, tally: Tally) -> None:
        """Show a profile."""
        super().__init__()
        self.profile = profile
        px = appearance.px
        name = PlainLabel(_shortened(profile.name), style="lead_strong", wrap=True)
        line = PlainLabel(_head_line(profile, tally), style="caption", tone="ink2", wrap=True)
        self.button = Button(_("Change"), "quiet", small=True, flush=True)
        self.button.setAccessibleName(_("Change “{profile}”", profile=profile.name))
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(_PAD), 0, px(4), px(4))
        rows.setSpacing(px(2))
        rows.addWidget(name)
        rows.addWidget(line)
        rows.addStretch(1)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_ways(self, others: Sequence[Profile]) -> None:
        """Offer what can be done; `others` are the profiles whose gaps this one could fill."""
        self._menu.clear()
        self._add("open", _("Show its map"))
        self._menu.addSeparator()
        self._add("rename", _("Rename"))
        if self.profile.kind == "ideal":
            self._add("copy", _("Copy as a new profile"))
        for other in others:
            words = _("Fill the gaps of “{profile}” with its answers", profile=other.name)
            self._add(f"fill {other.id}", words)
        self._menu.addSeparator()
        self._add("retire", _("Retire, with the reason"))

    def _add(self, way: str, words: str) -> None:
        action = self._menu.addAction(literal(words))
        action.triggered.connect(lambda: self.asked.emit(way, self.profile.id))


class CompareHeads(QWidget):
    """One head per column, as wide as the columns of the table below."""

    asked = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show no heads yet."""
        super().__init__(parent)
        self._appearance = appearance
        self._heads: list[ProfileHead] = []
        self._space = QWidget()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._space)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    @property
    def heads(self) -> tuple[ProfileHead, ...]:
        """The heads in order."""
        return tuple(self._heads)

    def show_profiles(self, profiles: Sequence[tuple[Profile, Tally]]) -> None:
        """Show other profiles."""
        focused = next((h.profile.id for h in self._heads if h.button.hasFocus()), "")
        for head in self._heads:
            head.hide()
            head.deleteLater()
        self._heads = [ProfileHead(self._appearance, each, tally) for each, tally in profiles]
        for head in self._heads:
            head.asked.connect(self.asked)
            ideal = [p for p, _tally in profiles if p.kind == "ideal" and p is not head.profile]
            head.show_ways(ideal if head.profile.kind == "ideal" else ())
            self._row.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
            if head.profile.id == focused:
                head.button.setFocus()

    def share(self, names: int, columns: Sequence[int]) -> None:
        """Take the widths of the columns, in pixels."""
        self._space.setFixedWidth(names)
        self._space.setVisible(bool(names))
        for head, width in zip(self._heads, columns, strict=False):
            head.setFixedWidth(width)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _head_line(profile: Profile, tally: Tally) -> str:
    proven = _("{n} of {total} proven", n=tally.proven, total=tally.total)
    kind = _("Not a fit") if profile.kind == "negative" else ""
    parts = (kind if kind != profile.name else "", _(MARKET_NAMES[profile.market]), proven)
    return " · ".join(part for part in parts if part)
