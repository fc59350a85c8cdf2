"""Whose words stand in which row, and what is common to all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from helpers.minh import MEETING, minh_record
from helpers.records import records
from helpers.sessions import with_meeting, with_things
from tvm_desktop.domain.columns import held
from tvm_desktop.domain.entities import Action, Card, FollowUp, Goal, Meeting, Person, Shared, Wish
from tvm_desktop.domain.enums import ActionStatus, CardKind, Holds, Side
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.grid import cells, fits, row_of, since_last
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.formats.model import PanelKind, Step

(STEP,) = (
    step for fmt in FormatLibrary.load(None).formats for step in fmt.steps if step.panel is PanelKind.GRID
)
PARENTS, SCHOOL, OTHERS = range(3)


def person(side: Side = Side.PROFESSIONAL, relation: str = "", profession: str = "") -> Person:
    return Person(id="x", name="X", side=side, relation=relation, profession=profession)


def row(found: Person) -> int:
    record = Record.of("", [found])
    return row_of(
        record, STEP.rows, Card(id="c", meeting_id="", kind=CardKind.WORRY, text="", voice=found.id)
    )


@pytest.mark.parametrize(
    ("who", "place"),
    [
        (person(Side.FAMILY, "mor"), PARENTS),
        (person(Side.FAMILY, "storesøster", "lærer"), PARENTS),
        (person(Side.PRIVATE, "nabo"), OTHERS),
        (person(profession="klasselærer"), SCHOOL),
        (person(profession="Dansklærer"), SCHOOL),
        (person(profession="pædagogisk leder"), SCHOOL),
        (person(profession="AKT-vejleder"), SCHOOL),
        (person(profession="leder af SFO"), SCHOOL),
        (person(profession="kontaktperson"), OTHERS),
        (person(profession="socialrådgiver"), OTHERS),
        (person(profession="sundhedsplejerske"), OTHERS),
        (person(), OTHERS),
    ],
)
def test_a_person_belongs_to_the_first_row_that_fits(who: Person, place: int) -> None:
    assert row(who) == place


def test_nobodys_words_stand_in_the_last_row() -> None:
    thing = Card(id="c", meeting_id="", kind=CardKind.WORRY, text="", voice="gone")
    assert row_of(Record.of("", []), STEP.rows, thing) == OTHERS


def test_a_row_without_words_takes_everybody_on_its_side() -> None:
    assert fits(STEP.rows[PARENTS], person(Side.FAMILY, "onkel"))
    assert not fits(STEP.rows[PARENTS], person(Side.PROFESSIONAL, "mor"))


def titles(record: Record) -> dict[Holds, tuple[tuple[Shared, ...], ...]]:
    return {found.column.kind: found.cells for found in cells(record, STEP)}


def test_an_agreement_stands_with_the_first_who_is_to_do_it() -> None:
    record = minh_record()
    placed = titles(record)[Holds.ACTION]
    first = {
        person_id: n
        for n, cell in enumerate(placed)
        for a in cell
        if isinstance(a, Action)
        for person_id in a.who[:1]
    }
    assert first["jonas"] == SCHOOL
    assert all(n == PARENTS for who, n in first.items() if record.get(Person, who).side is Side.FAMILY)
    assert any(isinstance(thing, Wish) for cell in placed for thing in cell)


def test_goals_are_common_to_all() -> None:
    record = minh_record()
    (goals,) = (column for column in cells(record, STEP) if column.column.kind is Holds.GOAL)
    assert goals.common
    assert [thing for thing in goals.cells[0] if isinstance(thing, Goal)] == record.all(Goal)


def test_a_step_without_rows_has_one_cell_a_column() -> None:
    loose: Step = replace(STEP, rows=())
    assert all(len(column.cells) == 1 for column in cells(minh_record(), loose))
    assert since_last(minh_record(), loose) == ()


@settings(max_examples=25)
@given(records())
def test_everything_a_column_holds_stands_in_one_cell_and_keeps_its_order(record: Record) -> None:
    for column in cells(record, STEP):
        expected = [thing.id for holds in column.column.holds for thing in held(record, holds)]
        found = [[thing.id for thing in cell] for cell in column.cells]
        assert sorted(i for cell in found for i in cell) == sorted(expected)
        assert all(cell == [i for i in expected if i in cell] for cell in found)


def test_what_may_not_be_there_is_in_no_cell() -> None:
    assert all(not any(column.cells) for column in cells(minh_record(), STEP, lambda _: False))


def follow_up() -> Record:
    """Return the meeting after Minh's first one."""
    record = minh_record()
    starts = record.meeting.starts
    assert starts is not None
    later = Meeting(id="minh-2", starts=starts + timedelta(days=30))
    return replace(with_things(record, later), meeting_id="minh-2")


def test_agreements_from_before_stand_in_the_row_of_who_was_to_do_them() -> None:
    record = follow_up()
    rows = since_last(record, STEP)
    assert {a.who[0] for a in rows[SCHOOL]} >= {"jonas"}
    every = [a for a in record.every(Action) if a.status is not ActionStatus.DROPPED]
    assert sum(map(len, rows)) == len(every)


def test_what_was_told_about_stays_and_what_was_done_long_ago_does_not() -> None:
    record = follow_up()
    one, other, *_ = record.every(Action)
    told = FollowUp(id="t", meeting_id="minh-2", action_id=one.id, status=ActionStatus.DONE)
    done = [replace(a, status=ActionStatus.DONE) for a in (one, other)]
    ids = {a.id for cell in since_last(with_things(record, told, *done), STEP) for a in cell}
    assert one.id in ids
    assert other.id not in ids


def test_a_first_meeting_has_nothing_from_before() -> None:
    assert minh_record().meeting_id == MEETING
    assert not any(since_last(with_meeting(minh_record()), STEP))
