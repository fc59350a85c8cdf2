"""The family speaks first, everybody has one number, and numbers do not move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import Action, Attendance, Card, Position, Understanding
from tvm_desktop.domain.enums import CardKind, Holds, MeetingStatus, Presence, Role

if TYPE_CHECKING:
    from domain.conftest import Table


def numbers(table: Table) -> list[str]:
    return [person.id for person in turns.voices(table.record)]


def test_the_interpreter_has_no_number(table: Table) -> None:
    assert numbers(table) == ["amina", "hodan", "yusuf", "mette", "jonas", "birgit"]


def test_a_minute_taker_has_a_number_only_with_another_part_to_play(table: Table) -> None:
    table.roles("jonas", Role.MINUTE_TAKER).roles("birgit", Role.MINUTE_TAKER, Role.COORDINATOR)
    assert numbers(table) == ["amina", "hodan", "yusuf", "mette", "birgit"]


def test_whoever_comes_later_stands_last_and_no_number_moves(table: Table) -> None:
    before = numbers(table)
    table.change("a-hodan", rank=99.0)
    table.add(Attendance, "late", person_id="hodan", rank=100.0)
    assert numbers(table)[: len(before) - 1] == [p for p in before if p != "hodan"]


def test_a_meeting_opens_with_the_child_then_family_network_and_professionals(table: Table) -> None:
    for place, person in enumerate(["birgit", "lan", "yusuf", "mette", "hodan", "jonas", "amina"], 1):
        table.change(f"a-{person}", rank=float(place))
    ranks = turns.opening_ranks(table.record)
    assert sorted(ranks, key=ranks.__getitem__) == [
        "a-amina", "a-hodan", "a-yusuf", "a-birgit", "a-lan", "a-mette", "a-jonas",
    ]  # fmt: skip


def test_who_sent_word_that_they_cannot_come_has_no_number_and_is_not_there(table: Table) -> None:
    table.change("a-birgit", presence=Presence.ABSENT)
    assert "birgit" not in numbers(table)
    assert "birgit" not in turns.present(table.record)


def test_the_invited_and_a_substitute_count_as_there(table: Table) -> None:
    table.change("a-birgit", presence=Presence.SUBSTITUTE)
    assert {"hodan", "birgit", "lan"} <= turns.present(table.record)


def test_one_key_decides_whether_the_child_is_there(table: Table) -> None:
    table.change("a-amina", presence=Presence.PRESENT)
    assert "amina" not in turns.present(table.record)
    table.change("m", child_present=True)
    assert "amina" in turns.present(table.record)
    table.change("m", status=MeetingStatus.PLANNED)
    assert "amina" in turns.present(table.record)


def test_the_family_is_asked_before_the_professionals(table: Table) -> None:
    cards = turns.said_at(table.record, "board")
    first = turns.next_voice(table.record, cards)
    assert first is not None
    assert first.id == "hodan"
    table.change("m", child_present=True)
    first = turns.next_voice(table.record, cards)
    assert first is not None
    assert first.id == "amina"


def test_who_has_been_heard_goes_by_the_step(table: Table) -> None:
    table.add(Card, "k1", kind=CardKind.WORRY, text="…", voice="mette")
    table.add(Card, "k2", kind=CardKind.CHILD_WISH, text="…", voice="hodan")
    table.add(Card, "k3", kind=CardKind.WORRY, text="…", voice="yusuf", prepared=True)
    table.add(Understanding, "u", text="…", voice="jonas").add(Position, "p", about="u", person_id="birgit")
    record = table.record
    story = turns.said_at(record, "board", {Holds.WORRY})
    assert [p.id for p in turns.heard(record, story)] == ["mette"]
    assert [p.id for p in turns.heard(record, turns.said_at(record, "board"))] == ["hodan", "mette"]
    assert [p.id for p in turns.heard(record, turns.said_at(record, "understandings"))] == ["jonas", "birgit"]
    assert turns.said_at(record, "closing") == []


def test_when_all_are_heard_nobody_is_next(table: Table) -> None:
    for person in numbers(table):
        table.add(Action, f"act-{person}", what="…", proposed_by=person)
    assert turns.next_voice(table.record, turns.said_at(table.record, "actions")) is None


def test_both_sides_of_the_table_are_counted_without_the_interpreter(table: Table) -> None:
    assert turns.sides(table.record) == turns.Sides(family=3, professionals=3)
