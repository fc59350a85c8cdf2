from __future__ import annotations

import pytest
from hypothesis import given

from helpers.records import records
from helpers.sessions import minh
from tvm_desktop.domain.columns import filled, held, holds_of, movable
from tvm_desktop.domain.entities import Action, Card, Goal, Shared, Understanding
from tvm_desktop.domain.enums import ActionStatus, CardKind, Holds
from tvm_desktop.domain.record import Record, changing


def test_a_column_holds_the_cards_of_its_kind_by_rank() -> None:
    record = minh()
    worries = held(record, Holds.WORRY)
    assert [card.id for card in worries] == [c.id for c in record.all(Card) if c.kind is CardKind.WORRY]
    assert [card.rank for card in worries] == sorted(card.rank for card in worries)


def test_a_column_may_hold_understandings_goals_or_agreements() -> None:
    record = minh()
    assert held(record, Holds.UNDERSTANDING) == record.all(Understanding)
    assert held(record, Holds.GOAL) == record.all(Goal)
    assert held(record, Holds.ACTION) == record.all(Action)


def test_a_dropped_agreement_is_in_no_column() -> None:
    record = minh()
    for action in record.all(Action):
        record = record.apply(changing(action, status=ActionStatus.DROPPED))
    assert held(record, Holds.ACTION) == []
    assert Holds.ACTION not in filled(record)


@given(record=records())
def test_everything_on_the_table_is_held_by_one_column(record: Record) -> None:
    for holds in Holds:
        things = held(record, holds)
        assert all(holds_of(thing) is holds for thing in things)
        assert bool(things) == (holds in filled(record))


def test_what_may_not_be_seen_fills_no_column() -> None:
    def nobody(thing: Shared) -> bool:
        return False

    assert filled(minh(), nobody) == frozenset()


@pytest.mark.parametrize("holds", Holds)
def test_cards_move_among_cards_and_understandings_only(holds: Holds) -> None:
    cards = {Holds(kind) for kind in CardKind}
    assert movable(holds) == (holds in cards | {Holds.UNDERSTANDING})
