"""A converter between records and plain JSON values that never bends a type to make it fit.

cattrs by itself takes None for 'None', "false" for True and 7.9 for 7; the hooks below refuse.
"""

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_type_hints

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from icp_desktop.model.body import Body, BodyForm
from icp_desktop.model.evidence import NextTest
from icp_desktop.model.project import Project
from icp_desktop.model.values import Value

LONGEST_TEXT = 1_000_000
LONGEST_LIST = 20_000
LARGEST_FIGURE = Decimal(10) ** 18
_bodies: ContextVar[Mapping[str, bytes]] = ContextVar("bodies")


def body_name(digest: str, form: str) -> str:
    """Return the name of the part that holds a body."""
    return f"{'tables' if form == 'csv' else 'assets'}/{digest}.{form}"


@contextlib.contextmanager
def bodies_from(parts: Mapping[str, bytes]) -> Iterator[None]:
    """Take the bytes that records name by digest from these parts."""
    token = _bodies.set(parts)
    try:
        yield
    finally:
        _bodies.reset(token)


def make_converter() -> cattrs.Converter:
    """Return a converter that knows every record of the model and refuses all else."""
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, _yes_no)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(Decimal, _figure)
    converter.register_structure_hook(date, _day)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Body, lambda body: [body.form, body.digest])
    converter.register_structure_hook(Body, _body)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook(converter))
    for cls in _records(Project):
        converter.register_unstructure_hook(
            cls, make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=False)
        )
        hook = _test_hook if cls is NextTest else _structure_hook
        converter.register_structure_hook(cls, hook(cls, converter))
    converter.register_structure_hook(Value, _value_hook(converter))
    return converter


def _records(cls: Any) -> dict[type, None]:
    """Return every record that a record can hold, those it is made of before it."""
    found: dict[type, None] = {}
    if isinstance(cls, type) and is_dataclass(cls):
        for hint in get_type_hints(cls).values():
            found |= _records(hint)
        if cls is not Body:
            found[cls] = None
    for each in get_args(cls):
        found |= _records(each)
    return found


def _body(data: Any, _: type) -> Body:
    if not isinstance(data, list) or len(data) != 2 or data[0] not in get_args(BodyForm):
        raise TypeError("a form and a digest were expected")
    form, digest = data
    found = _bodies.get({}).get(body_name(str(digest), form))
    if found is None or hashlib.sha256(found).hexdigest() != digest:
        raise ValueError(f"the bytes {str(digest)[:64]} are missing or have changed")
    return Body(digest=digest, form=form, data=found)


def _structure_hook(cls: type, converter: cattrs.Converter) -> Any:
    made: Any = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def structure(data: Any, _: type) -> Any:
        if not isinstance(data, dict):
            raise TypeError(f"{cls.__name__} is not a table")
        return made(data, cls)

    return structure


def _test_hook(cls: type, converter: cattrs.Converter) -> Any:
    made = _structure_hook(cls, converter)

    def structure(data: Any, _: type) -> Any:
        if isinstance(data, str):  # a test was once a bare sentence
            return NextTest(what=_text(data, str))
        return made(data, cls)

    return structure


def _value_hook(converter: cattrs.Converter) -> Any:
    variants = {cls.__dataclass_fields__["kind"].default: cls for cls in get_args(Value)}

    def structure(data: Any, _: type) -> Any:
        kind = data.get("kind") if isinstance(data, dict) else None
        if not isinstance(kind, str) or kind not in variants:
            raise ValueError(f"unknown kind of answer: {str(kind)[:40]}")
        return converter.structure(data, variants[kind])

    return structure


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _tuple_hook(converter: cattrs.Converter) -> Any:
    def factory(cls: Any) -> Any:
        item = get_args(cls)[0]

        def structure(data: Any, _: type) -> Any:
            if not isinstance(data, list) or len(data) > LONGEST_LIST:
                raise TypeError("a list was expected")
            return tuple(converter.structure(each, item) for each in data)

        return structure

    return factory


def _text(data: Any, _: type) -> str:
    if not isinstance(data, str):
        raise TypeError("a text was expected")
    if len(data) > LONGEST_TEXT:
        raise ValueError("a text is longer than a million characters")
    data.encode("utf-8")  # a lone surrogate could never be written again
    return data


def _yes_no(data: Any, _: type) -> bool:
    if not isinstance(data, bool):
        raise TypeError("true or false was expected")
    return data


def _whole(data: Any, _: type) -> int:
    if not isinstance(data, int) or isinstance(data, bool) or abs(data) > LARGEST_FIGURE:
        raise TypeError("a whole number was expected")
    return data


def _figure(data: Any, _: type) -> Decimal:
    if not isinstance(data, str) or len(data) > 60:
        raise TypeError("a figure in quotes was expected")
    try:
        figure = Decimal(data)
    except InvalidOperation as error:
        raise ValueError("a figure was expected") from error
    if not figure.is_finite() or figure.copy_abs() > LARGEST_FIGURE or _exponent(figure) < -12:
        raise ValueError("a figure is out of bounds")
    return figure


def _exponent(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _day(data: Any, _: type) -> date:
    if not isinstance(data, str):
        raise TypeError("a date was expected")
    return date.fromisoformat(data)
