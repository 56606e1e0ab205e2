"""Backups: which are kept, that they can be read, that restoring deletes nothing. H-R14."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hand_clock import HandClock
from hypothesis import given
from hypothesis import strategies as st
from strategies import filled_project

from icp_desktop.errors import KnownError
from icp_desktop.storage.backups import Backups, kept
from icp_desktop.storage.library import Library
from icp_desktop.storage.recovery import restore_backup
from icp_desktop.storage.versions import EMPTY

DAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def days(times: frozenset[datetime]) -> list[str]:
    return [f"{time:%Y-%m-%d %H}" for time in sorted(times, reverse=True)]


def three_years() -> Iterator[tuple[datetime, set[datetime]]]:
    """Three backups a day for three years, thinned after each; yields what is left."""
    left: set[datetime] = set()
    now = NOON - timedelta(days=3 * 365)
    while now <= NOON:
        for hour in (9, 12, 18):
            if (time := now.replace(hour=hour)) <= NOON:
                left.add(time)
                left = set(kept(left, time))
                yield time, left
        now += timedelta(days=1)


def test_three_years_of_days() -> None:
    """The exact set: two days of all, 12 daily, 10 weekly, 9 monthly."""
    left: set[datetime] = set()
    for _time, left in three_years():
        assert len(left) <= 7 + 12 + 10 + 9
    assert days(frozenset(left)) == [
        # two days of all
        "2026-11-21 12", "2026-11-21 09", "2026-11-20 18", "2026-11-20 12", "2026-11-20 09",
        "2026-11-19 18",
        # the last of each of the twelve days before
        "2026-11-18 18", "2026-11-17 18", "2026-11-16 18", "2026-11-15 18", "2026-11-14 18",
        "2026-11-13 18", "2026-11-12 18", "2026-11-11 18", "2026-11-10 18", "2026-11-09 18",
        "2026-11-08 18", "2026-11-07 18",
        # the Sunday of each of the ten weeks before
        "2026-11-01 18", "2026-10-25 18", "2026-10-18 18", "2026-10-11 18", "2026-10-04 18",
        "2026-09-27 18", "2026-09-20 18", "2026-09-13 18", "2026-09-06 18", "2026-08-30 18",
        # the last Sunday of each of the nine months before
        "2026-07-26 18", "2026-06-28 18", "2026-05-31 18", "2026-04-26 18", "2026-03-29 18",
        "2026-02-22 18", "2026-01-25 18", "2025-12-28 18", "2025-11-30 18",
    ]  # fmt: skip


def test_there_is_never_a_hole() -> None:
    """At any time of the three years the backups lie as close as the rule promises."""
    for now, left in three_years():
        if (NOON - now).days > 2 * 365 or now.hour != 18:
            continue  # in the first year there is not yet much to look at
        ordered = sorted(left, reverse=True)
        for newer, older in pairwise(ordered):
            age, gap = now - older, newer - older
            if age < timedelta(days=13):
                assert gap <= timedelta(days=1)
            elif age < timedelta(days=75):
                assert gap <= timedelta(days=7)
            else:
                assert gap <= timedelta(days=35)
        assert (now - ordered[-1]).days > 310


@given(st.lists(st.integers(0, 2_000 * 24), max_size=60))
def test_thinning_twice_is_thinning_once(hours: list[int]) -> None:
    times = [NOON - timedelta(hours=each) for each in hours]
    once = kept(times, NOON)
    assert once <= set(times)
    assert kept(once, NOON) == once
    if times:
        assert max(times) in once


def test_few_old_backups_are_all_kept() -> None:
    times = [NOON - timedelta(days=400 * n) for n in range(8)]
    assert kept(times, NOON) == set(times)


def test_backups_from_a_clock_that_was_ahead_are_kept() -> None:
    times = [NOON + timedelta(days=n) for n in range(5)]
    assert kept(times, NOON) == set(times)


def test_written_when_due(tmp_path: Path, clock: HandClock) -> None:
    backups = Backups(tmp_path / "backups")
    project = filled_project()
    first = backups.write_if_due(project, EMPTY, clock())
    assert first is not None
    assert first.name == "2026-11-21 09-00-00.icp"
    changed = replace(project, name="Later")
    clock.go(minutes=9)
    assert backups.write_if_due(changed, EMPTY, clock()) is None
    clock.go(minutes=1)
    assert backups.write_if_due(project, EMPTY, clock()) is None  # nothing has changed
    assert backups.write_if_due(changed, EMPTY, clock()) is not None
    clock.go(days=-1)  # a clock that was set back holds nothing up
    assert backups.write_if_due(project, EMPTY, clock()) is not None
    assert [each.when.day for each in backups.all("p1")] == [21, 21, 20]
    assert backups.project_ids() == ("p1",)


def test_two_of_the_same_second(tmp_path: Path) -> None:
    backups = Backups(tmp_path)
    for number in range(12):
        backups.write(replace(filled_project(), name=str(number)), EMPTY, NOON)
    names = [backups.read(each).project.name for each in backups.all("p1")]
    assert names == [str(number) for number in reversed(range(12))]


def test_thinned_on_the_disk(tmp_path: Path, clock: HandClock) -> None:
    backups = Backups(tmp_path)
    for number in range(40):
        backups.write(replace(filled_project(), name=str(number)), EMPTY, clock())
        clock.go(days=1)
    found = backups.all("p1")
    assert len(found) < 22
    assert backups.read(found[0]).project.name == "39"


def test_the_newest_good_one_is_never_thinned_away(tmp_path: Path, clock: HandClock) -> None:
    backups = Backups(tmp_path)
    good = backups.write(filled_project(), EMPTY, clock())
    clock.go(hours=1)
    for _hour in range(5):
        clock.go(hours=1)
        backups.write(filled_project(), EMPTY, clock()).write_bytes(b"rotten")
    clock.go(days=3)
    backups.thin("p1", clock())
    assert good.exists()
    newest = backups.newest_good("p1")
    assert newest is not None
    assert newest.path == good


def test_a_backup_that_reads_back_different_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from icp_desktop.storage import backups as module

    backups = Backups(tmp_path)
    monkeypatch.setattr(module, "write_whole", lambda path, data: path.write_bytes(data[:-1]))
    with pytest.raises(KnownError, match="reads back different"):
        backups.write(filled_project(), EMPTY, NOON)
    assert backups.all("p1") == ()


def test_restoring_a_backup_keeps_the_present_state(library: Library, clock: HandClock) -> None:
    first = filled_project()
    library.save(None, first)
    library.keep_version("p1", name="Draft", reason="", day=DAY)
    library.backups.write(first, library.history("p1"), clock())
    second = replace(first, name="Later")
    library.save(first, second)
    (backup,) = library.backups.all("p1")
    assert restore_backup(library, backup, name="Before", day=DAY) == first
    assert library.load("p1").project == second  # until the window takes the other
    before = library.versions("p1")[-1]
    assert (before.name, library.version("p1", before.id)) == ("Before", second)
    assert library.backups.all("p1") == (backup,)


def test_other_files_in_the_folder_are_no_backups(tmp_path: Path) -> None:
    backups = Backups(tmp_path)
    (tmp_path / "p1").mkdir()
    for name in ("notes.txt", "a.icp", "2026-99-99 00-00-00.icp", ".icp-0.tmp"):
        (tmp_path / "p1" / name).touch()
    assert backups.all("p1") == ()
    assert backups.newest_of_each() == ()
    with pytest.raises(ValueError, match="evil"):
        backups.all("../evil")
