"""H-S5: what is meant to harm is refused in one sentence, in bounded time and memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("hostile_files.py")


@pytest.mark.skipif(sys.platform == "win32", reason="measured in forked processes")
def test_hostile_files_and_libraries_are_refused(tmp_path: Path) -> None:
    paths = [str(SCRIPT.parents[2]), str(SCRIPT.parents[1])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, str(SCRIPT), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr[-2_000:]
    found = json.loads(done.stdout)
    assert len(found) > 50
    not_refused = {name: each for name, each in found.items() if "refused: " not in each["said"]}
    assert not_refused == {}
    assert {name: each for name, each in found.items() if each["seconds"] > 5} == {}
    assert {name: each for name, each in found.items() if each["megabytes"] > 500} == {}
    assert all(len(each["said"]) < 600 and "\n" not in each["said"] for each in found.values())
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == []
