"""The day on which a course goes, on the course's own page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.domain.entities import NextMeeting
from tvm_desktop.domain.filing import last_held
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.course.page import CoursePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext


@pytest.fixture
def page(context: UiContext, coming: str, show: Callable[..., None]) -> CoursePage:
    made = CoursePage(context, coming)
    show(made)
    return made


def test_the_page_says_when_the_course_goes_and_it_can_be_kept(page: CoursePage, context: UiContext) -> None:
    assert page.going.isVisible()
    assert page.going.line.text() == "The course is deleted on 24 March 2026, in 12 days."
    assert page.going.against.isHidden()
    QTest.keyClick(page.going.keep, Qt.Key.Key_Return)
    assert page.going.isHidden()
    assert page.record.course.delete_on is None
    assert page.bar.label.text() == "The course stays here until you delete it."
    assert context.open_store.use_log(limit=1)[0].act is UseAct.KEPT


def test_an_agreed_meeting_is_named_beside_the_day(page: CoursePage, context: UiContext, coming: str) -> None:
    last = last_held(Record.of("", context.open_store.load(coming)))
    assert last is not None
    agreed = NextMeeting(id="next", meeting_id=last.id, starts=context.clock() + timedelta(days=40))
    context.open_store.commit(coming, [adding(agreed)])
    page.refresh()
    assert page.going.against.text() == "The next meeting is agreed for 21 April 2026."


@pytest.mark.usefixtures("filed")
def test_a_course_that_stays_says_nothing(context: UiContext, show: Callable[..., None], filed: str) -> None:
    page = CoursePage(context, filed)
    show(page)
    assert page.going.isHidden()
