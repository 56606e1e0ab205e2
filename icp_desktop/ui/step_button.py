"""The buttons for undo and redo: each says which step it would take."""

from PySide6.QtGui import QAction

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.widgets.buttons import IconButton
from icp_desktop.ui.widgets.tooltips import set_tool_tip


class StepButton(IconButton):
    """Follows a command of the menu; the caret stays where it is when it is clicked."""

    def __init__(self, appearance: Appearance, icon: IconName, action: QAction) -> None:
        """Show the state of the command."""
        super().__init__(appearance, icon, action.text(), keep_caret=True)
        self._action = action
        self.clicked.connect(action.trigger)
        # A method of a widget is let go of with the widget; the command outlives it.
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        words = self._action.text().replace("&&", "&")
        keys = self._action.shortcut().toString()
        self.setEnabled(self._action.isEnabled())
        self.setAccessibleName(words)
        set_tool_tip(self, f"{words} ({keys})" if keys else words)
