from __future__ import annotations

import resource
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from helpers.family import NOON, card, course, meeting, put
from helpers.golden import fill
from helpers.minh import minh_entities
from tvm_desktop.domain.entities import Course, Person
from tvm_desktop.domain.record import adding
from tvm_desktop.errors import UserError
from tvm_desktop.storage.ballast import ballast_path
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.faults import Fault, refusal
from tvm_desktop.storage.store import Draft, JournalEntry, Store, UseAct

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity


def raw(store: Store) -> sqlite3.Connection:
    """Return the store's own connection."""
    connection: sqlite3.Connection | None = store._writer.raw_connection().driver_connection
    assert connection is not None
    return connection


def failing(store: Store, *entities: Entity) -> Fault:
    """Return why a commit fails, and see that nothing of it was kept."""
    entry = JournalEntry(meeting_id="m", at=NOON, label="x")
    journal, kept, drafts = store.journal("m"), store.load("c"), store.drafts()
    with pytest.raises(UserError) as caught:
        store.commit("c", [adding(entity) for entity in entities], entry, done_draft="field")
    assert (store.journal("m"), store.load("c"), store.drafts()) == (journal, kept, drafts)
    return next(fault for fault in Fault if refusal(fault).message == caught.value.message)


def test_a_worked_meeting_comes_back_whole_after_a_restart(store: Store, key: bytes) -> None:
    entities = minh_entities()
    (held,) = [entity for entity in entities if isinstance(entity, Course)]
    put(store, held.id, *entities)
    store.close()
    again = Store.open(store.folder, key)
    assert sorted(again.load(held.id), key=lambda e: e.id) == sorted(entities, key=lambda e: e.id)
    again.close()


def test_a_commit_ends_its_draft_and_no_other(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    for key in ("m/entry", "card/x/text"):
        store.save_draft(Draft(key, "c", "Vi har set", 10))
    store.commit("c", [adding(card("m", "Vi har set"))], done_draft="m/entry")
    assert [draft.key for draft in store.drafts()] == ["card/x/text"]


def test_what_is_typed_about_a_course_that_is_gone_is_not_kept(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    typed = Draft("correction/x/text", "c", "Han sov godt", 3)
    store.save_draft(typed)
    store.delete_course("c")
    store.save_draft(typed)
    store.save_draft(Draft("own/name", "", "Karin", 3))
    assert [draft.key for draft in store.drafts()] == ["own/name"]
    assert not store.has_unsaved()


def test_a_draft_is_kept_as_it_was_last(store: Store, key: bytes) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    for text, cursor in (("V", 1), ("Vi", 2), ("V", 0)):
        store.save_draft(Draft("m/entry", "c", text, cursor))
    store.save_draft(Draft("a", "c", "x" * 10_000 + "\x00🌱\u202e", 3))
    store.close()
    again = Store.open(store.folder, key)
    assert again.drafts() == [
        Draft("a", "c", "x" * 10_000 + "\x00🌱\u202e", 3),
        Draft("m/entry", "c", "V", 0),
    ]
    again.drop_draft("a")
    again.drop_draft("a")
    assert [draft.key for draft in again.drafts()] == ["m/entry"]
    again.close()


def test_settings_and_formats_are_kept(store: Store) -> None:
    assert (store.setting("name"), store.setting("name", "?")) == ("", "?")
    store.set_setting("name", "Jonas")
    store.set_setting("name", "")
    assert store.setting("name", "?") == ""
    assert store.format_source("h") is None
    store.keep_format("h", "id = 'x'")
    store.keep_format("h", "another text")
    assert store.format_source("h") == "id = 'x'"


def test_the_use_log_holds_what_was_done_and_no_content(store: Store, key: bytes) -> None:
    store.log_use(UseAct.OPENED, "c")
    store.log_use(UseAct.EXPORTED)
    with closing(open_connection(store.folder.database, key)) as connection:
        assert connection.execute("SELECT act, course_id FROM use_log ORDER BY seq").fetchall() == [
            ("opened", "c"),
            ("exported", ""),
        ]


def test_courses_come_in_all_together_or_not_at_all(store: Store) -> None:
    def whole(course_id: str) -> list[Entity]:
        child = Person(id=f"{course_id}-p", name="Freja")
        return [Course(id=course_id, name="Freja", created=NOON), child]

    store.commit_courses({course_id: [adding(e) for e in whole(course_id)] for course_id in ("a", "b")})
    assert {row.id for row in store.courses()} == {"a", "b"}
    with pytest.raises(Exception, match="UNIQUE"):
        store.commit_courses({course_id: [adding(e) for e in whole(course_id)] for course_id in ("c", "b")})
    assert {row.id for row in store.courses()} == {"a", "b"}


def test_a_full_disk_loses_nothing_and_the_freed_ballast_lets_the_meeting_go_on(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    store.save_draft(Draft("field", "c", "Vi har", 6))
    assert ballast_path(store.folder).exists()
    pages = raw(store).execute("PRAGMA page_count").fetchone()[0]
    raw(store).execute(f"PRAGMA max_page_count = {pages}").fetchall()
    assert (
        failing(store, *(card("m", f"{number} " + "skole " * 900) for number in range(30)))
        is Fault.FULL_BUT_EASED
    )
    assert not ballast_path(store.folder).exists()
    raw(store).execute("PRAGMA max_page_count = 999999").fetchall()
    put(store, "c", card("m", "Nu går det"))
    assert store.search("nu går")


def test_another_program_in_the_file_is_named_and_waited_for_no_longer_than_needed(
    store: Store, key: bytes
) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    raw(store).execute("PRAGMA busy_timeout = 20").fetchall()
    with closing(open_connection(store.folder.database, key)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert failing(store, card("m", "x")) is Fault.BUSY
        other.execute("ROLLBACK")
    put(store, "c", card("m", "Nu går det"))


def test_a_file_that_may_not_be_written_is_named(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    raw(store).execute("PRAGMA query_only = ON").fetchall()
    assert failing(store, card("m", "x")) is Fault.READ_ONLY
    with pytest.raises(UserError):
        store.save_draft(Draft("field", "c", "Vi", 2))
    raw(store).execute("PRAGMA query_only = OFF").fetchall()


def test_a_page_that_is_altered_while_the_file_is_open_is_found(store: Store, key: bytes) -> None:
    put_in = [card("m", f"{number} skole") for number in range(400)]
    course(store, "c", "Minh", meeting("m", 0), *put_in)
    store.close()
    again = Store.open(store.folder, key)
    content = bytearray(store.folder.database.read_bytes())
    for at in range(4096 * 20 + 50, len(content), 4096):
        content[at] ^= 1
    with store.folder.database.open("r+b") as file:
        file.write(content)
    with pytest.raises(UserError) as caught:
        again.load("c")
    assert caught.value.message == refusal(Fault.DAMAGED).message
    again.close()


def test_closing_leaves_one_file_and_a_store_that_cannot_be_used(store: Store) -> None:
    fill(store)
    store.close()
    assert sorted(path.name for path in store.folder.root.iterdir()) == ["meetings.db", "reserve"]
    with pytest.raises(RuntimeError, match="closed"):
        store.drafts()
    store.close()
    assert sorted(path.name for path in store.folder.root.iterdir()) == ["meetings.db", "reserve"]


def test_closing_while_another_program_reads_is_no_error(store: Store, key: bytes) -> None:
    fill(store)
    raw(store).execute("PRAGMA busy_timeout = 20").fetchall()
    with closing(open_connection(store.folder.database, key)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM card").fetchone()
        store.close()
    again = Store.open(store.folder, key)
    assert len(again.load("course")) > 10
    again.close()


def test_closing_on_a_disk_that_takes_no_more_is_no_error_and_loses_nothing(store: Store, key: bytes) -> None:
    fill(store)
    course(store, "c", "Minh", meeting("m", 0), *(card("m", f"{number} skole") for number in range(300)))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (store.folder.database.stat().st_size, before[1]))
    try:
        with pytest.raises(UserError):
            put(store, "c", card("m", "x" * 100_000))
        store.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    again = Store.open(store.folder, key)
    assert len(again.load("c")) == 303
    again.close()


def test_the_file_is_no_plain_sqlite_file(store: Store) -> None:
    fill(store)
    with closing(sqlite3.connect(store.folder.database)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM sqlite_master")
