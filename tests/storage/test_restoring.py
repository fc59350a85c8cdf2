"""What is in a backup, and a backup in the place of the present file, wherever the program stops."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from helpers.golden import fill
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import ballast, restoring, swap
from tvm_desktop.storage.backup import back_up, save_copy
from tvm_desktop.storage.backups import Backup, found_in, list_backups
from tvm_desktop.storage.keyfile import create_key_file, unlock_with_password, unlock_with_recovery_code
from tvm_desktop.storage.restoring import preview, restore, same_database
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

AT = datetime(2026, 3, 20, 9, 5, 7, tzinfo=UTC)
PASSWORD, OTHER = "sol og regn", "sne og slud"


class Desk:
    """A folder with a file, its key, and a backup of it from before the last words."""

    def __init__(self, root: Path, password: str = PASSWORD) -> None:
        self.folder = DataFolder(root)
        self.key, self.code = create_key_file(self.folder, password, cost=FAST)
        store = Store.create(self.folder, self.key)
        fill(store)
        store.set_setting("words", "before")
        self.backup = DataFolder(back_up(self.folder, self.key, "start", AT))
        store.set_setting("words", "after")
        store.close()

    def words(self, password: str = PASSWORD) -> str:
        """Come in as after a start, and read the last words."""
        store = Store.open(self.folder, unlock_with_password(self.folder, password))
        assert len(store.load("course")) > 10
        said = store.setting("words")
        store.close()
        return said

    def restore(self, *, known: bool = True) -> None:
        restore(self.folder, self.backup, self.key, present_key=self.key if known else None, at=AT)

    def kept(self, reason: str) -> Backup:
        """Return the one backup that was made for a reason."""
        (found,) = (one for one in list_backups(self.folder) if one.reason == reason)
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "data")


def altered(path: Path, at: int = 9000) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])


# -- what is in it ---------------------------------------------------------------------------------------------------


def test_a_backup_says_what_is_in_it(desk: Desk) -> None:
    seen = preview(desk.backup, desk.key)
    store = Store.open(desk.folder, desk.key)
    assert seen.courses == tuple(row.name for row in store.courses())
    assert seen.meetings == {row.id for row in store.meetings()}
    assert seen.newest == max(row.starts for row in store.meetings() if row.starts)
    assert restoring.contents_of(desk.folder, desk.key) == seen
    store.close()


def test_looking_leaves_nothing_behind_even_where_one_may_not_write(desk: Desk) -> None:
    before = {path.name: path.read_bytes() for path in desk.backup.root.iterdir()}
    desk.backup.root.chmod(0o500)
    preview(desk.backup, desk.key)
    desk.backup.root.chmod(0o700)
    assert {path.name: path.read_bytes() for path in desk.backup.root.iterdir()} == before


def test_a_copy_with_its_journal_beside_it_is_read_whole(desk: Desk, tmp_path: Path) -> None:
    store = Store.open(desk.folder, desk.key)
    store.set_setting("words", "in the journal")
    copied = DataFolder(tmp_path / "Åses stik, 100 %" / "kopi")
    shutil.copytree(desk.folder.root, copied.root)
    store.close()
    other = DataFolder(tmp_path / "other")
    shutil.copytree(copied.root, other.root)
    assert preview(other, desk.key).courses
    restore(desk.folder, copied, desk.key, present_key=desk.key)
    assert desk.words() == "in the journal"


HARMS: dict[str, Callable[[Path], object]] = {
    "altered": altered,
    "cut": lambda path: path.write_bytes(path.read_bytes()[:8192]),
    "pages missing": lambda path: path.write_bytes(path.read_bytes()[:-8192]),
    "empty": lambda path: path.write_bytes(b""),
    "chance": lambda path: path.write_bytes(os.urandom(20_000)),
    "plain": lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(5000)),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_a_backup_that_is_not_whole_is_said_and_never_restored(
    desk: Desk, harm: Callable[[Path], object]
) -> None:
    harm(desk.backup.database)
    with pytest.raises(UserError):
        preview(desk.backup, desk.key)
    with pytest.raises(UserError):
        desk.restore()
    assert desk.words() == "after"
    assert not swap.coming(desk.folder).root.exists()


def test_another_key_opens_no_backup(desk: Desk) -> None:
    with pytest.raises(UserError):
        preview(desk.backup, bytes(32))


# -- in the place of the present file --------------------------------------------------------------------------------


def test_the_backup_comes_and_the_present_file_becomes_one(desk: Desk) -> None:
    desk.restore()
    assert desk.words() == "before"
    restore(desk.folder, desk.kept("before-restore").folder, desk.key, present_key=desk.key)
    assert desk.words() == "after"


def test_a_password_chosen_since_stays(desk: Desk) -> None:
    changed = DataFolder(desk.folder.root.parent / "changed")
    shutil.copytree(desk.folder.root, changed.root)
    other_key = desk.folder.key.read_bytes()
    assert same_database(desk.folder, desk.backup, desk.key)
    desk.backup.key.write_bytes(b"{")
    desk.backup.key_copy.unlink()
    desk.restore()
    assert desk.words() == "before"
    assert desk.folder.key.read_bytes() == other_key


@pytest.mark.parametrize("known", [True, False])
def test_a_damaged_file_is_put_aside_byte_for_byte(desk: Desk, known: bool) -> None:
    altered(desk.folder.database)
    (desk.folder.root / "meetings.db-wal").write_bytes(b"a journal that fits nothing")
    damaged = desk.folder.database.read_bytes()
    desk.restore(known=known)
    assert desk.words() == "before"
    aside = desk.kept("put-aside").folder
    assert aside.database.read_bytes() == damaged
    assert aside.key.exists()


@pytest.mark.parametrize("missing", ["meetings.db", "meetings.key", "both keys", "everything", "empty"])
def test_what_is_missing_comes_from_the_backup(desk: Desk, missing: str) -> None:
    gone = {
        "both keys": ("meetings.key", "meetings.key.copy"),
        "everything": ("meetings.db", "meetings.key", "meetings.key.copy"),
        "empty": (),
    }.get(missing, (missing,))
    for name in gone:
        (desk.folder.root / name).unlink()
    if missing == "empty":
        desk.folder.database.write_bytes(b"")
    desk.restore(known=missing == "empty")
    assert desk.words() == "before"


def test_a_journal_of_the_old_file_is_never_applied_to_the_new(desk: Desk) -> None:
    store = Store.open(desk.folder, desk.key)
    store.set_setting("words", "only in the journal")
    crashed = Desk.__new__(Desk)
    crashed.folder = DataFolder(desk.folder.root.parent / "crashed")
    shutil.copytree(desk.folder.root, crashed.folder.root)
    store.close()
    assert (crashed.folder.root / "meetings.db-wal").stat().st_size
    restore(crashed.folder, desk.backup, desk.key)
    assert crashed.words() == "before"
    aside = crashed.kept("put-aside").folder
    restore(crashed.folder, aside, desk.key, present_key=desk.key)
    assert crashed.words() == "only in the journal"


def test_on_another_computer_the_backups_own_password_and_code_open(desk: Desk, tmp_path: Path) -> None:
    stick = save_copy(desk.folder, desk.key, tmp_path, AT)
    assert stick.name == "TVM-2026-03-20T09-05-07-copy"
    shutil.rmtree(desk.folder.root)
    (found,) = found_in(tmp_path)
    key = unlock_with_recovery_code(found.folder, desk.code)
    restore(desk.folder, found.folder, key)
    assert desk.words() == "after"


def test_the_file_of_another_computer_brings_its_own_keys(desk: Desk, tmp_path: Path) -> None:
    here = Desk(tmp_path / "here", OTHER)
    assert not same_database(here.folder, desk.backup, here.key)
    restore(here.folder, desk.backup, desk.key, present_key=here.key)
    assert here.words(PASSWORD) == "before"
    with pytest.raises(UserError):
        unlock_with_password(here.folder, OTHER)
    back = here.kept("before-restore").folder
    restore(here.folder, back, unlock_with_password(back, OTHER), present_key=desk.key)
    assert here.words(OTHER) == "after"


def test_a_backup_without_its_keys_is_no_use_elsewhere(desk: Desk, tmp_path: Path) -> None:
    here = Desk(tmp_path / "here", OTHER)
    desk.backup.key.unlink()
    desk.backup.key_copy.write_bytes(here.folder.key.read_bytes())
    with pytest.raises(UserError) as caught:
        restore(here.folder, desk.backup, desk.key, present_key=here.key)
    assert "key file" in caught.value.message.text
    assert here.words(OTHER) == "after"


def acts(folder: DataFolder, key: bytes) -> list[UseAct | None]:
    """Return what the use log says was done, the latest first."""
    store = Store.open(folder, key)
    found = [row.act for row in store.use_log()]
    store.close()
    return found


@pytest.mark.parametrize("known", [True, False])
def test_who_did_what_since_the_backup_is_still_known(desk: Desk, known: bool) -> None:
    store = Store.open(desk.folder, desk.key)
    store.log_use(UseAct.SHOWN, "course")
    copy = save_copy(store.folder, desk.key, desk.folder.root.parent, AT)
    receipt = store.delete_course("course")
    before = store.use_log()
    store.close()
    restore(desk.folder, DataFolder(copy), desk.key, present_key=desk.key if known else None)
    store = Store.open(desk.folder, desk.key)
    assert store.receipts() == [receipt]
    after = store.use_log()
    assert [(row.at, row.act, row.who) for row in after] == [(row.at, row.act, row.who) for row in before]
    assert after[0].act is UseAct.DELETED
    assert len(store.load("course")) > 10
    store.close()
    restore(desk.folder, DataFolder(copy), desk.key, present_key=desk.key)
    assert len(acts(desk.folder, desk.key)) == len(after)


def test_a_line_that_is_only_in_the_journal_is_known_too(desk: Desk) -> None:
    store = Store.open(desk.folder, desk.key)
    store.log_use(UseAct.SHOWN)
    crashed = DataFolder(desk.folder.root.parent / "crashed")
    shutil.copytree(desk.folder.root, crashed.root)
    store.close()
    restore(crashed, desk.backup, desk.key)
    assert acts(crashed, desk.key)[0] is UseAct.SHOWN


def test_a_file_that_cannot_be_read_and_that_of_another_computer_give_no_lines(
    desk: Desk, tmp_path: Path
) -> None:
    here = Desk(tmp_path / "here", OTHER)
    for one in (desk, here):
        store = Store.open(one.folder, one.key)
        store.log_use(UseAct.SHOWN)
        store.close()
    altered(here.folder.database)
    here.restore()
    assert UseAct.SHOWN not in acts(here.folder, here.key)
    restore(here.folder, desk.backup, desk.key, present_key=here.key)
    assert UseAct.SHOWN not in acts(here.folder, desk.key)


@pytest.mark.parametrize("stop", range(1, 6))
def test_wherever_it_stops_the_old_or_the_new_is_whole(desk: Desk, stop: int) -> None:
    steps = restoring.restoring(desk.folder, desk.backup, desk.key, present_key=desk.key, at=AT)
    names = [next(steps) for _ in range(stop)]
    assert desk.words() == ("before" if "decided" in names else "after")
    desk.restore()
    assert desk.words() == "before"


@pytest.mark.parametrize("stop", range(7))
def test_wherever_it_stops_keys_and_file_belong_together(desk: Desk, tmp_path: Path, stop: int) -> None:
    here = Desk(tmp_path / "here", OTHER)
    for step in restoring.restoring(here.folder, desk.backup, desk.key, present_key=here.key):
        if step == "decided":
            break
    steps = swap.finishing(here.folder)
    for _ in range(stop):
        next(steps, None)
    assert here.words(PASSWORD) == "before"
    assert unlock_with_password(here.kept("before-restore").folder, OTHER) == here.key


def test_a_program_killed_while_it_restores_leaves_the_one_or_the_other(tmp_path: Path) -> None:
    desks = [Desk(tmp_path / name) for name in ("first", "second")]
    for number, one in enumerate(desks):
        store = Store.open(one.folder, one.key)
        store.set_setting("words", str(number))
        store.close()
    here = Desk.__new__(Desk)
    here.folder = DataFolder(tmp_path / "data")
    shutil.copytree(desks[0].folder.root, here.folder.root)
    program = Path(__file__).with_name("restore_rounds.py")
    folders = [here.folder.root, *(one.folder.root for one in desks)]
    found, waits = set(), Random(4)
    for _ in range(12):
        process = subprocess.Popen([sys.executable, program, *folders], stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline()
        time.sleep(waits.uniform(0, 0.3))
        process.kill()
        process.wait()
        process.stdout.close()
        found.add(here.words())
    assert found == {"0", "1"}


def test_without_room_nothing_is_begun(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoring, "_SPARE_BYTES", 2**62)
    with pytest.raises(UserError) as caught:
        desk.restore()
    assert "too little room" in caught.value.message.text
    assert not ballast.ballast_path(desk.folder).exists()
    assert desk.words() == "after"


def test_what_is_put_aside_is_copied_where_a_disk_knows_no_second_names(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"x")
    (tmp_path / "two").write_bytes(b"")
    (tmp_path / "two").unlink()
    restoring._keep(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "two").read_bytes() == b"x"
    with pytest.raises(FileNotFoundError):
        restoring._keep(tmp_path / "three", tmp_path / "four")
