"""Dynamic properties that the style sheet tells states by."""

from PySide6.QtWidgets import QWidget


def set_state(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property the style sheet asks for, and dress the widget anew if it changed.

    Truth is written "true" and "false", as the style sheet reads it. Raises ValueError for a name
    such as "focus" that Qt has a property of its own for.
    """
    if widget.metaObject().indexOfProperty(name) >= 0:
        raise ValueError(name)
    text = str(value).lower() if isinstance(value, bool) else value
    if widget.property(name) == text:
        return
    widget.setProperty(name, text)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    widget.update()
