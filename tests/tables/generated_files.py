"""Lists from a seeded generator, in every mixture of code page, sign and way to write figures."""

import random
from datetime import date, timedelta
from itertools import product

from tables.corpus import Case, Columns

_WORDS = {
    "utf-8": ["Bäckerei", "Köln", "Škoda", "Łódź", "東京", "Ζεύς"],
    "utf-8-sig": ["Crème", "Åse", "Søren", "Ålesund", "Œuvre", "Ñandú"],
    "cp1252": ["Müller", "Straße", "Café", "Größe", "Jürgen", "Bäder"],
    "cp1250": ["Łódź", "Kraków", "Gdańsk", "Żywiec", "Świdnica", "Częstochowa"],
    "mac_roman": ["Müller", "Straße", "Größe", "Köln", "Jürgen", "Bäder"],
    "utf-16": ["Zürich", "Genève", "Graubünden", "Neuchâtel", "Köniz", "Bülach"],
}
_SIGNS = (";", ",", "\t")
_DECIMALS = (",", ".")


def _figure(value: float, decimal: str, *, grouped: bool) -> str:
    text = f"{value:,.2f}" if grouped else f"{value:.2f}"
    return text if decimal == "." else text.translate(str.maketrans(",.", ".,"))


def _cell(text: str, sign: str) -> str:
    return f'"{text}"' if sign in text else text


def _case(encoding: str, sign: str, decimal: str) -> Case:
    chance = random.Random(f"{encoding}{sign}{decimal}")
    rows = chance.randint(8, 40)
    names = [f"{chance.choice(_WORDS[encoding])} {n}" for n in range(rows)]
    spend = [round(chance.uniform(1, 90_000), 2) for _ in range(rows)]
    orders = [float(chance.randint(0, 40)) for _ in range(rows)]
    days = [date(2019, 1, 1) + timedelta(days=chance.randrange(2_000)) for _ in range(rows)]
    days[0] = date(2023, 5, 28)  # says which comes first
    grouped = chance.random() < 0.5
    way = "%d.%m.%Y" if decimal == "," else chance.choice(("%m/%d/%Y", "%Y-%m-%d", "%d %b %Y"))
    lines = [sign.join(("Customer", "Spend", "Orders", "Customer since"))]
    for name, paid, count, day in zip(names, spend, orders, days, strict=True):
        cells = (name, _figure(paid, decimal, grouped=grouped), f"{count:.0f}", day.strftime(way))
        lines.append(sign.join(_cell(cell, sign) for cell in cells))
    end = chance.choice(("\n", "\r\n"))
    columns: Columns = {
        "Customer": list(names), "Spend": list(spend), "Orders": list(orders),
        "Customer since": list(days),
    }  # fmt: skip
    name = f"{encoding}, {sign!r}, {decimal!r}"
    return Case(name, (end.join(lines) + end).encode(encoding), columns)


GENERATED = [
    _case(encoding, sign, decimal) for encoding, sign, decimal in product(_WORDS, _SIGNS, _DECIMALS)
]
