"""The sheet of the workbook that has the profiles side by side."""

from typing import TYPE_CHECKING

from icp_desktop.documents.comparison import Comparison
from icp_desktop.documents.content import Request, Row
from icp_desktop.documents.workbook_look import Column, Content, Mark, Table
from icp_desktop.i18n import _
from icp_desktop.model.project import Profile

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

_ROOM = 150.0  # letters that fit across a sheet, shared by the profiles


def write_comparison(sheet: "Sheet", compared: Comparison, request: Request, footer: str) -> None:
    """Write a row per field, with the answer and its mark for each profile."""
    width = max(_ROOM / len(compared.profiles) - 8, 28.0)
    pairs = [column for each in compared.profiles for column in _columns(each, width)]
    columns = (
        Column(head=_("Section"), width=19, quiet=True),
        Column(head=_("Field"), width=22, strong=True),
        *pairs,
        Column(head=_("Same for all"), width=14, quiet=True),
    )
    table = Table(sheet, _("Side by side"), columns)
    for section in compared.sections:
        for field in section.fields:
            cells = [content for cell in field.cells for content in _contents(cell)]
            same = None if field.differs else _("Same")
            table.add(section.label, field.label, *cells, same, group=section.section_id)
    table.finish(request.paper, footer)


def _columns(profile: Profile, width: float) -> tuple[Column, Column]:
    return Column(head=profile.name, width=width), Column(head=_("Mark"), width=8)


def _contents(cell: Row | None) -> tuple[Content, Content]:
    if cell is None:
        return _("Not asked"), None
    if cell.value is None:
        return _("Still open"), None
    words = f"{cell.words}{cell.aside}"
    return words, Mark(grade=cell.grade) if cell.grade else None
