"""A new password, a new recovery code: in both copies and every backup, and whole even when it breaks off."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.backup import back_up
from tvm_desktop.storage.keyfile import (
    KeyCost,
    WrongSecretError,
    change_code,
    change_password,
    create_key_file,
    drop_keyring,
    new_code,
    put_keyring,
    unlock_with_keyring,
    unlock_with_password,
    unlock_with_recovery_code,
)
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "sol og regn", "sne og slud"
SLOW = KeyCost(memory_kib=64 * 1024, passes=12, lanes=1)  # long enough for something else to happen meanwhile


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def made(folder: DataFolder) -> tuple[bytes, str]:
    """Make a file, and return its key and recovery code."""
    key, code = create_key_file(folder, OLD, cost=FAST)
    Store.create(folder, key).close()
    return key, code


def places(folder: DataFolder) -> list[DataFolder]:
    """List the data folder and its backups."""
    return [folder, *(DataFolder(path) for path in sorted(folder.backups.iterdir()))]


def opens(folder: DataFolder, password: str) -> bool:
    try:
        return bool(unlock_with_password(folder, password))
    except WrongSecretError:
        return False


def test_the_old_password_opens_no_backup_either(folder: DataFolder, made: tuple[bytes, str]) -> None:
    key, code = made
    for reason in ("start", "day"):
        back_up(folder, key, reason)
    assert change_password(folder, key, NEW, cost=FAST) == ()
    assert len(places(folder)) == 3
    for place in places(folder):
        for path in (place.key, place.key_copy):
            assert path.read_bytes() == folder.key.read_bytes()
            assert path.stat().st_mode & 0o777 == 0o600
        assert not opens(place, OLD)
        assert unlock_with_password(place, NEW) == unlock_with_recovery_code(place, code) == key


def test_the_old_recovery_code_opens_nothing_any_more(folder: DataFolder, made: tuple[bytes, str]) -> None:
    key, old = made
    back_up(folder, key, "day")
    fresh = new_code()
    assert change_code(folder, key, fresh) == ()
    for place in places(folder):
        with pytest.raises(WrongSecretError):
            unlock_with_recovery_code(place, old)
        assert unlock_with_recovery_code(place, fresh) == unlock_with_password(place, OLD) == key


def test_a_code_that_nobody_has_kept_yet_changes_nothing(folder: DataFolder, made: tuple[bytes, str]) -> None:
    key, old = made
    assert new_code() != new_code()
    with pytest.raises(UserError):
        change_code(folder, key, "ABCD")
    assert unlock_with_recovery_code(folder, old) == key


def test_another_files_key_changes_nothing(folder: DataFolder, made: tuple[bytes, str]) -> None:
    before = folder.key.read_bytes()
    with pytest.raises(ValueError, match="belong"):
        change_code(folder, os.urandom(32), new_code())
    with pytest.raises(ValueError, match="belong"):
        put_keyring(folder, os.urandom(32), bytes(32))
    assert folder.key.read_bytes() == before


def test_a_backup_of_another_database_is_left_alone(
    folder: DataFolder, made: tuple[bytes, str], tmp_path: Path
) -> None:
    other = DataFolder(tmp_path / "other")
    key, _ = create_key_file(other, "en anden", cost=FAST)
    Store.create(other, key).close()
    foreign = DataFolder(folder.backups / "foreign")
    shutil.copytree(other.root, foreign.root)
    (folder.backups / "a file").write_text("", "utf-8")
    change_password(folder, made[0], NEW, cost=FAST)
    assert unlock_with_password(foreign, "en anden") == key


def test_a_backup_whose_key_files_are_damaged_gets_good_ones(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    saved = DataFolder(back_up(folder, made[0], "a"))
    saved.key.write_bytes(b"")
    saved.key_copy.write_bytes(b"{}")
    change_password(folder, made[0], NEW, cost=FAST)
    assert opens(saved, NEW)


def test_a_backup_that_is_being_made_takes_its_key_files_itself(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    saved = DataFolder(back_up(folder, made[0], "a"))
    for path in (saved.key, saved.key_copy):
        path.unlink()
    assert change_password(folder, made[0], NEW, cost=FAST) == ()
    assert [path.name for path in saved.root.iterdir()] == ["meetings.db"]


def test_a_backup_that_lost_its_database_keeps_no_old_password(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    saved = DataFolder(back_up(folder, made[0], "a"))
    saved.database.write_bytes(b"")
    change_password(folder, made[0], NEW, cost=FAST)
    assert not opens(saved, OLD)


def test_a_backup_that_could_not_follow_is_named_and_follows_at_the_next_unlocking(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    saved = DataFolder(back_up(folder, made[0], "a"))
    hindrance = saved.root / "meetings.key.new"
    hindrance.mkdir()
    assert change_password(folder, made[0], NEW, cost=FAST) == (saved.root,)
    assert opens(saved, OLD)
    hindrance.rmdir()
    shutil.copyfile(folder.key, saved.key_copy)
    assert opens(folder, NEW)
    assert not opens(saved, OLD)


def test_what_an_attempt_left_does_not_keep_an_old_password(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    saved = DataFolder(back_up(folder, made[0], "a"))
    for place in (folder, saved):
        shutil.copyfile(place.key, place.root / "meetings.key.new")
    change_password(folder, made[0], NEW, cost=FAST)
    assert list(folder.root.rglob("*.new")) == []


@pytest.mark.parametrize(("stopped_at", "opening"), [("meetings.key.copy", OLD), ("meetings.key", OLD)])
def test_a_change_that_fails_between_two_writes_leaves_the_old_password(
    folder: DataFolder, made: tuple[bytes, str], stopped_at: str, opening: str
) -> None:
    hindrance = folder.root / f"{stopped_at}.new"
    hindrance.mkdir()
    with pytest.raises(UserError):
        change_password(folder, made[0], NEW, cost=FAST)
    hindrance.rmdir()
    assert not opens(folder, NEW)
    assert opens(folder, opening)
    assert folder.key.read_bytes() == folder.key_copy.read_bytes()


def test_a_change_that_was_killed_leaves_one_of_the_two_passwords(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    key, code = made
    back_up(folder, key, "a")
    program = (
        "import sys; from pathlib import Path; from itertools import cycle\n"
        "from tvm_desktop.paths import DataFolder; from tvm_desktop.storage.keyfile import *\n"
        "cost = KeyCost(memory_kib=64, passes=1, lanes=1)\n"
        "print('ready', flush=True)\n"
        "for password in cycle(sys.argv[3:]):\n"
        "    change_password(DataFolder(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]), password, cost=cost)\n"
    )
    command = [sys.executable, "-c", program, str(folder.root), key.hex(), NEW, OLD]
    for turn in range(12):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as changing:
            assert changing.stdout is not None
            changing.stdout.readline()
            time.sleep(0.003 * turn)
            changing.send_signal(signal.SIGKILL)
        holds = [password for password in (OLD, NEW) if opens(folder, password)]
        assert len(holds) == 1
        assert unlock_with_recovery_code(folder, code) == key
        assert {opens(place, password) for place in places(folder) for password in holds} == {True}
        assert not any(opens(place, ({OLD, NEW} - {*holds}).pop()) for place in places(folder))


def test_a_code_that_is_kept_while_a_password_is_derived_holds(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    key, old = made
    deriving = Thread(target=change_password, args=(folder, key, NEW), kwargs={"cost": SLOW})
    deriving.start()
    time.sleep(0.05)
    fresh = new_code()
    change_code(folder, key, fresh)
    assert deriving.is_alive()
    deriving.join()
    assert unlock_with_recovery_code(folder, fresh) == unlock_with_password(folder, NEW) == key
    with pytest.raises(WrongSecretError):
        unlock_with_recovery_code(folder, old)


def test_an_unlocking_does_not_bring_back_a_password_that_was_changed_meanwhile(
    folder: DataFolder, made: tuple[bytes, str]
) -> None:
    key, _code = made
    back_up(folder, key, "a")
    change_password(folder, key, OLD, cost=SLOW)
    unlocking = Thread(target=unlock_with_password, args=(folder, OLD))
    unlocking.start()
    time.sleep(0.05)
    change_password(folder, key, NEW, cost=FAST)
    assert unlocking.is_alive()
    unlocking.join()
    assert not any(opens(place, OLD) for place in places(folder))
    assert opens(folder, NEW)


def test_a_keyring_slot_comes_and_goes(folder: DataFolder, made: tuple[bytes, str]) -> None:
    key, _ = made
    secret = os.urandom(32)
    saved = DataFolder(back_up(folder, key, "a"))
    assert unlock_with_keyring(folder, secret) is None
    put_keyring(folder, key, secret)
    assert unlock_with_keyring(folder, secret) == unlock_with_keyring(saved, secret) == key
    assert unlock_with_keyring(folder, bytes(32)) is None
    drop_keyring(folder)
    assert unlock_with_keyring(folder, secret) is unlock_with_keyring(saved, secret) is None
    assert opens(folder, OLD)
