"""A bare Debian in a folder, for trying a package in it."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from distributions import run

SUITE = "bookworm"
_MOUNTS = (("proc", "proc"), ("devpts", "dev/pts"), ("tmpfs", "dev/shm"), ("tmpfs", "tmp"))
_PERSON = "1000:1000"
_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
_ALONE = {
    "DEBIAN_FRONTEND": "noninteractive",
    "DEBCONF_NOWARNINGS": "yes",
    "PATH": _PATH,
    "LC_ALL": "C.UTF-8",
}


class BareSystem:
    """Made once and copied for each trial; the copy is thrown away."""

    def __init__(self, folder: Path) -> None:
        """Keep the system below `folder`."""
        self._base = folder / "base"
        self._root = folder / "root"
        self._mounted: list[str] = []

    def __enter__(self) -> Self:
        """Make the copy ready to be used."""
        if not (self._base / "ready").exists():
            make_base(self._base)
        shutil.rmtree(self._root, ignore_errors=True)
        run("cp", "-a", "--reflink=auto", self._base, self._root)
        for kind, place in _MOUNTS:
            self.mount(kind, place)
        self.as_root("useradd", "--create-home", "--uid", "1000", "person")
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        """Take the copy apart again."""
        for place in reversed(self._mounted):
            run("umount", "--lazy", self._root / place)
        shutil.rmtree(self._root, ignore_errors=True)

    def mount(self, kind: str, place: str, options: str = "defaults") -> None:
        """Mount a file system of some kind until the trial is over."""
        (self._root / place).mkdir(parents=True, exist_ok=True)
        run("mount", "-t", kind, "-o", options, kind, self._root / place)
        self._mounted.append(place)

    def has(self, program: str) -> bool:
        """Say whether a program is installed."""
        return any((self._root / each[1:] / program).exists() for each in _PATH.split(":"))

    def install(self, *packages: str | Path) -> None:
        """Install packages, from the mirror or from a file, without those only recommended."""
        words = []
        for each in packages:
            if isinstance(each, Path):
                shutil.copy(each, self._root / "tmp" / each.name)
            words.append(f"/tmp/{each.name}" if isinstance(each, Path) else each)  # noqa: S108 - its own
        options = ("-q", "-y", "--no-install-recommends")
        self.as_root("apt-get", "install", *options, *words, stdout=subprocess.DEVNULL)

    def remove(self, package: str) -> None:
        """Remove a package with its settings."""
        self.as_root("apt-get", "purge", "-q", "-y", package, stdout=subprocess.DEVNULL)

    def installed(self, package: str) -> str:
        """Return the version of an installed package."""
        return self.run("dpkg-query", "-W", "-f", "${Version}", package)

    def read(self, path: str) -> bytes:
        """Return what a file holds."""
        return (self._root / path[1:]).read_bytes()

    def files(self, *tops: str) -> Iterator[str]:
        """Yield the paths of everything below some folders."""
        for top in tops:
            for path in (self._root / top).rglob("*"):
                yield "/" + path.relative_to(self._root).as_posix()

    def run(self, *words: str) -> str:
        """Run a command as a person and return what it says; raise where it fails."""
        done = subprocess.run(  # noqa: S603 - the words are ours
            self._as_person(words), capture_output=True, text=True, check=False, env=_ALONE
        )
        if done.returncode:
            message = f"{' '.join(words)}: {done.stdout}{done.stderr}"
            raise RuntimeError(message)
        return done.stdout

    @contextmanager
    def start(
        self, *words: str, display: str, surroundings: tuple[str, ...] = ()
    ) -> Iterator["subprocess.Popen[bytes]"]:
        """Start a program with a window as a person; end it, and stop if it complained."""
        shown = (
            "DISPLAY=" + display,
            "XDG_CURRENT_DESKTOP=GNOME",
            "QT_LOGGING_RULES=qt.qpa.*=false",
        )
        with tempfile.TemporaryFile() as said:
            command = self._as_person(words, *shown, *surroundings)
            with subprocess.Popen(  # noqa: S603 - the words are ours
                command, env=_ALONE, start_new_session=True, stderr=said
            ) as program:
                try:
                    yield program
                finally:
                    self.end(program)
            said.seek(0)
            told = said.read().decode()
        if "Traceback" in told or "Error" in told:
            raise RuntimeError(told)

    def end(self, program: "subprocess.Popen[bytes]") -> None:
        """Ask a program and all it started to end, as closing the session does."""
        try:
            os.killpg(program.pid, signal.SIGTERM)
        except ProcessLookupError:
            return
        program.wait(20)

    def _as_person(self, words: tuple[str, ...], *more: str) -> list[str]:
        home = ("HOME=/home/person", "USER=person", *more)
        inside = ("env", "--chdir=/home/person", *home, *words)
        return ["chroot", f"--userspec={_PERSON}", str(self._root), *inside]

    def as_root(self, *words: str | Path, **options: object) -> None:
        """Run a command with all rights; raise where it fails."""
        run("chroot", self._root, *words, env=_ALONE, **options)


def make_base(folder: Path) -> None:
    """Make the system with no more than Debian counts as essential, and apt."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run("debootstrap", "--variant=minbase", SUITE, folder, mirror(), stdout=subprocess.DEVNULL)
    (folder / "etc/apt/apt.conf.d/10-same-way-out").write_text(_way_out())
    shutil.copy("/etc/resolv.conf", folder / "etc")
    run("chroot", folder, "apt-get", "update", "-q", env=_ALONE, stdout=subprocess.DEVNULL)
    (folder / "ready").touch()


def mirror() -> str:
    """Return the mirror that the apt of this computer uses for the suite."""
    words = (
        "apt-get",
        "indextargets",
        "--format",
        "$(RELEASE) $(REPO_URI)",
        "Created-By: Packages",
    )
    told = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    for line in told.stdout.splitlines():
        release, _space, address = line.partition(" ")
        if release == SUITE:
            return address
    message = f"the apt of this computer knows no mirror of {SUITE}"
    raise SystemExit(message)


def _way_out() -> str:
    """Return how the apt of this computer reaches its mirror, such as by a proxy."""
    words = ("apt-config", "dump")
    told = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    lines = [line for line in told.stdout.splitlines() if line.startswith("Acquire::http")]
    return "".join(f"{line}\n" for line in lines)
