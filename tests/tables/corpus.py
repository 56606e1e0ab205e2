"""Files of lists and what has to be read from each, made from code.

A file is right if every heading, every row and every typed cell is. Some need a choice by hand: the
one thing that nothing in the file says.
"""

from dataclasses import dataclass, field
from typing import Any

from icp_desktop.model.table import TableRole

Columns = dict[str, list[Any]]


@dataclass(frozen=True)
class Case:
    """One file: its bytes, the columns to be read, the rows that stay out, a choice if need be."""

    name: str
    data: bytes
    columns: Columns = field(default_factory=dict)
    role: TableRole = "customers"
    choice: tuple[str, str] = ("", "")  # ("encoding", "cp1250") and the like
    refused: str = ""
    rows_out: tuple[int, ...] = ()
