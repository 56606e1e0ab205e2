"""What goes into the bundle on each system, and what stays out: lists and pure functions.

The spec file uses them on the three systems and a test evaluates all three on any of them.
`system` is a value of `sys.platform`: linux, win32 or darwin.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

SYSTEMS = ("linux", "win32", "darwin")
Entry = tuple[str, str, str]  # where it goes, where it comes from, what kind it is

# Found by name only at run time, so that the analysis of imports does not see them.
HIDDEN = ("font_source_sans_pro", "_polars_runtime_compat._polars_runtime")

# Never needed, whoever imports them somewhere in passing.
EXCLUDED = (
    *("tkinter", "_tkinter", "curses", "_curses", "readline"),
    *("unittest", "doctest", "pydoc", "pip", "setuptools", "pkg_resources", "wheel", "lib2to3"),
    *("brotli", "_brotli", "zopfli"),  # read and write web fonts, which no document has
    *("PIL._avif", "PIL.AvifImagePlugin", "PIL._imagingft", "PIL.ImageFont", "PIL._imagingcms"),
    *("PIL._imagingtk", "PIL.ImageTk", "PIL.ImageQt", "PIL._imagingmath", "PIL.ImageGrab"),
    *("numpy", "pandas", "pyarrow", "fontTools.ufoLib", "fontTools.misc.symfont"),
    *("_polars_runtime_32", "_polars_runtime_64"),  # need AVX2; 170 MB each
)

# Each plug-in of Qt that is kept. All others go: those that draw by a graphics card, speak to a
# network, or pull in a second tool kit (GTK).
QT_PLUGINS: dict[str, tuple[str, ...]] = {
    "linux": (
        *("platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so"),
        *("platforminputcontexts/libcompose*.so", "platforminputcontexts/libibus*.so"),
        "platformthemes/libqxdgdesktopportal.so",
        *("wayland-shell-integration/libxdg-shell.so", "wayland-decoration-client/lib*.so"),
        *("imageformats/libqsvg.so", "imageformats/libqjpeg.so", "imageformats/libqwebp.so"),
        *("iconengines/libqsvgicon.so", "printsupport/libcupsprintersupport.so"),
    ),
    "win32": (
        *("platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/qmodernwindowsstyle.dll"),
        *("imageformats/qsvg.dll", "imageformats/qjpeg.dll", "imageformats/qwebp.dll"),
        *("imageformats/qico.dll", "iconengines/qsvgicon.dll"),
    ),
    "darwin": (
        *("platforms/libqcocoa.dylib", "platforms/libqoffscreen.dylib"),
        *("styles/libqmacstyle.dylib", "iconengines/libqsvgicon.dylib"),
        *("imageformats/libqsvg.dylib", "imageformats/libqjpeg.dylib"),
        *("imageformats/libqwebp.dylib", "imageformats/libqicns.dylib"),
    ),
}

# What WeasyPrint opens at run time. Everything they need themselves follows from them.
PANGO: dict[str, tuple[str, ...]] = {
    "linux": (
        *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
        *("libharfbuzz.so.0", "libharfbuzz-subset.so.0", "libfontconfig.so.1"),
    ),
    "win32": (
        *("libgobject-2.0-0.dll", "libpango-1.0-0.dll", "libpangoft2-1.0-0.dll"),
        *("libharfbuzz-0.dll", "libharfbuzz-subset-0.dll", "libfontconfig-1.dll"),
    ),
    "darwin": (
        *("libgobject-2.0.0.dylib", "libpango-1.0.0.dylib", "libpangoft2-1.0.0.dylib"),
        *("libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib", "libfontconfig.1.dylib"),
    ),
}

# What those need in turn, as it was found on each system. The list is a check, not a recipe: if a
# name is missing in the finished bundle, another Pango was picked up than the one that was meant.
PANGO_FRIENDS: dict[str, tuple[str, ...]] = {
    "linux": (
        *("libglib-2.0.so.0", "libgio-2.0.so.0", "libgmodule-2.0.so.0", "libffi.so.8"),
        *("libfribidi.so.0", "libthai.so.0", "libdatrie.so.1", "libgraphite2.so.3"),
        *("libfreetype.so.6", "libpng16.so.16", "libexpat.so.1", "libpcre2-8.so.0"),
    ),
    "win32": (
        *("libglib-2.0-0.dll", "libgio-2.0-0.dll", "libgmodule-2.0-0.dll", "libintl-8.dll"),
        *("libfribidi-0.dll", "libthai-0.dll", "libdatrie-1.dll", "libgraphite2.dll"),
        *("libfreetype-6.dll", "libpng16-16.dll", "libexpat-1.dll", "libpcre2-8-0.dll"),
        *("libbrotlicommon.dll", "libbrotlidec.dll", "libbz2-1.dll", "libiconv-2.dll"),
        *("libgcc_s_seh-1.dll", "libstdc++-6.dll", "libwinpthread-1.dll", "zlib1.dll"),
    ),
    "darwin": (
        *("libglib-2.0.0.dylib", "libgio-2.0.0.dylib", "libgmodule-2.0.0.dylib"),
        *("libfribidi.0.dylib", "libthai.0.dylib", "libdatrie.1.dylib", "libgraphite2.dylib"),
        *("libfreetype.6.dylib", "libpng16.16.dylib", "libpcre2-8.0.dylib", "libintl.8.dylib"),
        *("libbrotlicommon.dylib", "libbrotlidec.dylib"),
    ),
}

# Left to the system on Linux: what talks to its display, its drivers, its printers and its
# services, is read together with its own data, or has to be mended the day a hole is found, such as
# OpenSSL (WeasyPrint asks for it at its import; nothing here uses it). Newer systems bring newer
# ones that fit.
OUTSIDE = (
    *("libstdc++.so.*", "libgcc_s.so.*", "libz.so.*", "libX11*.so.*", "libXau.so.*"),
    *("libXdmcp.so.*", "libXext.so.*", "libXrender.so.*", "libxkbcommon*.so.*"),
    *("libxcb.so.*", "libxcb-glx.so.*", "libxcb-randr.so.*", "libxcb-render.so.*"),
    *("libxcb-shape.so.*", "libxcb-shm.so.*", "libxcb-sync.so.*", "libxcb-xfixes.so.*"),
    *("libxcb-xkb.so.*", "libwayland-*.so.*", "libdbus-1.so.*", "libsystemd.so.*"),
    *("libcrypto.so.*", "libssl.so.*", "libcups.so.*", "libgssapi_krb5.so.*"),
    *("libmount.so.*", "libblkid.so.*", "libselinux.so.*", "libuuid.so.*"),
)

# What makes a page a picture; it is opened by name at run time, as those of Pango are.
PDFIUM = {"linux": "libpdfium.so", "win32": "pdfium.dll", "darwin": "libpdfium.dylib"}

# Packages that read files of their own beside their code: the blank page of Word, the number of
# the version of PDFium.
WITH_FILES = ("docx", "pypdfium2", "pypdfium2_raw")

# Programs in the bundle, and whether they belong to a console. Windows needs one for each.
PROGRAMS: dict[str, tuple[tuple[str, bool], ...]] = {
    "linux": (("icp-desktop", True),),
    "win32": (("ICP Desktop", False), ("icp-desktop", True)),
    "darwin": (("icp-desktop", False),),
}

# Faces of the typeface: those on screen, and those in print.
FACES = (
    *("Regular.otf", "It.otf", "Semibold.otf", "Bold.otf"),
    *("Light.ttf", "LightIt.ttf", "Regular.ttf", "It.ttf", "Semibold.ttf", "Bold.ttf"),
)
_RUNTIME = "_polars_runtime_compat"
_LOCALE_DATA = re.compile(r"babel/locale-data/([a-z]{2,3}|root)(?:_\w+)?\.dat")
_HYPHENS = re.compile(r"pyphen/dictionaries/(?:README_)?hyph_([A-Za-z]{2,3})(?:_\w+)?\.(?:dic|txt)")
_UNUSED_DATA = (
    "PySide6/Qt/translations/*",
    "PySide6/translations/*",
    "PySide6/Qt/qml/*",
    "PySide6/qml/*",
    "PySide6/opengl32sw.dll",
    "pyphen/dictionaries/update.sh",
    "etc/fonts/*",  # our own, smaller one goes in instead
)


def shipped_files(root: Path, fonts: Path, system: str) -> list[tuple[str, str]]:
    """Return (from, folder in the bundle) of everything shown or read that is no code."""
    inside = "icp_desktop"
    found = [(str(root / top), f"{inside}/{top}") for top in ("resources", "templates")]
    faces = [fonts / f"SourceSansPro-{face}" for face in FACES]
    found += [(str(face), "font_source_sans_pro/files") for face in (*faces, fonts / "LICENSE.txt")]
    found.append((str(root / "packaging" / "fontconfig" / f"{system}.conf"), "fontconfig"))
    found.append((str(root / "LICENSE"), "."))
    return found


def languages(resources: Path) -> frozenset[str]:
    """Return the languages the program speaks; the data of others stays out."""
    spoken = {path.suffixes[0][1:] for path in (resources / "worksheets").glob("*.*.toml")}
    spoken |= {path.name for path in (resources / "locale").glob("*") if path.is_dir()}
    return frozenset(code.split("_")[0].split("-")[0] for code in spoken)


def is_kept(name: str, system: str, spoken: frozenset[str]) -> bool:
    """Say whether what goes to `name` in the bundle is needed there."""
    path = PurePosixPath(name.replace("\\", "/"))
    plugin = _qt_plugin(path)
    if plugin is not None:
        return any(fnmatchcase(plugin, pattern) for pattern in QT_PLUGINS[system])
    for data in (_LOCALE_DATA, _HYPHENS):
        found = data.fullmatch(str(path))
        if found:
            return found[1] in spoken | {"root"}
    if system == "linux" and any(fnmatchcase(path.name, pattern) for pattern in OUTSIDE):
        return False
    return not any(fnmatchcase(str(path), pattern) for pattern in _UNUSED_DATA)


def reachable(
    entries: Iterable[Entry], needs: Callable[[str], Iterable[str]], seeds: Iterable[str]
) -> list[Entry]:
    """Return the entries without the libraries that nothing in the bundle needs any more.

    A library is needed if an extension module, a plug-in or one of `seeds` (names of files) leads
    to it by its imports; `needs` gives the names of files that a file imports. Links and parts of
    frameworks stay with the library they belong to.
    """
    entries = list(entries)
    libraries = {_name(entry[0]): entry for entry in entries if _is_library(entry)}
    wanted = frozenset(seeds)
    queue = deque(entry for entry in entries if _is_root(entry, wanted))
    kept = {entry[0] for entry in queue}
    while queue:
        for name in needs(queue.popleft()[1]):
            entry = libraries.get(_name(name))
            if entry is not None and entry[0] not in kept:
                kept.add(entry[0])
                queue.append(entry)
    frameworks = {_framework(name) for name in kept}
    return [entry for entry in entries if _stays(entry, kept, frameworks)]


def missing_natives(names: Iterable[str], system: str) -> list[str]:
    """Return the libraries of the lists above that a bundle with these files does not have."""
    paths = [PurePosixPath(name.replace("\\", "/")) for name in names]
    there = {path.name for path in paths}
    wanted = (*PANGO[system], *PANGO_FRIENDS[system], PDFIUM[system])
    missing = [name for name in wanted if name not in there]
    if not any(path.parts[0] == _RUNTIME for path in paths):
        missing.append(_RUNTIME)
    return missing


def _qt_plugin(path: PurePosixPath) -> str | None:
    """Return "platforms/libqxcb.so" for a plug-in of Qt."""
    parts = path.parts
    if "PySide6" in parts and "plugins" in parts:
        return "/".join(parts[parts.index("plugins") + 1 :])
    return None


def _name(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name


def _framework(path: str) -> str | None:
    """Return "QtGui.framework" for whatever lies in it."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return next((part for part in parts if part.endswith(".framework")), None)


def _is_library(entry: Entry) -> bool:
    return entry[2] in ("BINARY", "EXTENSION")


def _is_root(entry: Entry, seeds: frozenset[str]) -> bool:
    name = _name(entry[0])
    if entry[2] == "EXTENSION" or name in seeds:
        return True
    if not _is_library(entry):
        return False
    plugin = _qt_plugin(PurePosixPath(entry[0].replace("\\", "/")))
    python = name.lower().startswith(("libpython", "python3", "vcruntime")) or name == "Python"
    return plugin is not None or python


def _stays(entry: Entry, kept: set[str], frameworks: set[str | None]) -> bool:
    framework = _framework(entry[0])
    if framework is not None:
        return framework in frameworks
    if entry[2] == "SYMLINK":
        return str(PurePosixPath(entry[0]).parent / entry[1]) in kept or entry[1] in kept
    return not _is_library(entry) or entry[0] in kept
