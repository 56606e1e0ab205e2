"""What every test of something with a window shares: one look for the whole process."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from icp_desktop.ui.appearance import Appearance


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """The one appearance of all tests: a second one would not know what the first has dressed."""
    return Appearance(qapp, scheme="light", calm=True)


@pytest.fixture
def themed(appearance: Appearance) -> Iterator[Appearance]:
    """The application dressed in the light theme, with nothing moving, before and after."""
    _bring_back(appearance)
    yield appearance
    _bring_back(appearance)


def _bring_back(appearance: Appearance) -> None:
    appearance.set_scheme("light")
    appearance.set_scale(1.0)
    appearance.set_calm(True)
