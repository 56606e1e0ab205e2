"""The cards of personas on paper: A5 landscape, one to a page, or two on a sheet to be cut apart.

A card never grows. Its panel and its blocks are each set as large as their words allow; where even
the smallest size is not enough, lines go from the end of a block, and the block says how many.
"""

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Paper, Request
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.persona_content import Card, CardBlock, Cards, make_cards
from icp_desktop.documents.pictures import picture_address
from icp_desktop.documents.press import (
    CARD,
    CARD_EDGE,
    CARDS,
    MM,
    PdfResult,
    at_work,
    lay_out,
    write_layout,
)
from icp_desktop.i18n import _
from icp_desktop.model.record import record

if TYPE_CHECKING:
    from weasyprint import Document

MOST_LINES = 6
_PANEL, _GAP, _FOOT = 56, 6, 11  # mm: the panel, between columns, for legend and foot
_ROWS = 3


@record
class PanelSize:
    """How large the words of the panel are, and how many signs of the quote there is room for."""

    density: int
    quote: int
    title: int = 90


@record
class BlockSize:
    """How large the words of the blocks are, and how many signs of a line there is room for."""

    density: int
    characters: int = 120


PANELS: tuple[PanelSize, ...] = (
    PanelSize(density=0, quote=160),
    PanelSize(density=1, quote=160),
    PanelSize(density=2, quote=140),
    PanelSize(density=3, quote=120),
    PanelSize(density=3, quote=70, title=60),
    PanelSize(density=3, quote=0, title=60),
)
BLOCKS: tuple[BlockSize, ...] = (
    BlockSize(density=0),
    BlockSize(density=1),
    BlockSize(density=2, characters=110),
    BlockSize(density=3, characters=90),
)


@record
class Sized:
    """A card with the sizes of its panel and blocks, places in the lists above.

    `left_out` says how many lines of each block have to go where even the smallest is too large.
    """

    card: Card
    panel: int = 0
    blocks: int = 0
    left_out: tuple[int, ...] = (0,) * (2 * _ROWS)


@record
class SetBlock:
    """A block as it stands on the card: what is shown of it, and how many lines are left out."""

    block: CardBlock
    more: int


def print_personas(document_id: str, request: Request) -> PdfResult:
    """Return the cards as PDF, each as large as its words allow."""
    request = release(request)
    content = make_cards(request)
    cards = [Sized(card=each) for each in content.cards]
    with at_work() as remarks:
        while True:
            html = cards_html(content, request, cards, document_id)
            layout = lay_out(html, document_id, request.paper)
            smaller = _smaller(layout, cards, document_id, request.paper)
            if smaller == cards:
                return write_layout(layout, html, remarks)
            cards = smaller


def cards_html(content: Cards, request: Request, cards: list[Sized], document_id: str) -> str:
    """Return the cards as HTML."""
    width, height = CARD[request.paper]
    return fill_template(
        "personas.html",
        request,
        content=content,
        document_title=document_title(_("Personas"), content.profile, content.client),
        sheet=CARDS[document_id] > 1,
        cards=[
            (
                each.card,
                PANELS[each.panel],
                BLOCKS[each.blocks],
                [_set(*both) for both in zip(each.card.blocks, each.left_out, strict=True)],
            )
            for each in cards
        ],
        foot=[content.client, content.version_words, _made_by(request)],
        title_size=title_size,
        face=lambda card: picture_address(card.picture),
        width=width - 2 * CARD_EDGE,
        height=height - 2 * CARD_EDGE,
        column=(width - 2 * CARD_EDGE - _PANEL - 2 * _GAP) / 2,
        row=_row(request.paper),
    )


def _made_by(request: Request) -> str:
    return request.project.brand.footer or request.prepared_by


def _set(block: CardBlock, left_out: int) -> SetBlock:
    shown = replace(block, lines=block.lines[: max(_lines(block) - left_out, 0)])
    return SetBlock(block=shown, more=len(block.lines) - len(shown.lines))


def _lines(block: CardBlock) -> int:
    return min(len(block.lines), MOST_LINES)


def _row(paper: Paper) -> float:
    return (_inside(paper) - _FOOT) / _ROWS


def _inside(paper: Paper) -> float:
    return CARD[paper][1] - 2 * CARD_EDGE


def _smaller(layout: "Document", cards: list[Sized], document_id: str, paper: Paper) -> list[Sized]:
    """Return the cards with smaller words wherever they stand where others do.

    Words beyond the end of a page are left out without a remark, and so is the place behind them.
    """
    found = []
    for number, each in enumerate(cards):
        page, half = divmod(number, CARDS[document_id])
        top = (CARD_EDGE + half * CARD[paper][1]) * MM
        anchors = layout.pages[page].anchors
        places = {name: (place[1] - top) / MM for name, place in anchors.items()}
        if each.panel + 1 < len(PANELS) and _is_panel_full(places, number, paper):
            each = replace(each, panel=each.panel + 1)  # noqa: PLW2901 - the same card, smaller
        found.append(_with_less(each, _full_blocks(places, number, paper)))
    return found


def _with_less(each: Sized, full: list[bool]) -> Sized:
    """Return a card with smaller words, or with fewer where they are small already."""
    if any(full) and each.blocks + 1 < len(BLOCKS):
        return replace(each, blocks=each.blocks + 1)
    left_out = (
        min(less + is_full, _lines(block))
        for less, is_full, block in zip(each.left_out, full, each.card.blocks, strict=True)
    )
    return replace(each, left_out=tuple(left_out))


def _is_panel_full(places: dict[str, float], number: int, paper: Paper) -> bool:
    """Say whether the head of the panel reaches down to its quote, or to its end."""
    quote = places.get(f"q{number}", _inside(paper) - 2)
    return places.get(f"p{number}", inf) > quote - 4


def _full_blocks(places: dict[str, float], number: int, paper: Paper) -> list[bool]:
    """Say of each block whether its words reach down to the next one."""
    row = _row(paper)
    ends = ((place // 2 + 1) * row for place in range(2 * _ROWS))
    return [places.get(f"b{number}-{n}", inf) > end - 1.5 for n, end in enumerate(ends)]


def title_size(title: str) -> str:
    """Return how much smaller a title is set: by its length, and so that no word is cut."""
    word = max((len(each) for each in title.replace("-", " ").split()), default=0)
    if len(title) > 44 or word > 13:
        return "longer"
    return "long" if len(title) > 22 or word > 10 else ""
