"""What the tests of storage share: a library in a folder of its own, with a clock that is set."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hand_clock import HandClock
from hypothesis import settings

from icp_desktop.storage.library import Library

settings.register_profile("calm", deadline=None)  # a busy disk is no fault
settings.load_profile("calm")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def library(tmp_path: Path, clock: HandClock) -> Iterator[Library]:
    made = Library.open(tmp_path / "data", clock=clock)
    yield made
    made.close()
