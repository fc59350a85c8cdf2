from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.commands import commands
from helpers.minh import MEETING
from helpers.secrets import allowed, guarded_records, words_in
from helpers.sessions import minh, stamp, with_meeting, with_things
from tvm_desktop.domain.entities import Attendance, Card, Person, Position, Shared
from tvm_desktop.domain.enums import CardKind, Presence, Share
from tvm_desktop.session.commands.cards import AddCard, MergeCards, Say
from tvm_desktop.session.commands.meeting import ChildInRoom, GoToStep, Settle, WriteNote
from tvm_desktop.session.commands.people import EditAttendance
from tvm_desktop.session.commands.things import EditText, MarkForChild, Remove, ShareWith, TakePosition
from tvm_desktop.session.frames.frozen import Frozen
from tvm_desktop.session.frames.showing import Scene, Showing

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.session.commands.base import Command

SECRET = Share.FACILITATOR


def may_stay(fmt: MeetingFormat, record: Record, *deeds: Command) -> bool:
    frozen = Frozen.of(record, fmt, Showing(), 0)
    for deed in deeds:
        record = record.apply(deed.decide(record, stamp()))
    return frozen.may_stay(record)


@settings(max_examples=80)
@given(data=st.data())
def test_a_picture_that_may_stay_holds_nothing_that_may_no_longer_be_seen(
    fmt: MeetingFormat, data: st.DataObject
) -> None:
    record = data.draw(guarded_records())
    showing = Showing(item=data.draw(st.integers(0, 9)), scene=data.draw(st.sampled_from(Scene)))
    frozen = Frozen.of(record, fmt, showing, 0)
    for _ in range(data.draw(st.integers(1, 3))):
        record = record.apply(data.draw(commands(record)).decide(record, stamp()))
    if frozen.may_stay(record):
        assert words_in(frozen.frame.body) <= allowed(record)


@pytest.mark.parametrize(
    "deed",
    [
        AddCard(CardKind.WORRY, "Nyt"),
        EditText("c01", "Andre ord"),
        Say(("k3",)),
        GoToStep("goal"),
        WriteNote("story", "Kun for mig"),
        Settle({"child_told_when": "i morgen"}),
        MarkForChild(("c01",), fit=True),
        ShareWith(("u1",), SECRET),
        Remove(("a1",)),
        TakePosition("c01", "mai", "Nej"),
        EditAttendance("at-mai", {"presence": Presence.ABSENT}),
    ],
    ids=lambda deed: type(deed).__name__,
)
def test_the_leader_may_work_on_behind_it(fmt: MeetingFormat, deed: Command) -> None:
    assert may_stay(fmt, minh(), deed)


@pytest.mark.parametrize(
    "deed",
    [
        ShareWith(("c01",), SECRET),
        ShareWith(("c01",), Share.NOT_TO, ("hoa",)),
        Remove(("c01",)),
        MergeCards(("c01", "c02")),
        ChildInRoom(present=True),
    ],
    ids=lambda deed: type(deed).__name__,
)
def test_it_goes_when_anything_on_it_may_no_longer_be_seen(fmt: MeetingFormat, deed: Command) -> None:
    assert not may_stay(fmt, minh(), deed)


def test_it_goes_when_somebody_comes_who_must_not_see_it(fmt: MeetingFormat) -> None:
    card = replace(minh().get(Card, "c01"), share=Share.NOT_TO, not_to=("bodil",))
    record = with_things(minh(), card)
    coming = EditAttendance("at-bodil", {"presence": Presence.PRESENT})
    assert not may_stay(fmt, record, coming)
    assert may_stay(fmt, minh(), coming)


def test_it_goes_when_a_stranger_to_it_is_invited(fmt: MeetingFormat) -> None:
    card = replace(minh().get(Card, "c01"), share=Share.NOT_TO, not_to=("late",))
    record = with_things(minh(), card, Person(id="late", name="Sen"))
    frozen = Frozen.of(record, fmt, Showing(), 0)
    seat = Attendance(id="seat", meeting_id=MEETING, person_id="late")
    assert not frozen.may_stay(with_things(record, seat))


def test_it_stays_with_the_child_when_all_of_it_is_fit_and_when_the_child_goes(fmt: MeetingFormat) -> None:
    things = [replace(t, fit_for_child=True) for t in minh().entities() if isinstance(t, Shared)]
    fit = with_things(minh(purpose=""), *things)
    assert may_stay(fmt, fit, ChildInRoom(present=True))
    assert may_stay(fmt, with_meeting(fit, child_present=True), ChildInRoom(present=False))


def test_it_goes_when_a_view_on_it_is_taken_back(fmt: MeetingFormat) -> None:
    at_understanding = minh(live_step="understanding")
    assert at_understanding.all(Position)
    assert not may_stay(fmt, at_understanding, Remove(("pos-m",)))
    assert may_stay(fmt, minh(), Remove(("pos-m",)))


def test_the_child_sees_no_quarrel_in_a_kept_picture_however_fit_the_rest_is(fmt: MeetingFormat) -> None:
    things = [replace(t, fit_for_child=True) for t in minh().entities() if isinstance(t, Shared)]
    record = with_meeting(with_things(minh(), *things), live_step="understanding")
    assert not may_stay(fmt, record, ChildInRoom(present=True))
