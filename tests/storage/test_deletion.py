from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from faults.pages import pages
from helpers.family import NOON, card, course, meeting, put
from helpers.stores import FAST, make_store
from tvm_desktop.domain.record import changing
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import deletion
from tvm_desktop.storage.backup import save_copy
from tvm_desktop.storage.backups import head_of, list_backups
from tvm_desktop.storage.exchange.demo import fill_with_demo
from tvm_desktop.storage.exchange.writer import course_file, write_text
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.mapper import instant
from tvm_desktop.storage.restoring import restore
from tvm_desktop.storage.rows import Draft, JournalEntry, UseAct, UseNote
from tvm_desktop.storage.store import Store
from tvm_desktop.storage.who import user

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BIRD = "Kanariefugl"
STEPS = ("committed", "scrubbed", "noted", "copied", "removed", "done")


def two_courses(store: Store) -> None:
    """Put a course full of canaries beside another one."""
    words = [card("m", f"{BIRD} nummer {number} er ked af det") for number in range(300)]
    course(store, "c", BIRD, meeting("m", 0, purpose=f"{BIRD}s møde"), *words)
    changed = changing(words[0], text=f"{BIRD} er glad")
    store.commit("c", changed, JournalEntry(meeting_id="m", at=NOON, label=BIRD, edits=changed))
    store.save_draft(Draft("m/entry", "c", f"{BIRD} sidder", 3))
    store.set_setting("dismissed/m", BIRD)
    course(store, "other", "Minh", meeting("n", 0), card("n", "Minh er glad for at tegne"))
    store.save_draft(Draft("n/entry", "other", "Minh tegner", 3))


def said(folder: DataFolder, key: bytes) -> bytes:
    """Return every page of a file, decrypted, in small letters."""
    return b"".join(pages(folder, key)).lower()


def terms(store: Store) -> set[str]:
    """Return every three letters that the index knows."""
    with store._reader.connect() as connection:
        raw = deletion.raw_of(connection)
        found: set[str] = set()
        for name in ("search_name", "search_said"):
            raw.execute(f"CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, {name}, instance)")
            found |= {term for (term,) in raw.execute("SELECT DISTINCT term FROM temp.v").fetchall()}
            raw.execute("DROP TABLE temp.v")
        return found


def test_no_page_no_side_file_and_no_index_holds_a_word_of_it(store: Store, key: bytes) -> None:
    two_courses(store)
    assert "kan" in terms(store)
    store.back_up("now")
    store.delete_course("c")
    assert BIRD.lower().encode() not in said(store.folder, key)
    assert b"minh" in said(store.folder, key)
    assert "kan" not in terms(store)
    assert not store.search("kanariefugl")
    assert store.search("tegne")
    (backup,) = list_backups(store.folder)
    assert BIRD.lower().encode() not in said(backup.folder, key)


def test_before_it_there_was_something_to_find(store: Store, key: bytes) -> None:
    two_courses(store)
    assert said(store.folder, key).count(BIRD.lower().encode()) > 300


def test_what_was_typed_and_set_in_other_courses_stays(store: Store) -> None:
    two_courses(store)
    store.set_setting("dismissed/n", "x")
    store.delete_course("c")
    assert [draft.key for draft in store.drafts()] == ["n/entry"]
    assert (store.setting("dismissed/m"), store.setting("dismissed/n")) == ("", "x")


def test_of_the_nine_invented_courses_each_can_go_and_all_others_stay_exactly_as_they_are(
    tmp_path: Path,
) -> None:
    store = make_store(tmp_path)
    fill_with_demo(store, FormatLibrary.load(None).formats)
    rows = store.courses()
    assert len(rows) == 9
    texts = {row.id: write_text(course_file(store, row.id)) for row in rows}
    for gone in rows:
        store.delete_course(gone.id)
        del texts[gone.id]
        assert {row.id: write_text(course_file(store, row.id)) for row in store.courses()} == texts
    assert terms(store) == set()
    store.close()


def test_a_receipt_and_a_line_without_names_remain(store: Store) -> None:
    two_courses(store)
    store.log_use(UseAct.SHOWN, "c")
    receipt = store.delete_course("c")
    assert store.receipts() == [receipt]
    assert (receipt.who, receipt.meetings, receipt.things) == (user(), 1, 301)
    assert receipt.backups_replaced is not None
    newest, shown = store.use_log()
    assert (newest.act, newest.course_id, newest.course_name) == (UseAct.DELETED, receipt.course_id, "")
    assert (shown.act, shown.course_id) == (UseAct.SHOWN, receipt.course_id)


def test_an_id_that_is_chance_remains_and_one_that_could_be_a_name_does_not(store: Store) -> None:
    for course_id in ("0123456789abcdef", "amina"):
        course(store, course_id, "Amina")
        store.log_use(UseAct.OPENED, course_id)
        store.delete_course(course_id)
    named, chance = store.receipts()
    assert chance.course_id == "0123456789abcdef"
    assert len(named.course_id) == 16
    assert {row.course_id for row in store.use_log()} == {named.course_id, chance.course_id}


def test_several_go_together(store: Store) -> None:
    two_courses(store)
    other, first = store.delete_courses(["c", "other"])
    assert (other.things, first.things) == (2, 301)
    assert store.courses() == []


def test_a_course_that_is_not_there_deletes_nothing(store: Store) -> None:
    two_courses(store)
    kept = store.back_up("now")
    with pytest.raises(LookupError):
        store.delete_courses(["c", "nobody"])
    assert len(store.courses()) == 2
    assert kept.exists()
    assert not store.deletion_waits()


def test_one_new_backup_takes_the_place_of_all_and_what_is_not_ours_stays(store: Store) -> None:
    two_courses(store)
    old = [store.back_up(reason) for reason in ("start", "now", "v1001")]
    aside = old[0].with_name("2026-01-01T10-00-00-put-aside")
    aside.mkdir()
    (aside / "meetings.db-wal").write_bytes(b"x")
    renamed = shutil.copytree(old[0], old[0].with_name("gemt af mig"))
    part = old[0].with_name("2026-01-01T10-00-00-now.part")
    part.mkdir()
    coming = store.folder.root / "restore.new"
    coming.mkdir()
    theirs = store.folder.backups / "noter"
    theirs.mkdir()
    store.delete_course("c")
    assert not any(path.exists() for path in (*old, aside, renamed, part, coming))
    assert theirs.is_dir()
    (only,) = list_backups(store.folder)
    assert only.reason == "after-deletion"


def test_the_new_backup_opens_and_says_the_same(store: Store, key: bytes, tmp_path: Path) -> None:
    two_courses(store)
    receipt = store.delete_course("c")
    (backup,) = list_backups(store.folder)
    again = Store.open(DataFolder(shutil.copytree(backup.root, tmp_path / "again")), key)
    assert [row.id for row in again.courses()] == ["other"]
    assert again.receipts() == [receipt]
    again.close()


def test_a_form_goes_with_the_last_meeting_that_used_it(store: Store) -> None:
    two_courses(store)
    for hash_ in ("only-here", "both", "earlier"):
        store.keep_format(hash_, f"{hash_} …")
    mine, theirs = meeting("m2", 1), meeting("n2", 1)
    put(store, "c", mine)
    put(store, "other", theirs)
    store.commit("c", changing(mine, format_hash="only-here"))
    for hash_ in ("earlier", "both"):
        edits = changing(theirs, format_hash=hash_)
        store.commit("other", edits, JournalEntry(meeting_id="n2", at=NOON, edits=edits))
    store.delete_course("c")
    assert store.format_source("only-here") is None
    assert store.format_source("both") == "both …"
    assert store.format_source("earlier") == "earlier …"


@pytest.mark.parametrize("last", STEPS)
def test_a_kill_after_any_step_is_taken_up_at_the_next_start(store: Store, key: bytes, last: str) -> None:
    two_courses(store)
    old = store.back_up("now")
    store.close()
    command = [sys.executable, "-c", PROGRAM, str(store.folder.root), key.hex(), last]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (9, b"")
    again = Store.open(store.folder, key)
    (receipt,) = again.receipts()
    assert receipt.backups_replaced is not None
    assert not again.deletion_waits()
    assert not old.exists()
    (backup,) = list_backups(store.folder)
    again.close()
    assert BIRD.lower().encode() not in said(store.folder, key) + said(backup.folder, key)


PROGRAM = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import deletion
from tvm_desktop.storage.rows import UseAct, UseNote
from tvm_desktop.storage.store import Store

folder, key, last = DataFolder(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]), sys.argv[3]
store, now = Store.open(folder, key), datetime.now(UTC)
with store._writing() as connection:
    deletion.erase(folder, connection, ["c"], UseNote(now, "", UseAct.DELETED))
if last == "committed":
    os._exit(9)
with store._writer.connect() as connection:
    for step in deletion.finishing(folder, key, deletion.raw_of(connection), now):
        if step == last:
            os._exit(9)
"""


def test_a_stop_before_anything_was_deleted_deletes_nothing(store: Store, key: bytes) -> None:
    two_courses(store)
    old = store.back_up("now")
    deletion.lay_mark(store.folder, head_of(store.folder), [instant(NOON)])
    store.close()
    again = Store.open(store.folder, key)
    assert len(again.courses()) == 2
    assert old.exists()
    assert not again.deletion_waits()
    again.close()


def test_a_mark_that_cannot_be_read_waits_for_every_receipt(store: Store, key: bytes) -> None:
    two_courses(store)
    store.delete_course("c")
    old = store.back_up("now")
    deletion.mark_path(store.folder).write_bytes(b"\xff?")
    store.close()
    again = Store.open(store.folder, key)
    assert not old.exists()
    assert not again.deletion_waits()
    again.close()


def test_backups_that_cannot_be_replaced_wait_and_the_receipt_says_so(store: Store, key: bytes) -> None:
    two_courses(store)
    store.folder.backups.write_bytes(b"in the way")
    receipt = store.delete_course("c")
    assert receipt.backups_replaced is None
    assert store.deletion_waits()
    assert BIRD.lower().encode() not in said(store.folder, key)
    store.folder.backups.unlink()
    store.delete_course("other")
    assert all(one.backups_replaced is not None for one in store.receipts())
    assert not store.deletion_waits()


def test_a_copy_that_the_user_keeps_elsewhere_can_be_opened_without_losing_a_backup(
    store: Store, key: bytes, tmp_path: Path
) -> None:
    two_courses(store)
    elsewhere = save_copy(store.folder, key, tmp_path, datetime.now(UTC))
    store.delete_course("c")
    copy = Store.open(DataFolder(elsewhere), key)
    kept = copy.back_up("now")
    copy.close()
    copy = Store.open(DataFolder(elsewhere), key)
    assert len(copy.courses()) == 2
    assert kept.exists()
    copy.close()


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Store]:
    """Open a file that has its key file beside it, as all but the quickest tests need it."""
    folder = DataFolder(tmp_path / "mine")
    key, _code = create_key_file(folder, "sol og regn", cost=FAST)
    store = Store.create(folder, key)
    two_courses(store)
    yield store
    store.close()


@pytest.fixture
def other(tmp_path: Path) -> tuple[DataFolder, bytes]:
    """Make the file of another computer, whose first course is deleted, and return its folder and key."""
    folder = DataFolder(tmp_path / "other")
    key, _code = create_key_file(folder, "sne og slud", cost=FAST)
    store = Store.create(folder, key)
    two_courses(store)
    store.delete_course("c")
    store.close()
    return folder, key


def test_the_backups_of_another_database_stay(mine: Store, other: tuple[DataFolder, bytes]) -> None:
    key = mine.key
    old = mine.back_up("now")
    mine.close()
    folder, theirs = other
    restore(mine.folder, folder, theirs, present_key=key)
    (only_copy,) = (one for one in list_backups(mine.folder) if one.reason == "before-restore")
    here = Store.open(mine.folder, theirs)
    own = here.back_up("now")
    here.delete_course("other")
    assert (only_copy.root.exists(), old.exists(), own.exists()) == (True, True, False)
    here.close()
    back = Store.open(DataFolder(only_copy.root), key)
    assert len(back.courses()) == 2
    back.close()


def test_a_deletion_waits_for_its_own_database_while_another_is_there(
    mine: Store, other: tuple[DataFolder, bytes]
) -> None:
    key = mine.key
    old = mine.back_up("now")
    delete_without_finishing(mine)
    assert mine.deletion_waits()
    mine.close()
    folder, theirs = other
    restore(mine.folder, folder, theirs, present_key=key)
    here = Store.open(mine.folder, theirs)
    assert old.exists()
    assert not here.deletion_waits()
    here.delete_course("other")
    here.close()
    (back,) = (one for one in list_backups(mine.folder) if one.reason == "before-restore")
    restore(mine.folder, back.folder, key, present_key=theirs)
    again = Store.open(mine.folder, key)
    assert not old.exists()
    assert not again.deletion_waits()
    assert again.receipts()[0].backups_replaced is not None
    again.close()


def test_a_deletion_waits_while_a_file_from_before_it_is_restored(mine: Store) -> None:
    key = mine.key
    first, second = mine.back_up("now"), mine.back_up("now")
    delete_without_finishing(mine)
    mine.close()
    restore(mine.folder, DataFolder(first), key, present_key=key)
    again = Store.open(mine.folder, key)
    assert len(again.courses()) == 2
    assert second.exists()
    assert not again.deletion_waits()
    again.close()
    (back,) = (one for one in list_backups(mine.folder) if one.reason == "before-restore")
    restore(mine.folder, back.folder, key, present_key=key)
    again = Store.open(mine.folder, key)
    assert not first.exists()
    assert not second.exists()
    assert again.receipts()[0].backups_replaced is not None
    again.close()


def test_what_waited_is_finished_with_the_next_deletion(mine: Store) -> None:
    key = mine.key
    first = mine.back_up("now")
    delete_without_finishing(mine)
    mine.close()
    restore(mine.folder, DataFolder(first), key, present_key=key)
    again = Store.open(mine.folder, key)
    again.delete_course("c")
    assert all(receipt.backups_replaced for receipt in again.receipts())
    assert not deletion.mark_path(again.folder).exists()
    (only,) = list_backups(again.folder)
    assert BIRD.lower().encode() not in said(only.folder, key)
    again.close()


def delete_without_finishing(store: Store) -> None:
    """Delete as a program does that is stopped at once."""
    with store._writing() as connection:
        deletion.erase(store.folder, connection, ["c"], UseNote(datetime.now(UTC), "", UseAct.DELETED))
