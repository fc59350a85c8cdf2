"""What can be done with the card that is meant, by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tvm_desktop.domain.entities import Card, Correction, Link, Position, Understanding
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.ui.facilitator.cardedit import CardEdit
from tvm_desktop.ui.facilitator.thing import card_thing
from tvm_desktop.ui.persondata.correction import CorrectionWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from helpers.table import Table


@pytest.fixture
def told(table: Table) -> Table:
    """One card, in the hands."""
    table.say("Han sover ikke.")
    return table


def card(table: Table) -> Card:
    return table.record.all(Card)[0]


def on_the_wall(table: Table) -> str:
    return repr(table.page.session.projector.live_frame())


def test_verbatim_and_through_the_interpreter_exclude_each_other(told: Table) -> None:
    told.keys.press("Ctrl+Shift+O")
    assert (card(told).verbatim, card(told).interpreted) == (True, False)
    told.keys.press("Ctrl+Shift+T")
    assert (card(told).verbatim, card(told).interpreted) == (False, True)
    told.keys.press("Ctrl+Shift+O")
    assert (card(told).verbatim, card(told).interpreted) == (True, False)


def test_a_card_is_kept_without_being_shown(told: Table) -> None:
    assert "Han sover ikke." in on_the_wall(told)
    told.keys.press("Ctrl+Shift+G")
    assert card(told).share is Share.FACILITATOR
    assert "Han sover ikke." not in on_the_wall(told)
    told.keys.press("Ctrl+Shift+G")
    assert "Han sover ikke." in on_the_wall(told)


def test_while_the_child_is_in_only_what_is_fit_is_on_the_wall(told: Table) -> None:
    told.keys.press("Ctrl+1")
    told.say("Jeg sover ikke.")
    told.keys.press("Ctrl+2")
    told.say("Hun er træt.")
    if not told.record.meeting.child_present:
        told.keys.press("F8")
    assert "Jeg sover ikke." in on_the_wall(told), "the child's own words"
    assert "Hun er træt." not in on_the_wall(told)
    told.keys.press("Ctrl+Shift+B")
    assert "Hun er træt." in on_the_wall(told)


def test_a_prepared_card_is_shown_once_it_has_been_said(table: Table) -> None:
    table.page.desk.bridge.do(AddCard(CardKind.STRENGTH, "Han laver mad.", prepared=True))
    assert "Han laver mad." not in on_the_wall(table)
    table.page.desk.aim(card(table).id)
    table.keys.press("Ctrl+Shift+G")
    assert not card(table).prepared
    assert "Han laver mad." in on_the_wall(table)


def test_a_different_view_may_be_noted_without_words(told: Table) -> None:
    told.keys.press("Ctrl+3", "Ctrl+D", "Return")
    (position,) = told.record.all(Position)
    assert (position.about, position.text) == (card(told).id, "")


def test_a_different_view_needs_a_card(table: Table) -> None:
    table.keys.press("Ctrl+D")
    assert "Choose a card first" in table.page.bar.label.text()
    assert table.page.desk.asking is None


def test_the_chosen_voice_can_be_given_to_a_card(told: Table) -> None:
    told.keys.press("Ctrl+4")
    told.page.verbs.revoice()
    assert card(told).voice == told.page.desk.voices[3].id


def test_what_an_understanding_builds_on_is_ticked_in_a_small_list(told: Table) -> None:
    told.look_at("understanding")
    told.say("Han savner sin ven.")
    told.keys.press("Ctrl+K")
    popup = told.page.verbs.tie_popup
    assert popup is not None
    told.keys.press("Space")
    (understanding,) = told.record.all(Understanding)
    assert [(link.upper, link.lower) for link in told.record.every(Link)] == [
        (understanding.id, card(told).id)
    ]
    told.keys.press("Space")
    assert told.record.every(Link) == []
    told.keys.press("Return")
    assert not told.page.findChildren(type(popup)) or not popup.isVisible()


def test_a_card_is_kept_from_single_persons(told: Table) -> None:
    menu = told.page.verbs.menu(told.page.mapToGlobal(told.page.rect().center()))
    assert menu is not None
    (names,) = menu.findChildren(QMenu)
    father = next(action for action in names.actions() if "far" in action.text())
    father.trigger()
    assert (card(told).share, card(told).not_to) == (Share.NOT_TO, (father.data(),))
    assert "Han sover ikke." not in on_the_wall(told)
    menu.close()
    again = told.page.verbs.menu(told.page.mapToGlobal(told.page.rect().center()))
    assert again is not None
    (names,) = again.findChildren(QMenu)
    next(action for action in names.actions() if action.isChecked()).trigger()
    assert card(told).share is Share.ALL
    again.close()


def test_somebody_sees_the_plan_as_a_whole_differently(table: Table) -> None:
    table.look_at("closing")
    table.page.desk.aim()
    table.keys.press("Ctrl+D")
    table.keys.type("Det er for meget på én gang.", "Return")
    assert [(p.about, p.text) for p in table.record.all(Position)] == [
        (table.record.meeting_id, "Det er for meget på én gang.")
    ]


def test_a_card_that_was_being_changed_is_open_again_after_a_stop(told: Table, qtbot: QtBot) -> None:
    told.keys.press("F2")
    told.keys.type(" Han er træt.")
    told.page.flush()
    told.reopen()
    qtbot.waitUntil(lambda: bool(told.page.findChildren(CardEdit)))
    (editor,) = told.page.findChildren(CardEdit)
    assert editor.text() == "Han sover ikke. Han er træt."
    editor.setFocus()
    told.keys.press("Return")
    assert told.cards() == ["Han sover ikke. Han er træt."]


def test_a_hint_that_was_put_away_stays_away_when_the_meeting_is_opened_again(told: Table) -> None:
    told.page.desk.dismiss("abc")
    assert "abc" in told.reopen().desk.dismissed


def correcting(table: Table) -> CorrectionWindow | None:
    return next((w for w in table.page.window().findChildren(CorrectionWindow) if w.isVisible()), None)


def test_a_card_of_a_closed_meeting_is_corrected_beside_and_not_changed(told: Table) -> None:
    before = card(told)
    told.page.end()
    told.page.work_on()
    told.page.desk.aim(before.id)
    told.keys.press("Ctrl+Shift+E")
    window = correcting(told)
    assert window is not None
    QTest.keyClicks(window.text, "Han sover lidt")
    QTest.keyClick(window.text, Qt.Key.Key_Return)
    assert card(told) == before
    assert [c.text for c in told.record.all(Correction)] == ["Han sover lidt"]
    lines = card_thing(told.record, before, told.page.desk.context.words).lines
    assert any(line.startswith("Correction:") and line.endswith("Han sover lidt") for line in lines)
    assert "Han sover lidt" not in on_the_wall(told)


def test_the_menu_of_a_closed_meetings_card_offers_a_correction_only(told: Table) -> None:
    told.page.end()
    told.page.work_on()
    told.page.desk.aim(card(told).id)
    menu = told.page.verbs.menu(told.page.mapToGlobal(told.page.rect().center()))
    assert menu is not None
    assert [action.text().split("\t")[0] for action in menu.actions()] == [
        "Add a correction, in a closed meeting"
    ]
    menu.close()


def test_in_a_running_meeting_the_words_themselves_are_mended(told: Table) -> None:
    told.keys.press("Ctrl+Shift+E")
    assert correcting(told) is None
    assert [editor for editor in told.page.findChildren(CardEdit) if editor.isVisible()]
