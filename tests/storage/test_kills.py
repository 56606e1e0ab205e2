"""H-R1 and H-R2: killed in the middle of writing, again and again.

`ICP_KILLS` sets how often; the nightly run takes 500.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

KILLS = int(os.environ.get("ICP_KILLS", "25"))
SCRIPT = Path(__file__).with_name("killed.py")


def kill_often(mode: str, folder: Path) -> list[dict[str, Any]]:
    command = [sys.executable, str(SCRIPT), mode, str(folder), str(KILLS), "11"]
    paths = [str(SCRIPT.parents[2]), str(SCRIPT.parents[1])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr[-2_000:]
    rounds: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(rounds) == KILLS
    return rounds


@pytest.mark.parametrize("mode", ["autosave", "publish"])
def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path, mode: str) -> None:
    rounds = kill_often(mode, tmp_path / "data")
    for found in rounds:
        assert not found["lost"]
        assert 0 <= found["ahead"] <= 1
        assert found["damaged"] == 0
        assert found["left"] == []
        assert found["kind"] in {"nothing", "published"}
        assert found["took"] <= 2
    if mode == "publish" and KILLS >= 25:
        assert sum(found["cleaned"] for found in rounds) > 0  # some were hit in mid-write
