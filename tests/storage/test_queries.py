from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from helpers.family import NOON, action, consent, course, invited, meeting, put
from tvm_desktop.domain.entities import Course, Person
from tvm_desktop.domain.enums import ActionStatus, MeetingStatus
from tvm_desktop.domain.record import changing

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store


def test_meetings_come_newest_first_and_those_without_a_time_where_they_were_made(store: Store) -> None:
    course(store, "c", "Minh", meeting("old", -9), meeting("untimed"), meeting("new", 9))
    assert [row.id for row in store.meetings()] == ["new", "untimed", "old"]


def test_a_meeting_row_counts_what_belongs_to_it(store: Store) -> None:
    people = [Person(id=name, name=name) for name in ("Ole", "Ida")]
    actions = [
        action("m", "a"),
        action("m", "b"),
        action("m", "c", status=ActionStatus.DONE),
        action("m", "d", status=ActionStatus.DROPPED),
    ]
    consents = [consent("c", date(2026, 1, 5)), consent("c", date(2026, 3, 1))]
    course(store, "c", "Minh", *people, meeting("m", 0), invited("m", "Ole"), *actions, *consents)
    put(store, "c", invited("m", "Ida"))
    (row,) = store.meetings()
    assert (row.actions, row.open_actions, row.done_actions, row.invited) == (4, 2, 1, 2)
    assert row.consent_on == date(2026, 3, 1)
    assert (row.course_id, row.course_name, row.starts) == ("c", "Minh", NOON)


def test_pages_follow_each_other_without_gap_or_repetition(store: Store) -> None:
    same_time = [meeting(f"m{number:02}", number // 4) for number in range(23)]
    course(store, "c", "Minh", *same_time, meeting("untimed"))
    seen: list[str] = []
    page = store.meetings(limit=5)
    while page:
        seen += [row.id for row in page]
        page = store.meetings(limit=5, before=page[-1])
    assert seen == [row.id for row in store.meetings()]
    assert len(set(seen)) == 24


def test_the_meetings_of_one_course(store: Store) -> None:
    course(store, "c", "Minh", meeting("m1", 0), meeting("m2", 1))
    course(store, "d", "Freja og Anton", meeting("n", 2))
    assert [row.id for row in store.meetings(course_id="c")] == ["m2", "m1"]
    first = store.meetings(course_id="c", limit=1)[0]
    assert [row.id for row in store.meetings(course_id="c", before=first)] == ["m1"]


def test_courses_come_with_what_waits_in_them(store: Store) -> None:
    course(store, "c", "Minh", meeting("m1", -5), meeting("m2", -2), action("m1", "a"), action("m2", "b"))
    course(store, "d", "Freja og Anton", meeting("n", -1))
    course(store, "e", "Amina")
    rows = [(row.name, row.meetings, row.open_actions, row.last_starts) for row in store.courses()]
    assert rows == [
        ("Amina", 0, 0, None),
        ("Freja og Anton", 1, 0, NOON - timedelta(days=1)),
        ("Minh", 2, 2, NOON - timedelta(days=2)),
    ]


def test_a_running_meeting_is_next_whatever_is_planned(store: Store) -> None:
    running = meeting("running", -1, MeetingStatus.RUNNING)
    course(store, "c", "Minh", running, meeting("soon", 1, MeetingStatus.PLANNED))
    found = store.next_meeting(NOON)
    assert found is not None
    assert found.id == "running"


def test_todays_meeting_is_next_also_when_its_time_has_passed(store: Store) -> None:
    today, later = (meeting(name, days, MeetingStatus.PLANNED) for name, days in (("today", 0), ("later", 2)))
    course(store, "c", "Minh", later, today, meeting("yesterday", -1, MeetingStatus.PLANNED))
    for now, expected in (
        (NOON + timedelta(hours=4), "today"),
        (NOON + timedelta(hours=14), "later"),
        ((NOON + timedelta(hours=14)).astimezone(timezone(timedelta(hours=-9))), "today"),
    ):
        found = store.next_meeting(now)
        assert found is not None
        assert found.id == expected


def test_a_planned_meeting_without_a_time_is_better_than_none(store: Store) -> None:
    course(store, "c", "Minh", meeting("closed", 3))
    assert store.next_meeting(NOON) is None
    put(store, "c", meeting("untimed", None, MeetingStatus.PLANNED))
    found = store.next_meeting(NOON)
    assert found is not None
    assert found.id == "untimed"


def test_agreements_that_wait_come_late_ones_first_and_undated_last(store: Store) -> None:
    ole = Person(id="ole", name="Ole Andersen", called="Ole")
    actions = [
        action("m", "undated"),
        action("m", "soon", date(2026, 4, 1)),
        action("m", "late", date(2026, 2, 1), who="ole"),
        action("m", "done", date(2026, 1, 1), ActionStatus.DONE),
        action("planned", "not yet agreed", date(2026, 1, 1)),
    ]
    planned = meeting("planned", 8, MeetingStatus.PLANNED)
    course(store, "c", "Minh", ole, meeting("m", -30), planned, *actions)
    rows = store.open_actions()
    assert [row.what for row in rows] == ["late", "soon", "undated"]
    assert (rows[0].who, rows[0].course_name, rows[0].meeting_id, rows[0].due) == (
        ("Ole",),
        "Minh",
        "m",
        date(2026, 2, 1),
    )
    assert [row.what for row in store.open_actions(limit=1)] == ["late"]


def test_agreements_that_wait_in_one_course(store: Store) -> None:
    for course_id in ("c", "d"):
        mine = action(f"{course_id}-m", f"{course_id}-a", date(2026, 2, 1))
        course(store, course_id, "Minh", meeting(f"{course_id}-m", -30), mine)
    assert [row.what for row in store.open_actions(course_id="d")] == ["d-a"]


def test_the_course_of_a_meeting(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    assert store.course_of("m") == "c"
    with pytest.raises(KeyError):
        store.course_of("nowhere")


def test_an_empty_file_has_empty_lists(store: Store) -> None:
    now = datetime(2026, 3, 20, tzinfo=NOON.tzinfo)
    assert (store.meetings(), store.courses(), store.open_actions(), store.next_meeting(now)) == (
        [],
        [],
        [],
        None,
    )


def test_the_names_of_the_file_are_listed_once_and_not_those_of_an_anonymous_course(store: Store) -> None:
    course(store, "c", "Minh", Person(id="p", name="Lan Phạm", called="Lan"), Person(id="q", name="Minh"))
    course(store, "d", "Dreng, 9 år", Person(id="r", name="Samira El-Khatib"))
    there = next(entity for entity in store.load("d") if isinstance(entity, Course))
    store.commit("d", changing(there, anonymous=True))
    assert store.names() == ["Lan", "Lan Phạm", "Minh"]
