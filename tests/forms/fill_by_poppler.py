"""python fill_by_poppler.py SENT FILLING.json OUT: fills a form as Evince does."""

import json
import sys
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import GLib, Poppler  # noqa: E402


def main(sent: str, wanted: str, out: str) -> None:
    """Fill and save."""
    filling = json.loads(Path(wanted).read_text(encoding="utf-8"))
    data = GLib.Bytes.new(Path(sent).read_bytes())
    document = Poppler.Document.new_from_bytes(data, None)
    for number in range(document.get_n_pages()):
        for mapping in document.get_page(number).get_form_field_mapping():
            field = mapping.field
            name = field.get_name()
            if name not in filling:
                continue
            value, kind = filling.pop(name), field.get_field_type()
            if kind == Poppler.FormFieldType.TEXT:
                field.text_set_text(value)
            elif kind == Poppler.FormFieldType.CHOICE:
                count = field.choice_get_n_items()
                field.choice_select_item(
                    next(n for n in range(count) if field.choice_get_item(n) == value)
                )
            else:
                field.button_set_state(value)
    if filling:
        raise SystemExit(f"no such fields: {sorted(filling)}")
    document.save(Path(out).absolute().as_uri())


if __name__ == "__main__":
    main(*sys.argv[1:])
