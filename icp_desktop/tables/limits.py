"""How much of a file is taken in, and the sentences that say so."""

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _

LARGEST_FILE = 400_000_000  # bytes
LARGEST_UNPACKED = 200_000_000  # bytes of a workbook
MOST_COLUMNS = 20_000
MOST_KEPT = 500  # columns that are proposed to be kept
MOST_ROWS = 2_000_000
LONGEST_CELL = 32_767  # as in a spreadsheet


def refuse_columns(columns: int) -> KnownError:
    """Return the sentence about a file with more columns than can be read."""
    return KnownError(
        _(
            "This file has {n} columns, and the most is {most}. It may be laid out sideways, or "
            "the sign between its cells is another one.",
            n=columns,
            most=MOST_COLUMNS,
        )
    )
