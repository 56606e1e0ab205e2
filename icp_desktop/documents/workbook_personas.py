"""The sheet of the workbook that holds the personas: a line to a row, with its proof and quotes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from icp_desktop.checks.grades import LETTERS
from icp_desktop.documents.content import Request
from icp_desktop.documents.persona_content import Card, CardLine, make_cards
from icp_desktop.documents.workbook_look import Column, Table
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Sheet


def write_personas(
    add_sheet: Callable[[str], "Sheet"],
    request: Request,
    profiles: Iterable[Profile],
    footer: str,
) -> None:
    """Write the personas of the profiles; nothing where there are none."""
    found = [make_cards(replace(request, profile_id=each.id)) for each in profiles]
    if not any(each.cards for each in found):
        return
    columns = (
        Column(head=_("Profile"), width=26, quiet=True),
        Column(head=_("Persona"), width=26, strong=True),
        Column(head=_("Occupation"), width=28),
        Column(head=_("Part in the purchase"), width=24),
        Column(head=_("What"), width=20),
        Column(head=_("Line"), width=44),
        Column(head=_("Grade"), width=8),
        Column(head=_("How we know"), width=22),
        Column(head=_("Quotes"), width=54),
        Column(head=_("Against"), width=30),
    )
    table = Table(add_sheet(_("Personas")), _("Personas"), columns)
    for cards in found:
        for card in cards.cards:
            for block in card.blocks:
                for line in block.lines:
                    table.add(*_who(cards.profile, card), block.label, *_cells(line), group=card.id)
            if card.quotation is not None:
                said = _quoted(card.quotation.words, card.quotation.who)
                table.add(
                    *_who(cards.profile, card), _("Quote"), None, None, None, said, None,
                    group=card.id,
                )  # fmt: skip
    table.finish(request.paper, footer)


def _who(profile: str, card: Card) -> tuple[str | None, ...]:
    return (profile, card.title, card.occupation or None, card.parts_words or None)


def _cells(line: CardLine) -> tuple[str | None, ...]:
    quotes = "\n".join(_quoted(each.words, each.who) for each in line.quotations)
    return (
        line.text,
        LETTERS[line.grade],
        line.known_words,
        quotes or None,
        "\n".join(line.against) or None,
    )


def _quoted(words: str, who: str) -> str:
    return f"“{words}” {who}".rstrip()
