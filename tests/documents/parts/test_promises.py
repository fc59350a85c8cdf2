"""Who does what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from helpers.minh import minh_record
from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.model import Promise, Promises
from tvm_desktop.documents.parts.promises import promises
from tvm_desktop.domain.entities import Action, FollowUp, Meeting
from tvm_desktop.domain.enums import ActionStatus

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


def rows(record: Record, language: str = "da") -> tuple[Promise, ...]:
    """Return the rows of the table."""
    section = promises(source(record, language))
    assert section is not None
    assert isinstance(section.content, Promises)
    return section.content.rows


def action(what: str, *who: str, when: str = "", due: date | None = None) -> Action:
    """Return a promise."""
    return Action(id=what, meeting_id=MEETING, what=what, who=who, when=when, due=due)


def test_professionals_promise_before_the_family_does() -> None:
    record = small_record(action("a", "hoa"), action("b", "ingrid"), action("c"), action("d", "hoa", "jonas"))
    assert [row.what for row in rows(record)] == ["d", "b", "a", "c"]


def test_the_promises_of_one_person_stand_together() -> None:
    assert [row.who for row in rows(minh_record())] == [
        "Jonas",
        "Jonas",
        "Karin",
        "Samira",
        "Emre",
        "Anja for Bodil",
        "Hoà og Đức",
        "Mai",
    ]


def test_a_promise_of_nobody_says_so() -> None:
    assert rows(small_record(action("Ringer")))[0].who == "Ikke aftalt endnu"


def test_a_dropped_promise_is_no_promise() -> None:
    dropped = Action(id="x", meeting_id=MEETING, what="Ringer", status=ActionStatus.DROPPED)
    assert promises(source(small_record(dropped))) is None


def test_a_held_meetings_plan_stays_as_it_was_agreed() -> None:
    dropped = Action(id="x", meeting_id=MEETING, what="Ringer", status=ActionStatus.DROPPED)
    told = FollowUp(id="f", meeting_id="m2", action_id="x", status=ActionStatus.DROPPED)
    assert [row.what for row in rows(small_record(dropped, Meeting(id="m2"), told))] == ["Ringer"]


def test_others_are_named_unless_the_promise_already_names_them() -> None:
    first, second = (
        Action(id="1", meeting_id=MEETING, what="Henter Minh", who=("jonas",), with_whom=("minh", "hoa")),
        Action(id="2", meeting_id=MEETING, what="Læser Minhs bog", who=("jonas",), with_whom=("minh",)),
    )
    assert [row.beside for row in rows(small_record(first, second))] == ["sammen med Hoà", ""]


LAST = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("said", "due", "printed"),
    [
        ("hver fredag", None, "hver fredag"),
        ("", LAST, "senest fredag den 20. marts 2026"),
        ("senest 20. marts", LAST, "senest fredag den 20. marts 2026"),
        ("senest fredag d. 20.3", LAST, "senest fredag den 20. marts 2026"),
        ("20/3", LAST, "senest fredag den 20. marts 2026"),
        ("når gangen er tom, fra 20. marts", LAST, "når gangen er tom, fra 20. marts"),
        ("om eftermiddagen", LAST, "om eftermiddagen\nsenest fredag den 20. marts 2026"),
    ],
)
def test_the_last_day_is_written_out_once(said: str, due: date | None, printed: str) -> None:
    assert rows(small_record(action("Ringer", "jonas", when=said, due=due)))[0].when == printed


def test_english_dates_are_written_out_too() -> None:
    assert rows(small_record(action("Calls", "jonas", due=LAST)), "en")[0].when == "by Friday 20 March 2026"


def test_whoever_checks_is_named() -> None:
    checked = Action(id="1", meeting_id=MEETING, what="Ringer", seen_by="Hoà fortæller", checked_by="jonas")
    assert rows(small_record(checked))[0].seen == "Hoà fortæller.\nJonas følger op."
