"""How the meeting was: one answer for each person, and names of those one missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.sessions import minh, stamp
from tvm_desktop.domain.entities import Evaluation, Missed
from tvm_desktop.session.commands.evaluation import Evaluate, Miss

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def test_a_person_has_one_answer_in_words_and_a_number() -> None:
    record = after(
        minh(),
        Evaluate("hoa", {"text": "Ja"}),
        Evaluate("hoa", {"number": 8}),
        Evaluate("hoa", {"text": "Ja. Jeg forstår mere nu."}),
    )
    assert [(e.person_id, e.text, e.number) for e in record.all(Evaluation)] == [
        ("hoa", "Ja. Jeg forstår mere nu.", 8)
    ]


def test_an_empty_answer_is_none() -> None:
    assert Evaluate("hoa", {"text": ""}).decide(minh(), stamp()) == ()


def test_typing_on_in_one_answer_is_one_step_of_undo() -> None:
    assert Evaluate("hoa", {"text": "J"}).merge == Evaluate("hoa", {"text": "Ja"}).merge
    assert Evaluate("hoa", {"text": "Ja"}).merge != Evaluate("duc", {"text": "Ja"}).merge


def test_whom_we_missed_is_kept_in_order_with_who_said_it() -> None:
    record = after(minh(), Miss("Mette Skov, idrætslærer", "hoa"), Miss("  "), Miss("Træneren"))
    assert [(m.text, m.voice) for m in record.all(Missed)] == [
        ("Mette Skov, idrætslærer", "hoa"),
        ("Træneren", ""),
    ]
