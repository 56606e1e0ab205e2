"""Finds out whose libraries of the system went into a bundle, and in which version."""

import ast
import re
import subprocess
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

_LGPL = "LGPL-2.1-or-later"
# Libraries that come from the system on which the bundle is made: name and licence, by file name.
NATIVE: tuple[tuple[str, str, str], ...] = (
    ("lib*gobject-2*|lib*glib-2*|lib*gio-2*|lib*gmodule-2*|lib*gthread-2*", "GLib", _LGPL),
    ("libpango*", "Pango", "LGPL-2.0-or-later"),
    ("libharfbuzz*", "HarfBuzz", "MIT-Modern-Variant"),
    ("libfontconfig*", "Fontconfig", "HPND-sell-variant"),
    ("libfreetype*", "FreeType", "FTL OR GPL-2.0-or-later"),
    ("libfribidi*", "FriBidi", _LGPL),
    ("libthai*", "LibThai", _LGPL),
    ("libdatrie*", "LibDatrie", _LGPL),
    ("libgraphite2*", "Graphite2", "LGPL-2.1-or-later OR MPL-1.1 OR GPL-2.0-or-later"),
    ("libpng16*", "libpng", "libpng-2.0"),
    ("libexpat*", "Expat", "MIT"),
    ("libpcre2*", "PCRE2", "BSD-3-Clause"),
    ("libbrotli*", "Brotli", "MIT"),
    ("libbz2*", "bzip2", "bzip2-1.0.6"),
    ("libffi*", "libffi", "MIT"),
    ("liblzma*", "XZ Utils", "0BSD"),
    ("libzstd*", "Zstandard", "BSD-3-Clause"),
    ("zlib1*|libz.*", "zlib", "Zlib"),
    ("libintl*", "gettext", _LGPL),
    ("libiconv*", "libiconv", _LGPL),
    ("libgcc_s*|libstdc++*", "GCC runtime", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    ("libwinpthread*", "winpthreads", "MIT AND BSD-3-Clause-Clear"),
    ("libsqlite3*|sqlite3*", "SQLite", "blessing"),
    ("libxcb-*|libXau*", "XCB utilities", "MIT"),
    ("libcom_err*|libkeyutils*", "system helpers", "MIT"),
    ("libssl*|libcrypto*", "OpenSSL", "Apache-2.0"),
    ("vcruntime*|msvcp*|ucrtbase*|api-ms-*", "Microsoft runtime", "LicenseRef-Microsoft"),
)
_KEG = re.compile(r"(.*/Cellar/([^/]+)/([^/]+))/")
_TEXTS = re.compile(r"(copying|licen[cs]e)", re.IGNORECASE)
Origin = tuple[str, str, tuple[Path, ...]]  # package URL, version, texts of the licence


@dataclass(frozen=True, kw_only=True)
class Component:
    """A part that somebody else made.

    `licence` is an SPDX expression, "" if none is stated; `texts` are the files with its words.
    """

    name: str
    version: str
    licence: str
    address: str = ""  # a package URL
    texts: tuple[Path, ...] = ()


def native_part(name: str) -> tuple[str, str] | None:
    """Return the name and the licence of what a library file belongs to."""
    for patterns, part, licence in NATIVE:
        if any(fnmatchcase(name, pattern) for pattern in patterns.split("|")):
            return part, licence
    return None


def collected(table: Path) -> list[tuple[str, str, str]]:
    """Return (name in the bundle, source, kind) of all that PyInstaller’s table says it took."""
    found: list[tuple[str, str, str]] = ast.literal_eval(table.read_text())[0]
    return found


def find_native_parts(table: Path) -> list[Component]:
    """Return the libraries of the system in the table that PyInstaller leaves behind."""
    found: dict[str, Component] = {}
    for name, source, kind in collected(table):
        outside = "site-packages" not in source and "lib-dynload" not in source
        if kind != "BINARY" or not outside or name.startswith(("libpython", "python3")):
            continue
        part = native_part(Path(name).name)
        if part is None:
            message = f"whose part is {name}? Name it in native_parts.py"
            raise ValueError(message)
        if part[0] not in found:
            found[part[0]] = _component(*part, Path(source))
    return sorted(found.values(), key=lambda component: component.name.lower())


def _component(name: str, licence: str, source: Path) -> Component:
    for origin in (from_debian, from_homebrew, from_msys2):
        found = origin(source)
        if found is not None:
            address, version, texts = found
            return Component(
                name=name, version=version, licence=licence, address=address, texts=texts
            )
    return Component(name=name, version="unknown", licence=licence)


def from_debian(source: Path) -> Origin | None:
    """Return the Debian package of a file."""
    for path in (source, source.resolve(), Path(f"/usr{source}")):
        told = _ask("dpkg-query", "--search", str(path))
        if told:
            package = told.split(":")[0].split(",")[0]
            version = _ask("dpkg-query", "-W", "-f", "${Version}\n", package).split("\n")[0]
            text = Path(f"/usr/share/doc/{package}/copyright")
            texts = (text,) if text.is_file() else ()
            return f"pkg:deb/debian/{package}@{version}", version, texts
    return None


def from_homebrew(source: Path) -> Origin | None:
    """Return the keg of a file, which macOS has below a folder named Cellar."""
    found = _KEG.match(source.resolve().as_posix())
    if found is None:
        return None
    keg, name, version = Path(found[1]), found[2], found[3]
    return f"pkg:brew/{name}@{version}", version, _licences(keg)


def from_msys2(source: Path) -> Origin | None:
    """Return the package of a file, from the lists that MSYS2 keeps beside its tree."""
    tree = source.parent.parent
    line = f"{tree.name}/{source.parent.name}/{source.name}"
    for listed in sorted((tree.parent / "var" / "lib" / "pacman" / "local").glob("*/files")):
        if line in listed.read_text(encoding="utf-8").splitlines():
            name, version, release = listed.parent.name.rsplit("-", 2)
            short = name.split("x86_64-")[-1]
            texts = _licences(tree / "share" / "licenses" / short)
            return f"pkg:alpm/msys2/{name}@{version}-{release}", f"{version}-{release}", texts
    return None


def _licences(folder: Path) -> tuple[Path, ...]:
    return tuple(path for path in sorted(folder.glob("*")) if _TEXTS.match(path.name))


@cache
def _ask(*words: str) -> str:
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    except FileNotFoundError:
        return ""
    return done.stdout
