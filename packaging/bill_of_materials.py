"""Writes down what a bundle is made of: a CycloneDX list, and a folder with all licences."""

import json
import shutil
import sys
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from components import find_components
from distributions import ROOT, project
from licence_texts import texts_here
from native_parts import Component


def make_list(components: Iterable[Component], version: str, moment: datetime) -> dict[str, Any]:
    """Return the list in the form of CycloneDX 1.6."""
    stamp = moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, f"icp-desktop/{version}/{stamp}").urn,
        "version": 1,
        "metadata": {
            "timestamp": stamp,
            "component": {
                "type": "application",
                "bom-ref": "icp-desktop",
                "name": "icp-desktop",
                "version": version,
                "licenses": [{"expression": str(project()["license"])}],
            },
        },
        "components": [_entry(each) for each in components if each.name != "icp-desktop"],
    }


def write_licences(folder: Path, components: Iterable[Component]) -> None:
    """Write the notice and the text of every licence into a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "NOTICE.txt", folder)
    for name, text in texts_here(sys.platform).items():
        shutil.copyfile(text, folder / name)
    for component in components:
        for number, text in enumerate(component.texts):
            more = f"-{number + 1}" if number else ""
            name = f"{component.name.replace(' ', '-')}{more}.txt"
            (folder / name).write_text(_words(text), encoding="utf-8")


def add_to_bundle(bundle: Path, site: Path, table: Path, moment: datetime) -> list[Component]:
    """Put list and licences into a bundle and return its components."""
    components = find_components(site, table)
    inside = bundle / "_internal" / "licences"
    write_licences(inside, components)
    found = make_list(components, str(project()["version"]), moment)
    (inside / "icp-desktop.cdx.json").write_text(json.dumps(found, indent=2) + "\n")
    return components


def _words(text: Path) -> str:
    """Return the words of a file; some older ones are not in UTF-8."""
    data = text.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _entry(component: Component) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": component.address or component.name,
        "name": component.name,
        "version": component.version,
    }
    if component.licence:
        entry["licenses"] = [{"expression": component.licence}]
    if component.address:
        entry["purl"] = component.address
    return entry
