"""Makes everything that is given away of a version, in dist/release/, on the system it runs on.

usage: release.py [--version X.Y.Z] [--day YYYY-MM-DD]

It dates the newest entry of the changelog, tells the stores the same, builds source distribution,
wheel, bundle and the package of the system, tries the bundle, and writes the list of components
and the checksums. What it changed in the tree is then to be committed and tagged.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import make_bundle
from changes import Release, date_newest, newest_change, set_project_version, tell_stores
from distributions import ROOT, build_distributions, run, version

OUTPUT = ROOT / "dist" / "release"
CHANGELOG = ROOT / "CHANGELOG.md"
METAINFO = ROOT / "packaging" / "linux" / "io.github.icp_desktop.ICPDesktop.metainfo.xml"
SUMS = "SHA256SUMS"
# What makes the package of a system, and how its files are called in dist/.
_PACKAGES = {
    "linux": ("make_deb.py", "icp-desktop_{version}-1_*.deb"),
    "win32": ("make_installer.py", "ICP-Desktop-{version}-Setup.exe"),
    "darwin": ("make_dmg.py", "ICP-Desktop-{version}-macos-*.dmg"),
}


def settle_version(wanted: str, day: date) -> Release:
    """Write version and day into the tree where they are not there yet, and return the entry."""
    newest = newest_change(CHANGELOG)
    if newest.version != (wanted or version()):
        message = (
            f"CHANGELOG.md begins with {newest.version}, but {wanted or version()} is to be made. "
            "Write what is new above it, or name the other version."
        )
        raise SystemExit(message)
    set_project_version(ROOT / "pyproject.toml", newest.version)
    dated = date_newest(CHANGELOG, day)
    tell_stores(METAINFO, dated)
    return dated


def pack_bundle(bundle: Path, target: Path) -> Path:
    """Pack the bundle for systems without our package; all files belong to nobody special."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    with tarfile.open(target, "w:xz", preset=3) as archive:
        archive.add(bundle, arcname=target.name.removesuffix(".tar.xz"), filter=plain)
    return target


def make_packages() -> list[Path]:
    """Make the package of this system and return it."""
    script, pattern = _PACKAGES[sys.platform]
    run(sys.executable, ROOT / "packaging" / script)
    return sorted((ROOT / "dist").glob(pattern.format(version=version())))


def try_bundle(bundle: Path) -> None:
    """Run the self-test in the bundle, in surroundings that know nothing of this checkout."""
    name = "icp-desktop.exe" if sys.platform == "win32" else "icp-desktop"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    run(bundle / name, "self-test", env=kept, stdout=subprocess.DEVNULL)


def checksums(files: Iterable[Path]) -> str:
    """Return the checksums in the form that `sha256sum --check` reads."""
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))


def set_moment(day: date) -> None:
    """Let all tools write the day of the version instead of the time they ran at."""
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))


def make_release(release: Release) -> list[Path]:
    """Build everything into OUTPUT and return it."""
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir(parents=True)
    made = list(build_distributions(OUTPUT))
    make_bundle.main()
    bundle = make_bundle.BUNDLE
    try_bundle(bundle)
    stem = f"icp-desktop-{release.version}"
    machine = f"{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "linux":
        made.append(pack_bundle(bundle, OUTPUT / f"{stem}-{machine}.tar.xz"))
    made += [Path(shutil.copy(package, OUTPUT)) for package in make_packages()]
    parts = bundle / "_internal" / "licences" / "icp-desktop.cdx.json"
    made.append(Path(shutil.copy(parts, OUTPUT / f"{stem}-{machine}.cdx.json")))
    notes = OUTPUT / f"{stem}.md"
    notes.write_text(f"# ICP Desktop {release.version}\n\n{release.text}\n", encoding="utf-8")
    made.append(notes)
    (OUTPUT / SUMS).write_text(checksums(made))
    return made


def main() -> int:
    """Settle the version, make everything, and say what there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", default="")
    parser.add_argument("--day", type=date.fromisoformat, default=datetime.now(UTC).date())
    words = parser.parse_args()
    release = settle_version(words.version, words.day)
    set_moment(release.day or words.day)
    for file in make_release(release):
        print(f"{file.stat().st_size / 1e6:8.1f} MB  {file.relative_to(ROOT)}")
    print(f"Version {release.version} is in {OUTPUT.relative_to(ROOT)}. Commit, and tag it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
