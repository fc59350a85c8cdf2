from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.sessions import open_again
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.meeting import ChildInRoom, EditMeeting, GoToStep
from tvm_desktop.session.commands.things import EditText, ShareWith
from tvm_desktop.session.frames.model import Columns, Goals, Pause, Statements, Thread
from tvm_desktop.session.frames.showing import Scene, Showing
from tvm_desktop.session.projector import Mode

if TYPE_CHECKING:
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.session.session import Change, MeetingSession
    from tvm_desktop.storage.store import Store


def test_the_wall_is_hidden_at_every_start(
    store: Store, library: FormatLibrary, session: MeetingSession
) -> None:
    assert (session.projector.mode, session.projector.frame()) == (Mode.HIDDEN, None)
    session.projector.show()
    session.do(GoToStep("goal"))
    again = open_again(store, library, session.record)
    assert (again.projector.mode, again.projector.frame()) == (Mode.HIDDEN, None)
    assert isinstance(again.projector.live_frame().body, Goals)


def test_live_it_follows_the_record(session: MeetingSession) -> None:
    session.projector.show()
    session.do(AddCard(CardKind.WORRY, "Han er træt."))
    assert "Han er træt." in str(session.projector.frame())
    session.undo()
    assert "Han er træt." not in str(session.projector.frame())


@pytest.mark.parametrize("before", [Mode.HIDDEN, Mode.LIVE, Mode.FROZEN])
def test_the_pause_goes_back_to_what_was_before(session: MeetingSession, before: Mode) -> None:
    projector = session.projector
    if before is not Mode.HIDDEN:
        projector.show()
    if before is Mode.FROZEN:
        projector.toggle_freeze()
    was = projector.frame()
    projector.toggle_pause()
    frame = projector.frame()
    assert projector.mode is Mode.PAUSE
    assert frame is not None
    assert frame.body == Pause("Vi holder en pause")
    projector.toggle_pause()
    assert (projector.mode, projector.frame()) == (before, was)


def test_a_frozen_picture_stays_while_the_leader_works_on(session: MeetingSession) -> None:
    projector = session.projector
    projector.show()
    projector.turn_page(1, 3)
    projector.toggle_freeze()
    kept = projector.frame()
    session.do(EditText("c01", "Andre ord"))
    session.do(GoToStep("goal"))
    projector.reset()
    assert (projector.mode, projector.frame(), projector.page) == (Mode.FROZEN, kept, 1)
    assert isinstance(projector.live_frame().body, Goals)
    projector.toggle_freeze()
    assert (projector.mode, projector.frame(), projector.page) == (Mode.LIVE, projector.live_frame(), 0)


@pytest.mark.parametrize("mode", [Mode.HIDDEN, Mode.PAUSE])
def test_only_a_live_picture_can_be_frozen(session: MeetingSession, mode: Mode) -> None:
    if mode is Mode.PAUSE:
        session.projector.toggle_pause()
    session.projector.toggle_freeze()
    assert session.projector.mode is mode


@pytest.mark.parametrize("deed", [ChildInRoom(present=True), ShareWith(("c01",), Share.FACILITATOR)])
def test_a_frozen_picture_gives_way_to_the_pause_screen_before_anybody_is_told(
    session: MeetingSession, deed: ChildInRoom | ShareWith
) -> None:
    projector = session.projector
    projector.show()
    projector.toggle_freeze()
    seen: list[Mode] = []
    session.listen(lambda _: seen.append(projector.mode))
    session.do(deed)
    assert seen == [Mode.PAUSE]
    projector.toggle_pause()
    assert (projector.mode, projector.frame()) == (Mode.LIVE, projector.live_frame())


def test_a_frozen_picture_behind_the_pause_screen_does_not_come_back_with_secrets(
    session: MeetingSession,
) -> None:
    projector = session.projector
    projector.show()
    projector.toggle_freeze()
    projector.toggle_pause()
    session.do(ShareWith(("c01",), Share.FACILITATOR))
    projector.toggle_pause()
    assert projector.mode is Mode.LIVE
    assert "9 af de sidste 30 dage" not in str(projector.frame())


def test_undo_takes_a_frozen_picture_away_too(session: MeetingSession) -> None:
    session.do(AddCard(CardKind.WORRY, "Skrevet for tidligt"))
    session.projector.show()
    session.projector.toggle_freeze()
    session.undo()
    assert session.projector.mode is Mode.PAUSE


def test_pages_turn_within_their_number(session: MeetingSession) -> None:
    projector = session.projector
    projector.show()
    turned = [projector.turn_page(by, 3) for by in (-1, 1, 1, 1, -1)]
    assert (turned, projector.page) == ([False, True, True, False, True], 1)
    assert projector.turn_page(1, 0)
    assert projector.page == 0


def test_another_item_starts_at_the_first_page_but_a_new_card_does_not(session: MeetingSession) -> None:
    projector = session.projector
    projector.turn_page(1, 3)
    projector.look_at(newest="c01")
    assert projector.page == 1
    projector.look_at(item=2)
    assert (projector.page, projector.showing) == (0, Showing(item=2, newest="c01"))
    projector.turn_page(1, 3)
    projector.reset()
    assert (projector.page, projector.showing) == (0, Showing())


def test_the_thread_is_a_scene_of_its_own(session: MeetingSession) -> None:
    projector = session.projector
    projector.show()
    projector.look_at(scene=Scene.THREAD, item=1)
    frame = projector.frame()
    assert frame is not None
    assert isinstance(frame.body, Thread)
    assert frame.body.index == 1
    projector.look_at(scene=Scene.STEP)
    assert isinstance(projector.live_frame().body, Columns)


def test_another_language_changes_the_wall_and_takes_a_prompt_down(session: MeetingSession) -> None:
    projector = session.projector
    projector.show()
    prompt = session.format.step("story").prompts[1]
    projector.look_at(prompt=prompt.say(session.language, session.child))
    assert projector.live_frame().question == "Hvilke styrker har Minh og familien?"
    session.do(EditMeeting(session.record.meeting_id, {"language": "en"}))
    assert projector.live_frame().question == "What does each of you see with Minh right now?"
    projector.look_at(prompt=prompt.say(session.language, session.child))
    assert projector.live_frame().question == "What strengths do Minh and the family have?"
    session.undo()
    assert projector.live_frame().question == "Hvad ser hver af jer hos Minh lige nu?"
    projector.toggle_pause()
    session.redo()
    frame = projector.frame()
    assert frame is not None
    assert frame.body == Pause("We are taking a break")


def test_only_what_is_new_is_told(session: MeetingSession) -> None:
    told: list[Change] = []
    session.listen(told.append)
    session.projector.show()
    session.projector.show()
    session.projector.look_at(item=0)
    session.projector.turn_page(0, 5)
    session.projector.reset()
    assert len(told) == 1
    assert not told[0].edits
    session.unlisten(told.append)
    session.projector.hide()
    assert len(told) == 1


def test_framing_sentences_follow_the_item(session: MeetingSession) -> None:
    session.do(GoToStep("framing"))
    session.projector.look_at(item=5)
    body = session.projector.live_frame().body
    assert isinstance(body, Statements)
    assert body.current == 1
