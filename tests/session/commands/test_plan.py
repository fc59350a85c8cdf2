from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.sessions import minh, stamp
from tvm_desktop.domain.entities import Action, Goal, Link, ParkedIdea, Sign, Understanding, UnmetNeed, Wish
from tvm_desktop.domain.enums import ParkedOutcome, WishReply
from tvm_desktop.session.commands.plan import (
    AcceptAction,
    AddAction,
    AddGoal,
    AddNeed,
    AddSign,
    AddUnderstanding,
    AddWish,
    AnswerWish,
    TakeUp,
)
from tvm_desktop.session.commands.things import Park

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def ties(record: Record, upper: str) -> list[str]:
    return sorted(link.lower for link in record.all(Link) if link.upper == upper)


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (AddUnderstanding(" Ord ", "hoa", ("c01", "c02"), id="it"), Understanding),
        (AddNeed(" Ord ", "hoa", ("u1", "u2"), id="it"), UnmetNeed),
        (AddGoal(" Ord ", "n1", id="it"), Goal),
        (AddSign("g1", " Ord ", id="it"), Sign),
        (AddWish(" Ord ", "hoa", id="it"), Wish),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_what_is_added_stands_last_with_clean_words(command: Command, kind: type[Entity]) -> None:
    record = after(minh(), command)
    made = record.get(kind, "it")
    assert getattr(made, "text", "") == "Ord"
    assert record.all(kind)[-1] == made


def test_what_it_builds_on_is_tied_at_once() -> None:
    record = after(
        minh(),
        AddUnderstanding("Ord", explains=("c01", "c02"), id="u"),
        AddNeed("Ord", rests_on=("u",), id="n"),
        AddGoal("Ord", "n", id="g"),
        AddAction("Ord", goals=("g", "g1"), id="a"),
    )
    assert (ties(record, "u"), ties(record, "n"), ties(record, "a")) == (["c01", "c02"], ["u"], ["g", "g1"])
    assert record.get(Goal, "g").need_id == "n"


def test_whoever_offers_has_said_yes_and_others_are_asked() -> None:
    record = after(minh(), AddAction("Henter", who=("mai", "duc"), proposed_by="mai", id="a"))
    assert record.get(Action, "a").accepted_by == ("mai",)
    record = after(record, AcceptAction("a"))
    assert record.get(Action, "a").accepted_by == ("mai", "duc")
    assert after(record, AcceptAction("a", on=False)).get(Action, "a").accepted_by == ()


def test_a_wish_begins_unanswered_and_gets_its_answer() -> None:
    record = after(minh(), AddWish("Hjælp", "hoa", id="w"))
    assert record.get(Wish, "w").reply is WishReply.NONE
    record = after(record, AnswerWish("w", {"reply": WishReply.NO, "because": "fuldt"}))
    assert (record.get(Wish, "w").reply, record.get(Wish, "w").because) == (WishReply.NO, "fuldt")


def test_an_idea_that_was_kept_is_taken_up_in_one_step() -> None:
    record = after(minh(), Park("Cykelværksted", "mai"))
    idea = record.all(ParkedIdea)[-1]
    record = after(record, TakeUp(idea.id, ("g1",), "a"))
    taken = record.get(Action, "a")
    assert (taken.what, taken.who, taken.accepted_by) == ("Cykelværksted", ("mai",), ("mai",))
    assert ties(record, "a") == ["g1"]
    assert record.get(ParkedIdea, idea.id).outcome is ParkedOutcome.TAKEN
