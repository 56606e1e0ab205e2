"""The quiet button that says whom a profile is of, with the menu that changes it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from icp_desktop.documents.content import MARKET_NAMES
from icp_desktop.i18n import _
from icp_desktop.model.project import MARKETS, Market
from icp_desktop.ui.widgets.buttons import Button, literal


class MarketButton(Button):
    """Choose firms, consumers or both, or ask for another name of the profile."""

    chosen = Signal(str)
    rename_asked = Signal()

    def __init__(self, market: Market, parent: QWidget | None = None) -> None:
        name = _(MARKET_NAMES[market])
        super().__init__(name, "quiet", small=True, parent=parent)
        self.setAccessibleName(_("Customers of this profile: {market}", market=name))
        menu = QMenu(self)
        group = QActionGroup(menu)
        for each in MARKETS:
            action = menu.addAction(literal(_(MARKET_NAMES[each])))
            action.setCheckable(True)
            action.setChecked(each == market)
            action.triggered.connect(lambda _on=False, each=each: self.chosen.emit(each))
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(_("Rename this profile…")).triggered.connect(self.rename_asked)
        self.setMenu(menu)
