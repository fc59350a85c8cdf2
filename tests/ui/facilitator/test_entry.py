"""One line at the bottom: whose words, where they go, type, Enter, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tvm_desktop.domain.entities import Card, ParkedIdea, Position
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.ui.facilitator.panels.board import BoardPanel
from tvm_desktop.ui.widgets.basic import PopMenu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from helpers.table import Table


def test_two_keys_and_a_line_make_a_card_in_the_column_by_the_voice(table: Table) -> None:
    table.keys.press("Ctrl+2", "Alt+2")
    table.say("Han er god til at reparere cykler.")
    (card,) = table.record.all(Card)
    voice = table.page.desk.voices[1].id
    assert (card.text, card.kind, card.voice) == (
        "Han er god til at reparere cykler.",
        CardKind.STRENGTH,
        voice,
    )
    assert table.page.entry.edit.text() == ""


def test_voice_and_column_stay_chosen(table: Table) -> None:
    table.keys.press("Ctrl+3", "Alt+3")
    table.say("Først det ene.")
    table.say("Så det andet.")
    first, second = table.record.all(Card)
    assert (first.voice, first.kind) == (second.voice, second.kind)
    assert first.kind is CardKind.LIFE_CONTEXT


def test_shift_enter_makes_a_new_line_of_the_same_card(table: Table) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("Først", "Shift+Return")
    table.keys.type("så", "Return")
    assert table.cards() == ["Først\nså"]


def test_an_empty_line_adds_nothing(table: Table) -> None:
    table.say("   ")
    assert table.cards() == []


def test_a_voice_is_chosen_by_the_start_of_a_name(table: Table) -> None:
    table.keys.press("Ctrl+0")
    (menu,) = table.page.entry.findChildren(PopMenu)
    mai = next(action for action in menu.actions() if action.text().startswith("Mai"))
    mai.trigger()
    assert table.page.desk.voice == "mai"
    assert "Mai" in table.page.entry.voice.text()
    menu.close()


def test_words_are_somebodys_in_the_room_until_another_is_chosen(table: Table) -> None:
    desk = table.page.desk
    child = next(person.id for person in desk.voices if person.is_child)
    assert not desk.record.meeting.child_present
    assert desk.voice == next(person.id for person in desk.voices if not person.is_child)
    table.page.toggle_child()
    assert desk.voice != child
    desk.choose_voice(child)
    table.page.toggle_child()
    assert desk.voice == child


def test_who_stood_first_and_leaves_the_room_speaks_no_longer(table: Table) -> None:
    table.page.toggle_child()
    page = table.reopen()
    assert page.desk.voices[0].is_child
    assert page.desk.voice == page.desk.voices[0].id
    page.toggle_child()
    assert page.desk.voice == page.desk.voices[1].id


def test_a_column_is_chosen_with_the_mouse(table: Table) -> None:
    table.click(table.page.entry.slot)
    (menu,) = table.page.entry.findChildren(PopMenu)
    menu.actions()[2].trigger()
    menu.close()
    assert table.page.desk.slot == 2


def test_menus_are_freed_when_they_close(table: Table, qtbot: QtBot) -> None:
    for _ in range(3):
        table.keys.press("Ctrl+0")
        for menu in table.page.entry.findChildren(PopMenu):
            menu.close()
    qtbot.waitUntil(lambda: not table.page.entry.findChildren(PopMenu))


def test_words_and_cursor_come_back_when_the_meeting_is_opened_again(table: Table, qtbot: QtBot) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("Han sover ikke", "Left")
    table.keys.press("Left")
    table.keys.type("x")
    qtbot.waitUntil(lambda: any("kx" in draft.text for draft in table.store.drafts()))
    page = table.reopen()
    assert page.entry.edit.text() == "Han sover ikxke"
    assert page.entry.edit.textCursor().position() == len("Han sover ikx")


def test_an_accepted_line_leaves_no_draft(table: Table, qtbot: QtBot) -> None:
    table.say("Han sover ikke.")
    qtbot.wait(80)
    assert table.store.drafts() == []


def test_a_number_like_a_civil_registration_number_is_warned_of(table: Table) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("Han hedder 010203-1234")
    assert table.page.watch.isVisible()
    table.keys.press("Backspace")
    assert not table.page.watch.isVisible()


def test_an_early_solution_is_kept_for_later(table: Table) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("Skal han skifte klasse?", "Ctrl+T")
    (idea,) = table.record.all(ParkedIdea)
    assert (idea.text, idea.voice) == ("Skal han skifte klasse?", table.page.desk.voice)
    assert table.page.entry.edit.text() == ""
    assert "forgotten" in table.page.bar.label.text()


def test_words_that_cannot_be_kept_for_later_stay(table: Table) -> None:
    table.saving(works=False)
    table.page.entry.edit.setFocus()
    table.keys.type("Skal han skifte klasse?", "Ctrl+T")
    assert table.page.entry.edit.text() == "Skal han skifte klasse?"
    table.saving(works=True)


def test_half_a_sentence_is_put_aside_while_a_question_is_asked(table: Table) -> None:
    table.say("Han sover ikke.")
    table.keys.type("Et halvt kort")
    table.keys.press("Ctrl+3", "Ctrl+D")
    assert table.page.entry.edit.text() == ""
    table.keys.type("Jeg synes, han sover.", "Return")
    (position,) = table.record.all(Position)
    assert (position.text, position.person_id) == ("Jeg synes, han sover.", table.page.desk.voices[2].id)
    assert table.page.entry.edit.text() == "Et halvt kort"


def test_an_answer_that_is_not_given_is_not_lost(table: Table) -> None:
    table.say("Han sover ikke.")
    table.keys.press("Ctrl+D")
    table.keys.type("Jeg er i tvivl", "Escape")
    assert table.page.desk.asking is None
    assert table.page.entry.edit.text() == "Jeg er i tvivl"
    assert table.record.all(Position) == []


def test_an_answer_and_the_words_before_it_both_come_back(table: Table, qtbot: QtBot) -> None:
    table.say("Han sover ikke.")
    table.keys.type("Et halvt kort")
    table.keys.press("Ctrl+D")
    table.keys.type("Jeg tror")
    qtbot.waitUntil(lambda: any(draft.text == "Jeg tror" for draft in table.store.drafts()))
    page = table.reopen()
    assert page.entry.edit.text() == "Et halvt kort\nJeg tror"


def test_whatever_is_typed_is_shown_as_it_is_and_nothing_is_lost(table: Table) -> None:
    odd = "<b>fed</b> & {{x}} <para> æøå 👨‍👩‍👧 مرحبا " + "ord " * 2500
    table.page.entry.edit.setFocus()
    QApplication.clipboard().setText(odd + "\x07\u202ebagfra")
    table.page.entry.edit.paste()
    table.keys.press("Return")
    (text,) = table.cards()
    assert text == odd + "bagfra"
    panel = table.page.page
    assert isinstance(panel, BoardPanel)
    things = panel.columns[0].cards.cards
    assert things.data(things.index(0)) == text
