from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from helpers.commands import MAKERS, commands, leaves
from helpers.minh import minh_record
from helpers.records import records
from helpers.sessions import clock, emptied, ids, minh, open_again, open_session, running, stamp, whole
from tvm_desktop.domain.entities import Card, Closing, Link, Meeting, Person, Position, PrivateNote, StepTime
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.record import Edit, Record, adding, changing, removing
from tvm_desktop.errors import UserError
from tvm_desktop.session.commands.base import Stamp
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.people import EditPerson
from tvm_desktop.session.history import History, merged, stands
from tvm_desktop.session.session import random_id
from tvm_desktop.storage.store import JournalAct, JournalEntry

if TYPE_CHECKING:
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.storage.store import Store

KINDS = sorted(MAKERS, key=lambda kind: kind.__name__)
UNDOABLE = [kind for kind in KINDS if kind.undoable]
LIVE = {"live_step", "child_present", "status", "closed"}
any_records = st.one_of(records().map(running), st.just(minh()))


def test_every_command_is_tried() -> None:
    assert leaves() == set(MAKERS)


@pytest.mark.parametrize("kind", UNDOABLE, ids=lambda kind: kind.__name__)
@settings(max_examples=5)
@given(data=st.data())
def test_undo_redo_and_undo_bring_back_what_was_also_after_a_restart(
    one_store: Store, library: FormatLibrary, kind: type[Command], data: st.DataObject
) -> None:
    record = data.draw(any_records)
    made = MAKERS[kind](record)
    assume(not made.is_empty)
    store = emptied(one_store)
    session = open_session(store, library, record)
    before = whole(session.record)
    change = session.do(data.draw(made))
    after = whole(session.record)
    event("changed something" if change.edits else "changed nothing")
    assert (session.undo_label is not None) == bool(change.edits)
    session.undo()
    assert whole(session.record) == before
    session.redo()
    assert whole(session.record) == after
    session = open_again(store, library, record, "again")
    assert whole(session.record) == after
    session.undo()
    assert whole(session.record) == before
    session = open_again(store, library, record, "once more")
    assert whole(session.record) == before
    session.redo()
    assert whole(session.record) == after == whole(open_again(store, library, record).record)


@settings(max_examples=12)
@given(data=st.data())
def test_a_whole_row_of_commands_is_undone_and_redone_step_by_step(
    one_store: Store, library: FormatLibrary, data: st.DataObject
) -> None:
    record = data.draw(any_records)
    session = open_session(emptied(one_store), library, record)
    pictures = [whole(session.record)]
    for _ in range(data.draw(st.integers(1, 5))):
        command = data.draw(commands(session.record, undoable=True))
        before = session._history.done
        session.do(command)
        if session._history.done == before:
            continue
        if len(session._history.done) == len(before):
            pictures.pop()
        pictures.append(whole(session.record))
    for _ in range(2):
        for picture in reversed(pictures[:-1]):
            session.undo()
            assert whole(session.record) == picture
        session = open_again(session.store, library, record, data.draw(st.sampled_from("abc")))
        for picture in pictures[1:]:
            session.redo()
            assert whole(session.record) == picture


@settings(max_examples=60)
@given(data=st.data())
def test_what_happens_at_the_table_is_in_no_image(data: st.DataObject) -> None:
    record = data.draw(any_records)
    command = data.draw(commands(record))
    edits = command.decide(record, stamp())
    touched = {name for e in edits if e.kind == Meeting.__name__ for name in (e.after or {})}
    if command.undoable:
        assert not touched & LIVE
        assert StepTime.__name__ not in {edit.kind for edit in edits}


@settings(max_examples=10)
@given(data=st.data())
def test_what_cannot_be_undone_writes_no_journal(
    one_store: Store, library: FormatLibrary, data: st.DataObject
) -> None:
    record = data.draw(any_records)
    session = open_session(emptied(one_store), library, record)
    session.do(data.draw(commands(record, undoable=False)))
    assert session.store.journal(record.meeting_id) == []
    assert (session.undo_label, session.redo_label) == (None, None)
    assert session.undo().edits == session.redo().edits == ()


@settings(max_examples=40)
@given(data=st.data())
def test_the_rules_are_pure(data: st.DataObject) -> None:
    record = data.draw(any_records)
    command = data.draw(commands(record))
    before, shape = whole(record), repr(command)
    first, second = (command.decide(record, Stamp(clock()(), ids())) for _ in range(2))
    assert first == second
    assert (whole(record), repr(command)) == (before, shape)


@settings(max_examples=40)
@given(data=st.data())
def test_no_command_takes_away_what_a_view_or_a_tie_is_about(data: st.DataObject) -> None:
    record = data.draw(any_records)
    loose = _loose(record)
    for _ in range(data.draw(st.integers(1, 4))):
        record = record.apply(data.draw(commands(record)).decide(record, Stamp(clock()(), random_id)))
        assert _loose(record) <= loose


def _loose(record: Record) -> set[str]:
    """Return the ids that views and ties are about although nothing has them."""
    about = {position.about for position in record.every(Position)}
    about |= {end for link in record.every(Link) for end in (link.upper, link.lower)}
    return {entity_id for entity_id in about if record.anything(entity_id) is None}


@settings(max_examples=40)
@given(data=st.data())
def test_two_commands_merged_are_undone_as_they_would_be_one_after_the_other(data: st.DataObject) -> None:
    record = data.draw(any_records)
    first = data.draw(commands(record)).decide(record, stamp())
    middle = record.apply(first)
    second = data.draw(commands(middle)).decide(middle, Stamp(clock()(), ids("second")))
    last = middle.apply(second)
    assume(_once(first) and _once(second))
    both = merged(first, second)
    assert whole(record.apply(both)) == whole(last)
    assert stands(last, both)
    assert whole(last.apply(edit.inverse() for edit in reversed(both))) == whole(record)


def _once(edits: tuple[Edit, ...]) -> bool:
    return len({(edit.kind, edit.id) for edit in edits}) == len(edits)


def test_what_was_added_and_then_changed_is_taken_back_whole() -> None:
    note = PrivateNote(id="n", meeting_id="m", step="story", text="V")
    both = merged((adding(note),), changing(note, text="Vi"))
    assert [(edit.before, (edit.after or {})["text"]) for edit in both] == [(None, "Vi")]


def test_what_was_added_and_then_removed_was_never_there() -> None:
    closing = Closing(id="c", meeting_id="m")
    assert merged((adding(closing),), (removing(closing),)) == ()


def test_a_new_deed_forgets_what_was_undone() -> None:
    acts = (_entry(JournalAct.DO, 1), _entry(JournalAct.DO, 2), _entry(JournalAct.UNDO, 3, target=2))
    history = History.of((*acts, _entry(JournalAct.DO, 4)))
    assert ([e.seq for e in history.done], history.undone) == ([1, 4], ())


def test_undo_and_redo_of_nothing_are_read_calmly() -> None:
    assert History.of([_entry(JournalAct.UNDO), _entry(JournalAct.REDO)]) == History()


def _entry(act: JournalAct, seq: int = 0, *, target: int = 0) -> JournalEntry:
    at = minh_record().meeting.starts
    assert at is not None
    return JournalEntry(seq=seq, meeting_id="m", at=at, act=act, target=target)


def test_an_image_stands_only_where_every_field_is_as_it_was_left() -> None:
    record = minh_record()
    card = record.get(Meeting, record.meeting_id)
    edits = changing(card, purpose="Nyt", place="Her")
    after = record.apply(edits)
    assert stands(after, edits)
    assert not stands(after.apply(changing(after.meeting, place="Dér")), edits)
    assert stands(after.apply(changing(after.meeting, language="en")), edits)
    assert not stands(after, (removing(after.meeting),))
    assert not stands(Record.of("x", ()), edits)


def test_what_was_changed_later_is_refused_in_one_sentence_and_nothing_changes(
    store: Store, library: FormatLibrary
) -> None:
    session = open_session(store, library)
    session.do(EditPerson("hoa", {"called": "Hoa"}))
    elsewhere = open_again(store, library, session.record, "elsewhere")
    person = next(e for e in elsewhere.record.entities() if e.id == "hoa")
    store.commit("minh", changing(person, called="Thị Hoà"))
    late = open_again(store, library, session.record)
    before, journal = whole(late.record), store.journal(late.record.meeting_id)
    with pytest.raises(UserError) as refused:
        late.undo()
    assert refused.value.message.text == (
        "This was changed later, so it cannot be undone. Nothing has changed."
    )
    assert (whole(late.record), store.journal(late.record.meeting_id)) == (before, journal)
    assert late.undo_label is None
    assert whole(open_again(store, library, late.record).record) == before


def test_a_step_that_no_longer_stands_does_not_bar_the_way_to_those_before_it(
    store: Store, library: FormatLibrary
) -> None:
    session = open_session(store, library)
    session.do(AddCard(CardKind.WORRY, "Først", id="first"))
    session.do(EditPerson("hoa", {"called": "Hoa"}))
    person = session.record.get(Person, "hoa")
    store.commit("minh", changing(person, called="Thị Hoà"))
    again = open_again(store, library, session.record)
    with pytest.raises(UserError):
        again.undo()
    again.undo()
    assert again.record.find(Card, "first") is None
    again.redo()
    later = open_again(store, library, again.record, "later")
    assert later.record.find(Card, "first") is not None
    later.undo()
    assert later.record.find(Card, "first") is None
