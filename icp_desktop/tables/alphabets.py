"""Which code page a text in single bytes is written in, told by the letters it would hold."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise

ENCODINGS = ("cp1252", "cp1250", "mac_roman", "cp850", "cp1251", "cp1253", "cp1254")
_ALPHABETS = {
    "cp1252": (
        "äöüßÄÖÜé", "àâæçéèêëîïôœùûüÿÀÂÇÉÈÊÎÔŒÙÛ", "áéíóúüñÁÉÍÓÚÜÑ", "ãõáàâçéêíóôúÃÕÁÀÂÇÉÊÍÓÔÚ",
        "àèéìíîòóùúÀÈÉÌÒÙ", "æøåéÆØÅ", "åäöéÅÄÖ", "éëïóöüèêá", "áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ",
    ),
    "cp1250": (
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ", "áäčďéíĺľňóôŕšťúýžÁÄČĎÉÍĽŇÓÔŠŤÚÝŽ",
        "áéíóöőúüűÁÉÍÓÖŐÚÜŰ", "ăâîşţĂÂÎŞŢ", "čćđšžČĆĐŠŽ",
    ),
    "cp1251": ("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіїєґІЇЄҐ",),
    "cp1253": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ",),
    "cp1254": ("çğıöşüÇĞİÖŞÜâîû",),
}  # fmt: skip
_ALPHABETS["mac_roman"] = _ALPHABETS["cp850"] = _ALPHABETS["cp1252"]
_SIGNS = "€£¥§°©®™«»“”„‘’‚–—…·¿¡ºª²³½¼¾×±µ‰\u00a0"
_BESIDE = re.compile(rb"[A-Za-z0-9]?[\x80-\xff]+[A-Za-z0-9]?")
_LOOKED_AT = 2_000_000  # bytes
_MOST_PLACES = 5_000


def find_code_page(data: bytes) -> tuple[str, bool]:
    """Return the likeliest code page, and whether no other is nearly as likely."""
    places = Counter(_BESIDE.findall(data[:_LOOKED_AT])).most_common(_MOST_PLACES)
    scores = {encoding: _score(places, encoding) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=lambda each: scores[each])  # the first of equals
    total = sum(count for _, count in places)
    rivals = [each for each in ENCODINGS if scores[each] > scores[best] - total / 20]
    texts = {data[:_LOOKED_AT].decode(each, errors="replace") for each in rivals}
    return best, len(texts) == 1


def _score(places: list[tuple[bytes, int]], encoding: str) -> float:
    """Return how many places read well, in the one language in which most of them do."""
    try:
        read = [(place.decode(encoding), count) for place, count in places]
    except UnicodeDecodeError:
        return float("-inf")
    return max(
        sum(count * _fits(text, alphabet) for text, count in read)
        for alphabet in _ALPHABETS[encoding]
    )


def _fits(text: str, alphabet: str) -> float:
    strange = [letter for letter in text if ord(letter) > 127]
    points = 0.0
    for letter in strange:
        if letter in alphabet:
            points += 1
        elif letter in _SIGNS:
            inside = text[0].isalpha() and text[-1].isalpha() and letter not in "’‘–—\u00a0"
            points += -1 if inside else 1
        else:
            points -= 0.5 if letter.isalpha() else 1
    foreign = any(letter.isalpha() and not _is_latin(letter) for letter in strange)
    if foreign and any(letter.isascii() and letter.isalpha() for letter in text):
        points -= 2 * len(strange)  # Greek or Cyrillic letters within a Latin word
    capital_inside = any(before.islower() and after.isupper() for before, after in pairwise(text))
    if capital_inside:
        points -= 1
    return points / max(1, len(strange))


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "LATIN").startswith("LATIN")
