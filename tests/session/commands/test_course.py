from __future__ import annotations

from datetime import date

from helpers.sessions import minh, stamp
from tvm_desktop.session.commands.course import SetAnonymous, SetDeleteOn


def test_a_course_can_go_on_without_names() -> None:
    record = minh()
    assert record.apply(SetAnonymous().decide(record, stamp())).course.anonymous


def test_the_day_on_which_a_course_goes_is_set_and_taken_back() -> None:
    record = minh()
    day = date(2026, 4, 12)
    going = record.apply(SetDeleteOn(day).decide(record, stamp()))
    assert going.course.delete_on == day
    assert going.apply(SetDeleteOn(None).decide(going, stamp())).course.delete_on is None
