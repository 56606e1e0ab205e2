"""From a checked list to what is kept: a proposal that is accepted, and undone, as one step."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from icp_desktop.i18n import _, n_
from icp_desktop.model.ids import new_id
from icp_desktop.model.items import PutItem
from icp_desktop.model.list_edits import AddSpelling
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal, Suggestion
from icp_desktop.model.table import Column, Spelling, Table, TableRole
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.checking import Checked
from icp_desktop.tables.combining import added_to
from icp_desktop.tables.frames import columns_with, write_body
from icp_desktop.tables.joining import Join, NearName, join
from icp_desktop.tables.spellings import near_words
from icp_desktop.worksheet.phrases import say_day

if TYPE_CHECKING:
    from collections.abc import Iterator

Way = Literal["replace", "add"]
TABLE = "table"  # the suggestion that keeps the list itself


def make_table(checked: Checked, table_id: str, day: date) -> Table:
    """Return the rows that stay as a list."""
    frame = checked.frame.filter(checked.stays)
    columns = tuple(
        Column(
            heading=each.heading,
            meaning=each.meaning,
            type=each.reading.type,
            unit=each.reading.unit,
            currency=each.reading.currency if each.reading.type == "money" else "",
        )
        for each in checked.plan.columns
        if each.kept
    )
    return Table(
        id=table_id,
        name=checked.plan.name,
        role=checked.plan.role,
        body=write_body(frame),
        columns=columns,
        rows=frame.height,
        day=day,
    )


def propose(
    checked: Checked, project: Project, way: Way, day: date, progress: Progress = SILENT
) -> tuple[Proposal, Join | None]:
    """Return what the import would change, and how deals would then find their customers.

    First comes the list itself, then each name that nearly matches. A list of the same kind that is
    there already is replaced, or the rows are added to it; what was found in the earlier one then
    counts as found in earlier data.
    """
    earlier = next((each for each in project.tables if each.role == checked.plan.role), None)
    table = make_table(checked, earlier.id if earlier else new_id(), day)
    if earlier:
        table = added_to(earlier, table) if way == "add" else _with_spellings(table, earlier)
    joined = _join(table, project, progress)
    label = _("Import of “{name}”", name=table.name)
    suggestions = [
        Suggestion(
            id=TABLE,
            edit=PutItem(folder="tables", item=table, label=label),
            what=say_rows(table.role, table.rows),
            ours=_said(earlier) if earlier else "",
            theirs=_said(table),
        ),
        *_near(table, project, joined),
        *_near_words(table, project),
    ]
    return Proposal(title=label, suggestions=tuple(suggestions)), joined


def say_rows(role: TableRole, rows: int) -> str:
    """Return how many there are, such as "214 customers"."""
    match role:
        case "customers":
            return n_("{n} customer", "{n} customers", rows)
        case "deals":
            return n_("{n} deal or order", "{n} deals or orders", rows)
        case "leads":
            return n_("{n} lead", "{n} leads", rows)


def spelling_id(near: NearName) -> str:
    """Return the id of the suggestion about a name."""
    return f"name:{near.written}"


def _join(table: Table, project: Project, progress: Progress) -> Join | None:
    lists = {each.role: each for each in project.tables} | {table.role: table}
    if table.role == "leads" or not {"customers", "deals"} <= set(lists):
        return None
    return join(lists["deals"], lists["customers"], progress)


def _near(table: Table, project: Project, joined: Join | None) -> "Iterator[Suggestion]":
    """Yield a suggestion for each name of the deals that nearly matches a customer."""
    if joined is None:
        return
    deals = ({each.role: each for each in project.tables} | {table.role: table})["deals"]
    heading = next((each.heading for each in columns_with(deals, "customer")), "")
    for near in joined.near:
        spelling = Spelling(written=near.written, meant=near.meant)
        yield Suggestion(
            id=spelling_id(near),
            edit=AddSpelling(table=deals.id, heading=heading, spelling=spelling),
            what=_("Read “{written}” as “{meant}”", written=near.written, meant=near.meant),
            ours=near.written,
            theirs=near.meant,
            reason=near.reason,
            chosen=near.alike,
        )


def _near_words(table: Table, project: Project) -> "Iterator[Suggestion]":
    """Yield a suggestion for each word of a column that nearly matches another."""
    for heading, near in near_words(table, project):
        rows = n_("{n} row", "{n} rows", near.rows)
        yield Suggestion(
            id=f"word:{heading}:{near.written}",
            edit=AddSpelling(
                table=table.id,
                heading=heading,
                spelling=Spelling(written=near.written, meant=near.meant),
            ),
            what=_(
                "In “{column}” read “{written}” as “{meant}” ({rows})",
                column=heading,
                written=near.written,
                meant=near.meant,
                rows=rows,
            ),
            ours=near.written,
            theirs=near.meant,
            reason=near.reason,
            chosen=near.alike,
        )


def _with_spellings(table: Table, earlier: Table) -> Table:
    known = {column.heading: column.spellings for column in earlier.columns}
    columns = tuple(
        replace(column, spellings=known.get(column.heading, ())) for column in table.columns
    )
    return replace(table, columns=columns)


def _said(table: Table) -> str:
    rows = say_rows(table.role, table.rows)
    if table.day is None:
        return _("{rows} from “{name}”", rows=rows, name=table.name)
    return _("{rows} from “{name}”, {day}", rows=rows, name=table.name, day=say_day(table.day))
