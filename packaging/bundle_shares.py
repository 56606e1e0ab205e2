"""Says what is in a bundle, how large each part is and why it is there."""

from collections import defaultdict
from fnmatch import fnmatchcase
from pathlib import Path

# First match wins. The pattern is of the path inside the bundle.
PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ICP Desktop", "the program, what it asks, templates, icons", ("*/icp_desktop/*",)),
    ("ICU", "the languages of the world, for Qt", ("*/libicu*",)),
    ("Qt PDF", "the preview", ("*QtPdf*", "*Qt6Pdf*")),
    ("Qt plug-ins", "screens, pictures, input, printing", ("*/PySide6/*plugins/*",)),
    (
        "Qt Network",
        "Qt PDF is linked to it; a second start reaches the first",
        ("*QtNetwork*", "*Qt6Network*"),
    ),
    ("Qt", "the window", ("*/PySide6/Qt/*",)),
    ("PySide6, shiboken6", "Qt for Python", ("*/PySide6/*", "*/shiboken6/*")),
    ("Source Sans Pro", "the typeface, on screen and in print", ("*/font_source_sans_pro/*",)),
    ("polars", "tables of any size, for every processor", ("*/_polars_runtime*", "*/polars/*")),
    ("calamine", "workbooks in", ("*/python_calamine/*",)),
    ("pikepdf, lxml", "PDF forms", ("*/pikepdf/*", "*/pikepdf.libs/*", "*/lxml/*")),
    ("Pillow", "pictures in documents", ("*/PIL/*", "*/pillow.libs/*")),
    ("fontTools", "fonts in documents", ("*/fontTools/*",)),
    ("WeasyPrint, pyphen", "documents as PDF, hyphens", ("*/weasyprint/*", "*/pyphen/*")),
    ("Babel", "figures, sums and dates as people write them", ("*/babel/*",)),
    (
        "Pango and its friends",
        "lines and letters for WeasyPrint",
        (
            *("*/libpango*", "*/libharfbuzz*", "*/libglib*", "*/libgobject*", "*/libgio*"),
            *("*/libgmodule*", "*/libgthread*", "*/libfontconfig*", "*/libfreetype*"),
            *("*/libfribidi*", "*/libthai*", "*/libdatrie*", "*/libgraphite*", "*/libpng*"),
            *("*/libexpat*", "*/libpcre*", "*/libbrotli*", "*/fontconfig/*", "*/libbz2*"),
        ),
    ),
    ("SQLite", "the library of projects", ("*/libsqlite3*",)),
    ("Window system", "helpers of X11 that are often missing", ("*/libxcb-*",)),
    (
        "Python",
        "the interpreter and its own modules",
        ("*/libpython*", "*/python3*", "*/base_library.zip", "*/libffi*", "*/liblzma*"),
    ),
    (
        "All Python code",
        "ours and the libraries’, compressed into the program file",
        ("icp-desktop*", "ICP Desktop*"),
    ),
)


def shares(folder: Path) -> list[tuple[str, int, str]]:
    """Return (what, bytes, why), largest first; what no line names comes last."""
    sizes: dict[str, int] = defaultdict(int)
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[_part(path.relative_to(folder).as_posix())] += path.stat().st_size
    why = {name: reason for name, reason, _patterns in PARTS}
    named = [(name, sizes[name], why[name]) for name in why if sizes[name]]
    named.sort(key=lambda line: -line[1])
    return [*named, ("everything else", sizes[""], "small libraries")]


def _part(path: str) -> str:
    for name, _reason, patterns in PARTS:
        if any(fnmatchcase(path, pattern) for pattern in patterns):
            return name
    return ""
