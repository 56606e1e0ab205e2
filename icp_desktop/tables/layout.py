"""How a file is laid out: its form, code page, sign between cells, sheet and rows of headings."""

from typing import Literal

from icp_desktop.model.record import record

Form = Literal["csv", "workbook", "web_page"]


@record
class Layout:
    """What was found out about a file, and can be corrected.

    `heading_row` is the row of the headings as a spreadsheet counts, 0 if there is none, and
    `heading_rows` how many rows they take; `first_row` is where the customers begin.
    """

    form: Form
    encoding: str = ""
    encoding_sure: bool = True
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    width: int = 0
    heading_row: int = 0
    heading_rows: int = 0
    first_row: int = 1
    headings_sure: bool = True
