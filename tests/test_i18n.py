"""Marked texts, and the pseudo-language that shows the unmarked ones."""

from concurrent.futures import ThreadPoolExecutor

from icp_desktop import i18n
from icp_desktop.i18n import PSEUDO_LANGUAGE, _, n_


def test_places_are_filled_after_translation() -> None:
    assert _("Open “{name}”", name="{x}") == "Open “{x}”"
    assert n_("{n} answer", "{n} answers", 1) == "1 answer"
    assert n_("{n} answer", "{n} answers", 3) == "3 answers"


def test_a_text_without_places_may_hold_braces() -> None:
    assert _("{") == "{"


def test_the_pseudo_language_marks_and_keeps_the_places() -> None:
    with i18n.using(PSEUDO_LANGUAGE):
        assert _("Save {name}", name="Bakery") == "⟦Såvé Bakery⟧"
        assert i18n.locale_code() == "en"
    assert _("Save") == "Save"


def test_a_document_language_does_not_leak_into_other_threads() -> None:
    with i18n.using(PSEUDO_LANGUAGE), ThreadPoolExecutor(1) as pool:
        assert pool.submit(i18n.language).result() == "en"


def test_an_unknown_language_shows_the_source_texts() -> None:
    with i18n.using("zz"):
        assert _("Save") == "Save"
