"""A topic of the help as plain text: to be copied, or read in a terminal."""

import textwrap
from collections.abc import Iterator

from icp_desktop.help.topics import HelpSection, HelpTopic

_INDENT = "  "
_NARROWEST_COLUMN = 12


def topic_text(topic: HelpTopic, width: int = 0) -> str:
    """Return a topic with its lines wrapped at a width, or not at all."""
    lines = [topic.title, "=" * len(topic.title)]
    if topic.lead:
        lines += ["", *_wrapped(topic.lead, width)]
    for section in topic.sections:
        lines += _section(section, width)
    return "\n".join((*lines, ""))


def section_text(section: HelpSection) -> str:
    """Return all words of a section in one text, for searching."""
    terms = (text for each in section.terms for text in (each.term, each.means, *each.notes))
    cells = (cell for row in section.table for cell in row)
    return " ".join((*section.text, *terms, *cells))


def _section(section: HelpSection, width: int) -> Iterator[str]:
    if section.head:
        yield ""
        yield section.head
        yield "-" * len(section.head)
    for number, text in enumerate(section.text):
        if number:
            yield ""
        yield from _wrapped(text, width)
    for number, each in enumerate(section.terms):
        if number or section.text:
            yield ""
        yield from _wrapped(each.term, width)
        for text in (each.means, *each.notes):
            if text:
                yield from _wrapped(text, width, _INDENT)
    if section.table:
        if section.text or section.terms:
            yield ""
        yield from _rows(section.table, width)


def _rows(table: tuple[tuple[str, ...], ...], width: int) -> Iterator[str]:
    """Yield a table in columns where a width is given, else with tabs, as sheets take it."""
    if not width:
        yield from ("\t".join(row) for row in table)
        return
    shares = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    room = width - 2 * (len(shares) - 1)
    while sum(shares) > room and max(shares) > _NARROWEST_COLUMN:
        widest = shares.index(max(shares))
        shares[widest] -= 1
    for row in table:
        cells = [
            textwrap.wrap(cell, share) or [""] for cell, share in zip(row, shares, strict=True)
        ]
        for number in range(max(len(cell) for cell in cells)):
            parts = (
                (cell[number] if number < len(cell) else "").ljust(share)
                for cell, share in zip(cells, shares, strict=True)
            )
            yield "  ".join(parts).rstrip()


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    if not width:
        return [f"{indent}{text}"]
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent) or [""]
