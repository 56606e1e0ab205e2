"""Tool tips that show any text literally."""

import html

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


def tool_tip(text: str) -> str:
    """Return a text so that Qt, which guesses at rich text in tool tips, shows it as it is."""
    if not text:
        return ""
    lines = html.escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"


def set_tool_tip(target: QWidget | QAction, text: str) -> None:
    """Give a widget or an action a tool tip that is shown literally; empty takes it away."""
    target.setToolTip(tool_tip(text))
    if isinstance(target, QWidget):
        _describe(target, text)


def _describe(widget: QWidget, tip: str) -> None:
    """Say the tip to a screen reader, which would else be handed it with its escapes."""
    if widget.accessibleDescription() in ("", widget.property("tip")):
        widget.setAccessibleDescription(tip)
        widget.setProperty("tip", tip)
