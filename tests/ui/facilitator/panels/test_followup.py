"""Since last time: one key for each agreement, then what made the difference, and on to the next by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from helpers.again import AGAIN, again_entities
from helpers.table import Table, open_table
from tvm_desktop.domain.entities import Action, FollowUp, PrivateNote
from tvm_desktop.domain.enums import ActionStatus, Share
from tvm_desktop.session.commands.things import ShareWith
from tvm_desktop.session.frames.model import Actions, Agreement
from tvm_desktop.ui.course.agreed import StatusButton
from tvm_desktop.ui.course.page import CoursePage
from tvm_desktop.ui.facilitator.panels.followup import FollowUpPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.ui.context import UiContext


@pytest.fixture
def entities() -> list[Entity]:
    return again_entities()


@pytest.fixture
def again(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    for table in open_table(qtbot, context, entities, meeting=AGAIN):
        table.look_at("since-last")
        table.page.session.projector.show()
        yield table


def panel(table: Table) -> FollowUpPanel:
    page = table.page.page
    assert isinstance(page, FollowUpPanel)
    return page


def told(table: Table) -> list[tuple[str, ActionStatus, str, str]]:
    return [(f.action_id, f.status, f.text, f.voice) for f in table.record.all(FollowUp)]


def on_the_wall(table: Table) -> Agreement:
    body = table.page.session.projector.live_frame().body
    assert isinstance(body, Agreement)
    return body


def test_the_open_agreements_are_there_by_themselves_and_the_first_has_the_hands(again: Table) -> None:
    page = panel(again)
    assert page.order == [f"a{number}" for number in range(1, 9)]
    assert again.keys.focus is page.cards["a1"]
    assert page.cards["a1"].lines.text().endswith("from the meeting 13 January 2026")
    assert on_the_wall(again).index == 0


def test_one_key_tells_what_became_of_it_and_asks_what_made_the_difference(again: Table) -> None:
    again.keys.press("Ctrl+2", "G")
    assert told(again) == [("a1", ActionStatus.DONE, "", "")]
    assert again.page.desk.asking is not None
    assert on_the_wall(again).answer == "Gjort"
    again.keys.type("Gangen var tom.", "Return")
    assert told(again) == [("a1", ActionStatus.DONE, "Gangen var tom.", again.page.desk.voices[1].id)]
    assert panel(again).current == "a2"
    assert again.keys.focus is panel(again).cards["a2"]
    assert on_the_wall(again).index == 1


def test_what_was_told_stands_on_the_card_in_calm_words(again: Table) -> None:
    again.keys.press("I", "Return")
    card = panel(again).cards["a1"]
    assert card.answer.text() == "Not done yet"
    assert card.answer.property("role") == "strong"
    assert not card.told.isVisible()


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("G", ActionStatus.DONE),
        ("D", ActionStatus.PARTLY),
        ("I", ActionStatus.NOT_DONE),
        ("A", ActionStatus.DROPPED),
    ],
)
def test_each_key_is_one_answer_and_so_is_each_button(again: Table, key: str, status: ActionStatus) -> None:
    again.keys.press(key, "Return")
    again.click(panel(again).cards["a2"].buttons[key])
    again.keys.press("Return")
    assert [f[:2] for f in told(again)] == [("a1", status), ("a2", status)]
    assert again.record.get(Action, "a1").status is status


def test_the_same_key_again_takes_it_back(again: Table) -> None:
    again.keys.press("G", "Return", "Up", "G")
    assert told(again) == []
    assert again.record.get(Action, "a1").status is ActionStatus.OPEN
    assert panel(again).current == "a1"


def test_undo_takes_the_words_back_and_then_the_answer(again: Table) -> None:
    again.keys.press("G")
    again.keys.type("Gangen var tom.", "Return")
    again.keys.press("Ctrl+Z")
    assert told(again)[0][2] == ""
    again.keys.press("Ctrl+Z")
    assert told(again) == []
    assert again.record.get(Action, "a1").status is ActionStatus.OPEN


def test_letters_typed_as_an_answer_are_letters(again: Table) -> None:
    again.keys.press("G")
    again.keys.type("gad dig i", "Return")
    assert told(again) == [("a1", ActionStatus.DONE, "gad dig i", again.page.desk.voice)]


def test_enter_on_a_card_mends_what_was_said(again: Table) -> None:
    again.keys.press("G")
    again.keys.type("Gangen var tom", "Return")
    again.keys.press("Up", "Return")
    assert again.page.entry.edit.text() == "Gangen var tom"
    again.keys.type(".", "Return")
    assert told(again)[0][2] == "Gangen var tom."
    again.keys.press("Up", "Return", "Esc")
    assert told(again)[0][2] == "Gangen var tom."
    assert again.page.entry.edit.text() == ""


def test_esc_leaves_the_question_and_goes_on(again: Table) -> None:
    again.keys.press("D", "Esc")
    assert told(again) == [("a1", ActionStatus.PARTLY, "", "")]
    assert panel(again).current == "a2"


def test_after_the_last_one_all_stand_together_on_the_wall(again: Table) -> None:
    for _ in range(8):
        again.keys.press("G", "Return")
    assert again.keys.focus is panel(again).all
    assert panel(again).all.words.text().startswith("All of it has been talked about")
    assert isinstance(again.page.session.projector.live_frame().body, Actions)


def test_arrows_and_a_clicker_go_from_one_to_the_next(again: Table) -> None:
    again.keys.press("Down", "Down")
    assert panel(again).current == "a3"
    again.keys.press("Up")
    assert on_the_wall(again).index == 1
    again.page.hands.turn(1)
    assert panel(again).current == "a3"


def test_an_agreement_that_the_room_may_not_see_is_told_about_off_the_wall(again: Table) -> None:
    again.page.desk.bridge.do(ShareWith(("a2",), Share.FACILITATOR))
    again.keys.press("Down")
    assert panel(again).current == "a2"
    assert on_the_wall(again).what == again.record.get(Action, "a1").what
    again.keys.press("G", "Return")
    assert on_the_wall(again).what == again.record.get(Action, "a3").what
    assert all("værksted" not in text for text in str(again.page.session.projector.live_frame()).split())


def test_the_mark_for_the_child_means_the_answer_too(again: Table) -> None:
    again.keys.press("G", "Return", "Up", "Ctrl+Shift+B")
    assert again.record.get(Action, "a1").fit_for_child
    assert again.record.all(FollowUp)[0].fit_for_child


def test_an_agreement_of_an_earlier_meeting_is_followed_up_and_not_changed(again: Table) -> None:
    before = again.record.get(Action, "a1")
    again.keys.press("Del", "Ctrl+J")
    assert again.record.get(Action, "a1") == before
    menu = again.page.verbs.menu(QPoint(0, 0))
    assert menu is not None
    offered = [choice.text().partition("\t")[0] for choice in menu.actions()]
    assert "Delete" not in offered
    assert "Somebody sees it differently" in offered
    menu.close()


def test_what_was_told_is_what_home_and_the_course_say(again: Table) -> None:
    waiting = {row.id for row in again.store.open_actions()}
    again.keys.press("G", "Return", "I", "Return")
    assert waiting - {row.id for row in again.store.open_actions()} == {"a1", "a2"}
    page = CoursePage(again.context, "minh")
    said = {button.action_id: button.text() for button in page.agreed.findChildren(StatusButton)}
    assert (said["a1"], said["a2"]) == ("carried out ▾", "not done yet ▾")
    page.deleteLater()


def test_a_closed_meeting_is_only_read(again: Table) -> None:
    again.keys.press("G", "Return")
    again.page.end()
    again.reopen()
    again.page.desk.look_at("since-last")
    again.keys.press("D")
    assert [f[:2] for f in told(again)] == [("a1", ActionStatus.DONE)]
    assert not panel(again).cards["a2"].keys.isVisible()


def test_somebody_in_the_room_tells_when_the_chosen_voice_has_left(again: Table) -> None:
    again.page.desk.choose_voice("m")
    again.keys.press("G")
    assert again.page.desk.voice == "jonas"


class TestWithoutOpenAgreements:
    @pytest.fixture
    def entities(self) -> list[Entity]:
        return [entity for entity in again_entities() if not isinstance(entity, Action | PrivateNote)]

    def test_that_is_said_calmly(self, again: Table) -> None:
        page = panel(again)
        assert page.none.isVisible()
        assert not page.all.isVisible()
        again.keys.press("G", "Down")
        assert told(again) == []
