"""The markets there are, and the folders of a project; light enough for every start to load."""

from typing import Literal, get_args

Market = Literal["b2b", "b2c", "both"]
MARKETS: tuple[Market, ...] = ("b2b", "b2c", "both")
Folder = Literal[
    "profiles", "interviews", "themes", "tables", "questionnaires", "forms", "voices", "decisions",
    "sources", "personas", "reviews", "signoffs", "pilots", "blind_tests",
    "plays", "actions", "efforts", "comments",
]  # fmt: skip
FOLDERS: tuple[Folder, ...] = get_args(Folder)
