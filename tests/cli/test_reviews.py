"""Reviews from the command line: a sample brings its versions, and the pack is told against one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pypdf import PdfReader

Run = Callable[..., Any]


def read(path: Path) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(path).pages).split())


def test_the_pack_is_told_against_the_version_of_the_last_review(run: Run, tmp_path: Path) -> None:
    assert run("new", "b.icp", "--sample", "insurance-brokers").code == 0
    said = run("versions", "b.icp").out
    assert "First draft" in said
    assert "Summer review" in said
    assert run("export", "b.icp", "pack.pdf", "--document", "review").code == 0
    text = read(tmp_path / "pack.pdf")
    assert "Compared with “Summer review” of 14 August 2026." in text
    assert "20–500 people" in text


def test_without_versions_there_is_nothing_to_tell_it_against(run: Run, tmp_path: Path) -> None:
    assert run("new", "f.icp", "--sample", "fitness-studio").code == 0
    assert run("versions", "f.icp").out == "No version has been kept yet.\n"
    assert run("export", "f.icp", "pack.pdf", "--document", "review").code == 0
    assert "There is no earlier version to compare with." in read(tmp_path / "pack.pdf")
