"""Making a worksheet one's own: pure changes of the text of a worksheet.toml.

What is hidden stays in the text with its id, so nothing that was answered is lost and the answers
are there again when it is asked again. Ids of own sections and questions are never used twice.
"""

import tomllib
from collections.abc import Callable, Iterator
from typing import Any

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import MARKETS
from icp_desktop.model.record import record
from icp_desktop.model.values import Kind
from icp_desktop.worksheet.toml_source import read_worksheet

OWN = "own."  # the ids of what a person has added start so

Table = dict[str, Any]


@record
class OwnField:
    """A question of the person's own: what it is called and how it is answered.

    `leads` puts it on the map; otherwise it waits under "more detail". `choices` and `units` are
    words; a choice needs at least one.
    """

    label: str
    question: str = ""
    kind: Kind = "text"
    leads: bool = True
    choices: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@record
class OutlineField:
    """A question as the outline shows it."""

    id: str
    label: str
    question: str
    kind: Kind
    hidden: bool
    leads: bool

    @property
    def own(self) -> bool:
        """Say whether the person added it."""
        return self.id.startswith(OWN)


@record
class OutlineSection:
    """A section as the outline shows it, with all its questions, hidden ones too."""

    id: str
    label: str
    hidden: bool
    fields: tuple[OutlineField, ...]

    @property
    def own(self) -> bool:
        """Say whether the person added it."""
        return self.id.startswith(OWN)


def outline(source: str) -> tuple[OutlineSection, ...]:
    """Return everything a worksheet can ask, in order; labels are those that hold everywhere."""
    worksheet = read_worksheet(source)
    known = {field.id: field for field in (*worksheet.fields(), *worksheet.hidden_fields())}
    return tuple(
        OutlineSection(
            id=section["id"],
            label=section["label"],
            hidden=bool(section.get("hidden")),
            fields=tuple(
                OutlineField(
                    id=field["id"],
                    label=_first(field, "label"),
                    question=_first(field, "question"),
                    kind=field["kind"],
                    hidden=bool(field.get("hidden")),
                    leads=bool(known[field["id"]].core),
                )
                for field in section.get("fields", ())
            ),
        )
        for section in tomllib.loads(source)["sections"]
    )


def add_section(source: str, label: str) -> tuple[str, str]:
    """Return the worksheet with a section more at the end, and the id of the section."""
    section_id = f"{OWN}{new_id()}"

    def change(table: Table) -> None:
        table["sections"].append({"id": section_id, "label": _said(label), "fields": []})

    return _changed(source, change), section_id


def add_field(source: str, section_id: str, own: OwnField) -> tuple[str, str]:
    """Return the worksheet with a question more at the end of a section, and its id."""
    field_id = f"{OWN}{new_id()}"

    def change(table: Table) -> None:
        fields = _find(table["sections"], section_id).setdefault("fields", [])
        fields.append({"id": field_id, **_own_table(own)})

    return _changed(source, change), field_id


def change_field(source: str, field_id: str, own: OwnField) -> str:
    """Return the worksheet with one of the person's own questions changed."""

    def change(table: Table) -> None:
        field = _field(table, field_id)
        kept = {"id": field_id} | ({"hidden": True} if field.get("hidden") else {})
        field.clear()
        field.update(kept | _own_table(own))

    return _changed(source, change)


def own_field(source: str, field_id: str) -> OwnField:
    """Return a question as it can be changed; raise KeyError if there is none."""
    field = _field(tomllib.loads(source), field_id)
    return OwnField(
        label=_first(field, "label"),
        question=_first(field, "question"),
        kind=field["kind"],
        leads=bool(field.get("core")),
        choices=tuple(each["label"] for each in field.get("choices", ())),
        units=tuple(each["label"] for each in field.get("units", ())),
    )


def rename_section(source: str, section_id: str, label: str) -> str:
    """Return the worksheet with another name for a section, in every market."""
    return _changed(
        source, lambda table: _say(_find(table["sections"], section_id), "label", label)
    )


def rename_field(source: str, field_id: str, label: str, question: str) -> str:
    """Return the worksheet with other words for a question, in every market."""

    def change(table: Table) -> None:
        field = _field(table, field_id)
        if label != _first(field, "label"):
            _say(field, "label", label)
        if question != _first(field, "question"):
            _say(field, "question", question)

    return _changed(source, change)


def show(source: str, thing_id: str, *, hidden: bool) -> str:
    """Return the worksheet with a section or question asked no longer, or asked again."""

    def change(table: Table) -> None:
        thing = _section_or_field(table, thing_id)
        thing.pop("hidden", None)
        if hidden:
            thing["hidden"] = True

    return _changed(source, change)


def lead(source: str, field_id: str, *, leads: bool) -> str:
    """Return the worksheet with a question on the map, or under "more detail"."""

    def change(table: Table) -> None:
        field = _field(table, field_id)
        field["core"] = list(field.get("audience", MARKETS)) if leads else []

    return _changed(source, change)


def move(source: str, thing_id: str, by: int) -> str:
    """Return the worksheet with a section or question moved up (-1) or down (1) in its list.

    Where there is nowhere to go, the same text comes back.
    """

    def change(table: Table) -> None:
        siblings = _siblings(table, thing_id)
        place = next(n for n, each in enumerate(siblings) if each["id"] == thing_id)
        target = place + by
        if 0 <= target < len(siblings):
            siblings.insert(target, siblings.pop(place))

    return _changed(source, change)


def remove_own(source: str, thing_id: str) -> str:
    """Return the worksheet without a section or question that the person added."""
    if not thing_id.startswith(OWN):
        raise KeyError(thing_id)

    def change(table: Table) -> None:
        siblings = _siblings(table, thing_id)
        siblings[:] = [each for each in siblings if each["id"] != thing_id]

    return _changed(source, change)


def _changed(source: str, change: Callable[[Table], None]) -> str:
    """Return the changed text; raise KnownError if the result could not be asked."""
    import tomlkit

    before, table = tomllib.loads(source), tomllib.loads(source)
    change(table)
    if table == before:
        return source
    changed = tomlkit.dumps(table)
    read_worksheet(changed)
    return changed


def _own_table(own: OwnField) -> Table:
    table: Table = {"kind": own.kind, "label": _said(own.label)}
    if own.question.strip():
        table["question"] = own.question.strip()
    table["core"] = list(MARKETS) if own.leads else []
    if own.kind == "choice":
        table["choices"] = _numbered(own.choices)
    if own.kind in {"number_range", "money_range"} and own.units:
        table["units"] = _numbered(own.units)
    table["headings"] = [own.label.strip().casefold()]
    return table


def _numbered(words: tuple[str, ...]) -> list[Table]:
    """Return options whose ids come from their place: a choice that is renamed stays chosen."""
    return [{"id": f"c{n}", "label": text.strip()} for n, text in enumerate(words) if text.strip()]


def _said(label: str) -> str:
    if not label.strip():
        raise KnownError(_("Say what it is called, then add it."))
    return label.strip()


def _say(thing: Table, key: str, text: str) -> None:
    """Put a word in for every market."""
    if key == "label" or text.strip():
        thing[key] = _said(text) if key == "label" else text.strip()
    else:
        thing.pop(key, None)
    for market in MARKETS:
        if market in thing:
            thing[market].pop(key, None)


def _first(thing: Table, key: str) -> str:
    """Return a word as it holds everywhere, else as the first market that has one says it."""
    places = (thing, *(thing.get(market, {}) for market in MARKETS))
    return next((str(place[key]) for place in places if key in place), "")


def _find(things: list[Table], thing_id: str) -> Table:
    for each in things:
        if each["id"] == thing_id:
            return each
    raise KeyError(thing_id)


def _lists(table: Table) -> Iterator[list[Table]]:
    yield table["sections"]
    for section in table["sections"]:
        yield section.get("fields", [])


def _siblings(table: Table, thing_id: str) -> list[Table]:
    for things in _lists(table):
        if any(each["id"] == thing_id for each in things):
            return things
    raise KeyError(thing_id)


def _section_or_field(table: Table, thing_id: str) -> Table:
    return _find(_siblings(table, thing_id), thing_id)


def _field(table: Table, field_id: str) -> Table:
    return _find([each for section in table["sections"] for each in section["fields"]], field_id)
