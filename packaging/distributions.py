"""Builds the source distribution, and from it the wheel, the way a stranger would."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def project() -> dict[str, object]:
    """Return the table [project] of pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        table: dict[str, object] = tomllib.load(file)["project"]
    return table


def version() -> str:
    """Return the version that is being made."""
    return str(project()["version"])


def run(*words: str | Path, **options: object) -> None:
    """Run a command and raise where it fails."""
    subprocess.run([str(word) for word in words], check=True, **options)  # type: ignore[call-overload]  # noqa: S603 - the words are ours


def build_distributions(folder: Path) -> tuple[Path, Path]:
    """Build both into `folder` and return them: the source distribution and the wheel.

    The wheel is made from the source distribution, so that one that lacks a file shows. Nothing is
    downloaded: hatchling is part of the environment that runs this.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"icp_desktop-{version()}"
    source, wheel = folder / f"{stem}.tar.gz", folder / f"{stem}-py3-none-any.whl"
    for old in (source, wheel):
        old.unlink(missing_ok=True)
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, source),
    )
    return source, wheel


if __name__ == "__main__":
    for made in build_distributions(ROOT / "dist"):
        print(made.relative_to(ROOT))
