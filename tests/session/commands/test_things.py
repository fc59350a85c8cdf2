from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.minh import MEETING
from helpers.sessions import minh, stamp
from tvm_desktop.domain.entities import Action, Card, Link, ParkedIdea, Position, Sign, Understanding
from tvm_desktop.domain.enums import ParkedOutcome, Share, Stance
from tvm_desktop.session.commands.things import (
    EditText,
    MarkForChild,
    Park,
    SetVoice,
    ShareWith,
    TakePosition,
    Tie,
    Unpark,
)

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


@pytest.mark.parametrize("thing", ["c01", "u1", "n1", "g1", "s10", "a1", "w1", "pos-m", "p1"])
def test_the_words_of_anything_can_be_changed(thing: str) -> None:
    changed = after(minh(), EditText(thing, " Nye ord ")).anything(thing)
    assert getattr(changed, "what", getattr(changed, "text", "")) == "Nye ord"


def test_words_are_never_emptied_and_what_is_gone_is_no_error() -> None:
    assert EditText("c01", "  ").decide(minh(), stamp()) == ()
    assert EditText("gone", "x").decide(minh(), stamp()) == ()


def test_several_things_get_another_voice_where_they_have_one() -> None:
    record = after(minh(), SetVoice(("c01", "u1", "a1", "gone"), "mai"))
    assert (record.get(Card, "c01").voice, record.get(Understanding, "u1").voice) == ("mai", "mai")
    assert record.get(Action, "a1") == minh().get(Action, "a1")


def test_several_things_are_marked_or_kept_at_once() -> None:
    record = after(
        minh(), MarkForChild(("c01", "a1"), fit=True), ShareWith(("c01", "s10"), Share.NOT_TO, ("hoa",))
    )
    assert (record.get(Card, "c01").fit_for_child, record.get(Action, "a1").fit_for_child) == (True, True)
    assert (record.get(Sign, "s10").share, record.get(Sign, "s10").not_to) == (Share.NOT_TO, ("hoa",))


def test_a_tie_is_made_once_and_untied() -> None:
    record = after(minh(), Tie("u1", "c01"), Tie("u1", "c01"))
    assert len([k for k in record.all(Link) if (k.upper, k.lower) == ("u1", "c01")]) == 1
    record = after(record, Tie("u1", "c01", on=False), Tie("u1", "c01", on=False))
    assert len(record.all(Link)) == len(minh().all(Link))


def test_each_has_one_view_of_a_thing() -> None:
    record = after(
        minh(),
        TakePosition("a1", "hoa", " For tidligt. "),
        TakePosition("a1", "hoa", "Nu er jeg med", Stance.AGREE),
        TakePosition(MEETING, "hoa", "Ikke hele planen"),
    )
    found = [(p.about, p.text, p.stance) for p in record.all(Position) if p.person_id == "hoa"]
    assert sorted(found) == [
        ("a1", "Nu er jeg med", Stance.AGREE),
        (MEETING, "Ikke hele planen", Stance.DISAGREE),
    ]


def test_an_early_solution_is_kept_until_it_is_settled() -> None:
    record = after(minh(), Park(" En kontaktfamilie ", "emre"))
    idea = record.get(ParkedIdea, "new-1")
    assert (idea.text, idea.voice, idea.outcome) == ("En kontaktfamilie", "emre", ParkedOutcome.WAITING)
    settled = after(record, Unpark("new-1", ParkedOutcome.TAKEN))
    assert settled.get(ParkedIdea, "new-1").outcome is ParkedOutcome.TAKEN
