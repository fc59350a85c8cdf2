from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.sessions import minh, stamp, with_things
from tvm_desktop.domain.entities import (
    Action,
    Filing,
    Goal,
    Link,
    Meeting,
    ParkedIdea,
    Sign,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import ActionStatus, MeetingStatus, ParkedOutcome, Share, WishReply
from tvm_desktop.domain.filing import is_filed, unfiled
from tvm_desktop.session.commands.filing import MarkFiled
from tvm_desktop.session.commands.followup import TellWhatBecame
from tvm_desktop.session.commands.meeting import EndMeeting, ReopenMeeting
from tvm_desktop.session.commands.plan import (
    AcceptAction,
    AddAction,
    AddGoal,
    AddNeed,
    AddSign,
    AddUnderstanding,
    AddWish,
    AnswerWish,
    FollowUpAction,
    TakeUp,
)
from tvm_desktop.session.commands.things import Park

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.session.session import MeetingSession

DAY = date(2026, 3, 13)
LONG_AGO = datetime(2025, 9, 1, 12, tzinfo=UTC)


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


def filed(record: Record) -> Record:
    """Return the record with every meeting of it held and filed, the open one last."""
    earlier = replace(record.meeting, id="earlier", status=MeetingStatus.CLOSED, starts=LONG_AGO)
    record = with_things(record, earlier, Filing(id="f-earlier", meeting_id="earlier", filed_on=DAY))
    return after(record, EndMeeting(), MarkFiled(DAY))


def filed_meetings(record: Record) -> list[str]:
    return [meeting.id for meeting in record.every(Meeting) if is_filed(record, meeting)]


def test_what_became_of_a_filed_agreement_has_to_be_filed_with_the_meeting_that_made_it() -> None:
    old = Action(id="old", meeting_id="earlier", what="Ringer til PPR")
    record = filed(with_things(minh(), old))
    assert sorted(filed_meetings(record)) == ["earlier", record.meeting_id]
    told = after(record, FollowUpAction("old", {"status": ActionStatus.DONE}))
    assert told.get(Action, "old").status is ActionStatus.DONE
    assert filed_meetings(told) == [record.meeting_id]
    assert [meeting.id for meeting in unfiled(told)] == ["earlier"]


def test_the_same_answer_again_and_what_only_the_leader_sees_leave_it_filed() -> None:
    old = Action(id="old", meeting_id="earlier", what="Ringer til PPR")
    own = Action(id="own", meeting_id="earlier", what="Husker kaffe", share=Share.FACILITATOR)
    record = filed(with_things(minh(), old, own))
    same = after(record, FollowUpAction("old", {"status": ActionStatus.OPEN}))
    hidden = after(record, FollowUpAction("own", {"status": ActionStatus.DONE}))
    assert unfiled(same) == ()
    assert unfiled(hidden) == ()
    assert hidden.get(Action, "own").status is ActionStatus.DONE


def test_what_a_later_meeting_tells_is_filed_with_that_meeting() -> None:
    old = Action(id="old", meeting_id="earlier", what="Ringer til PPR")
    record = after(filed(with_things(minh(), old)), ReopenMeeting(), TellWhatBecame("old", ActionStatus.DONE))
    assert filed_meetings(record) == ["earlier"]


def test_undo_in_a_meeting_takes_no_answer_back_behind_what_was_filed(session: MeetingSession) -> None:
    action = session.record.all(Action)[0]
    session.do(FollowUpAction(action.id, {"status": ActionStatus.DONE}))
    assert session.undo_label is None
