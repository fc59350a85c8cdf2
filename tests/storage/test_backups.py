"""Which backups there are, which of them are kept, and when it is time for another."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.stores import FAST
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.backup import UNFINISHED, back_up
from tvm_desktop.storage.backups import (
    PUT_ASIDE,
    START,
    Backup,
    found_in,
    is_due,
    is_of,
    is_overdue,
    kept,
    list_backups,
    newest,
    rotate,
)
from tvm_desktop.storage.keyfile import create_key_file, database_id

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store

NOW = datetime(2026, 3, 20, 9, 5, 7, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def backup(at: datetime, reason: str = START) -> Backup:
    return Backup(Path(f"{at:%Y-%m-%dT%H-%M-%S}-{reason}"), at, reason, 1)


def lay(folder: DataFolder, at: datetime, reason: str = START) -> Path:
    """Lay something that has a backup's name."""
    place = DataFolder(folder.backups / f"{at:%Y-%m-%dT%H-%M-%S}-{reason}")
    place.root.mkdir(parents=True)
    place.database.write_bytes(b"x" * 10)
    place.key.write_bytes(b"x" * 5)
    return place.root


# -- which there are -------------------------------------------------------------------------------------------------


def test_backups_are_listed_newest_first_with_instant_reason_and_size(store: Store, key: bytes) -> None:
    first = back_up(store.folder, key, START, NOW - DAY)
    second = back_up(store.folder, key, "v1001", NOW)
    listed = list_backups(store.folder)
    assert [(found.root, found.at, found.reason, found.kind) for found in listed] == [
        (second, NOW, "v1001", "migration"),
        (first, NOW - DAY, START, START),
    ]
    assert listed[0].size == (second / "meetings.db").stat().st_size


def test_nonsense_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert list_backups(folder) == ()
    good = lay(folder, NOW)
    (folder.backups / "2026-02-31T10-00-00-start").mkdir()
    (folder.backups / "2026-02-31T10-00-00-start" / "meetings.db").write_bytes(b"")
    (folder.backups / "2026-02-28T10-00-00-start").mkdir()
    (folder.backups / "2026-03-01T10-00-00-start").write_text("a file")
    (folder.backups / "2026-03-02T10-00-00-start").symlink_to(good)
    (folder.backups / ("2026-03-03T10-00-00-start" + UNFINISHED)).mkdir()
    (folder.backups / "notes").mkdir()
    assert [found.root for found in list_backups(folder)] == [good]


def test_where_the_backups_should_be_lies_a_file(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.backups.write_text("no folder")
    assert list_backups(folder) == ()
    assert found_in(tmp_path / "nowhere") == ()


def test_a_stick_shows_its_backups_however_they_lie(tmp_path: Path) -> None:
    lay(DataFolder(tmp_path / "stick"), NOW)
    loose = lay(DataFolder(tmp_path), NOW + HOUR).rename(tmp_path / "stick" / "TVM-2026-03-20T10-05-07-copy")
    assert [found.at for found in found_in(tmp_path / "stick")] == [NOW + HOUR, NOW]
    assert [found.root for found in found_in(tmp_path / "stick" / "backups")] == [
        tmp_path / "stick/backups/2026-03-20T09-05-07-start"
    ]
    assert [found.root for found in found_in(loose)] == [loose]


def test_a_folder_of_any_name_with_a_file_of_meetings_is_a_copy(tmp_path: Path) -> None:
    (tmp_path / "meetings.db").write_bytes(b"x")
    os.utime(tmp_path / "meetings.db", (NOW.timestamp(), NOW.timestamp()))
    (found,) = found_in(tmp_path)
    assert (found.root, found.at, found.reason) == (tmp_path, NOW, "copy")


# -- which are kept --------------------------------------------------------------------------------------------------


def test_the_last_two_days_are_kept_whole_up_to_a_sane_number() -> None:
    few = [backup(NOW - n * HOUR) for n in range(9)]
    assert kept(few) == frozenset(few)
    many = [backup(NOW - n * timedelta(minutes=10)) for n in range(50)]
    assert len(kept(many)) == 16
    assert max(many, key=lambda one: one.at) in kept(many)


def test_then_one_a_day_for_two_weeks_and_one_a_week_for_eight() -> None:
    year = [backup(NOW - n * DAY) for n in range(365)]
    stays = sorted((NOW - one.at).days for one in kept(year))
    assert stays[:14] == list(range(14))
    assert stays[14:] == [19, 26, 33, 40, 47, 54][: len(stays) - 14]


def test_of_a_day_the_last_one_is_kept() -> None:
    days = [backup(NOW - n * DAY - hour * HOUR) for n in range(10) for hour in (0, 3)]
    assert {one.at.hour for one in kept(days) if one.at < NOW - 3 * DAY} == {9}


def test_the_newest_before_a_migration_and_before_a_restoring_stay() -> None:
    old = [backup(NOW - 300 * DAY, "v1000"), backup(NOW - 200 * DAY, "v1001")]
    restored = [backup(NOW - 250 * DAY, "before-restore"), backup(NOW - 240 * DAY, "before-restore")]
    stays = kept([*old, *restored, *(backup(NOW - n * DAY) for n in range(100))])
    assert {one.at for one in stays if one.reason != START} == {NOW - 200 * DAY, NOW - 240 * DAY}


def test_what_was_put_aside_never_takes_a_backups_place() -> None:
    aside = [backup(NOW + n * HOUR, PUT_ASIDE) for n in range(20)]
    proven = [backup(NOW - n * DAY) for n in range(12)]
    assert frozenset(proven) <= kept([*aside, *proven])
    assert newest([*aside, *proven]) == proven[0]


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=80))
def test_however_the_clock_jumped_the_newest_stays_and_thinning_twice_is_thinning_once(
    hours: list[int],
) -> None:
    backups = [backup(datetime(2500, 1, 1, tzinfo=UTC) + hour * HOUR) for hour in hours]
    stays = kept(backups)
    assert max(backups, key=lambda one: one.at) in stays
    assert kept(stays) == stays
    assert len(stays) >= min(len(set(backups)), 8)


def test_a_clock_that_jumped_a_year_ahead_drops_nothing_that_was_recent() -> None:
    before = [backup(NOW - n * DAY) for n in range(7)]
    assert kept([*before, backup(NOW + 365 * DAY)]) >= frozenset(before)


def test_rotating_removes_the_rest_and_what_broke_off(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    laid = [lay(folder, NOW - n * DAY) for n in range(100)]
    spared = laid[99]
    broken = folder.backups / ("2026-03-03T10-00-00-start" + UNFINISHED)
    fresh = folder.backups / ("2026-03-04T10-00-00-start" + UNFINISHED)
    broken.mkdir()
    fresh.mkdir()
    yesterday = time.time() - 90_000
    os.utime(broken, (yesterday, yesterday))
    rotate(folder, spare=spared)
    left = {path.name for path in folder.backups.iterdir()}
    assert 18 <= len(left) <= 26
    assert {laid[0].name, spared.name, fresh.name} <= left
    assert broken.name not in left


def test_what_cannot_be_removed_stays(tmp_path: Path) -> None:
    rotate(DataFolder(tmp_path / "nowhere"))


# -- when it is time -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ages", "due", "overdue"),
    [
        ([], True, True),
        ([0.5], False, False),
        ([2], True, False),
        ([24 * 8], True, True),
        ([-24 * 365], True, True),
        ([-0.2], False, False),
    ],
)
def test_time_for_a_backup(ages: list[float], due: bool, overdue: bool) -> None:
    backups = [backup(NOW - age * HOUR) for age in ages]
    assert is_due(backups, NOW) is due
    assert is_overdue(backups, NOW) is overdue
    assert is_due([*backups, backup(NOW, PUT_ASIDE)], NOW) is due


def test_a_backup_is_told_by_what_its_file_begins_with_then_by_its_keys(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    create_key_file(folder, "sol og regn", cost=FAST)
    own, other = database_id(folder), bytes(16)
    assert own is not None
    assert is_of(folder.root, own)
    assert not is_of(folder.root, other)
    folder.database.write_bytes(other + bytes(4096))
    assert is_of(folder.root, other)
    assert not is_of(folder.root, own)
    folder.database.write_bytes(b"")
    for path in (folder.key, folder.key_copy):
        path.unlink(missing_ok=True)
    assert is_of(folder.root, own)
