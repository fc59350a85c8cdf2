"""At an anonymous meeting whatever is typed is watched over, wherever it is typed, and nothing is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Card
from tvm_desktop.session.commands.course import SetAnonymous
from tvm_desktop.session.projector import Mode

if TYPE_CHECKING:
    from helpers.table import Table


@pytest.fixture
def anonymous(table: Table) -> Table:
    """Minh's meeting, held without names."""
    assert table.page.desk.bridge.do(SetAnonymous(on=True))
    return table


def said(table: Table) -> str:
    """Return what the watch says now."""
    watch = table.page.watch
    return watch.label.text() if watch.isVisible() else ""


def test_a_name_is_told_while_it_is_typed_and_taken_all_the_same(anonymous: Table) -> None:
    edit = anonymous.page.entry.edit
    edit.setFocus()
    anonymous.keys.type("Så sagde Ahmed")
    assert said(anonymous) == "“Ahmed” looks like a name. The course is anonymous."
    anonymous.keys.press("Return")
    assert anonymous.cards() == ["Så sagde Ahmed"]


def test_what_was_taken_quickly_is_told_until_it_is_mended(anonymous: Table) -> None:
    anonymous.say("Så sagde Ahmed")
    assert said(anonymous) == "“Ahmed” looks like a name. The course is anonymous."
    card = anonymous.record.all(Card)[0]
    assert anonymous.page.desk.keep_words(card.id, "Så sagde hans far")
    assert said(anonymous) == ""


def test_it_is_told_no_more_when_the_next_has_been_said_or_another_step_is_looked_at(
    anonymous: Table,
) -> None:
    anonymous.say("Ring 12 34 56 78")
    assert "phone number" in said(anonymous)
    anonymous.say("Han er glad for skolen")
    assert said(anonymous) == ""
    anonymous.say("Så sagde Ahmed")
    anonymous.look_at("understanding")
    assert said(anonymous) == ""


def test_a_card_that_is_opened_again_is_looked_at(anonymous: Table) -> None:
    anonymous.say("Han ringer 12 34 56 78")
    card = anonymous.record.all(Card)[0]
    anonymous.page.desk.aim(card.id)
    anonymous.page.page.edit(card.id)
    assert "phone number" in said(anonymous)
    anonymous.keys.press("Escape")


def test_the_professionals_at_the_table_may_be_named(anonymous: Table) -> None:
    edit = anonymous.page.entry.edit
    edit.setFocus()
    anonymous.keys.type("Det siger Jonas")
    assert said(anonymous) == ""


def test_a_professional_who_comes_later_is_named_and_a_parent_is_not(anonymous: Table) -> None:
    anonymous.page.hands.add_participant()
    anonymous.keys.type("Ahmed Ali, psykolog")
    assert said(anonymous) == ""
    anonymous.keys.press("Ctrl+A")
    anonymous.keys.type("Ahmed Ali, far")
    assert "Ahmed" in said(anonymous)
    anonymous.keys.press("Escape")


def test_nothing_of_it_reaches_the_wall(anonymous: Table) -> None:
    anonymous.page.session.projector.show()
    assert anonymous.page.session.projector.mode is Mode.LIVE
    anonymous.page.entry.edit.setFocus()
    anonymous.keys.type("Så sagde Ahmed")
    assert said(anonymous)
    wall = anonymous.page.control.window.accessibleDescription()
    assert "Ahmed" not in wall
    assert "anonymous" not in wall


def test_with_names_only_a_civil_registration_number_is_told(table: Table) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("Så sagde Ahmed 12 34 56 78")
    assert said(table) == ""
