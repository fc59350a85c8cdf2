"""A participant in one line."""

from __future__ import annotations

import pytest

from helpers.minh import MEETING
from helpers.sessions import minh, stamp, with_things
from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.domain.enums import Role, Side
from tvm_desktop.session.commands.people import AddPerson, Invite
from tvm_desktop.session.participant import Entry, newcomer, read_entry, side_of


def test_a_relation_puts_somebody_with_the_family() -> None:
    assert read_entry("Hodan Warsame, mor") == Entry("Hodan Warsame", Side.FAMILY, relation="mor")


def test_a_profession_puts_somebody_with_the_professionals() -> None:
    assert read_entry("Mette Skov, idrætslærer") == Entry(
        "Mette Skov", Side.PROFESSIONAL, profession="idrætslærer"
    )


def test_a_neighbour_belongs_to_the_familys_network() -> None:
    assert read_entry("Ingrid, nabo") == Entry("Ingrid", Side.PRIVATE, relation="nabo")


def test_roles_may_follow() -> None:
    read = read_entry("Jonas Vestergaard, klasselærer, tovholder, mødeleder")
    assert read is not None
    assert (read.profession, read.roles) == ("klasselærer", (Role.FACILITATOR, Role.COORDINATOR))


def test_a_role_alone_says_where_somebody_belongs() -> None:
    interpreter, support = read_entry("Lan Phạm, tolk"), read_entry("Mai, bisidder")
    assert interpreter == Entry("Lan Phạm", Side.PROFESSIONAL, roles=(Role.INTERPRETER,))
    assert support == Entry("Mai", Side.FAMILY, roles=(Role.SUPPORT_PERSON,))


def test_the_child_is_known_by_the_word_or_by_the_name_of_the_course() -> None:
    assert read_entry("Trần Tuấn Minh, barn") == Entry("Trần Tuấn Minh", is_child=True)
    assert read_entry("minh", "Minh") == Entry("minh", is_child=True)


@pytest.mark.parametrize("line", ["", "   ", ", mor", " , "])
def test_without_a_name_there_is_nobody(line: str) -> None:
    assert read_entry(line) is None


@pytest.mark.parametrize(
    ("tie", "side"),
    [
        ("Far", Side.FAMILY),
        ("minhs storesøster", Side.FAMILY),
        ("big sister", Side.FAMILY),
        ("fars kæreste", Side.PRIVATE),
        ("plejemor", Side.FAMILY),
        ("psykolog i PPR", Side.PROFESSIONAL),
        ("noget helt andet", Side.PROFESSIONAL),
    ],
)
def test_the_tie_says_the_side(tie: str, side: Side) -> None:
    assert side_of(tie) is side


def test_somebody_new_is_added_as_typed() -> None:
    record = minh()
    command = newcomer(record, "Ingrid Holm, nabo, bisidder")
    assert command == AddPerson("Ingrid Holm", Side.PRIVATE, relation="nabo", roles=(Role.SUPPORT_PERSON,))
    after = record.apply(command.decide(record, stamp()))
    assert after.called(after.all(Attendance)[-1].person_id) == "Ingrid"


def test_somebody_of_the_course_is_invited_and_not_made_twice() -> None:
    known = with_things(minh(), Person(id="known", name="Ingrid Holm"))
    assert newcomer(known, "ingrid holm, nabo") == Invite("known")
    there = with_things(known, Attendance(id="a", meeting_id=MEETING, person_id="known"))
    assert isinstance(newcomer(there, "Ingrid Holm"), AddPerson)


def test_nobody_is_nobody() -> None:
    assert newcomer(minh(), " , mor") is None
