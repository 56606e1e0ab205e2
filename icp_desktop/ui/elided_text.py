"""Text cut to the lines there is room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_LONGEST = 2000  # characters that are laid out at all; no line of ours shows more


def fit_lines(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """Return the text as at most `lines` lines of `width` pixels, the last one cut with "…"."""
    flat = " ".join(text[:_LONGEST].split())
    if not flat or width <= 0:
        return []
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    fitted: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(fitted) == lines - 1:
            rest = flat[start:]
            fitted.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        fitted.append(flat[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return fitted


def is_cut(text: str, fitted: list[str]) -> bool:
    """Say whether lines from `fit_lines` leave out part of the text."""
    return "".join("".join(fitted).split()) != "".join(text.split())
