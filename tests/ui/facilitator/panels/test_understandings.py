"""Understandings: each with what it explains, and every other view beside it with the same weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Position, Understanding
from tvm_desktop.ui.facilitator.panels.understandings import UnderstandingsPanel

if TYPE_CHECKING:
    from helpers.table import Table


@pytest.fixture
def seen(table: Table) -> Table:
    table.look_at("understanding")
    table.say("Han savner sin ven.")
    return table


def panel(table: Table) -> UnderstandingsPanel:
    page = table.page.page
    assert isinstance(page, UnderstandingsPanel)
    return page


def differ(table: Table, voice: int, text: str) -> None:
    table.page.desk.aim(table.record.all(Understanding)[0].id)
    table.keys.press(f"Ctrl+{voice}", "Ctrl+D")
    table.keys.type(text, "Return")


def test_two_views_stand_side_by_side_equally_wide(seen: Table) -> None:
    differ(seen, 3, "Det er spillet.")
    ours = panel(seen).board.cards[seen.record.all(Understanding)[0].id]
    theirs = panel(seen).board.cards[seen.record.all(Position)[0].id]
    assert ours.y() == theirs.y()
    assert abs(ours.width() - theirs.width()) <= 2


def test_many_views_wrap_instead_of_being_squeezed(seen: Table) -> None:
    for voice in (1, 2, 3, 4, 5):
        differ(seen, voice, f"Syn nummer {voice}")
    cards = [panel(seen).board.cards[position.id] for position in seen.record.all(Position)]
    assert len({card.y() for card in cards}) > 1
    assert min(card.width() for card in cards) > 150


def test_somebody_who_changes_their_words_has_one_view(seen: Table) -> None:
    differ(seen, 3, "Det er spillet.")
    differ(seen, 3, "Det er søvnen.")
    assert [position.text for position in seen.record.all(Position)] == ["Det er søvnen."]


def test_a_view_is_edited_in_place(seen: Table) -> None:
    differ(seen, 3, "Det er spillet.")
    view = panel(seen).board.cards[seen.record.all(Position)[0].id]
    view.setFocus()
    seen.keys.press("Return", "Ctrl+A")
    seen.keys.type("Det er søvnen.", "Return")
    assert seen.record.all(Position)[0].text == "Det er søvnen."


def test_the_understanding_takes_its_views_with_it_and_brings_them_back(seen: Table) -> None:
    differ(seen, 3, "Det er spillet.")
    seen.page.desk.aim(seen.record.all(Understanding)[0].id)
    seen.page.verbs.delete()
    assert seen.record.all(Position) == []
    assert panel(seen).board.cards == {}
    seen.click(seen.page.bar.act)
    assert len(seen.record.all(Position)) == 1


def test_a_half_changed_understanding_stays_open_while_the_clock_goes(seen: Table) -> None:
    card = panel(seen).board.cards[seen.record.all(Understanding)[0].id]
    card.setFocus()
    seen.keys.press("Return")
    seen.keys.type(" Meget")
    seen.page.time.count()
    assert card.editor is not None
    assert card.editor.text() == "Han savner sin ven. Meget"
