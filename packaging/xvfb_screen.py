"""A screen that nobody sees, and the picture on it, watched from outside the program."""

import os
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

WIDTH, HEIGHT = 1280, 800
_LONGEST = 10.0  # seconds until the server has to be there


class Screen:
    """Runs Xvfb; `display` is its name for programs."""

    def __init__(self) -> None:
        """Choose nothing yet: the server looks for a free number itself."""
        self.display = ""

    def __enter__(self) -> Self:
        """Start the server and wait until it can be used."""
        self._folder = tempfile.TemporaryDirectory(prefix="icp-screen-")
        size = f"{WIDTH}x{HEIGHT}x24"
        inner, outer = os.pipe()
        words = ["Xvfb", "-displayfd", str(outer), "-screen", "0", size, "-nocursor", "-ac"]
        words += ["-fbdir", self._folder.name]
        self._server = subprocess.Popen(words, stderr=subprocess.DEVNULL, pass_fds=(outer,))  # noqa: S603 - ours
        os.close(outer)
        with os.fdopen(inner) as told:
            self.display = f":{told.readline().strip()}"
        end = time.monotonic() + _LONGEST
        while not self._picture.exists():
            if self._server.poll() is not None or time.monotonic() > end:
                message = "Xvfb did not start"
                raise RuntimeError(message)
            time.sleep(0.02)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        """Stop the server."""
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    @property
    def _picture(self) -> Path:
        return Path(self._folder.name) / "Xvfb_screen0"

    def colours(self) -> int:
        """Return how many colours there are, of every second row and column; black counts not."""
        data = self._pixels()
        found: set[bytes] = set()
        for row in range(0, HEIGHT, 2):
            line = data[4 * WIDTH * row : 4 * WIDTH * (row + 1)]
            if line.strip(b"\0"):
                found.update(line[at : at + 3] for at in range(0, len(line), 8))
        return len(found - {b"\0\0\0"})

    def save(self, path: Path) -> None:
        """Save what the screen shows."""
        from PIL import Image

        Image.frombytes("RGB", (WIDTH, HEIGHT), self._pixels(), "raw", "BGRX").save(path)

    def _pixels(self) -> bytes:
        return self._picture.read_bytes()[-4 * WIDTH * HEIGHT :]
