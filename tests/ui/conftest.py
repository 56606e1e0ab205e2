import gc
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from icp_desktop.ui.appearance import Appearance


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """The one appearance of all tests; `themed` brings it back to light at scale 1."""
    return Appearance(qapp, scheme="light", calm=True)


@pytest.fixture(autouse=True)
def _garbage_waits() -> Iterator[None]:
    """Keep threads from collecting: they would destroy widgets that belong to the main thread."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def themed(appearance: Appearance) -> Appearance:
    """The application dressed in the light theme, with nothing moving."""
    appearance.set_scheme("light")
    appearance.set_scale(1.0)
    appearance.set_calm(True)
    return appearance
