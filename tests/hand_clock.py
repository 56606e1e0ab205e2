"""A clock for tests that goes only when it is told to."""

from datetime import UTC, datetime, timedelta


class HandClock:
    """Call it for the time; move it with `go(minutes=5)`."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go(self, **time: float) -> None:
        self.now += timedelta(**time)
