"""Filing: packages are counted, private notes go or are moved, and what is filed has no steps to undo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from helpers.sessions import minh, stamp
from tvm_desktop.domain.entities import Correction, PrivateNote
from tvm_desktop.domain.filing import filing_of, is_filed
from tvm_desktop.session.commands.cards import EditCard
from tvm_desktop.session.commands.corrections import AddCorrection
from tvm_desktop.session.commands.filing import (
    EditFileNote,
    MakePackage,
    MarkFiled,
    MoveNoteToFile,
    UnmarkFiled,
)
from tvm_desktop.session.commands.meeting import EndMeeting, ReopenMeeting, WriteNote

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.session.session import MeetingSession

DAY = date(2026, 3, 13)


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def test_the_same_record_makes_the_same_package_and_another_one_a_new_version() -> None:
    record = after(minh(), MakePackage("aa"), MakePackage("aa"), MakePackage("bb"))
    filing = filing_of(record)
    assert filing is not None
    assert (filing.version, filing.sha256) == (2, "bb")
    assert filing.made == stamp().now


def test_what_is_filed_says_where_and_has_no_private_notes_left() -> None:
    record = after(minh(), WriteNote("story", "Ring til Sara."), MarkFiled(DAY, " SBSYS ", "26/1234"))
    filing = filing_of(record)
    assert filing is not None
    assert (filing.filed_on, filing.system, filing.case_number) == (DAY, "SBSYS", "26/1234")
    assert record.all(PrivateNote) == []
    assert is_filed(record, record.meeting)


def test_a_note_that_belongs_in_the_file_is_moved_there_before() -> None:
    record = after(minh(), EditFileNote("Mor ringede."), WriteNote("story", "Far kommer næste gang. "))
    note = record.all(PrivateNote)[-1]
    record = after(record, MoveNoteToFile(note.id))
    filing = filing_of(record)
    assert filing is not None
    assert filing.note == "Mor ringede.\n\nFar kommer næste gang."
    assert note not in record.all(PrivateNote)


def test_what_was_put_beside_a_private_note_goes_with_it() -> None:
    record = after(minh(), WriteNote("story", "Ring til Sara."))
    note = record.all(PrivateNote)[-1]
    corrected = after(record, AddCorrection(note.id, "Sara Holm, ikke Sara Lund."))
    assert after(corrected, MarkFiled(DAY)).every(Correction) == []
    moved = after(corrected, MoveNoteToFile(note.id))
    filing = filing_of(moved)
    assert filing is not None
    assert filing.note == "Ring til Sara.\n\nSara Holm, ikke Sara Lund."
    assert moved.every(Correction) == []


def test_a_meeting_that_is_reopened_has_to_be_filed_again() -> None:
    record = after(minh(), EndMeeting(), MarkFiled(DAY), ReopenMeeting())
    assert not is_filed(record, record.meeting)
    assert not is_filed(after(minh(), MarkFiled(DAY), UnmarkFiled()), record.meeting)


def test_filing_leaves_nothing_to_undo_and_nothing_half_typed_even_after_a_restart(
    session: MeetingSession,
) -> None:
    card = next(iter(session.record.rows["Card"].values()))
    session.do(EditCard(card.id, {"text": "Noget, der ikke skal blive"}))
    session.draft("meeting/entry", "halvt skr", 9)
    assert session.undo_label is not None
    session.do(MarkFiled(DAY))
    assert session.undo_label is None
    assert session.store.journal(session.record.meeting_id) == []
    assert session.store.drafts() == []
