"""The numbers behind the four questions of a review, counted in what came since the last one.

A list with days is counted from the day of the last review on; one without is counted whole if it
was read in after that. What is logged nowhere is not guessed: the person types it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from icp_desktop.insight.contrast import CHANCE, Sureness, how_sure, worth_acting
from icp_desktop.insight.customers import HERE, customers_of, leads_of
from icp_desktop.insight.deals import CLOSED, STATE
from icp_desktop.insight.scoring import score
from icp_desktop.insight.statistics import Counts, fisher
from icp_desktop.insight.traits import LEAST_GROUP
from icp_desktop.insight.won_lost import lead_table, states_of
from icp_desktop.model.links import counted_talks
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.review import QUESTIONS, Figure, Question, Review, ReviewAnswer
from icp_desktop.model.table import Table
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.frames import columns_with, read_frame
from icp_desktop.worksheet.definitions import Worksheet

if TYPE_CHECKING:
    import polars as pl

_LIKELY = 0.05


@record
class Counted:
    """What was counted for a question; None where nothing is logged.

    `of` is how many there are where only a person can say how many of them: talks that went well.
    """

    question: Question
    figure: Figure | None = None
    of: int | None = None


def count_since(
    project: Project, worksheet: Worksheet, day: date | None, progress: Progress = SILENT
) -> tuple[Counted, ...]:
    """Return the numbers of the four questions since a day, of everything with None."""
    return (
        Counted(question="leads", figure=_matching(project, worksheet, day, progress)),
        Counted(question="buying", figure=_buying(project, day)),
        Counted(question="leaving", figure=_leaving(project, day)),
        Counted(question="feedback", of=_talks(project, day)),
    )


def found_in(review: Review) -> tuple[ReviewAnswer, ...]:
    """Return what a finished review says of every question; numbers that can't be are left out."""
    return tuple(_sound(review.answer(question)) for question in QUESTIONS)


def filled_in(
    review: Review, last: Review | None, counted: Sequence[Counted]
) -> tuple[ReviewAnswer, ...]:
    """Return what a review says of every question, with the numbers of now and of last time.

    What was typed by hand goes before what was counted.
    """
    found = {each.question: each for each in counted}
    answers = []
    for question in QUESTIONS:
        said = _sound(review.answer(question))
        now, before = said.now, said.before
        if now is None and question in found:
            now = found[question].figure
        if before is None and last is not None:
            before = _sound(last.answer(question)).now
        answers.append(
            ReviewAnswer(
                question=question,
                verdict=said.verdict,
                note=said.note,
                now=now,
                before=before,
            )
        )
    return tuple(answers)


def counts_of(answer: ReviewAnswer) -> Counts | None:
    """Return now against before, None unless both are known."""
    if answer.now is None or answer.before is None:
        return None
    return Counts(
        best=answer.now.count,
        of_best=answer.now.total,
        others=answer.before.count,
        of_others=answer.before.total,
    )


def sureness_of(answer: ReviewAnswer) -> Sureness | None:
    """Say how sure the change is, None where there is nothing to compare.

    Four questions are asked at once: clear is what chance would hardly ever bring in any of them,
    likely what it brings in one of twenty.
    """
    counts = counts_of(answer)
    if counts is None:
        return None
    alone = how_sure(counts)
    if min(counts.of_best, counts.of_others) < LEAST_GROUP or not worth_acting(counts):
        return "none" if alone == "none" else "few"
    probability = fisher(counts)
    if probability * len(QUESTIONS) <= CHANCE:
        return "clear"
    return "likely" if probability <= _LIKELY else "few"


def _sound(answer: ReviewAnswer) -> ReviewAnswer:
    """Return an answer without numbers that can't be, such as 5 of 3."""
    now, before = (
        figure if figure is not None and 0 <= figure.count <= figure.total else None
        for figure in (answer.now, answer.before)
    )
    return replace(answer, now=now, before=before)


def _matching(
    project: Project, worksheet: Worksheet, day: date | None, progress: Progress
) -> Figure | None:
    """Count the leads that a profile in use lets in: not ruled out, and Tier B or better."""
    table, leads = lead_table(project), leads_of(project)
    profiles = [each for each in project.profiles if each.kind == "ideal" and not each.retired]
    if table is None or leads is None or not profiles:
        return None
    counted = _since(table, leads.frame, "opened", day)
    if counted is None:
        return None
    inside = [False] * table.rows
    for profile in profiles:
        frame = score(project, profile, worksheet, leads, progress).frame
        tiers, out = frame["tier"].to_list(), frame["ruled_out"].to_list()
        inside = [
            before or (tier != "C" and not ruled_out)
            for before, tier, ruled_out in zip(inside, tiers, out, strict=True)
        ]
    hits = sum(1 for hit, counts in zip(inside, counted, strict=True) if hit and counts)
    return _figure(hits, sum(counted))


def _buying(project: Project, day: date | None) -> Figure | None:
    """Count those won of those decided: among the leads, else among the deals."""
    table = lead_table(project)
    if table is not None:
        counted = _since(table, read_frame(table), "opened", day)
        if counted is not None:
            states = [s for s, on in zip(states_of(table), counted, strict=True) if on]
            won = states.count("won") + states.count("left")
            if decided := won + states.count("lost"):
                return _figure(won, decided)
    customers = customers_of(project)
    if customers is None or customers.deals is None:
        return None
    deals = customers.deals
    if day is not None:
        dated = deals[CLOSED].null_count() < len(deals)
        if not dated and (customers.day is None or customers.day <= day):
            return None
        if dated:
            deals = deals.filter(deals[CLOSED] > day)
    states = deals[STATE].to_list()
    won, lost = states.count("won"), states.count("lost")
    return _figure(won, won + lost) if lost else None  # a list of orders knows of none lost


def _leaving(project: Project, day: date | None) -> Figure | None:
    """Count those who left, of those who were customers at the time."""
    tables = [each for each in project.tables if each.role == "customers"]
    customers = customers_of(project)
    if not tables or customers is None:
        return None
    table = tables[-1]
    dated = [each for each in columns_with(table, "left") if each.type == "date"]
    if dated:
        left = customers.frame[dated[0].heading]
        still = left.is_null() if day is None else (left.is_null() | (left > day))
        total = int(still.sum()) if day is not None else len(left)
        gone = left.is_not_null() if day is None else (left > day).fill_null(value=False)
        return _figure(int(gone.sum()), total)
    if HERE not in customers.frame.columns:
        return None
    if day is not None and (table.day is None or table.day <= day):
        return None
    here = customers.frame[HERE].drop_nulls()
    return _figure(len(here) - int(here.sum()), len(here))


def _talks(project: Project, day: date | None) -> int | None:
    """Count the talks with customers; which of them were content, only a person can say."""
    talks = [
        each
        for each in counted_talks(project)
        if each.group == "customer" and (day is None or (each.day is not None and each.day > day))
    ]
    return len(talks) or None


def _since(
    table: Table, frame: "pl.DataFrame", meaning: str, day: date | None
) -> list[bool] | None:
    """Say of each row whether it came after a day; None where the list can't tell."""
    if day is None:
        return [True] * table.rows
    dated = [each for each in columns_with(table, meaning) if each.type == "date"]
    if dated:
        return (frame[dated[0].heading] > day).fill_null(value=False).to_list()
    if table.day is not None and table.day > day:
        return [True] * table.rows
    return None


def _figure(count: int, total: int) -> Figure | None:
    return Figure(count=count, total=total) if total else None
