"""A sample in which every field of every kind of record tells of somebody, all of it invented."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import count, cycle
from typing import Any, Literal, get_args, get_origin, get_type_hints

from icp_desktop.model.body import Body, make_body
from icp_desktop.model.names import FOLDERS
from icp_desktop.model.project import Project
from icp_desktop.model.table import Column, Table
from icp_desktop.model.values import Choice, Text, Value
from icp_desktop.sharing.declared import treatment_of
from icp_desktop.worksheet.samples import make_sample

FIRST = (
    "Wilhelmine", "Thaddeus", "Ottoline", "Barnabas", "Philomena", "Crispin", "Emmeline",
    "Lysander", "Marigold", "Peregrine", "Rosamund", "Septimus", "Theodora", "Ulysses", "Valentina",
    "Winifred", "Xanthippe", "Yolande", "Zebedee", "Hyacinth",
)  # fmt: skip
LAST = (
    "Zapfenstreich", "Quillfeather", "Bumblewick", "Thistlewood", "Marmalade", "Puddifoot",
    "Nettleship", "Oakapple", "Fennimore", "Gadfly", "Hawthornden", "Inkpen", "Jellicoe",
    "Kettlewell", "Lovelace-Byrd", "Mugglestone", "Nightingale", "Owlthorpe", "Pennyfeather",
    "Rumbelow",
)  # fmt: skip
NAMES = tuple(f"{first} {last}" for first, last in zip(FIRST, LAST, strict=True))
MAILS = tuple(f"{last.lower()}.{n}@{first.lower()}.example" for n, (first, last) in enumerate(
    zip(FIRST, LAST, strict=True)
))  # fmt: skip
PHONES = tuple(f"+44 20 7946 {1100 + 37 * n}" for n in range(20))
FIGURES = tuple(13_217 + 7_919 * n for n in range(20))
SUMS = tuple(f"${figure:,}.{17 + n}" for n, figure in enumerate(FIGURES))
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cf"
    "c0f01f0005000178ff0a2d5d0000000049454e44ae426082"
)
_TEXTS = frozenset(
    ("words", "title", "notes", "person", "company", "client", "source", "person_gone",
     "company_gone", "hidden")
)  # fmt: skip


def signs() -> Iterator[str]:
    """Yield every text of which nothing may be left: in capitals, small letters and figures."""
    yield from LAST
    yield from MAILS
    for phone in PHONES:
        yield phone
        yield phone.removeprefix("+44 ")
    for figure in FIGURES:
        yield f"{figure:,}"


def make_telling(sample_id: str) -> Project:
    """Return a sample with one record more of each kind, and every text telling of somebody."""
    project = make_sample(sample_id)
    made = Maker()
    sections = {name: (*project.folder(name), *made.folder(name)) for name in FOLDERS}
    sections["tables"] = (*project.tables, _telling_list())
    told: Project = made.telling(replace(project, **sections))
    return replace(
        told,
        client="Nettleship & Gadfly Ltd",
        brand=replace(told.brand, logo=make_body(PICTURE, "png"), footer=f"{NAMES[3]}, {MAILS[3]}"),
    )


class Maker:
    """Makes records of any kind from what their fields are declared as."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._texts = cycle(
            f"{name} said {mail} {phone} {total}"
            for name, mail, phone, total in zip(NAMES, MAILS, PHONES, SUMS, strict=True)
        )
        self._names = cycle(NAMES)

    def folder(self, name: str) -> tuple[Any, ...]:
        if name == "tables":
            return ()
        cls = get_args(get_type_hints(Project)[name])[0]
        return (self.record(cls),)

    def record(self, cls: type) -> Any:
        hints = get_type_hints(cls)
        return cls(
            **{each.name: self.value(cls, each.name, hints[each.name]) for each in fields(cls)}
        )

    def value(self, cls: type, name: str, hint: Any) -> Any:
        if hint is Value:
            return Text(text=next(self._texts))
        if get_origin(hint) is Literal:
            return get_args(hint)[-1]
        if get_origin(hint) is tuple:
            return (self.value(cls, name, get_args(hint)[0]),)
        if type(None) in get_args(hint):
            return self.value(cls, name, get_args(hint)[0]) if name != "withdrawn" else None
        if hint is str:
            return self.text(cls, name)
        plain: dict[Any, Any] = {
            int: 3,
            bool: True,
            date: date(2026, 3, 17),
            Decimal: Decimal(FIGURES[5]),
            Body: make_body(PICTURE, "png"),
        }
        return plain[hint] if hint in plain else self.record(hint)

    def text(self, cls: type, name: str) -> str:
        treatment = treatment_of(cls, name)
        if name == "source" or treatment == "asked":
            return ""
        if treatment in ("person", "company", "person_gone", "company_gone", "client", "customer"):
            return next(self._names)
        return next(self._texts) if treatment in _TEXTS else f"id{next(self._numbers)}"

    def telling(self, value: Any) -> Any:
        """Return a value with something that tells of somebody behind each of its free texts."""
        match value:
            case tuple():
                return tuple(self.telling(each) for each in value)
            case Choice() | Body() | Table():
                return value
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = {}
        for each in fields(value):
            before, treatment = getattr(value, each.name), treatment_of(type(value), each.name)
            if treatment == "inside":
                changed[each.name] = self.telling(before)
            elif treatment in ("words", "notes") and isinstance(before, str) and before:
                changed[each.name] = f"{before} {next(self._texts)}"
        return replace(value, **changed) if changed else value


def _telling_list() -> Table:
    heads = ("Firm", "Contact", "Mail", "Phone", "Fees", "Since", "Industry")
    lines = [",".join(heads)]
    for n, (name, mail, phone, figure) in enumerate(
        zip(NAMES, MAILS, PHONES, FIGURES, strict=True)
    ):
        lines.append(f"{LAST[n]} Ltd,{name},{mail},{phone},{figure},2024-03-{n + 1:02},Trade")
    columns = (
        Column(heading="Firm", meaning="name"),
        Column(heading="Contact"),
        Column(heading="Mail"),
        Column(heading="Phone"),
        Column(heading="Fees", meaning="revenue", type="money", currency="USD"),
        Column(heading="Since", meaning="joined", type="date"),
        Column(heading="Industry", meaning="company.industry"),
    )
    body = make_body(("\n".join(lines) + "\n").encode(), "csv")
    name = f"{NAMES[0]} {MAILS[0]}.csv"
    return Table(id="telling", name=name, role="leads", body=body, columns=columns, rows=len(NAMES))
