"""An anonymous discussion is begun without a name, is known by a quiet word everywhere, and may get its name later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.domain.entities import Course, Person
from tvm_desktop.domain.enums import MeetingKind
from tvm_desktop.domain.record import Record, changing
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.ui.course.page import CoursePage
from tvm_desktop.ui.home.model import Col, MeetingsModel
from tvm_desktop.ui.home.new import NewMeetingPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


def without_a_name(context: UiContext) -> str:
    """Begin an anonymous discussion and return its meeting."""
    fmt = context.formats.formats[0]
    return new_meeting(context.open_store, fmt, course_name="Dreng, 9 år", anonymous=True)


def test_it_asks_what_to_call_the_child_and_warns_of_a_name(
    context: UiContext, family: Family, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id)
    show(page)
    page.anonymous.click()
    assert "without a name" in page.name.label.text()
    assert page.names.stringList() == []
    QTest.keyClicks(page.name.edit, "Hodans dreng")
    assert page.name.problem.text() == "“Hodans” looks like a name. The course is anonymous."
    page.name.edit.selectAll()
    QTest.keyClicks(page.name.edit, "Dreng, 9 år")
    assert page.name.problem.text() == ""
    with qtbot.waitSignal(page.prepare) as prepared:
        QTest.keyClick(page.name.edit, Qt.Key.Key_Return)
    record = Record.of(
        prepared.args[0], context.open_store.load(context.open_store.course_of(prepared.args[0]))
    )
    assert record.course.anonymous
    assert record.course.name == record.every(Person)[0].name == "Dreng, 9 år"
    assert record.meeting.kind is MeetingKind.PROFESSIONAL
    assert family.course != record.course.id


def test_common_names_are_known_where_the_child_is_called_something(
    context: UiContext, show: Callable[[QWidget], None]
) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id)
    show(page)
    page.anonymous.click()
    for name in ("Oliver", "Max"):
        page.name.edit.selectAll()
        QTest.keyClicks(page.name.edit, f"{name}, 9 år")
        assert page.name.problem.text() == f"“{name}” looks like a name. The course is anonymous."


def test_without_a_name_it_asks_for_what_the_child_is_called(
    context: UiContext, show: Callable[[QWidget], None]
) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id)
    show(page)
    page.anonymous.click()
    QTest.keyClick(page.name.edit, Qt.Key.Key_Return)
    assert page.name.problem.text() == "First write what we call the child, for instance: Boy, 9 years"


def test_with_a_name_nothing_is_warned_of(
    context: UiContext, family: Family, show: Callable[[QWidget], None]
) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id, family.course)
    show(page)
    assert not page.anonymous.isChecked()
    page.name.edit.selectAll()
    QTest.keyClicks(page.name.edit, "Hodan")
    assert page.name.problem.text() == ""


def test_an_anonymous_course_goes_on_as_one(context: UiContext, show: Callable[[QWidget], None]) -> None:
    course = context.open_store.course_of(without_a_name(context))
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id, course)
    show(page)
    assert page.anonymous.isChecked()
    assert page.names.stringList()[0].startswith("Dreng, 9 år")


def test_lists_and_the_course_say_so_quietly(
    context: UiContext, family: Family, show: Callable[[QWidget], None]
) -> None:
    meeting = without_a_name(context)
    model = MeetingsModel(context)
    model.refresh()
    said = {row: str(model.index(row, Col.MEETING).data()) for row in range(model.rowCount())}
    assert [text.endswith("· anonymous") for text in said.values()].count(True) == 1
    page = CoursePage(context, context.open_store.course_of(meeting))
    show(page)
    assert page.anonymous.isVisible()
    other = CoursePage(context, family.course)
    show(other)
    assert not other.anonymous.isVisible()


def test_the_name_of_an_anonymous_course_is_watched_when_it_is_changed(
    context: UiContext, family: Family, show: Callable[[QWidget], None]
) -> None:
    course = context.open_store.course_of(without_a_name(context))
    assert course != family.course
    page = CoursePage(context, course)
    show(page)
    page.rename.click()
    page.name.edit.selectAll()
    QTest.keyClicks(page.name.edit, "Osman")
    assert "Osman" in page.watch.label.text()
    assert page.watch.isVisible()


def test_a_course_that_gets_its_name_is_watched_no_more(context: UiContext) -> None:
    store = context.open_store
    course_id = store.course_of(without_a_name(context))
    course = next(entity for entity in store.load(course_id) if isinstance(entity, Course))
    store.commit(course_id, list(changing(course, anonymous=False)))
    assert [row.anonymous for row in store.courses()] == [False]
    assert [row.anonymous for row in store.meetings()] == [False]
