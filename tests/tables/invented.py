"""Lists as files of bytes and what is read from them, for the tests of this folder."""

from datetime import date

import polars as pl

from icp_desktop.model.project import Project
from icp_desktop.model.table import Table, TableRole
from icp_desktop.tables.checking import Checked, check
from icp_desktop.tables.importing import make_table
from icp_desktop.tables.opening import Source
from icp_desktop.tables.planning import Draft, Setting, draft, setting_of
from icp_desktop.worksheet.samples import make_sample

DAY = date(2026, 11, 25)


def project() -> Project:
    return make_sample("software-firm")


def setting() -> Setting:
    return setting_of(project())


def drafted(data: bytes | str, role: TableRole = "customers", name: str = "list.csv") -> Draft:
    data = data.encode() if isinstance(data, str) else data
    return draft(Source(name, data), role, setting())


def checked(data: bytes | str, role: TableRole = "customers") -> Checked:
    found = drafted(data, role)
    return check(found.plan, found.grid)


def read(data: bytes | str, role: TableRole = "customers") -> pl.DataFrame:
    """Return the typed rows that would be kept."""
    found = checked(data, role)
    return found.frame.filter(found.stays)


def table(data: bytes | str, role: TableRole = "customers") -> Table:
    return make_table(checked(data, role), role, DAY)
