"""What the disk does not take is kept until it does, over a lock too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from helpers.family import card, course, meeting
from tvm_desktop.domain.record import Edit, adding
from tvm_desktop.errors import UserError
from tvm_desktop.storage.rows import Draft
from tvm_desktop.storage.store import Store
from tvm_desktop.storage.unsaved import Unsaved, unseal

if TYPE_CHECKING:
    import sqlite3

    from tvm_desktop.domain.entities import Card

TYPED = Draft("m/entry", "c", "Han sover dårligt – ”næsten aldrig”", 12)


@pytest.fixture
def said(store: Store) -> Card:
    made = card("m", "Han sover ikke.")
    course(store, "c", "Minh", meeting("m", 0), made)
    return made


def write_works(store: Store, *, works: bool) -> None:
    connection: sqlite3.Connection | None = store._writer.raw_connection().driver_connection
    assert connection is not None
    connection.execute(f"PRAGMA query_only = {'OFF' if works else 'ON'}").fetchall()


def refused(store: Store, draft: Draft) -> None:
    write_works(store, works=False)
    with pytest.raises(UserError):
        store.save_draft(draft)


def test_what_could_not_be_saved_is_still_there(store: Store, said: Card) -> None:
    store.save_draft(Draft("m/entry", "c", "Han", 3))
    store.save_draft(Draft("m/note/story", "c", "Ring til mor", 4))
    refused(store, TYPED)
    assert store.drafts() == [TYPED, Draft("m/note/story", "c", "Ring til mor", 4)]
    assert store.has_unsaved()
    write_works(store, works=True)
    store.save_draft(TYPED)
    assert not store.has_unsaved()
    assert store.drafts()[0] == TYPED


def test_it_is_sealed_while_the_file_is_locked(store: Store, said: Card, key: bytes) -> None:
    refused(store, TYPED)
    sealed = store.seal_unsaved()
    assert b"sover" not in sealed
    store.close()
    again = Store.open(store.folder, key)
    assert again.drafts() == []
    again.take_back(sealed)
    assert again.drafts() == [TYPED]
    assert not again.has_unsaved()
    assert again.seal_unsaved() == b""
    again.close()


def test_it_is_there_though_the_disk_still_does_not_take_it(store: Store, said: Card, key: bytes) -> None:
    refused(store, TYPED)
    sealed = store.seal_unsaved()
    store.close()
    again = Store.open(store.folder, key)
    write_works(again, works=False)
    with pytest.raises(UserError):
        again.take_back(sealed)
    assert again.drafts() == [TYPED]
    write_works(again, works=True)
    again.close()


def test_no_other_key_opens_it(store: Store, said: Card) -> None:
    refused(store, TYPED)
    sealed = store.seal_unsaved()
    assert unseal(sealed, os.urandom(32)) is None
    assert not store.take_back(os.urandom(40))
    assert store.drafts() == [TYPED]


def test_what_is_taken_emptied_or_gone_is_not_kept(store: Store, said: Card) -> None:
    for key in ("m/entry", "m/asking", f"m/card/{said.id}/text", "other/entry"):
        refused(store, Draft(key, "c", "Han sover", 3))
    write_works(store, works=True)
    store.commit("c", [adding(card("m", "Han sover"))], done_draft="m/entry")
    store.drop_draft("m/asking")
    store.commit("c", [adding(said).inverse()])
    assert [draft.key for draft in store.drafts()] == ["other/entry"]


def test_what_is_erased_with_its_meeting_is_not_kept(store: Store, said: Card) -> None:
    refused(store, TYPED)
    write_works(store, works=True)
    edits: list[Edit] = []
    store.commit("c", edits, erased="m")
    assert not store.has_unsaved()


def test_nothing_is_sealed_as_nothing() -> None:
    assert Unsaved().seal(os.urandom(32)) == b""
