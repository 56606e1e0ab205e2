"""Tries the Debian package in a bare Debian 12: no Python, no compiler, no fonts, no desktop.

usage: try_bare_debian.py          as root; needs debootstrap, Xvfb and dist/icp-desktop_*.deb

It installs, runs the self-test, opens the window by its name and by double click, upgrades and
removes, as a person without rights. Pictures of the window go to dist/bare-debian/. The packages
come from the mirror that the apt of this computer uses.
"""

import shutil
import sys
import time
from pathlib import Path

from bare_system import BareSystem
from distributions import ROOT, run, version
from make_deb import with_revision
from xvfb_screen import Screen

APP_ID = "io.github.icp_desktop.ICPDesktop"
MIME = "application/vnd.icp-desktop.project+zip"
PICTURES = ROOT / "dist" / "bare-debian"
SAMPLE = "fitness-studio"
# What a desktop brings; a bare system does not.
_DESKTOP = ("xdg-utils", "shared-mime-info", "desktop-file-utils", "libglib2.0-bin")
_FONTS = ("fontconfig-config", "fonts-noto-core")
_LEAST_COLOURS = 150  # a page with letters has more, an empty window fewer
_LONGEST = 40.0  # seconds until a window has to be painted


def package() -> Path:
    """Return the package that was made last."""
    made = sorted((ROOT / "dist").glob(f"icp-desktop_{version()}-1_*.deb"))
    if not made:
        message = "there is no package; run “make deb” first"
        raise SystemExit(message)
    return made[-1]


def inspect(deb: Path) -> None:
    """Have Debian’s inspector of packages look through it, where it is installed."""
    if shutil.which("lintian") is None:
        say("lintian is not installed, so nobody looked through the package")
        return
    run("lintian", "--allow-root", "--fail-on", "error,warning", deb)
    say("lintian finds no error and no warning")


def try_install(system: BareSystem, deb: Path) -> None:
    """Install into the bare system, without anything that is only recommended."""
    for tool in ("python3", "gcc", "cc", "fc-list", "xdg-open"):
        if system.has(tool):
            message = f"the bare system has {tool}"
            raise RuntimeError(message)
    system.install(deb)
    say("installed without compiler, Python or fonts; the self-test says:")
    say(system.run("icp-desktop", "self-test").splitlines()[-1])
    system.run("icp-desktop", "new", "Bakery.icp", "--sample", SAMPLE)


def try_window(
    system: BareSystem, name: str, *words: str, home: str = "", locale: str = ""
) -> None:
    """Open the window, wait until it shows something to read, and keep a picture of it."""
    surroundings = (f"HOME={home}",) if home else ()
    surroundings += (f"LC_ALL={locale}",) if locale else ()
    with (
        Screen() as screen,
        system.start(*words, display=screen.display, surroundings=surroundings) as program,
    ):
        wait_for_page(screen, name)
        expect(not program.poll(), f"{name}: the program ended")  # xdg-open ends with 0
        time.sleep(2)  # what is loaded in quiet comes after the page
        screen.save(PICTURES / f"{name}.png")
    say(f"{name}: see {(PICTURES / name).relative_to(ROOT)}.png")


def wait_for_page(screen: Screen, name: str) -> None:
    """Wait until there is something to read on a screen."""
    end = time.monotonic() + _LONGEST
    while screen.colours() < _LEAST_COLOURS:
        if time.monotonic() > end:
            screen.save(PICTURES / f"{name}.png")
            message = f"{name}: no page was painted"
            raise RuntimeError(message)
        time.sleep(0.1)


def try_bad_days(system: BareSystem) -> None:
    """Start where something is wrong; a picture shows what the person is told."""
    system.as_root("mkdir", "-m", "555", "/home/locked")
    try_window(system, "read-only-home", "icp-desktop", home="/home/locked")
    system.mount("tmpfs", "home/full", "size=256k,uid=1000,gid=1000")
    system.run("sh", "-c", "head -c 1M /dev/zero > /home/full/filled || true")
    try_window(system, "full-disk", "icp-desktop", home="/home/full")
    newer = "/home/newer/.local/share"
    system.as_root("cp", "-a", "/home/person", "/home/newer")
    library = f"{newer}/icp-desktop/library.sqlite"
    patch = f"printf '\\0\\0\\0\\143' | dd of={library} bs=1 seek=60 conv=notrunc status=none"
    system.run("sh", "-c", patch)  # where SQLite keeps the version that the program gives it
    try_window(system, "newer-library", "icp-desktop", home="/home/newer")
    try_window(system, "unknown-locale", "icp-desktop", "Bakery.icp", locale="tlh_QX.UTF-8")
    try_two_starts(system)


def try_two_starts(system: BareSystem) -> None:
    """Start twice at once; one window stays, the other start hands over and ends well."""
    with (
        Screen() as screen,
        system.start("icp-desktop", "Bakery.icp", display=screen.display) as one,
        system.start("icp-desktop", "Bakery.icp", display=screen.display) as other,
    ):
        end = time.monotonic() + _LONGEST
        while one.poll() is None and other.poll() is None:
            expect(time.monotonic() < end, "two starts at once: both stay open")
            time.sleep(0.1)
        codes = [each.poll() for each in (one, other)]
        expect(sorted(codes, key=str) == [0, None], f"two starts at once end with {codes}")
    say("two starts at once: one window, and the other start ended with 0")


def try_double_click(system: BareSystem) -> None:
    """See that the desktop knows the file by name and by its bytes, and opens our window."""
    system.install(*_DESKTOP, *_FONTS)
    system.run("cp", "Bakery.icp", "no-suffix")
    for file in ("Bakery.icp", "no-suffix"):
        told = system.run("gio", "info", "-a", "standard::content-type", file)
        expect(MIME in told, f"{file} is taken for: {told}")
    told = system.run("xdg-mime", "query", "default", MIME).strip()
    expect(told == f"{APP_ID}.desktop", f"{MIME} is opened by “{told}”")
    try_window(system, "double-click", "xdg-open", "Bakery.icp")


def try_upgrade(system: BareSystem, deb: Path) -> None:
    """Install the next revision over it; the person's library has to stay."""
    with Screen() as screen, system.start("icp-desktop", display=screen.display):
        wait_for_page(screen, "upgraded-while-open")
        time.sleep(3)  # what is done in quiet comes after the page
        before = system.read("/home/person/.local/share/icp-desktop/library.sqlite")
        system.install(with_revision(deb, 2))
        time.sleep(5)  # until it is sure that the package is unpacked
        screen.save(PICTURES / "upgraded-while-open.png")
    expect(system.installed("icp-desktop").endswith("-2"), "the upgrade was not installed")
    after = system.read("/home/person/.local/share/icp-desktop/library.sqlite")
    expect(before == after, "the upgrade touched the library")
    try_window(system, "upgraded", "icp-desktop", "Bakery.icp")


def try_removal(system: BareSystem) -> None:
    """Remove it; nothing but the person's own files may stay."""
    system.remove("icp-desktop")
    left = [
        path for path in system.files("usr", "etc", "var/lib/icp-desktop") if "icp-desktop" in path
    ]
    left = [path for path in left if "/home/" not in path and "/var/" not in path]
    expect(not left, f"left behind: {left[:5]}")
    expect(system.read("/home/person/Bakery.icp")[:2] == b"PK", "the project is gone")
    told = system.run("xdg-mime", "query", "default", MIME).strip()
    expect(not told, f"{MIME} is still opened by “{told}”")


def expect(right: bool, otherwise: str) -> None:
    """Stop with a sentence if something is not as it should be."""
    if not right:
        raise RuntimeError(otherwise)


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


def main() -> int:
    """Try everything; stop at the first thing that is wrong."""
    deb = package()
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    inspect(deb)
    with BareSystem(ROOT / "build" / "bare") as system:
        try_install(system, deb)
        try_window(system, "no-fonts", "icp-desktop", "Bakery.icp")
        try_bad_days(system)
        try_double_click(system)
        try_upgrade(system, deb)
        try_removal(system)
    say("installed, opened, upgraded and removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
