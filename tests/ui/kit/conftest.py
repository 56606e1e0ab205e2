from collections.abc import Callable

import pytest
from editor_stage import Stage
from pytestqt.qtbot import QtBot

from icp_desktop.ui.appearance import Appearance
from icp_desktop.worksheet.definitions import Field


@pytest.fixture
def stage(qtbot: QtBot, themed: Appearance) -> Callable[[Field], Stage]:
    """Make windows with one editor each, kept until the test is over."""
    kept: list[Stage] = []

    def make(field: Field) -> Stage:
        kept.append(Stage(qtbot, themed, field))
        return kept[-1]

    return make
