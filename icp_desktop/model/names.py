"""The markets there are, and the folders of a project; light enough for every start to load."""

from typing import Literal

Market = Literal["b2b", "b2c", "both"]
MARKETS: tuple[Market, ...] = ("b2b", "b2c", "both")
Folder = Literal["profiles", "interviews", "themes", "tables"]
FOLDERS: tuple[Folder, ...] = ("profiles", "interviews", "themes", "tables")
