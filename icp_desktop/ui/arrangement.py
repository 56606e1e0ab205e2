"""How the window shares its width between rail, page and preview."""

from icp_desktop.model.record import record

MIDDLE, LARGE = 1180, 1600  # widths from which the rail has words, and from which the paper grows
RAIL, RAIL_FOLDED = 208, 56
_SMALL_PREVIEW, _MIDDLE_PREVIEW, _LARGE_PREVIEW = 368, 392, 520
_FORM_WITH_MARGIN = 988  # what the form and its margin column take; the rest goes to the preview
_NARROWEST_PAGE = 420  # below it the preview takes the place of the page


@record
class Arrangement:
    """The parts of the window in units: `preview` is 0 where it is folded away.

    `preview_alone` means that the preview takes the place of the page.
    """

    rail_folded: bool
    page: int
    preview: int
    preview_alone: bool = False


def arrange(width: int, *, preview: bool) -> Arrangement:
    """Return the arrangement for a window of `width` units (pixels over the person's scale)."""
    folded = width < MIDDLE
    rest = width - (RAIL_FOLDED if folded else RAIL)
    if not preview:
        return Arrangement(rail_folded=folded, page=rest, preview=0)
    if width >= LARGE:
        wanted = max(_LARGE_PREVIEW, rest - _FORM_WITH_MARGIN)
    else:
        wanted = _SMALL_PREVIEW if folded else _MIDDLE_PREVIEW
    if rest - wanted < _NARROWEST_PAGE:
        return Arrangement(rail_folded=folded, page=0, preview=rest, preview_alone=True)
    return Arrangement(rail_folded=folded, page=rest - wanted, preview=wanted)
