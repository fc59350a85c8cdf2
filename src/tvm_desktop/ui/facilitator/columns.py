"""What can be done with a column: let it stand alone on the wall, give it another place, take it in or leave it out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from tvm_desktop.domain.columns import held
from tvm_desktop.formats.agenda import column_key, moved_column
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.ui.actions import key_text
from tvm_desktop.ui.widgets.basic import PopMenu
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.formats.model import Column
    from tvm_desktop.ui.facilitator.desk import Desk


class ColumnVerbs(QObject):
    """The keys and the menu of the chosen column."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.desk = desk
        self._window = window
        self.menu: PopMenu | None = None

    @property
    def column(self) -> Column | None:
        """The column that is chosen in the entry line, if the step in view has columns."""
        return next((c for c in self.desk.step.columns if c.kind == self.desk.slot_key), None)

    def alone(self) -> None:
        """Let the chosen column stand alone on the wall, or show all of them again."""
        column, projector = self.column, self.desk.session.projector
        if column is None or self.desk.session.read_only:
            return
        if not self.desk.is_live:
            self.desk.remark(msg("The table is at another step."))
            return
        projector.look_at(only="" if projector.showing.only == column.kind else column.kind)

    def left(self) -> None:
        """Give the column the place to its left."""
        self._move(-1)

    def right(self) -> None:
        """Give the column the place to its right."""
        self._move(1)

    def _move(self, by: int) -> None:
        order = self._moved(by)
        if order is not None:
            meeting_id = self.desk.record.meeting_id
            self.desk.bridge.do(EditMeeting(meeting_id, {"column_order": order}))

    def _moved(self, by: int) -> tuple[str, ...] | None:
        """Return the order that the meeting then has; None where the column cannot go there."""
        step, form = self.desk.step, self.desk.session.format.step(self.desk.step_id)
        own = replace(step, columns=tuple(column for column in step.columns if column in form.columns))
        column = self.column
        return moved_column(self.desk.record.meeting, own, column.kind, by) if column else None

    def offer(self) -> None:
        """Open the chosen column's menu."""
        column = self.column
        if column is None or self.desk.session.read_only:
            return
        menu, words = PopMenu(self._window), self.desk.context.words
        alone = menu.offer(words(msg("Let it stand alone on the projector")), key_text("alone"))
        alone.setCheckable(True)
        alone.setChecked(self.desk.is_live and self.desk.session.projector.showing.only == column.kind)
        alone.triggered.connect(self.alone)
        for by, message, act in (
            (-1, msg("Move the column to the left"), self.left),
            (1, msg("Move the column to the right"), self.right),
        ):
            line = menu.offer(words(message))
            line.setEnabled(self._moved(by) is not None)
            line.triggered.connect(act)
        self._offer_optional(menu)
        menu.popup(self._window.mapToGlobal(QPoint(self._window.width() // 3, self._window.height() // 4)))
        self.menu = menu

    def _offer_optional(self, menu: PopMenu) -> None:
        """Offer the columns that the meeting may do without; one with anything in it stays."""
        language, child = self.desk.context.words.language, self.desk.session.child
        for key, column in self._optional():
            line = menu.offer(column.title.say(language, child))
            line.setCheckable(True)
            line.setChecked(any(c.kind is column.kind for c in self.desk.step.columns))
            line.setEnabled(not any(held(self.desk.record, holds) for holds in column.holds))
            line.setData(key)
            line.triggered.connect(self._toggled)

    def _optional(self) -> Iterator[tuple[str, Column]]:
        step = self.desk.session.format.step(self.desk.step_id)
        return ((column_key(step, column), column) for column in step.columns if column.optional)

    def _toggled(self, on: bool) -> None:
        line = self.sender()
        key = str(line.data()) if isinstance(line, QAction) else ""
        meeting = self.desk.record.meeting
        out = [other for other in meeting.left_out if other != key]
        self.desk.bridge.do(EditMeeting(meeting.id, {"left_out": tuple(out if on else [*out, key])}))
