"""What was agreed, for people and for programs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.filing.agreed import agreed, agreements, attendance
from tvm_desktop.documents.model import Promises
from tvm_desktop.domain.entities import Action, Attendance, Goal, Link
from tvm_desktop.domain.enums import ActionStatus, Presence, Role, Share
from tvm_desktop.domain.record import changing

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


def with_action(**values: Any) -> Record:
    """Return a meeting with one agreement and its goal."""
    action = Action(
        id="a",
        meeting_id=MEETING,
        what="Ringer til PPR.",
        who=("jonas",),
        proposed_by="hoa",
        accepted_by=("jonas",),
        due=date(2026, 1, 20),
        **values,
    )
    goal = Goal(id="g", meeting_id=MEETING, text="Minh sover.")
    return small_record(action, goal, Link(id="l", meeting_id=MEETING, upper="a", lower="g"))


def test_a_row_says_who_proposed_it_who_said_yes_and_how_it_stands() -> None:
    section = agreed(source(with_action(status=ActionStatus.DONE)))
    assert section is not None
    assert isinstance(section.content, Promises)
    (row,) = section.content.rows
    assert row.who == "Jonas"
    assert row.beside == "foreslået af Hoà; Jonas har sagt ja; gjort"


def test_what_somebody_has_not_said_yes_to_does_not_stand_as_agreed() -> None:
    record = with_action()
    action = record.get(Action, "a")
    asked = record.apply(changing(action, who=("jonas", "hoa", "minh"), proposed_by="hoa"))
    section = agreed(source(asked))
    assert section is not None
    assert isinstance(section.content, Promises)
    (row,) = section.content.rows
    assert row.beside == "foreslået af Hoà; Jonas har sagt ja; Minh har ikke sagt ja endnu"


def test_without_agreements_there_is_no_table() -> None:
    assert agreed(source(small_record())) is None
    assert agreements(source(small_record())) == []


def test_an_agreement_as_values() -> None:
    assert agreements(source(with_action(when="på fredag", seen_by="Vi taler om det."))) == [
        {
            "id": "a",
            "what": "Ringer til PPR.",
            "who": ["Jonas"],
            "with_whom": [],
            "when": "på fredag",
            "due": "2026-01-20",
            "seen_by": "Vi taler om det.",
            "checked_by": [],
            "proposed_by": ["Hoà"],
            "accepted_by": ["Jonas"],
            "status": "open",
            "goals": ["Minh sover."],
            "not_to": [],
        }
    ]


def test_an_agreement_that_only_the_leader_sees_is_none() -> None:
    assert agreements(source(with_action(share=Share.FACILITATOR))) == []


def test_who_was_asked_as_values() -> None:
    seat = Attendance(
        id="s",
        meeting_id=MEETING,
        person_id="ingrid",
        roles=(Role.SUPPORT_PERSON,),
        presence=Presence.SUBSTITUTE,
        instead_of="hoa",
    )
    gone = Attendance(id="t", meeting_id=MEETING, person_id="nobody")
    assert attendance(source(small_record(seat, gone))) == [
        {"name": "Ingrid", "roles": ["support_person"], "presence": "substitute", "instead_of": "Hoà"}
    ]
