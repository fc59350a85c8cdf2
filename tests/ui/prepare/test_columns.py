"""Which columns come first, and which the meeting does without, before it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tvm_desktop.formats.agenda import agenda

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.prepare.columns import ColumnLine, StepColumns
    from ui.prepare.conftest import Room


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.fixture
def columns(room: Room) -> StepColumns:
    found = room.page.time.columns["story"]
    click(found.fold)
    return found


def titles(columns: StepColumns) -> list[str]:
    return [line.name.text() for line in columns.lines]


def line(columns: StepColumns, title: str) -> ColumnLine:
    return next(line for line in columns.lines if title in line.name.text())


def test_the_columns_are_folded_until_they_are_asked_for(room: Room) -> None:
    found = room.page.time.columns["story"]
    assert not any(line.isVisible() for line in found.lines)
    click(found.fold)
    assert all(line.isVisible() for line in found.lines)


def test_a_column_moves_up_and_undo_puts_it_back(room: Room, columns: StepColumns) -> None:
    before = titles(columns)
    click(columns.lines[2].up)
    assert titles(columns) == [before[0], before[2], before[1]]
    assert room.meeting.column_order[0].startswith("story/")
    story = next(step for step in agenda(room.record, room.page.session.format) if step.id == "story")
    assert [column.title.say("en", "Minh") for column in story.columns] == titles(columns)
    room.page.desk.undo()
    assert titles(columns) == before


def test_the_first_cannot_go_further(columns: StepColumns) -> None:
    assert [line.up.isEnabled() for line in columns.lines] == [False, True, True]


def test_columns_of_a_step_that_is_left_out_are_not_there(room: Room) -> None:
    shown = {step for step, columns in room.page.time.columns.items() if columns.isVisible()}
    assert shown <= {step.id for step in room.page.session.format.steps} - set(room.meeting.left_out)
    assert "story" in shown


def test_a_column_that_may_be_left_out_has_a_tick(room: Room) -> None:
    session = room.page.session
    board = room.page.context.formats.by_id("three-columns")
    assert board is not None
    room.page.desk.close()
    session.switch_to(board)
    room.come_back()
    found = room.page.time.columns["board"]
    click(found.fold)
    (optional,) = (line for line in found.lines if line.check is not None)
    assert optional.check is not None
    assert not optional.check.isChecked()
    optional.check.click()
    assert "board/understanding" not in room.meeting.left_out
    optional.check.click()
    assert "board/understanding" in room.meeting.left_out
