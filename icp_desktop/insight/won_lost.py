"""How leads went, inside the profile against outside: won, lost, and who left again.

Inside are those whom the profile would have let in: not ruled out, and Tier B or better today.
"""

from typing import Literal, get_args

from icp_desktop.i18n import _, n_
from icp_desktop.insight.contrast import Sureness, how_sure
from icp_desktop.insight.scoring import Scored
from icp_desktop.insight.statistics import Counts
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.table import Table
from icp_desktop.tables.frames import columns_with, read_frame
from icp_desktop.tables.outcomes import outcome

State = Literal["open", "won", "lost", "left"]
STATES: tuple[State, ...] = get_args(State)


@record
class WonLost:
    """Won of those decided, inside (`best`) and outside (`others`), and how many left again."""

    counts: Counts
    left_inside: int
    left_outside: int

    @property
    def decided(self) -> int:
        """How many leads it is known of."""
        return self.counts.total

    @property
    def sure(self) -> Sureness:
        """How sure the difference is."""
        return how_sure(self.counts)


def lead_table(project: Project) -> Table | None:
    """Return the list of leads that is scored, None without one."""
    lists = [table for table in project.tables if table.role == "leads"]
    return lists[-1] if lists else None


def states_of(table: Table) -> tuple[State, ...]:
    """Return how each lead of a list went, as far as a column says so."""
    frame = read_frame(table)
    if stages := columns_with(table, "stage"):
        return tuple(_state(cell) for cell in frame[stages[0].heading].to_list())
    won = [each for each in columns_with(table, "won") if each.type == "yes_no"]
    if won:
        states: dict[bool | None, State] = {True: "won", False: "lost", None: "open"}
        return tuple(states[cell] for cell in frame[won[0].heading].to_list())
    unknown: State = "open"
    return (unknown,) * table.rows


def inside_outside(scored: Scored, states: tuple[State, ...]) -> WonLost:
    """Count how leads went inside the profile and outside it; who left had been won."""
    tiers, out = scored.frame["tier"].to_list(), scored.frame["ruled_out"].to_list()
    found = {(inside, state): 0 for inside in (True, False) for state in STATES}
    for tier, ruled_out, state in zip(tiers, out, states, strict=True):
        found[not ruled_out and tier != "C", state] += 1
    won = {inside: found[inside, "won"] + found[inside, "left"] for inside in (True, False)}
    return WonLost(
        counts=Counts(
            best=won[True],
            of_best=won[True] + found[True, "lost"],
            others=won[False],
            of_others=won[False] + found[False, "lost"],
        ),
        left_inside=found[True, "left"],
        left_outside=found[False, "left"],
    )


def say_won_lost(found: WonLost) -> str:
    """Return the counts and what they are worth, "" where nothing is decided yet."""
    counts = found.counts
    if not found.decided:
        return ""
    parts = [
        _(
            "Won inside the profile {a} of {b}, outside {c} of {d}.",
            a=counts.best,
            b=counts.of_best,
            c=counts.others,
            d=counts.of_others,
        )
    ]
    if left := found.left_inside + found.left_outside:
        parts.append(
            n_(
                "{n} left again, {inside} of them inside.",
                "{n} left again, {inside} of them inside.",
                left,
                inside=found.left_inside,
            )
        )
    return " ".join([*parts, _verdict(found)])


def _verdict(found: WonLost) -> str:
    if found.sure in ("clear", "likely"):
        if found.counts.gap < 0:
            return _("Those outside are won more often: look at the profile again.")
        return _("The profile tells them apart.")
    if found.sure == "none":
        return _("No difference worth acting on.")
    return _("Too few to tell.")


def _state(cell: object) -> State:
    text = str(cell or "")
    said = outcome("stage").stands_for(text)
    if said == "won":
        return "won"
    if said == "lost":
        return "lost"
    return "left" if outcome("status").stands_for(text) == "left" else "open"
