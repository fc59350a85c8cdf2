"""The closing: the next meeting first, one agreement at a time, the red thread, and what must not be missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Action, Closing, NextMeeting
from tvm_desktop.session.frames.closing import ACTION, CHILD, NEXT
from tvm_desktop.session.frames.model import Agreement, Thread
from tvm_desktop.session.frames.showing import Scene
from tvm_desktop.ui.facilitator.actionform import ActionForm
from tvm_desktop.ui.facilitator.closingforms import ChildForm, NextForm
from tvm_desktop.ui.facilitator.panels.closing import ClosingPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from helpers.table import Table
    from tvm_desktop.ui.facilitator.fields import KeptLine


@pytest.fixture
def closing(full_table: Table) -> Table:
    full_table.look_at("closing")
    full_table.page.session.projector.show()
    return full_table


def panel(table: Table) -> ClosingPanel:
    page = table.page.page
    assert isinstance(page, ClosingPanel)
    return page


def form(table: Table, kind: str, thing_id: str = "") -> NextForm | ChildForm | ActionForm:
    panel(table).choose(kind, thing_id)
    found = panel(table).cards[kind, thing_id].form
    assert found is not None
    return found


def write(table: Table, line: KeptLine, text: str) -> None:
    line.edit.setFocus()
    table.keys.press("Ctrl+A")
    table.keys.type(text, "Return")


def first_action(table: Table) -> Action:
    return table.record.all(Action)[0]


def test_the_next_meeting_is_read_first_then_each_agreement(closing: Table) -> None:
    kinds = [kind for kind, _ in panel(closing).cards]
    assert kinds[0] == NEXT
    assert kinds[-1] == CHILD
    assert kinds.count(ACTION) == len(closing.record.all(Action))


def test_the_wall_follows_what_is_read_aloud(closing: Table) -> None:
    panel(closing).choose(ACTION, first_action(closing).id)
    body = closing.page.session.projector.live_frame().body
    assert isinstance(body, Agreement)
    assert body.what == first_action(closing).what
    panel(closing).read_on(1)
    assert panel(closing).current == (ACTION, closing.record.all(Action)[1].id)


def test_when_we_meet_again_is_typed_as_it_is_said(closing: Table) -> None:
    found = form(closing, NEXT)
    assert isinstance(found, NextForm)
    write(closing, found.at, "17. februar kl. 9.30")
    (meet,) = closing.record.all(NextMeeting)
    assert meet.starts is not None
    assert meet.starts.isoformat() == "2026-02-17T08:30:00+00:00"
    assert "17" in found.at.edit.text()


@pytest.mark.parametrize("typed", ["30. februar kl. 10", "engang", "10. februar kl. 25"])
def test_a_time_that_does_not_exist_gives_one_sentence_and_stays(closing: Table, typed: str) -> None:
    before = closing.record
    found = form(closing, NEXT)
    assert isinstance(found, NextForm)
    write(closing, found.at, typed)
    assert closing.record is before
    assert found.at.problem.isVisible()
    assert found.at.edit.text() == typed
    assert found.at.edit.accessibleDescription() == found.at.problem.text()
    write(closing, found.at, "17. februar kl. 9.30")
    assert not found.at.problem.isVisible()


def test_a_name_that_nobody_has_is_said_and_the_words_stay(closing: Table) -> None:
    found = form(closing, CHILD)
    assert isinstance(found, ChildForm)
    write(closing, found.who, "Ukendt")
    assert "Ukendt" in found.who.problem.text()
    write(closing, found.who, "Jonas og mor")
    assert closing.record.all(Closing)[0].child_told_by == ("jonas", "hoa")


def test_an_agreement_is_filled_in_while_it_is_read(closing: Table) -> None:
    found = form(closing, ACTION, first_action(closing).id)
    assert isinstance(found, ActionForm)
    write(closing, found.when, "senest 20. januar")
    write(closing, found.seen, "Jonas sætter kryds.")
    action = first_action(closing)
    assert (action.due, action.seen_by) == (date(2026, 1, 20), "Jonas sætter kryds.")


def test_one_person_of_the_course_checks(closing: Table) -> None:
    found = form(closing, ACTION, first_action(closing).id)
    assert isinstance(found, ActionForm)
    write(closing, found.check, "mor")
    assert first_action(closing).checked_by == "hoa"
    assert found.check.edit.text() == closing.record.called("hoa")
    write(closing, found.check, "mor og Jonas")
    assert found.check.problem.isVisible()
    assert first_action(closing).checked_by == "hoa"
    write(closing, found.check, " ")
    assert first_action(closing).checked_by == ""


def test_an_agreement_without_words_is_not_kept(closing: Table) -> None:
    before = first_action(closing).what
    found = form(closing, ACTION, first_action(closing).id)
    assert isinstance(found, ActionForm)
    write(closing, found.what, " ")
    assert first_action(closing).what == before
    assert found.what.problem.isVisible()


def test_a_field_that_cannot_be_saved_keeps_its_words(closing: Table) -> None:
    found = form(closing, ACTION, first_action(closing).id)
    assert isinstance(found, ActionForm)
    closing.saving(works=False)
    write(closing, found.seen, "Vi ser på fraværet.")
    assert closing.page.trouble.isVisible()
    assert found.seen.edit.text() == "Vi ser på fraværet."
    closing.saving(works=True)
    found.seen.edit.setFocus()
    closing.keys.press("Return")
    assert first_action(closing).seen_by == "Vi ser på fraværet."
    assert not closing.page.trouble.isVisible()


def test_a_half_filled_field_comes_back(closing: Table, qtbot: QtBot) -> None:
    found = form(closing, ACTION, first_action(closing).id)
    assert isinstance(found, ActionForm)
    found.seen.edit.setFocus()
    closing.keys.type(" og spørger")
    qtbot.waitUntil(lambda: bool(closing.store.drafts()))
    (draft,) = closing.store.drafts()
    found.seen.edit.set_text("Jonas sætter et kryds. Minh må se listen.")
    closing.store.save_draft(draft)
    closing.reopen()
    again = form(closing, ACTION, first_action(closing).id)
    assert isinstance(again, ActionForm)
    assert again.seen.edit.text() == draft.text


def test_the_red_thread_is_shown_one_chain_at_a_time(closing: Table) -> None:
    button = panel(closing).thread_button
    closing.click(button)
    projector = closing.page.session.projector
    body = projector.live_frame().body
    assert isinstance(body, Thread)
    seen = 1
    while projector.showing.scene is Scene.THREAD and seen < 50:
        closing.click(button)
        seen += 1
    assert seen == body.total + 1


def test_what_is_missing_never_stops_the_end(table: Table) -> None:
    table.look_at(table.page.desk.steps[-1].id)
    table.keys.press("Alt+Right", "Return")
    assert table.page.session.read_only


def test_what_we_do_not_agree_on_stands_with_each_ones_words(closing: Table) -> None:
    texts = [label.text() for label in panel(closing).differ.findChildren(type(panel(closing).title))]
    assert any("Jeg spiller, fordi jeg ikke kan sove." in text for text in texts)
