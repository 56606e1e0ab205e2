import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MARK_KINDS, MarkKind, MarkLabel, mark_icon, mark_pixmap
from icp_desktop.ui.theme import SCHEMES, Scheme, make_theme


def ink_share(pixmap: QPixmap) -> float:
    """How much of the square is covered."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    side = image.width()
    alpha = [image.pixelColor(x, y).alphaF() for x in range(side) for y in range(side)]
    return sum(alpha) / len(alpha)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("mark", MARK_KINDS)
def test_a_mark_shows_its_own_colour(themed: Appearance, scheme: Scheme, mark: MarkKind) -> None:
    theme = make_theme(scheme)
    image = mark_pixmap(mark, theme, 72).toImage()
    colors = {image.pixelColor(x, y).name() for x in range(72) for y in range(72)}
    own = theme.ink2 if mark in {"waiting", "open"} else getattr(theme, mark)
    assert QColor(own).name() in colors


def test_solid_means_known_and_outline_means_not_yet(themed: Appearance) -> None:
    share = {mark: ink_share(mark_pixmap(mark, themed.theme, 72)) for mark in MARK_KINDS}
    assert share["open"] < share["assumption"] < share["team"] < share["interviews"]
    assert share["interviews"] < share["customers"]


def test_without_colour_every_pair_of_marks_still_differs(themed: Appearance) -> None:
    shapes = {mark: mark_pixmap(mark, themed.theme, 18).toImage() for mark in MARK_KINDS}
    for one in MARK_KINDS:
        for other in MARK_KINDS:
            if one < other:
                a, b = shapes[one], shapes[other]
                parted = sum(
                    abs(a.pixelColor(x, y).alphaF() - b.pixelColor(x, y).alphaF())
                    for x in range(18)
                    for y in range(18)
                )
                assert parted > 12, (one, other)


def test_the_letter_of_interviews_has_serifs(themed: Appearance) -> None:
    image = mark_pixmap("interviews", themed.theme, 180).toImage()
    letter = themed.color("on_grade").name()

    def width(y: int) -> int:
        return sum(image.pixelColor(x, y).name() == letter for x in range(180))

    assert width(48) >= 2 * width(75) > 0  # the serif is far wider than the stem


def test_marks_grow_with_the_scale_and_stay_silent(qtbot: QtBot, themed: Appearance) -> None:
    label = MarkLabel(themed, "team")
    qtbot.addWidget(label)
    assert label.sizeHint().width() == 18
    assert label.accessibleName() == ""
    themed.set_scale(2.0)
    assert label.sizeHint().width() == 36
    assert not mark_icon("team", themed.theme).isNull()
