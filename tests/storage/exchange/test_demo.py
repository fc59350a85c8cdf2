"""The invented examples are whole, agree with the forms, and keep to what may be written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Action, Attendance, Card, Person
from tvm_desktop.domain.enums import MeetingStatus, Presence, Role, Share
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.thread import chains
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.storage.exchange.demo import demo_files, fill_with_demo
from tvm_desktop.storage.exchange.reader import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.store import Store

FORMATS = FormatLibrary.load()
TODAY = date(2026, 11, 20)


def record(name: str, meeting_id: str) -> Record:
    """Return an example with one of its meetings open."""
    (path,) = (path for path in demo_files() if path.name.startswith(name))
    return Record.of(meeting_id, read_file(path).courses[0].entities())


MINH = record("minh", "minh-moede-01")


def test_home_has_something_to_show(store: Store) -> None:
    fill_with_demo(store, FORMATS.formats, today=TODAY)
    assert len(store.courses()) == 4
    assert {row.status for row in store.meetings()} == set(MeetingStatus)
    running = store.next_meeting(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    assert running is not None
    assert running.course_name == "Amina"
    late = [row for row in store.open_actions() if row.due and row.due < TODAY]
    assert len(late) >= 3
    assert len(late) < len(store.open_actions())


def test_every_meeting_of_the_store_has_its_form(store: Store) -> None:
    fill_with_demo(store, FORMATS.formats)
    assert all(store.format_source(row.format_hash) for row in store.meetings())


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_steps_and_sentences_are_those_of_the_form(path: Path) -> None:
    (held,) = read_file(path).courses
    for meeting in held.meetings:
        form = FORMATS.by_id(meeting.format_id)
        assert form is not None
        steps = {step.id for step in form.steps}
        sentences = {sentence.id for step in form.steps for sentence in step.statements}
        assert {*meeting.left_out, *(step for step, _ in meeting.minutes), meeting.live_step} <= steps | {""}
        assert {time.step for time in held.step_times if time.meeting_id == meeting.id} <= steps
        assert {note.step for note in held.private_notes if note.meeting_id == meeting.id} <= steps
        assert {answer.statement for answer in held.framing_answers} <= sentences


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_no_number_of_a_person_and_no_real_telephone(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\d{6}-?\d{4}", text)
    assert set(re.findall(r'"phone": "([^"]*)"', text)) <= {"00 00 00 00"}


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_texts_name_no_date_that_would_not_move_along(path: Path) -> None:
    (held,) = read_file(path).courses
    written = re.compile(r"\b\d{1,2}\. (januar|februar|marts|april|maj|juni|juli|august|november)")
    assert [entity.id for entity in held.entities() if written.search(repr(entity))] == []


def test_all_eight_agreements_hang_together() -> None:
    actions = MINH.all(Action)
    assert len(actions) == 8
    assert {chain.action.id for chain in chains(MINH)} == {action.id for action in actions}
    goals = {chain.goal.id for chain in chains(MINH) if chain.action.id == actions[3].id}
    assert len(goals) == 2


def test_the_substitute_comes_for_the_one_who_is_away() -> None:
    (substitute,) = (a for a in MINH.all(Attendance) if a.presence is Presence.SUBSTITUTE)
    (away,) = (a for a in MINH.all(Attendance) if a.presence is Presence.ABSENT)
    assert MINH.get(Person, substitute.person_id).name == "Anja Holt"
    assert substitute.instead_of == away.person_id


def test_what_only_three_may_hear_is_kept_from_everybody_else() -> None:
    (card,) = (card for card in MINH.all(Card) if card.share is Share.NOT_TO)
    may_hear = {p.called for p in MINH.every(Person) if p.id not in card.not_to}
    assert may_hear == {"Minh", "Hoà", "Đức", "Jonas"}
    assert any(card.share is Share.FACILITATOR for card in MINH.all(Card))


def test_the_follow_up_is_prepared_and_the_missed_teacher_invited() -> None:
    after = record("minh", "minh-moede-02")
    assert after.meeting.status is MeetingStatus.PLANNED
    invited = {after.get(Person, a.person_id).name for a in after.all(Attendance)}
    assert {"Mette Skov", "Lan Phạm", "Bodil Krogh"} <= invited
    assert "Anja Holt" not in invited


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_every_meeting_has_a_leader(path: Path) -> None:
    (held,) = read_file(path).courses
    led = {a.meeting_id for a in held.attendances if Role.FACILITATOR in a.roles}
    assert led == {meeting.id for meeting in held.meetings}
