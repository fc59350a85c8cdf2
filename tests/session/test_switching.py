"""Changing the kind of meeting while it runs: other steps, the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.sessions import emptied, minh, open_again, open_session, whole
from tvm_desktop.domain.columns import filled
from tvm_desktop.domain.entities import Card, Entity, Meeting, Said, Understanding
from tvm_desktop.domain.enums import CardSort, Holds
from tvm_desktop.errors import UserError
from tvm_desktop.formats.agenda import agenda
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.commands.cards import AddCard, MoveCards, SortCards
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.model import Columns
from tvm_desktop.storage.exchange.writer import export_course

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.storage.store import Store

FORMS = st.integers(0, 2)


def other_forms(session: MeetingSession, library: FormatLibrary) -> list[MeetingFormat]:
    return [fmt for fmt in library.formats if fmt.hash != session.format.hash]


def told(record: Record) -> set[tuple[object, ...]]:
    """Return the words on the table with whose they are, wherever they lie."""
    things: list[Entity] = [*record.all(Card), *record.all(Understanding)]
    said = [thing for thing in things if isinstance(thing, Said)]
    return {(t.id, t.text, t.voice, t.verbatim, t.interpreted, t.basis, t.seen_when) for t in said}


def apart_from_the_meeting(record: Record) -> dict[str, object]:
    return {
        kind: things for kind, things in whole(record).items() if not kind.startswith(f"{Meeting.__name__} ")
    }


def test_every_word_has_a_place_in_every_kind_of_meeting(
    session: MeetingSession, library: FormatLibrary
) -> None:
    for fmt in library.formats:
        steps = agenda(session.record, fmt)
        housed = {holds for step in steps for column in step.columns for holds in column.holds}
        panels = {step.panel for step in steps}
        if PanelKind.UNDERSTANDINGS in panels:
            housed |= {Holds.UNDERSTANDING}
        if PanelKind.GOALS in panels:
            housed |= {Holds.NEED, Holds.GOAL}
        if PanelKind.ACTIONS in panels:
            housed |= {Holds.ACTION, Holds.WISH}
        if PanelKind.STATEMENTS in panels:
            housed |= {Holds.STATEMENT}
        assert filled(session.record) <= housed, fmt.id


def test_changing_the_kind_and_back_changes_nothing_that_was_said(
    session: MeetingSession, library: FormatLibrary, store: Store
) -> None:
    first, step = session.format, session.record.meeting.live_step
    before = apart_from_the_meeting(session.record)
    for fmt in (*other_forms(session, library), first):
        session.switch_to(fmt)
        assert session.format == fmt
        assert session.record.meeting.live_step in {s.id for s in agenda(session.record, fmt)}
        assert apart_from_the_meeting(session.record) == before
    assert session.record.meeting.live_step == step
    assert open_again(store, library, session.record).format == first


def test_the_exchange_file_is_the_same_after_a_change_and_its_undo(
    session: MeetingSession, library: FormatLibrary, store: Store
) -> None:
    first = session.format
    session.switch_to(first)
    before = export_course(store, session.record.course.id)
    for fmt in other_forms(session, library):
        session.switch_to(fmt)
        assert export_course(store, session.record.course.id) != before
        session.undo()
        assert session.format == first
        assert export_course(store, session.record.course.id) == before


def test_what_was_chosen_stands_in_the_other_kind_and_is_found_again_on_the_way_back(
    session: MeetingSession, library: FormatLibrary
) -> None:
    five, board = (form for name in ("five-steps", "three-columns") if (form := library.by_id(name)))
    session.switch_to(board)
    session.switch_to(five)
    chosen: tuple[str, ...] = ("child-time", "scale", "check-out")
    session.do(EditMeeting(session.record.meeting_id, {"left_out": chosen}))
    session.switch_to(board)
    assert set(session.record.meeting.left_out) == {"child-time", "check-out", "board/understanding"}
    session.switch_to(five)
    assert session.record.meeting.left_out == chosen
    session.switch_to(board)
    session.do(EditMeeting(session.record.meeting_id, {"left_out": ("check-in",)}))
    session.switch_to(five)
    assert set(session.record.meeting.left_out) == {"scale", "check-in"}
    session.switch_to(board)
    assert session.record.meeting.left_out == ("check-in",)


def test_undo_and_redo_take_the_table_along(session: MeetingSession, library: FormatLibrary) -> None:
    (board, *_) = [f for f in other_forms(session, library) if f.step("board").id == "board"]
    session.switch_to(board)
    assert session.record.meeting.live_step == "board"
    session.undo()
    assert session.record.meeting.live_step == "story"
    session.redo()
    assert session.record.meeting.live_step == "board"
    assert session.format == board


def test_the_wall_shows_the_same_cards_in_the_other_kind(
    session: MeetingSession, library: FormatLibrary
) -> None:
    (board, *_) = [f for f in other_forms(session, library) if f.step("board").id == "board"]
    session.projector.show()
    session.projector.look_at(prompt="Hvad ser hver af jer?", item=1)
    session.switch_to(board)
    frame = session.projector.frame()
    assert frame is not None
    assert frame == projector_frame(session.record, board, session.projector.showing)
    assert isinstance(frame.body, Columns)
    assert "Hvad ser" not in frame.question
    shown = {card.id for column in frame.body.columns for card in column.cards}
    assert {card.id for card in session.record.all(Card) if card.share.value == "all"} <= shown


def test_a_closed_meeting_keeps_its_kind(session: MeetingSession, library: FormatLibrary) -> None:
    from tvm_desktop.session.commands.meeting import EndMeeting

    session.do(EndMeeting())
    with pytest.raises(UserError):
        session.switch_to(other_forms(session, library)[0])


@settings(max_examples=25)
@given(data=st.data())
def test_any_row_of_moves_sorts_changes_of_kind_and_undos_keeps_cards_and_voices(
    one_store: Store, library: FormatLibrary, data: st.DataObject
) -> None:
    session = open_session(emptied(one_store), library, minh())
    all_told = [told(session.record)]
    for _ in range(data.draw(st.integers(1, 12))):
        ids = [thing.id for thing in session.record.entities() if isinstance(thing, Said)]
        some = st.lists(st.sampled_from(ids), min_size=1, max_size=3).map(tuple)
        match data.draw(st.sampled_from(("move", "sort", "switch", "undo", "redo", "add"))):
            case "move":
                before = data.draw(st.sampled_from(["", *ids]))
                session.do(MoveCards(data.draw(some), data.draw(st.sampled_from(Holds)), before))
            case "sort":
                session.do(SortCards(data.draw(some), data.draw(st.sampled_from(CardSort))))
            case "switch":
                session.switch_to(library.formats[data.draw(FORMS)])
            case "undo":
                session.undo()
            case "redo":
                session.redo()
            case _:
                kind = data.draw(st.sampled_from([c.kind for c in session.record.all(Card)]))
                session.do(AddCard(kind, "Hun griner igen.", voice="hoa", verbatim=True))
                all_told.append(told(session.record))
        present = {row[0] for row in told(session.record)}
        known = {row for rows in all_told for row in rows}
        assert told(session.record) <= known
        assert present >= {row[0] for row in all_told[0]}
    assert told(open_again(one_store, library, session.record).record) == told(session.record)
