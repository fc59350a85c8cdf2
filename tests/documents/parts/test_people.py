"""How people are named."""

from __future__ import annotations

from helpers.minh import minh_record
from helpers.papers import MEETING, small_record
from tvm_desktop.documents.parts.people import (
    agreeing,
    all_named,
    children,
    helping,
    introduced,
    joined,
    named,
    side_of,
    there,
)
from tvm_desktop.domain.entities import Attendance
from tvm_desktop.domain.enums import Presence, Role, Side


def asked(person: str, presence: Presence = Presence.INVITED, *roles: Role) -> Attendance:
    """Return somebody who was asked to the meeting."""
    return Attendance(id=person, meeting_id=MEETING, person_id=person, presence=presence, roles=roles)


def test_names_are_joined_as_in_a_sentence() -> None:
    assert joined([], "da") == ""
    assert joined(["Mai"], "da") == "Mai"
    assert joined(["Hoà", "Đức", "Mai"], "da") == "Hoà, Đức og Mai"
    assert joined(["Hoà", "Đức"], "en") == "Hoà and Đức"


def test_a_substitute_is_named_with_the_one_that_is_stood_in_for() -> None:
    assert named(minh_record(), "anja", "da") == "Anja for Bodil"
    assert named(minh_record(), "bodil", "da") == "Bodil"


def test_nobody_has_no_name() -> None:
    assert named(minh_record(), "", "da") == ""
    assert all_named(minh_record(), ("", "mai", "gone"), "da") == "Mai"


def test_the_family_comes_first() -> None:
    record = small_record(asked("jonas"), asked("ingrid"), asked("hoa"))
    assert [a.person_id for a in there(record)] == ["hoa", "ingrid", "jonas"]


def test_once_anybody_is_marked_present_the_others_were_not_there() -> None:
    record = small_record(asked("jonas", Presence.PRESENT), asked("hoa"), asked("ingrid", Presence.ABSENT))
    assert [a.person_id for a in there(record)] == ["jonas"]


def test_whoever_only_interprets_or_writes_does_not_agree() -> None:
    record = small_record(
        asked("jonas", Presence.PRESENT, Role.MINUTE_TAKER, Role.FACILITATOR),
        asked("ingrid", Presence.PRESENT, Role.INTERPRETER),
    )
    assert [a.person_id for a in agreeing(record)] == ["jonas"]
    assert helping(record, Role.INTERPRETER) == ["Ingrid"]
    assert helping(record, Role.MINUTE_TAKER) == []


def test_people_are_introduced_by_what_they_are_but_not_the_child() -> None:
    record = small_record()
    assert introduced(record, asked("hoa"), "da") == "Hoà (mor)"
    assert introduced(record, asked("jonas"), "da") == "Jonas (klasselærer)"
    assert introduced(record, asked("minh"), "da") == "Minh"
    assert introduced(record, asked("gone"), "da") == ""


def test_somebody_unknown_counts_as_a_professional() -> None:
    assert side_of(small_record(), "gone") is Side.PROFESSIONAL
    assert [child.id for child in children(small_record())] == ["minh"]
