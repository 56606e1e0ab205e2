"""What a plan assumes, in sentences: what is plain, and what the file alone does not settle."""

from typing import NamedTuple

from icp_desktop.i18n import _, n_
from icp_desktop.tables.delimited import NONE
from icp_desktop.tables.plan import Plan, PlannedColumn
from icp_desktop.tables.reading import Doubt


class Assumption(NamedTuple):
    """One thing that was assumed; `sure` unless the file could be read another way as well."""

    text: str
    sure: bool = True
    column: str = ""


def assumptions(plan: Plan) -> tuple[Assumption, ...]:
    """Return everything a plan assumes, what is not sure first."""
    found = [*_of_file(plan)]
    for column in plan.columns:
        if column.kept:
            found.extend(_of_column(column))
    wide = sum(1 for column in plan.columns if not column.kept)
    if wide:
        words = n_("{n} column is left out.", "{n} columns are left out.", wide)
        found.append(Assumption(words))
    return tuple(sorted(found, key=lambda each: each.sure))


def say_delimiter(delimiter: str) -> str:
    """Return what a sign between cells is called."""
    names = {
        ";": _("semicolon (;)"),
        ",": _("comma (,)"),
        "\t": _("tab"),
        "|": _("upright stroke (|)"),
        NONE: _("none: one column"),
    }
    return names.get(delimiter, f"“{delimiter}”")


def _of_file(plan: Plan) -> list[Assumption]:
    layout = plan.layout
    found = []
    if layout.form == "csv":
        found.append(
            Assumption(
                _("Letters are read as {encoding}.", encoding=layout.encoding.upper()),
                sure=layout.encoding_sure,
            )
        )
        sign = say_delimiter(layout.delimiter)
        found.append(Assumption(_("Between the cells stands: {sign}.", sign=sign)))
    if layout.form == "workbook" and len(layout.sheets) > 1:
        found.append(Assumption(_("The list is on the sheet “{name}”.", name=layout.sheet)))
    if not layout.heading_row:
        words = _("There is no row of headings.")
    elif layout.heading_rows > 1:
        last = layout.heading_row + layout.heading_rows - 1
        words = _("Rows {first} and {last} are the headings.", first=layout.heading_row, last=last)
    else:
        words = _("Row {n} holds the headings.", n=layout.heading_row)
    found.append(Assumption(words, sure=layout.headings_sure))
    return found


def _of_column(column: PlannedColumn) -> list[Assumption]:
    reading, name = column.reading, column.heading
    found = [Assumption(_doubt(doubt, column), sure=False, column=name) for doubt in reading.doubts]
    if not column.sure:
        words = _("“{column}”: {reason}", column=name, reason=column.reason)
        found.append(Assumption(words, sure=False, column=name))
    if reading.type == "money" and "mixed_currencies" not in reading.doubts:
        words = _("“{column}” is in {currency}.", column=name, currency=reading.currency)
        found.append(Assumption(words, column=name))
    if reading.decimal == "," and reading.type in ("number", "money"):
        words = _("In “{column}” the comma stands before the fraction.", column=name)
        found.append(Assumption(words, column=name))
    if reading.type == "date" and reading.order in ("dmy", "mdy") and not reading.doubts:
        order = _say_order(reading.order)
        words = _("Days in “{column}” are written {order}.", column=name, order=order)
        found.append(Assumption(words, column=name))
    if reading.between:
        signs = " ".join("↵" if sign == "\n" else sign for sign in reading.between)
        words = _(
            "A cell of “{column}” can hold several, parted by {signs}", column=name, signs=signs
        )
        found.append(Assumption(words, column=name))
    return found


def _doubt(doubt: Doubt, column: PlannedColumn) -> str:
    name, reading = column.heading, column.reading
    match doubt:
        case "decimal":
            if reading.decimal == ".":
                return _(
                    "In “{column}” 1.234 is taken as a little over one, and 1,234 as a thousand. "
                    "No figure in the file says which.",
                    column=name,
                )
            return _(
                "In “{column}” 1.234 is taken as a thousand, and 1,234 as a little over one. No "
                "figure in the file says which.",
                column=name,
            )
        case "day_order":
            order = _say_order(reading.order)
            return _(
                "Days in “{column}” are taken as {order}. No day in the file says which.",
                column=name,
                order=order,
            )
        case "mixed_decimals":
            return _(
                "“{column}” mixes 1.234 and 1,234. Figures that can be read two ways are left "
                "empty.",
                column=name,
            )
        case "mixed_days":
            return _(
                "“{column}” mixes day/month and month/day. Days that can be read two ways are left "
                "empty.",
                column=name,
            )
        case "mixed_currencies":
            return _(
                "“{column}” has several currencies. Only sums in {currency} are taken; the others "
                "are left empty.",
                column=name,
                currency=reading.currency,
            )


def _say_order(order: str) -> str:
    return _("month/day/year") if order == "mdy" else _("day/month/year")
