"""The tabs that compare, small and with large letters: nothing cut, nameless or unreached."""

from pathlib import Path

import pytest

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.page import CUSTOMERS, Place
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end import walk
from tests.end_to_end.program import Program


@pytest.mark.parametrize(("size", "scale"), [((1024, 700), 1.0), ((1920, 1080), 2.0)])
@pytest.mark.parametrize("sample", ["insurance-brokers", "software-firm"])
def test_the_tabs_hold_up(
    themed: Appearance, tmp_path: Path, size: tuple[int, int], scale: float, sample: str
) -> None:
    themed.set_scale(scale)
    program = Program(themed, tmp_path / "home")
    program.add(make_sample(sample))
    program.show(*size)
    found = []
    for view in ("best", "worst", "back-test"):
        program.go(Place(page=CUSTOMERS, view=view))
        window = program.window
        found += [
            f"{view}: {each}" for each in (*walk.all_findings(window), *walk.find_unreached(window))
        ]
    program.close()
    themed.set_scale(1.0)
    assert found == []
