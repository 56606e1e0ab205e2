"""Every state of every component is to be seen, in every scheme, and moves nothing."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtGui import QImage

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import SCHEMES, Scheme
from tests.ui.kit.gallery import COMPONENTS, Component, dress, picture

ALIKE = {  # a choice has no pressed look of its own: it changes at once
    ("Tile, proven", "hover", "pressed"),
    ("Tile, thin", "hover", "pressed"),
    ("Tile, assumed", "hover", "pressed"),
    ("Tile, waiting", "hover", "pressed"),
    ("Tile, empty", "hover", "pressed"),
    ("Evidence", "hover", "pressed"),
    ("Weight", "hover", "pressed"),
    ("Other", "hover", "pressed"),
    ("Quiet", "hover", "pressed"),
    ("Icon", "hover", "pressed"),
    ("Link", "hover", "pressed"),
}


@pytest.fixture
def dressed(themed: Appearance) -> Iterator[Appearance]:
    yield themed
    dress(themed, "light")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("component", COMPONENTS, ids=lambda each: each.name)
def test_states_look_different_and_move_nothing(
    dressed: Appearance, component: Component, scheme: Scheme
) -> None:
    dress(dressed, scheme)
    taken = {state: picture(dressed, component, state) for state in component.states}
    sizes = {where.size().toTuple() for _image, where in taken.values()}
    assert len(sizes) == 1
    for one, other in combinations(component.states, 2):
        same = _pixels(taken[one][0]) == _pixels(taken[other][0])
        contrast = dressed.theme.is_contrast and (component.name, one, other) in ALIKE
        assert not same or contrast, (one, other)


def _pixels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
