"""A message above the list where somebody stands on it more than once."""

from PySide6.QtCore import Signal

from icp_desktop.i18n import _, n_
from icp_desktop.insight.customers import Customers
from icp_desktop.tables.doubles import earlier_rows, rows_by_name
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.message_bar import MessageBar


class DoublesBar(MessageBar):
    """`shown` carries the rows of those entries, `dropped` the earlier ones to take out."""

    shown = Signal(object)
    dropped = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        """Say nothing yet."""
        super().__init__(appearance)
        self._digest = ""
        self._settled: set[str] = set()  # the lists for which it was closed
        self.closed.connect(lambda: self._settled.add(self._digest))

    def show_list(self, leads: Customers) -> None:
        """Say who is on a list more than once; hidden where nobody is."""
        self._digest = leads.digest
        twice = rows_by_name(leads.names)
        if not twice or self._digest in self._settled:
            self.dismiss()
            return
        rows = tuple(row for each in twice.values() for row in each)
        earlier = earlier_rows(leads.names)
        self.say(
            "note",
            n_("{n} lead is on the list twice.", "{n} leads are on the list twice.", len(twice)),
            (
                (_("Show both"), lambda: self.shown.emit(rows)),
                (_("Keep the newer"), lambda: self.dropped.emit(earlier)),
            ),
        )
