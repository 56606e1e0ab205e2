"""Pages that are taken apart once they are written, so that they go bit by bit.

Laid out pages are about a hundred thousand objects that point at each other in circles. Left alone
they wait for the collector of cyclic garbage, which stops every thread for as long as it needs for
all of them at once, that of the window too; taken apart they go as they are let go of.
"""

import ctypes
import sys
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import CSS, HTML, Document
    from weasyprint.text.fonts import FontConfiguration

_LAID_OUT: list["Document"] = []  # pages that are still there
_MET: list[Any] = []  # what the layout of the pages under way has been working with


def lay_out_pages(
    html: "HTML", sheets: list["CSS"], fonts: "FontConfiguration", options: Mapping[str, Any]
) -> "Document":
    """Return the pages of an HTML text, as `HTML.render` does; one at a time."""
    from weasyprint import DEFAULT_OPTIONS

    wanted = {**DEFAULT_OPTIONS, **options, "stylesheets": sheets}
    layout = _document_class()._render(html, fonts, None, None, wanted)  # noqa: SLF001 - its own way
    _LAID_OUT.append(layout)
    return layout


def let_go() -> None:
    """Take everything apart that was laid out so far; nobody needs it any more."""
    for met in _MET:
        targets = met.target_collector
        for items in (targets.target_lookup_items, targets.counter_lookup_items):
            for item in items.values():
                _empty(item)
        for each in (met.style_for._cascaded_styles, met.style_for._computed_styles):  # noqa: SLF001
            each.clear()
        _empty(targets)
        _empty(met)
    _MET.clear()
    boxes = [page._page_box for layout in _LAID_OUT for page in layout.pages]  # noqa: SLF001
    _LAID_OUT.clear()
    while boxes:
        parts = list(vars(boxes[-1]).values())
        _empty(boxes.pop())
        boxes += [each for part in parts for each in _boxes_in(part)]


def give_back_memory() -> None:
    """Give what is free to the system, where it does not take it back by itself."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


@cache
def _document_class() -> "type[Document]":
    from weasyprint import Document

    class OpenDocument(Document):  # type: ignore[misc] # it has no types
        """A document that says what it was laid out with."""

        @classmethod
        def _build_layout_context(cls, *given: Any) -> Any:
            met = super()._build_layout_context(*given)
            _MET.append(met)
            return met

    return OpenDocument


def _boxes_in(part: object) -> list[Any]:
    from weasyprint.formatting_structure.boxes import Box

    if isinstance(part, Box):
        return [part]
    if isinstance(part, list | tuple):
        return [each for each in part if isinstance(each, Box)]
    return []


def _empty(thing: object) -> None:
    vars(thing).clear()
