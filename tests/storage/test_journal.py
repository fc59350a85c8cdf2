from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from helpers.anything import any_entity, one_of_each
from helpers.family import NOON, card, course, meeting
from tvm_desktop.domain.record import adding, changing, removing
from tvm_desktop.storage.journal import edits_from_text, edits_to_text
from tvm_desktop.storage.store import JournalAct, JournalEntry, Store

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity

SAID = card("m", "går ikke i skole")
ENTRY = JournalEntry(meeting_id="m", at=NOON, label="Added a card", merge="card/1", edits=(adding(SAID),))


@given(any_entity())
def test_edits_come_back_with_their_types(entity: Entity) -> None:
    edits = (adding(entity), removing(entity))
    assert edits_from_text(edits_to_text(edits)) == edits


def test_a_journal_is_read_oldest_first_after_a_restart_too(store: Store, key: bytes) -> None:
    course(store, "c", "Minh", meeting("m", 0), meeting("other", 1))
    first = store.commit("c", ENTRY.edits, ENTRY)
    undo = JournalEntry(
        meeting_id="m", at=NOON, act=JournalAct.UNDO, target=first, edits=(removing(SAID),), label="x"
    )
    second = store.commit("c", undo.edits, undo)
    store.commit("c", [], replace(ENTRY, meeting_id="other", edits=()))
    expected = [replace(ENTRY, seq=first), replace(undo, seq=second)]
    assert store.journal("m") == expected
    store.close()
    again = Store.open(store.folder, key)
    assert again.journal("m") == expected
    again.close()


def test_an_amended_entry_keeps_its_place(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    first = store.commit("c", ENTRY.edits, ENTRY)
    last = store.commit("c", [], replace(ENTRY, label="another", edits=()))
    longer = replace(ENTRY, edits=(adding(replace(SAID, text="går i skole")),))
    assert store.commit("c", changing(SAID, text="går i skole"), longer, amends=first) == first
    assert [entry.seq for entry in store.journal("m")] == [first, last]
    assert store.journal("m")[0].edits == longer.edits


def test_amending_what_is_not_there_is_a_bug_and_changes_nothing(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    with pytest.raises(LookupError):
        store.commit("c", ENTRY.edits, ENTRY, amends=77)
    assert (store.journal("m"), store.search("skole")) == ([], [])


def test_a_number_is_never_given_twice(store: Store) -> None:
    everything = one_of_each()
    store.commit("course", [adding(entity) for entity in everything])
    entry = replace(ENTRY, meeting_id="course-Meeting", edits=())
    first = store.commit("course", [], entry)
    with store._writing() as connection:
        connection.exec_driver_sql("DELETE FROM journal")
    assert store.commit("course", [], entry) > first
