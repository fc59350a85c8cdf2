from __future__ import annotations

from helpers.minh import MEETING
from helpers.sessions import minh, stamp, with_things
from tvm_desktop.domain.entities import Goal, Link, Position, Sign
from tvm_desktop.session.commands.base import EditFields, next_rank
from tvm_desktop.session.commands.cards import EditCard
from tvm_desktop.session.commands.things import Remove


def test_what_cannot_stand_alone_goes_along_and_a_goal_outlives_its_need() -> None:
    record = minh()
    after = record.apply(Remove(("n3", "u3")).decide(record, stamp()))
    assert after.get(Goal, "g3").need_id == ""
    assert [p.id for p in after.all(Position)] == []
    assert not [k for k in after.all(Link) if {k.upper, k.lower} & {"n3", "u3"}]
    gone = record.apply(Remove(("g3",)).decide(record, stamp()))
    assert [s.id for s in gone.all(Sign) if s.goal_id == "g3"] == []


def test_what_stands_on_something_that_goes_along_goes_too() -> None:
    tie = Link(id="tie", meeting_id=MEETING, upper="g1", lower="n3")
    tied = Link(id="tied", meeting_id=MEETING, upper="g1", lower="tie")
    view = Position(id="view", meeting_id=MEETING, about="tied", person_id="hoa")
    after = with_things(minh(), tie, tied, view)
    after = after.apply(Remove(("n3",)).decide(after, stamp()))
    assert [one for one in ("tie", "tied", "view") if after.anything(one)] == []


def test_the_meeting_and_its_people_are_never_deleted_with_the_things() -> None:
    assert Remove((MEETING, "minh", "hoa")).decide(minh(), stamp()) == ()


def test_only_fields_that_differ_are_edited() -> None:
    command: EditFields = EditCard("c01", {"verbatim": False, "seen_where": "Skolen"})
    (edit,) = command.decide(minh(), stamp())
    assert (edit.before, edit.after) == ({"seen_where": ""}, {"seen_where": "Skolen"})
    assert command.merge == EditCard("c01", {"seen_where": "", "verbatim": True}).merge
    assert command.merge != EditCard("c02", command.values).merge


def test_a_new_thing_stands_last() -> None:
    assert next_rank([]) == 1.0
    assert next_rank(minh().all(Goal)) == 4.0
