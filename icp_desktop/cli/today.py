"""The day it is here, the only clock the command line reads."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the date where the computer is."""
    return datetime.now(UTC).astimezone().date()
