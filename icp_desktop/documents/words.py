"""Small turns of phrase that documents share, in the language of the reader."""

from collections.abc import Iterable

from icp_desktop.i18n import _, language, later

SITUATION_NAMES: dict[str, str] = {
    "many": later("Many"),
    "few": later("A few"),
    "none": later("None yet"),
}
REASON_NAMES: dict[str, str] = {
    "wrong_expectations": later("Wrong expectations"),
    "heavy_support": later("Heavy support"),
    "left_early": later("Left early"),
    "bad_reviews": later("Bad reviews"),
    "hard_to_work_with": later("Hard to work with"),
}


def in_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: "why now", but "KPIs"."""
    if language().startswith("de") or label[1:2].isupper():
        return label
    return f"{label[:1].lower()}{label[1:]}"


def reason_words(reason: str) -> str:
    """Return why somebody is not a fit, in words: those of the program or the person's own."""
    return _(REASON_NAMES[reason]) if reason in REASON_NAMES else reason.strip()


def verdict_words(weight_words: str, reason: str) -> str:
    """Return how much a thing matters, with the reason where there is one."""
    return f"{weight_words}: {reason}" if reason else weight_words


def known_words(proof_words: str, *, disputed: bool) -> str:
    """Return how a thing is known, and that something speaks against it."""
    return _("{proof}, disputed", proof=proof_words) if disputed else proof_words


def join_items(items: Iterable[str], *, apart: bool = False) -> str:
    """Return items in one line, with semicolons where one has a comma of its own, or if `apart`."""
    parts = [item for item in items if item]
    comma = "; " if apart or any("," in part for part in parts) else ", "
    joined = "".join(part + (" " if part[-1] in ".!?…" else comma) for part in parts)
    return joined.removesuffix(comma).rstrip()
