import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _garbage_waits() -> Iterator[None]:
    """Keep threads from collecting: they would destroy widgets that belong to the main thread."""
    gc.disable()
    yield
    gc.enable()
