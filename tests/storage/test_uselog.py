from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text

from helpers.anything import one_of_each
from helpers.family import put
from tvm_desktop.storage.rows import UseAct, UseNote
from tvm_desktop.storage.store import Store
from tvm_desktop.storage.who import user


def test_the_log_says_who_did_what_with_which_course_newest_first(store: Store) -> None:
    put(store, "course", *one_of_each())
    store.log_use(UseAct.OPENED, "course")
    store.log_use(UseAct.PRINTED, "course")
    last, first = store.use_log()
    assert (last.act, first.act) == (UseAct.PRINTED, UseAct.OPENED)
    assert last.who == user()
    assert last.course_name == store.courses()[0].name


def test_the_log_is_read_a_page_at_a_time_and_for_one_course(store: Store) -> None:
    for act in (UseAct.OPENED, UseAct.SHOWN, UseAct.PRINTED):
        store.log_use(act, "one")
    store.log_use(UseAct.OPENED, "another")
    newest = store.use_log(limit=2)
    older = store.use_log(limit=2, before=newest[-1].seq)
    assert [row.act for row in (*newest, *older)] == [
        UseAct.OPENED,
        UseAct.PRINTED,
        UseAct.SHOWN,
        UseAct.OPENED,
    ]
    assert {row.course_id for row in store.use_log(course_id="another")} == {"another"}


def test_what_was_done_while_the_file_was_locked_keeps_its_own_time_and_name(store: Store) -> None:
    at = datetime(2026, 3, 12, 9, 27, tzinfo=UTC)
    store.log_earlier([UseNote(at, "en anden", UseAct.FAILED_UNLOCK)])
    (row,) = store.use_log()
    assert (row.at, row.who, row.act, row.course_name) == (at, "en anden", UseAct.FAILED_UNLOCK, "")


def test_the_log_is_read_for_some_kinds_of_acts(store: Store) -> None:
    for act in (UseAct.OPENED, UseAct.SHOWN, UseAct.PRINTED):
        store.log_use(act, "one")
    store.log_use(UseAct.SHOWN, "another")
    rows = store.use_log(acts=(UseAct.SHOWN, UseAct.PRINTED), course_id="one")
    assert [row.act for row in rows] == [UseAct.PRINTED, UseAct.SHOWN]
    assert len(store.use_log(acts=(UseAct.SHOWN,))) == 2


def newer_act(store: Store) -> None:
    """Note what only a later version of the program knows."""
    store.log_use(UseAct.OPENED, "one")
    with store._writing() as connection:
        connection.execute(text("UPDATE use_log SET act = 'sent_to_the_moon'"))


def test_what_a_newer_program_noted_keeps_nobody_out_and_is_still_listed(store: Store, key: bytes) -> None:
    newer_act(store)
    store.close()
    again = Store.open(store.folder, key)
    (row,) = again.use_log()
    assert (row.act, row.course_id, row.who) == (None, "one", user())
    assert again.last_used == row.at
    again.close()


def test_a_file_knows_when_it_was_used_last_before_it_was_opened(store: Store, key: bytes) -> None:
    assert store.last_used is None
    store.log_use(UseAct.OPENED, "one")
    (line,) = store.use_log()
    store.close()
    again = Store.open(store.folder, key)
    again.log_use(UseAct.OPENED, "one")
    assert again.last_used == line.at
    again.close()
