"""What stands on the one page for the wall: six blocks of a few lines, a quotation, yes and no.

The strongest lines come first: must-haves before the rest, proven before believed. `Room` says how
much may be shown; what does not fit is counted, never silently lost.
"""

from collections.abc import Iterable
from dataclasses import replace

from icp_desktop.checks.grades import GRADES, Grade
from icp_desktop.checks.weights import WEIGHT_RANK
from icp_desktop.documents.content import AnswerLine, ProfileContent, Quotation, Row
from icp_desktop.i18n import _, later
from icp_desktop.model.record import record
from icp_desktop.model.values import Choice

_NEEDS = "needs"
_BLOCKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # name of the block, its heading, the sections or fields it draws from
    ("who", later("Who they are"), ("people", "company")),
    ("matters", later("What matters to them"), ("mindset",)),
    ("buy", later("How they buy"), ("buying",)),
    ("hurts", later("What hurts"), ("needs.pains", "needs.challenges")),
    ("want", later("What they want"), ("needs.goals", "needs.result", _NEEDS)),
    ("now", later("Why now"), ("needs.why_now", "needs.triggers", "needs.deadline")),
)
_BY_ITEM = ("hurts", "want", "now")  # where each entry of a list stands on a line of its own
_OTHER = "who"  # where a section of the person's own goes
_LABELLED = ("number_range", "money_range", "choice", "date", "yes_no")
_NO_MATTER = "no_preference"
_GRADE_RANK = {grade: rank for rank, grade in enumerate(reversed(GRADES))}


@record
class Room:
    """How much may be shown: lines to a block, lines of yes and no, characters to each."""

    density: int = 0  # 0 is the largest type, 4 the smallest
    quotation: bool = True
    lines: int = 4
    verdicts: int = 12
    characters: int = 120
    sentence: int = 600


@record
class WallLine:
    """One line with its mark; `label` stands before figures, which say nothing alone."""

    text: str
    grade: Grade | None
    label: str = ""
    disputed: bool = False
    marked: bool = True  # what is written by hand carries no mark


@record
class WallBlock:
    """A heading, its lines, and how many more there are in the full profile."""

    label: str
    lines: tuple[WallLine, ...]
    more: int = 0


@record
class PageBlock:
    """A block of the one page as text, to be read and written over."""

    id: str
    label: str
    text: str
    by_hand: bool


@record
class Wall:
    """The one page."""

    blocks: tuple[WallBlock, ...]
    yes: WallBlock
    no: WallBlock
    quotation: Quotation | None


def make_wall(content: ProfileContent, room: Room) -> Wall:
    """Choose what stands on the one page."""
    rows: dict[str, list[Row]] = {name: [] for name, _label, _from in _BLOCKS}
    for block in content.blocks:
        for row in block.rows:
            rows[_block_of(row)].append(row)
    own = {each.block: _own_lines(each.text) for each in content.page}
    return Wall(
        blocks=tuple(
            _cut(_(label), own.get(name) or _lines(rows[name], each_item=name in _BY_ITEM), room)
            for name, label, _from in _BLOCKS
        ),
        yes=_verdict(_("Yes, when"), _("No, when"), content.musts, content, room),
        no=_verdict(_("No, when"), _("Be careful, when"), content.ruled_out, content, room),
        quotation=_quotation(content) if room.quotation else None,
    )


def compose_page(content: ProfileContent) -> tuple[PageBlock, ...]:
    """Return the blocks of the one page as text: as the person wrote them, or from the answers."""
    bare = make_wall(replace(content, page=()), Room())
    written = {each.block: each.text for each in content.page}
    return tuple(
        PageBlock(
            id=name,
            label=block.label,
            text=written.get(name) or "\n".join(_words(line) for line in block.lines),
            by_hand=name in written,
        )
        for (name, _label, _from), block in zip(_BLOCKS, bare.blocks, strict=True)
    )


def _words(line: WallLine) -> str:
    text = " ".join(line.text.split())
    return f"{line.label}: {text}" if line.label else text


def _own_lines(text: str) -> list[WallLine]:
    lines = (line.strip() for line in text.splitlines())
    return [WallLine(text=line, grade=None, marked=False) for line in lines if line]


def _block_of(row: Row) -> str:
    for name, _label, places in _BLOCKS:
        if row.field_id in places:
            return name
    for name, _label, places in _BLOCKS:
        if row.section_id in places:
            return name
    return _OTHER


def _verdict(
    label: str, negative: str, rows: tuple[Row, ...], content: ProfileContent, room: Room
) -> WallBlock:
    lines = [replace(_row(row), text=f"{row.short}{row.aside}") for row in rows]
    heading = negative if content.kind == "negative" else label
    return _cut(heading, lines, room, most=room.verdicts)


def _lines(rows: Iterable[Row], *, each_item: bool) -> list[WallLine]:
    """Return the lines of a block, the strongest first."""
    ranked = sorted(rows, key=_strength)
    lines = []
    for row in ranked:
        if each_item and row.kind in ("terms", "pairs"):
            items = sorted(row.lines, key=lambda line: _GRADE_RANK[line.grade or "assumption"])
            lines += [_item(line) for line in items]
        else:
            lines.append(_row(row))
    return lines


def _row(row: Row) -> WallLine:
    label = row.label if _needs_label(row) else ""
    return WallLine(text=row.short, grade=row.grade, label=label, disputed=bool(row.against))


def _item(line: AnswerLine) -> WallLine:
    return WallLine(text=line.text, grade=line.grade, disputed=line.disputed)


def _strength(row: Row) -> tuple[int, int, int]:
    matters = not (isinstance(row.value, Choice) and row.value.choice == _NO_MATTER)
    grade = _GRADE_RANK[row.grade or "assumption"]
    return (WEIGHT_RANK[row.weight] if matters else len(WEIGHT_RANK), grade, not row.core)


def _needs_label(row: Row) -> bool:
    return row.kind in _LABELLED


def _cut(label: str, lines: list[WallLine], room: Room, most: int | None = None) -> WallBlock:
    most = room.lines if most is None else most
    return WallBlock(label=label, lines=tuple(lines[:most]), more=max(len(lines) - most, 0))


def _quotation(content: ProfileContent) -> Quotation | None:
    """Return the quotation behind the weightiest answer, if one is short enough for a wall."""
    rows = sorted((row for block in content.blocks for row in block.rows), key=_strength)
    quotations = (each for row in rows for each in row.quotations)
    return next((each for each in quotations if 12 <= len(each.words) <= 160), None)
