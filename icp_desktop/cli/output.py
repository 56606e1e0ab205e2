"""What the command line prints: safe on any terminal, UTF-8 where it can be."""

import io
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from icp_desktop.worksheet.reading import clean

PROGRAM = "icp-desktop"


def make_streams_safe() -> None:
    """Let a sign that the terminal can't show come out escaped instead of as an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines; control characters in what people typed do not reach the terminal."""
    for line in lines:
        sys.stdout.write(f"{clean(line).rstrip()}\n")


def say_table(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows in columns as wide as their widest cell."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        say("  ".join(cells))


def say_json(data: Any) -> None:
    """Print data as JSON, escaped to ASCII where the terminal is not UTF-8."""
    utf8 = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    text = json.dumps(data, ensure_ascii=not utf8, indent=2, allow_nan=False)
    sys.stdout.write(f"{text}\n")


def complain(sentence: str) -> None:
    """Print one line on stderr."""
    sys.stderr.write(f"{PROGRAM}: {' '.join(clean(sentence).split())}\n")


def finish_output() -> None:
    """Bring everything out; a reader who has gone away (as `head` does) is no error."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            _point_nowhere(stream)


def _point_nowhere(stream: TextIO) -> None:
    """Send what is left nowhere, or the interpreter complains while it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return
