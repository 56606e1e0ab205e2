"""Programs that people fill forms with and that are not part of the set-up: found, or skipped."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_PATIENCE = 120


def fill_by_pdfjs(folder: Path, data: bytes, filling: Mapping[str, str | bool]) -> bytes:
    """Fill a form in the reader of Firefox; needs node and its package pdfjs-dist."""
    modules = _pdfjs()
    script = HERE / "fill_by_pdfjs.mjs"
    return _run(["node", str(script), str(modules)], folder, data, filling, "pdf")


def fill_by_poppler(folder: Path, data: bytes, filling: Mapping[str, str | bool]) -> bytes:
    """Fill a form by the library of Evince and Okular; needs python3-gi and gir1.2-poppler."""
    python = _python_with("gi; gi.require_version('Poppler', '0.18')", "python3-gi, gir1.2-poppler")
    return _run([python, str(HERE / "fill_by_poppler.py")], folder, data, filling, "pdf")


def fill_by_libreoffice(
    folder: Path, data: bytes, filling: Mapping[str, str | bool], suffix: str
) -> bytes:
    """Fill a workbook and save it as xlsx or ods; needs libreoffice-calc and python3-uno."""
    python = _python_with("uno", "python3-uno")
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / "sent.xlsx"
    source.write_bytes(data)
    command = [python, str(HERE / "fill_by_libreoffice.py"), str(source)]
    return _run(command, folder, data, filling, suffix)


def qpdf_faults(folder: Path, data: bytes) -> str:
    """Return what qpdf has to say of a PDF, "" if it finds no fault."""
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    file = folder / "checked.pdf"
    file.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _run(
    command: list[str], folder: Path, data: bytes, filling: Mapping[str, str | bool], suffix: str
) -> bytes:
    sent, out, wanted = folder / "sent", folder / f"back.{suffix}", folder / "filling.json"
    sent.write_bytes(data)
    wanted.write_text(json.dumps(filling), encoding="utf-8")
    subprocess.run([*command, sent, wanted, out], check=True, timeout=_PATIENCE, text=True)
    return out.read_bytes()


@cache
def _python_with(modules: str, package: str) -> str:
    for python in ("/usr/bin/python3", shutil.which("python3") or ""):
        if python and Path(python).exists():
            call = [python, "-c", f"import {modules}"]
            if subprocess.run(call, capture_output=True, check=False).returncode == 0:
                return python
    pytest.skip(f"no Python here has {package}")


@cache
def _pdfjs() -> Path:
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    named = os.environ.get("NODE_PATH", "").split(os.pathsep)
    for folder in (*filter(None, named), str(ROOT / "node_modules")):
        found = Path(folder) / "pdfjs-dist"
        if found.is_dir():
            return found
    pytest.skip("pdfjs-dist is not installed for node (npm install pdfjs-dist; or set NODE_PATH)")
