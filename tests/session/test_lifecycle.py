from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from helpers.minh import MEETING, ZONE
from helpers.sessions import NOW, ids, keep, minh, with_meeting, with_things
from tvm_desktop.domain.entities import Attendance, Card, Meeting, NextMeeting, Person
from tvm_desktop.domain.enums import MeetingKind, MeetingStatus, Presence, Role
from tvm_desktop.domain.record import Record, changing
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.session.session import MeetingSession

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.storage.store import Store

STARTS = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
TEXT = """
id = "kort"
name = { da = "Kort møde", en = "Short meeting" }

[[step]]
id = "story"
panel = "board"
minutes = 10
title = { da = "Historien", en = "The story" }
short = { da = "Historien", en = "The story" }
lead = { da = "Fortæl.", en = "Tell." }
question = { da = "Hvad ser I?", en = "What do you see?" }

[[step.column]]
kind = "worry"
title = { da = "Det svære", en = "What is hard" }
"""


def made(store: Store, fmt: MeetingFormat, **asked: object) -> Record:
    start = {"course_name": "Amina"} if "course_id" not in asked else {}
    meeting_id = new_meeting(store, fmt, **{"clock": lambda: NOW, "new_id": ids("n"), **start, **asked})  # type: ignore[arg-type]
    return Record.of(meeting_id, store.load(store.course_of(meeting_id)))


def followed(store: Store, fmt: MeetingFormat, record: Record, **asked: object) -> Record:
    keep(store, record)
    return made(store, fmt, course_id=record.course.id, **asked)


def test_a_new_meeting_about_a_child_makes_its_course_and_invites_the_child(
    store: Store, fmt: MeetingFormat
) -> None:
    record = made(store, fmt, course_name="  Amina ", starts=STARTS, language="en")
    meeting = record.meeting
    assert (record.course.name, record.course.created) == ("Amina", NOW)
    assert [(p.name, p.is_child) for p in record.every(Person)] == [("Amina", True)]
    assert [(a.person_id, a.presence) for a in record.all(Attendance)] == [
        (record.every(Person)[0].id, Presence.INVITED)
    ]
    assert (meeting.status, meeting.kind, meeting.language) == (
        MeetingStatus.PLANNED,
        MeetingKind.NETWORK,
        "en",
    )
    assert (meeting.starts, meeting.ends, meeting.created) == (STARTS, STARTS + timedelta(hours=1), NOW)
    assert (meeting.format_id, meeting.format_hash) == ("five-steps", fmt.hash)


def test_a_meeting_can_be_made_with_almost_nothing(store: Store, fmt: MeetingFormat) -> None:
    record = made(store, fmt, course_name=" ")
    assert (record.course.name, record.every(Person), record.all(Attendance)) == ("", [], [])
    assert (record.meeting.starts, record.meeting.ends) == (None, None)


def test_what_a_format_leaves_out_is_left_out(store: Store, fmt: MeetingFormat) -> None:
    assert made(store, fmt).meeting.left_out == ("child-time", "check-in", "scale", "check-out")


def test_a_follow_up_takes_the_agreed_time_place_and_language(store: Store, fmt: MeetingFormat) -> None:
    meeting = followed(store, fmt, minh(language="en")).meeting
    assert meeting.kind is MeetingKind.FOLLOW_UP
    assert meeting.starts == datetime(2026, 2, 10, 13, 30, tzinfo=UTC)
    assert meeting.ends == datetime(2026, 2, 10, 14, 30, tzinfo=UTC)
    assert (meeting.place, meeting.zone, meeting.language) == ("Aavang Skole, lokale 12", ZONE, "en")


def test_an_agreed_clock_time_keeps_its_zone(store: Store, fmt: MeetingFormat) -> None:
    agreed = replace(minh().get(NextMeeting, "next"), zone="America/Nuuk", place="")
    record = with_things(minh(place="Skolen"), agreed)
    meeting = followed(store, fmt, record).meeting
    assert (meeting.zone, meeting.place) == ("America/Nuuk", "Skolen")


def test_a_time_that_is_asked_for_wins(store: Store, fmt: MeetingFormat) -> None:
    meeting = followed(store, fmt, minh(), starts=STARTS).meeting
    assert (meeting.starts, meeting.ends) == (STARTS, STARTS + timedelta(hours=1))


def test_without_an_agreed_time_there_is_none(store: Store, fmt: MeetingFormat) -> None:
    open_end = replace(minh().get(NextMeeting, "next"), starts=None, place="")
    meeting = followed(store, fmt, with_things(minh(), open_end)).meeting
    assert (meeting.starts, meeting.ends, meeting.place) == (None, None, "Aavang Skole, lokale 12")


def test_a_follow_up_invites_those_of_the_last_meeting_afresh(store: Store, fmt: MeetingFormat) -> None:
    record = followed(store, fmt, minh())
    seats = {seat.person_id: seat for seat in record.all(Attendance)}
    assert "anja" not in seats  # she came instead of Bodil
    assert {"m", "hoa", "duc", "mai", "karin", "jonas", "samira", "bodil", "emre", "lan", "ole"} == set(seats)
    assert {seat.presence for seat in seats.values()} == {Presence.INVITED}
    assert seats["jonas"].roles == (Role.COORDINATOR, Role.CHILD_VOICE)
    assert seats["karin"].mandate == "skolens timer og skema"
    assert seats["m"].leaves is None


def test_a_follow_up_carries_no_card_over(store: Store, fmt: MeetingFormat) -> None:
    record = followed(store, fmt, minh())
    assert record.all(Card) == []
    assert record.every(Card)


def test_the_last_meeting_is_the_one_that_was_held_latest(store: Store, fmt: MeetingFormat) -> None:
    earlier = Meeting(id="earlier", starts=datetime(2025, 1, 1, tzinfo=UTC), language="en")
    unplanned = Meeting(id="zz", starts=None, language="en")
    assert followed(store, fmt, with_things(minh(), earlier, unplanned)).meeting.language == "da"


def test_a_course_without_meetings_gets_its_first(store: Store, fmt: MeetingFormat) -> None:
    keep(store, Record.of("", [e for e in minh().entities() if type(e).__name__ in {"Course", "Person"}]))
    record = made(store, fmt, course_id="minh")
    assert (record.meeting.kind, record.all(Attendance)) == (MeetingKind.NETWORK, [])


# -- the format of a held meeting ------------------------------------------------------------------------------------


def test_a_formats_text_is_kept_once(store: Store, fmt: MeetingFormat) -> None:
    for _ in range(2):
        new_meeting(store, fmt, course_name="Amina")
    with store._reading() as connection:
        kept = connection.exec_driver_sql("SELECT hash, source FROM format").fetchall()
    assert [tuple(row) for row in kept] == [(fmt.hash, fmt.source)]
    assert json.loads(fmt.source)["id"] == "five-steps"


@pytest.mark.parametrize("change", ["edited", "removed"])
def test_a_later_change_of_the_file_never_changes_a_meeting(
    store: Store, tmp_path: Path, change: str
) -> None:
    file = tmp_path / "kort.toml"
    file.write_text(TEXT, "utf-8")
    library = FormatLibrary.load(tmp_path)
    fmt = library.by_id("kort")
    assert fmt is not None
    meeting_id = new_meeting(store, fmt, course_name="Amina")
    if change == "edited":
        file.write_text(TEXT.replace("Hvad ser I?", "Hvad tror I?"), "utf-8")
    else:
        file.unlink()
    later = FormatLibrary.load(tmp_path)
    session = MeetingSession.open(store, later, meeting_id)
    assert session.format.steps == fmt.steps
    assert session.projector.live_frame().question == "Hvad ser I?"
    if change == "edited":
        now = later.by_id("kort")
        assert now is not None
        newer = MeetingSession.open(store, later, new_meeting(store, now, course_name="Amina"))
        assert newer.projector.live_frame().question == "Hvad tror I?"


def test_a_follow_up_uses_the_format_it_was_made_with(store: Store, fmt: MeetingFormat) -> None:
    record = followed(store, fmt, with_meeting(minh(), format_id="old", format_hash="old"))
    assert record.meeting.format_hash == fmt.hash
    assert record.get(Meeting, MEETING).format_hash == "old"
    assert changing(record.meeting) == ()
