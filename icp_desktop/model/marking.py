"""Quotes that stay on their words while the text around them is typed."""

from dataclasses import replace

from icp_desktop.model.interview import Quote


def follow_text(
    quotes: tuple[Quote, ...], question: str, before: str, after: str
) -> tuple[Quote, ...]:
    """Return the quotes as they stand once the text of a question has become another.

    A change inside a quote becomes part of it; a quote whose words are all gone goes too.
    """
    if before == after:
        return quotes
    first = _common(before, after)
    most = min(len(before), len(after)) - first
    last = len(before) - min(_common(before[::-1], after[::-1]), most)
    grown = len(after) - len(before)
    kept = []
    for quote in quotes:
        if quote.question != question:
            kept.append(quote)
            continue
        found = _followed(quote, first, last, last + grown, after)
        if found is not None:
            kept.append(found)
    return quotes if kept == list(quotes) else tuple(kept)


def _followed(quote: Quote, first: int, last: int, new_last: int, after: str) -> Quote | None:
    """Move a quote over a change of [first, last) into [first, new_last)."""
    start, end = quote.start, quote.end
    if end <= first:
        return quote
    moved = new_last - last
    if start >= last:
        return replace(quote, start=start + moved)
    if start <= first and end >= last:
        end += moved
    elif start < first:
        end = first
    elif end > last:
        start, end = new_last, end + moved
    else:
        start = end = first
    if after[start:end].strip():
        return replace(quote, start=start, text=after[start:end])
    found = after.find(quote.text)  # the words were moved, or the text was pasted anew
    return None if found < 0 else replace(quote, start=found)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike; fast for whole transcripts."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
