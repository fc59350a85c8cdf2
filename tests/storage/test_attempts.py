"""Wrong passwords are noted and slow down, also over a restart and whatever the clock does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.attempts import CODE, LONGEST_WAIT, Attempt, Doorkeeper, forget, read, wait, write
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.who import user

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 12, 9, 27, tzinfo=UTC)
PASSWORD = "sol og regn"


@dataclass
class Watch:
    """The two clocks of a computer: the one on the wall, which may jump, and the one that only counts."""

    wall: datetime = NOW
    counted: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.wall

    def seconds(self) -> float:
        return self.counted

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.counted += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    create_key_file(made, PASSWORD, cost=FAST)
    return made


@pytest.fixture
def watch() -> Watch:
    return Watch()


def keeper(folder: DataFolder, watch: Watch) -> Doorkeeper:
    return Doorkeeper(folder, clock=watch.clock, seconds=watch.seconds)


def fail(door: Doorkeeper, watch: Watch, times: int) -> list[float]:
    """Try wrong passwords, each as soon as one may; return how long one had to wait after each."""
    waits = []
    for _ in range(times):
        with pytest.raises(UserError, match="not the password"):
            door.open("sne")
        waits.append(door.left())
        watch.sleep(door.left())
    return waits


def test_three_tries_are_free_and_then_the_wait_grows_to_a_minute(folder: DataFolder, watch: Watch) -> None:
    assert fail(keeper(folder, watch), watch, 10) == [0, 0, 2, 4, 8, 16, 32, 60, 60, 60]


def test_who_waited_gets_in(folder: DataFolder, watch: Watch) -> None:
    door = keeper(folder, watch)
    fail(door, watch, 5)
    assert len(door.open(PASSWORD)) == 32


def test_a_try_that_comes_too_early_is_not_tried_at_all(folder: DataFolder, watch: Watch) -> None:
    door = keeper(folder, watch)
    fail(door, watch, 2)
    with pytest.raises(UserError, match="not the password"):
        door.open("sne")
    with pytest.raises(UserError, match="wait"):
        door.open(PASSWORD)
    assert len(read(folder)) == 3


def test_a_restart_shortens_no_wait(folder: DataFolder, watch: Watch) -> None:
    fail(keeper(folder, watch), watch, 5)
    watch.sleep(-5)
    again = keeper(folder, watch)
    assert again.left() == 5
    watch.sleep(5)
    assert again.open(PASSWORD)


def test_recovery_codes_are_counted_too_but_not_what_is_no_code(folder: DataFolder, watch: Watch) -> None:
    door = keeper(folder, watch)
    for code in ("ABCD", "ABCD-" * 8):
        with pytest.raises(UserError):
            door.open(code, CODE)
    assert [one.kind for one in read(folder)] == [CODE]


def test_a_damaged_key_file_is_nobodys_try(folder: DataFolder, watch: Watch) -> None:
    folder.key.write_bytes(b"")
    folder.key_copy.write_bytes(b"")
    with pytest.raises(UserError, match="damaged"):
        keeper(folder, watch).open(PASSWORD)
    assert read(folder) == ()


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(hours=-1), timedelta(seconds=-3)])
def test_a_clock_that_jumped_back_locks_nobody_out(folder: DataFolder, watch: Watch, jump: timedelta) -> None:
    fail(keeper(folder, watch), watch, 9)
    watch.wall += jump
    again = keeper(folder, watch)
    assert 0 < again.left() <= LONGEST_WAIT
    watch.counted += LONGEST_WAIT  # the wall may stand still
    assert again.open(PASSWORD)


def test_a_clock_that_jumps_while_one_waits_changes_nothing(folder: DataFolder, watch: Watch) -> None:
    door = keeper(folder, watch)
    fail(door, watch, 5)
    with pytest.raises(UserError):
        door.open("sne")
    for jump in (timedelta(days=9000), timedelta(days=-9000)):
        watch.wall = NOW + jump
        assert door.left() == 16


def test_a_clock_that_was_far_ahead_locks_nobody_out(folder: DataFolder, watch: Watch) -> None:
    watch.wall = datetime(2999, 1, 1, tzinfo=UTC)
    fail(keeper(folder, watch), watch, 9)
    watch.wall = NOW
    assert keeper(folder, watch).left() == LONGEST_WAIT


def test_what_was_tried_long_ago_makes_nobody_wait(folder: DataFolder, watch: Watch) -> None:
    fail(keeper(folder, watch), watch, 9)
    watch.wall += timedelta(hours=2)
    door = keeper(folder, watch)
    assert fail(door, watch, 1) == [0]
    assert len(read(folder)) == 10


def test_a_try_is_noted_with_time_user_and_kind_for_the_owner_only(folder: DataFolder, watch: Watch) -> None:
    fail(keeper(folder, watch), watch, 1)
    assert read(folder) == (Attempt(NOW, user(), "password"),)
    assert folder.attempts.stat().st_mode & 0o777 == 0o600
    assert b"sne" not in folder.attempts.read_bytes()


def test_tries_can_be_forgotten(folder: DataFolder, watch: Watch) -> None:
    fail(keeper(folder, watch), watch, 1)
    forget(folder)
    forget(folder)
    assert read(folder) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"{}",
        b"[1]",
        b"[{}]",
        b"[" * 9000,
        b'[{"at": "x", "user": "", "kind": ""}]',
        b"[" + b" " * 10**6,
    ],
)
def test_a_damaged_file_says_nothing_and_is_written_anew(
    folder: DataFolder, watch: Watch, content: bytes
) -> None:
    folder.attempts.write_bytes(content)
    door = keeper(folder, watch)
    assert door.left() == 0
    fail(door, watch, 1)
    assert len(read(folder)) == 1


def test_where_nothing_can_be_written_this_run_is_slow_all_the_same(folder: DataFolder, watch: Watch) -> None:
    folder.attempts.mkdir()
    assert fail(keeper(folder, watch), watch, 4) == [0, 0, 2, 4]


def test_the_file_stays_small(folder: DataFolder) -> None:
    write(folder, [Attempt(NOW, "u" * 40, "password")] * 5000)
    assert len(read(folder)) == 500
    assert folder.attempts.stat().st_size < 100_000


def test_without_tries_nobody_waits() -> None:
    assert wait([], NOW) == 0
