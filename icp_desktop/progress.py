"""How long work says where it is, and learns that it is no longer wanted."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - it is a decision of the person, not an error
    """The person pressed Cancel."""


class Progress(Protocol):
    """What a job reports to."""

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report that `done` of `total` steps are finished; may raise Cancelled."""
        ...


class _Silent:
    def step(self, done: int, total: int, what: str = "") -> None:
        """Take no notice."""


SILENT: Progress = _Silent()
