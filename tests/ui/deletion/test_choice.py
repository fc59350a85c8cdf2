"""How long a filed course stays: asked when its last meeting is filed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.domain.entities import Course, Meeting, NextMeeting
from tvm_desktop.domain.filing import last_held
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.session.keeping import DAYS
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.deletion.choice import KeepChoice
from tvm_desktop.ui.deletion.settings import KeepSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def choice(context: UiContext, family: Family, show: Callable[..., None]) -> KeepChoice:
    session = MeetingSession.open(
        context.open_store, context.formats, family.held, clock=context.clock, new_id=context.new_id
    )
    made = KeepChoice(context, session)
    show(made)
    made.refresh()
    return made


def day_of(choice: KeepChoice, course_id: str) -> date | None:
    (kept,) = [one for one in choice.context.open_store.load(course_id) if isinstance(one, Course)]
    return kept.delete_on


def test_nothing_is_asked_while_a_meeting_is_to_come(choice: KeepChoice) -> None:
    assert choice.isHidden()


def test_keeping_it_some_days_comes_first_and_the_days_are_a_setting(filed: str, choice: KeepChoice) -> None:
    choice.context.open_store.set_setting(DAYS, "7")
    choice.retranslate()
    assert choice.wait.text() == "Keep it until 19 March 2026, then delete"
    QTest.keyClick(choice.wait, Qt.Key.Key_Return)
    assert day_of(choice, filed) == date(2026, 3, 19)
    assert choice.said.text() == "The course is deleted on 19 March 2026. Until then it can be kept."
    assert choice.wait.isHidden()
    assert choice.context.open_store.use_log(limit=1)[0].act is UseAct.TO_BE_DELETED


def test_where_a_next_meeting_is_agreed_keeping_comes_first_and_no_earlier_day_is_offered(
    filed: str, context: UiContext, family: Family, show: Callable[..., None]
) -> None:
    last = last_held(Record.of("", context.open_store.load(filed)))
    assert isinstance(last, Meeting)
    starts = datetime(2026, 4, 28, 8, tzinfo=UTC)
    agreed = NextMeeting(id="next", meeting_id=last.id, starts=starts)
    context.open_store.commit(filed, [adding(agreed)])
    session = MeetingSession.open(
        context.open_store, context.formats, family.held, clock=context.clock, new_id=context.new_id
    )
    choice = KeepChoice(context, session)
    show(choice)
    assert not choice.isHidden()
    assert "The next meeting is agreed for 28 April 2026." in choice.lead.text()
    assert choice.first is choice.stay
    assert choice.stay.geometry().top() < choice.wait.geometry().top()
    assert choice.wait.text() == "Keep it until 28 May 2026, then delete"
    choice.first.click()
    assert day_of(choice, filed) is None


def test_an_answer_can_be_taken_back(filed: str, choice: KeepChoice) -> None:
    choice.wait.click()
    choice.change.click()
    assert day_of(choice, filed) is None
    assert not choice.wait.isHidden()
    choice.stay.click()
    assert choice.said.text() == "The course stays here until you delete it."
    assert day_of(choice, filed) is None


@pytest.mark.usefixtures("filed")
def test_an_answer_is_still_there_when_one_comes_back(choice: KeepChoice) -> None:
    choice.wait.click()
    again = KeepChoice(choice.context, choice.session)
    assert not again.said.isHidden()
    assert again.wait.isHidden()
    again.deleteLater()


def test_deleting_at_once_is_asked_elsewhere(filed: str, choice: KeepChoice) -> None:
    wanted: list[str] = []
    choice.delete_wanted.connect(wanted.append)
    choice.now.click()
    assert wanted == [filed]
    assert day_of(choice, filed) is None


def test_the_setting_is_kept_in_the_encrypted_file(context: UiContext, show: Callable[..., None]) -> None:
    section = KeepSection(context)
    show(section)
    assert section.days.key() == "30"
    section.days.box.setCurrentIndex(4)
    section.days.box.activated.emit(4)
    assert context.open_store.setting(DAYS) == "90"


def test_without_an_open_file_there_is_nothing_to_choose(locked: UiContext) -> None:
    section = KeepSection(locked)
    assert section.isHidden()
    section.deleteLater()
