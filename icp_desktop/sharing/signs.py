"""What tells of somebody in a text by its shape: addresses, numbers, days and sums."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache

from icp_desktop.i18n import _
from icp_desktop.sharing.bands import band_of, range_of
from icp_desktop.sharing.codes import Found
from icp_desktop.worksheet.phrases import babel_locale, is_currency, say_number

Span = tuple[int, int]
_SPACES = "\u00a0\u202f\u2009 "
_EMAIL = re.compile(
    r"[^\s@<>()\[\]{},;:\"“”„|/\\]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.UNICODE
)
_WEB = re.compile(
    r"(?:(?:https?|ftp|file|mailto|tel|sms|skype|slack)\s?:\s?(?://)?|www\.)[^\s<>\"“”„]{2,2000}"
    r"|(?<![\w@.-])(?:[a-z0-9](?:[\w-]{0,62})\.){1,6}"
    r"(?:com|org|net|info|biz|io|co|app|dev|shop|eu|de|at|ch|uk|fr|it|es|nl|be|pl|se|no|dk|fi|ie|pt|"
    r"us|ca|au|nz|in|jp|cn|br|mx|za|me|tv|ai|example|test|invalid|localhost)\b(?:/[^\s<>\"“”„]*)?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.])@[^\W\d_][\w.]{1,60}")
_PHONE = re.compile(
    rf"(?<![\w,.])(?:\+|00|\(\+)?\s?\(?\d[\d()/.\-–‑{_SPACES}]{{5,24}}\d(?!\w|[.,]\d)"
)
_NUMBER = (
    rf"\d{{1,3}}(?:[{_SPACES}.,’'٬]\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d{{1,15}}(?:[.,]\d{{1,12}})?"
)
_SYMBOLS = "$€£¥₹₽₩₺₴₪₫₦₱₡₲₵₸฿¢"
_MONEY_WORDS = (
    "dollars?|euros?|pounds?(?: sterling)?|sterling|quid|francs?|rupees?|yen|yuan|zloty|kronor|"
    "kroner|pesos?|reais|real|bucks|cents?|pence"
)
_SCALES = r"k|m|mn|bn|b|thousand|million|billion|tsd\.?|mio\.?|mrd\.?"
_SUM = re.compile(
    rf"(?P<before>(?:(?<!\w)[A-Z]{{0,3}}[{_SYMBOLS}]|(?<!\w)[A-Z]{{3}})\s?)?"
    rf"(?<![\w.,])(?P<figure>{_NUMBER})"
    rf"(?P<scale>\s?(?i:{_SCALES})\b)?"
    rf"(?P<after>\s?[{_SYMBOLS}]|\s(?:{_MONEY_WORDS}|[A-Z]{{3}})\b)?"
    rf"(?![\w%])",
)
_CODE = re.compile(r"[A-Z]{3}")
_LEAST = 1000  # a bare figure below it may be a head count, an age or a share
_YEARS = range(1800, 2200)
_JOINED = re.compile(r"\s*(?:–|-|—|to|bis)\s*(?:about\s)?")
_LEAST_DIGITS = 7  # digits at least: fewer are no number to call


def find_addresses(text: str) -> Iterator[Found]:
    """Yield addresses of mail and web, and names behind an @."""
    for match in _EMAIL.finditer(text):
        yield Found(*match.span(), _("[e-mail]"), "email")
    for match in _WEB.finditer(text):
        end = match.start() + len(match[0].rstrip(".,;:!?)]}’'"))
        yield Found(match.start(), end, _("[web address]"), "web")
    for match in _HANDLE.finditer(text):
        yield Found(*match.span(), _("[e-mail]"), "email")


def find_days(text: str) -> Iterator[Found]:
    """Yield exact days, with their month and year to stand for them."""
    for match in _day_pattern().finditer(text):
        yield Found(*match.span(), _month_words(match), "day")


def find_phones(text: str) -> Iterator[Found]:
    """Yield numbers that somebody can be called at."""
    for match in _PHONE.finditer(text):
        found = match[0]
        digits = sum(letter.isdigit() for letter in found)
        plain = found.strip().isdigit()
        if digits < _LEAST_DIGITS or (plain and digits < 9 and not found.strip().startswith("0")):
            continue
        if re.fullmatch(r"\d{4}\s?[–-]\s?\d{4}", found.strip()):  # from one year to another
            continue
        if re.fullmatch(r"\d{1,3}(?:[.,’']\d{3})+", found.strip()):  # a large figure
            continue
        yield Found(*match.span(), _("[phone]"), "phone")


def find_money(text: str) -> Iterator[Found]:
    """Yield sums with their money, each with its band to stand for it; two ends as one."""
    yield from _banded(text, [match for match in _SUM.finditer(text) if _has_money(match)])


def find_figures(text: str) -> Iterator[Found]:
    """Yield figures that may be sums, likewise."""
    yield from _banded(text, [match for match in _SUM.finditer(text) if _is_large(match)])


def _banded(text: str, found: list[re.Match[str]]) -> Iterator[Found]:
    place = 0
    while place < len(found):
        first = found[place]
        second = found[place + 1] if place + 1 < len(found) else None
        if second is not None and _JOINED.fullmatch(text, first.end(), second.start()):
            yield Found(first.start(), second.end(), _range_words(first, second), "sum")
            place += 2
            continue
        yield Found(*first.span(), _range_words(first, first), "sum")
        place += 1


# In this order: what one has found is not looked at by the next.
FINDERS: tuple[Callable[[str], Iterator[Found]], ...] = (
    find_days,
    find_money,
    find_phones,
    find_figures,
)


def _has_money(match: re.Match[str]) -> bool:
    said = ((match["before"] or "").strip(), (match["after"] or "").strip())
    return any(each and (not _CODE.fullmatch(each) or is_currency(each)) for each in said)


def _is_large(match: re.Match[str]) -> bool:
    figure = match["figure"]
    amount = _amount(figure)
    if match["scale"] and match["scale"].strip().casefold() not in ("m", "b"):
        return True
    return amount >= _LEAST and not (figure.isdigit() and int(figure) in _YEARS)


def _range_words(first: re.Match[str], second: re.Match[str]) -> str:
    """Return the bands of two sums in words, in the money they are written in."""
    one, other = _amount(first["figure"]), _amount(second["figure"])
    low, high = band_of(one)[0], band_of(other)[1]
    if first is not second and first["scale"] == second["scale"]:
        edges = range_of(one, other)
        low, high = edges[0] or low, edges[1] or high
    scale, last_scale = first["scale"] or "", second["scale"] or ""
    if scale == last_scale and len(scale) > 2:  # “1–2 million”, but “10k–20k”
        scale = ""
    before = first["before"] or ""
    after = "" if first is second else first["after"] or ""
    start = f"{before}{say_number(low)}{scale}{after}"
    end = f"{second['before'] or before}{say_number(high)}{last_scale}{second['after'] or ''}"
    return f"{start}–{end}"


def _amount(figure: str) -> Decimal:
    """Return what a figure means, written with points or commas."""
    bare = re.sub(rf"[{_SPACES}’'٬]", "", figure)
    last = max(bare.rfind("."), bare.rfind(","))
    if last >= 0:
        decimals = len(bare) - last - 1
        whole = re.sub("[.,]", "", bare[:last])
        grouped = decimals == 3 and len(whole) <= 3 * (len(bare) // 4 + 1) and whole != "0"
        bare = f"{whole}{bare[last + 1 :]}" if grouped else f"{whole}.{bare[last + 1 :]}"
    try:
        return Decimal(bare)
    except InvalidOperation:
        return Decimal(_LEAST)


@cache
def _month_names(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in (babel_locale("en"), babel_locale(language)):
        for kind in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                months = locale.months[kind][width]
                names |= {str(each).casefold().rstrip("."): int(n) for n, each in months.items()}
    return names


def _day_pattern() -> re.Pattern[str]:
    return _pattern_of(str(babel_locale()))


@cache
def _pattern_of(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _month_names(language)), key=len, reverse=True))
    day, year = r"\d{1,2}(?:st|nd|rd|th)?\.?", r"\d{4}"
    return re.compile(
        rf"(?<![\w.,-])(?:(?P<y1>{year})-(?P<m1>\d{{1,2}})-\d{{1,2}}(?:[T ]\d{{2}}:\d{{2}}\S*)?"
        rf"|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?P<y2>{year}|\d{{2}})"
        rf"|(?:{day}\s(?:of\s|de\s)?)(?P<m3>{months})\.?(?:,?\s(?:de\s)?(?P<y3>{year}))?"
        rf"|(?P<m4>{months})\.?\s{day}(?:,?\s(?P<y4>{year}))?)(?![\w-]|\.\d)",
        re.IGNORECASE,
    )


def _month_words(match: re.Match[str]) -> str:
    """Return the month and year of a day, as far as they are told."""
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"] or ""
    word = match["m3"] or match["m4"] or ""
    number = int(match["m1"]) if match["m1"] else 0
    if word:
        number = _month_names(str(babel_locale())).get(word.casefold().rstrip("."), 0)
    names = babel_locale().months["stand-alone"]["wide"]
    month = str(names[number]) if number in names else ""
    return " ".join(part for part in (month, year) if part) or _("[day]")
