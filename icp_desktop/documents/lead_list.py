"""The scored list as CSV, the best fits first: for mailing tools and other programs."""

import csv
import io
from collections.abc import Iterable, Sequence

from icp_desktop.documents.scorecard import ranked, score_heads
from icp_desktop.i18n import _
from icp_desktop.insight.reasons import ask_next
from icp_desktop.insight.scoring import Scored, say_timing

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_lead_list(scored: Scored) -> bytes:
    """Return the list in UTF-8 with a mark at its start, so that Excel reads it as such."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow((*score_heads(), _("Timing"), _("Ask next")))
    for row in ranked(scored):
        found = scored.frame.row(row, named=True)
        question = ask_next(scored, row)
        writer.writerow(
            (
                harmless(scored.leads.names[row]),
                found["low"],
                found["high"],
                found["tier"],
                found["may_reach"],
                _("Yes") if found["ruled_out"] else "",
                say_timing(found["timing"]),
                harmless(question.criterion.question) if question else "",
            )
        )
    return stream.getvalue().encode("utf-8-sig")


def is_own_output(rows: Iterable[Sequence[str | None]]) -> bool:
    """Say whether a list, or a scorecard, is one that was written here: by the heads it has."""
    wanted = {head.casefold() for head in score_heads()[1:]}
    return any(wanted <= {(cell or "").strip().casefold() for cell in row} for row in rows)


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; an apostrophe in front marks it."""
    return f"'{text}" if text.lstrip(" \u200b").startswith(_STARTS) else text
