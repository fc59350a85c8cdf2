"""A correction stands beside the original, which is never changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from helpers.sessions import minh, stamp
from tvm_desktop.domain.entities import Card, Correction
from tvm_desktop.domain.filing import is_filed
from tvm_desktop.session.commands.corrections import AddCorrection, RemoveCorrection
from tvm_desktop.session.commands.filing import MarkFiled
from tvm_desktop.session.commands.things import Remove

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def test_a_correction_is_written_beside_and_the_original_stays() -> None:
    record = minh()
    card = record.all(Card)[0]
    corrected = after(record, AddCorrection(card.id, " Det var ikke hver dag. ", "hoa"))
    (note,) = corrected.every(Correction)
    assert (note.about, note.text, note.voice) == (card.id, "Det var ikke hver dag.", "hoa")
    assert note.meeting_id == card.meeting_id
    assert note.written == stamp().now
    assert corrected.get(Card, card.id) == card


def test_what_was_filed_has_to_be_filed_again_with_the_correction() -> None:
    record = after(minh(), MarkFiled(date(2026, 3, 13)))
    card = record.all(Card)[0]
    corrected = after(record, AddCorrection(card.id, "Nej."))
    assert not is_filed(corrected, corrected.meeting)


def test_an_empty_correction_and_one_of_nothing_are_none() -> None:
    record = minh()
    assert AddCorrection(record.all(Card)[0].id, "  ").decide(record, stamp()) == ()
    assert AddCorrection("nothing", "Nej.").decide(record, stamp()) == ()


def test_a_correction_is_taken_away_alone_or_with_what_it_is_about() -> None:
    record = minh()
    card = record.all(Card)[0]
    corrected = after(record, AddCorrection(card.id, "Nej.", id="correction"))
    assert after(corrected, RemoveCorrection("correction")).every(Correction) == []
    assert after(corrected, Remove((card.id,))).every(Correction) == []
