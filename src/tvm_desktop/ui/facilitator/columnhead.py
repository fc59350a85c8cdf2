"""The top of a column: its title, the way to its menu, a line, and whether it stands alone on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.ui.widgets.basic import Button, PlainLabel, rule
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.formats.model import Column
    from tvm_desktop.ui.facilitator.desk import Desk


class ColumnHead(QWidget):
    """Signal: ``menu_wanted()`` when its menu was asked for."""

    menu_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.title = PlainLabel(role="strong", wrap=True)
        self.more = Button("▾", "quiet")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self.menu_wanted)
        self.alone = PlainLabel(role="accent", wrap=True)
        self.alone.hide()
        self.top = QWidget()
        row = self._row = QHBoxLayout(self.top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        line = rule()
        line.setProperty("role", "column-rule")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addStretch(1)
        box.addWidget(self.top)
        box.addWidget(line)
        box.addWidget(self.alone)

    def say(self, column: Column) -> str:
        """Say the column's title, in the program's language, and return it."""
        words = self.desk.context.words
        title = column.title.say(words.language, self.desk.session.child)
        self.title.setText(title)
        self.alone.setText(words(msg("● alone on the projector")))
        self.more.setAccessibleName(words(msg("The column “{title}”: what can be done", title=title)))
        return title

    def height_at(self, width: int) -> int:
        """Return how high the title is where the column is so wide."""
        return self._row.heightForWidth(width)

    def mark(self, step_id: str, column: Column) -> None:
        """Say whether the column stands alone on the wall."""
        live = self.desk.record.meeting.live_step == step_id
        self.alone.setVisible(live and self.desk.session.projector.showing.only == column.kind)
