"""What a check finds, on real files with real faults; and that it leaves every byte as it was."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from faults.held import COURSE, PASSWORD, crashed, made
from helpers import golden
from tvm_desktop.dates import clock, local, plain_date
from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.record import changing
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import attempts
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.checkup import Finding, Weight, from_outside, is_held, within
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.store import Store
from tvm_desktop.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path) -> tuple[DataFolder, bytes]:
    """A closed folder with a whole meeting and a backup."""
    folder, key, _code = made(tmp_path / "data")
    return folder, key


def contents(folder: DataFolder) -> dict[str, tuple[bytes, float]]:
    files = [path for path in folder.root.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder.root)): (path.read_bytes(), path.stat().st_mtime) for path in files}


def found(folder: DataFolder, password: str = PASSWORD) -> list[Finding]:
    """Check all of a folder, and see that nothing of it was touched."""
    before = contents(folder)
    findings = [*from_outside(folder), *within(folder, password)]
    assert contents(folder) == before
    return findings


def said(findings: list[Finding], *weights: Weight) -> str:
    """Return what is said of some weight, with its details."""
    chosen = [one for one in findings if one.weight in (weights or (Weight.FAULT,))]
    return "\n".join(say(message, "en") for one in chosen for message in (one.message, *one.details))


def altered(folder: DataFolder, key: bytes, *statements: str) -> None:
    with closing(open_connection(folder.database, key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)


def test_a_sound_folder_is_sound(here: tuple[DataFolder, bytes]) -> None:
    findings = found(here[0])
    assert {one.weight for one in findings} == {Weight.FINE}
    told = said(findings, Weight.FINE)
    for word in (
        "whole and the same",
        "The file is whole: none of its",
        "1.2",
        "1 course can",
        "in step",
        " opens, with 1 meeting (",
    ):
        assert word in told


def test_a_backup_is_named_by_the_clock_on_the_wall(here: tuple[DataFolder, bytes]) -> None:
    (backup,) = list_backups(here[0])
    told = next(one for one in found(here[0]) if "opens, with" in say(one.message, "en"))
    there = local(backup.at)
    moment = f"{plain_date(there.date(), 'da')} kl. {clock(there, 'da')}"
    assert say(told.message, "da").startswith(f"Sikkerhedskopien fra {moment} kan åbnes og rummer 1 møde (")


def test_what_a_crash_left_beside_the_file_is_read_and_left_there(
    here: tuple[DataFolder, bytes], tmp_path: Path
) -> None:
    broken, _states = crashed(*here, tmp_path / "crashed")
    assert said(found(broken)) == ""
    assert (broken.root / "meetings.db-wal").stat().st_size > 0


def test_a_wrong_password_is_said_and_opens_nothing(here: tuple[DataFolder, bytes]) -> None:
    before = contents(here[0])
    with pytest.raises(UserError):
        list(within(here[0], "forkert"))
    attempts.forget(here[0])
    assert contents(here[0]) == before


def test_wrong_passwords_are_noted_and_slow_down_here_as_well(here: tuple[DataFolder, bytes]) -> None:
    for _ in range(3):
        with pytest.raises(UserError, match="not the password"):
            list(within(here[0], "forkert"))
    assert len(attempts.read(here[0])) == 3
    with pytest.raises(UserError, match="Please wait"):
        list(within(here[0], PASSWORD))


def test_the_copy_of_a_check_that_was_killed_is_reached_by_a_deletion(
    here: tuple[DataFolder, bytes], tmp_path: Path
) -> None:
    folder, key = here
    checking = within(folder, PASSWORD)
    next(checking)
    (copy,) = folder.backups.glob("*.part")
    assert copy.stat().st_mode & 0o777 == 0o700
    shutil.copytree(copy, tmp_path / "left")
    checking.close()
    assert not copy.exists()
    (tmp_path / "left").rename(copy)
    assert said(found(folder)) == ""
    store = Store.open(folder, key)
    store.delete_course(COURSE)
    store.close()
    assert not copy.exists()


def test_a_folder_that_takes_nothing_is_checked_all_the_same(
    here: tuple[DataFolder, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # who runs the tests may be allowed everything
    shutil.rmtree(here[0].backups)
    assert said(found(here[0])) == ""
    assert not here[0].backups.exists()


def flipped(folder: DataFolder, _key: bytes) -> None:
    whole = folder.database.read_bytes()
    folder.database.write_bytes(whole[:90_000] + bytes([whole[90_000] ^ 4]) + whole[90_001:])


def cut(folder: DataFolder, _key: bytes) -> None:
    folder.database.write_bytes(folder.database.read_bytes()[:-77])


def gone(folder: DataFolder, _key: bytes) -> None:
    folder.database.unlink()


def of_another_file(folder: DataFolder, _key: bytes) -> None:
    folder.database.write_bytes(bytes(16) + folder.database.read_bytes()[16:])


def not_in_the_index(folder: DataFolder, key: bytes) -> None:
    altered(folder, key, "DELETE FROM search_item WHERE kind = 'Card'")


def left_in_the_index(folder: DataFolder, key: bytes) -> None:
    altered(folder, key, "DROP TRIGGER goal_found_gone", "DELETE FROM goal")


def without_its_course(folder: DataFolder, key: bytes) -> None:
    altered(folder, key, "UPDATE card SET course_id = 'nowhere'")


def of_no_kind(folder: DataFolder, key: bytes) -> None:
    altered(folder, key, "UPDATE card SET kind = 'Kanariefugl'")


def no_journal_to_read(folder: DataFolder, key: bytes) -> None:
    row = "1, 'minh-1', 'minh', '2026-01-01', 'do', 'x', '', 0, '[[\"Kanariefugl\"'"
    altered(folder, key, f"INSERT INTO journal VALUES ({row})")


def said_by_nobody(folder: DataFolder, key: bytes) -> None:
    store = Store.open(folder, key)
    card = next(entity for entity in store.load(COURSE) if isinstance(entity, Card))
    store.commit(COURSE, changing(card, voice="nobody"))
    store.close()


def newer(folder: DataFolder, key: bytes) -> None:
    altered(folder, key, "PRAGMA user_version = 2000")


def backup_damaged(folder: DataFolder, key: bytes) -> None:
    (backup,) = folder.backups.iterdir()
    flipped(DataFolder(backup), key)


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (flipped, "is damaged"),
        (cut, "cut off"),
        (gone, "is missing"),
        (of_another_file, "do not belong together"),
        (not_in_the_index, "search index is out of step"),
        (left_in_the_index, "search index is out of step"),
        (without_its_course, "that is not there"),
        (of_no_kind, "its id is minh"),
        (no_journal_to_read, "its id is minh"),
        (said_by_nobody, "Look at courses[0].cards["),
        (newer, "newer version"),
        (backup_damaged, "cannot be used ("),
    ],
)
def test_a_fault_is_found_and_named_without_content(
    here: tuple[DataFolder, bytes], harm: Callable[[DataFolder, bytes], None], word: str
) -> None:
    harm(*here)
    told = said(found(here[0]))
    assert word in told
    assert "Kanariefugl" not in told


def test_one_lost_key_file_is_a_note(here: tuple[DataFolder, bytes]) -> None:
    here[0].key.write_bytes(here[0].key.read_bytes()[:40])
    assert said(found(here[0])) == ""
    assert "next unlocking makes it good" in said(found(here[0]), Weight.NOTE)


def test_two_lost_key_files_are_a_fault(here: tuple[DataFolder, bytes]) -> None:
    for path in (here[0].key, here[0].key_copy):
        path.write_bytes(b"{}")
    assert "cannot be read" in said(list(from_outside(here[0])))


def test_an_older_file_is_read_as_the_next_start_would(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    shutil.copytree(golden.FIXTURES / "v1.0", folder.root)
    findings = found(folder, golden.PASSWORD)
    assert "version 1.0" in said(findings, Weight.NOTE)
    assert "is damaged" not in said(findings)
    assert "Look at courses[0].meetings[0].zone" in said(findings), "this one was written by no meeting"
    assert "Østergård" not in said(findings, *Weight)


def test_it_sees_who_holds_the_folder(here: tuple[DataFolder, bytes]) -> None:
    folder = here[0]
    assert not is_held(folder)
    folder.lock.write_text(f"{os.getpid()}\ntvm\nhost\n")
    assert is_held(folder)
    assert "is open with this folder" in said(list(from_outside(folder)))
    folder.lock.write_text("999999999\ntvm\nhost\n")
    assert not is_held(folder)
    assert "without closing" in said(list(from_outside(folder)), Weight.NOTE)


def test_a_folder_that_others_may_look_into_is_noted(here: tuple[DataFolder, bytes]) -> None:
    here[0].root.chmod(0o755)
    assert "may look into the folder" in said(list(from_outside(here[0])), Weight.NOTE)


def test_what_is_left_to_do_is_noted(here: tuple[DataFolder, bytes]) -> None:
    (here[0].root / "deletion").write_bytes(b"0")
    here[0].restoring.mkdir()
    told = said(list(from_outside(here[0])), Weight.NOTE)
    assert "deletion is not finished" in told
    assert "on its way" in told


def test_no_folder_at_all_is_a_fault(tmp_path: Path) -> None:
    assert "no data folder" in said(list(from_outside(DataFolder(tmp_path / "nowhere"))))
    assert not (tmp_path / "nowhere").exists()
