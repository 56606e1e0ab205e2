"""The house rules that import contracts cannot say."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from icp_desktop import paths

PACKAGE = Path(paths.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 350, 50


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_files_and_functions_stay_short(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_no_drawers() -> None:
    drawers = {"utils", "util", "helpers", "common", "manager", "misc"}
    assert not [file for file in FILES if drawers & {*file.stem.split("_"), file.parent.name}]


def test_heavy_libraries_stay_out_of_the_core_and_of_each_start() -> None:
    code = (
        "import sys, icp_desktop.__main__, icp_desktop.storage.library, icp_desktop.open_project;"
        "print(sorted({m.split('.')[0] for m in sys.modules} & "
        "{'PySide6', 'weasyprint', 'jinja2', 'openpyxl', 'polars'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_only_the_window_imports_qt() -> None:
    allowed = ("ui/", "app.py")
    for file in FILES:
        name = file.relative_to(PACKAGE).as_posix()
        if not name.startswith(allowed):
            assert "PySide6" not in file.read_text(encoding="utf-8"), name
