"""Hints are found by key, and a dismissed one returns only when its thing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    Card,
    Goal,
)
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.guidance import HINTS, hints

if TYPE_CHECKING:
    from domain.conftest import Table


def test_an_empty_meeting_is_mostly_left_in_peace(table: Table) -> None:
    assert {hint.key for hint in hints(table.record, HINTS)} == {"coordinator", "nothing-told", "too-early"}


def test_not_now_lasts_until_the_thing_changes(table: Table) -> None:
    table.add(Goal, "g", text="Amina er ude i tre frikvarterer")
    (hint,) = hints(table.record, ["goal-without-sign"])
    dismissed = {hint.fingerprint}
    table.change("g", rank=7.0, fit_for_child=True).add(Card, "k", kind=CardKind.WORRY, text="andet")
    assert not hints(table.record, ["goal-without-sign"], dismissed)
    table.change("g", need_id="n")
    assert hints(table.record, ["goal-without-sign"], dismissed)


def test_a_hint_of_an_older_format_is_passed_over(table: Table) -> None:
    assert hints(table.record, ["gone"]) == []
