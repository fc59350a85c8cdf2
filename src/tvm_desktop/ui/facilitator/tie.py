"""A small list that says what a thing builds on: space ties and unties, Enter or Esc closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import (
    Action,
    Card,
    Entity,
    Goal,
    Link,
    Scale,
    Statement,
    Understanding,
    UnmetNeed,
)
from tvm_desktop.session.commands.plan import EditGoal
from tvm_desktop.session.commands.things import Tie
from tvm_desktop.ui.widgets.basic import PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tvm_desktop.ui.facilitator.desk import Desk

LOWER: dict[type[Entity], tuple[type[Entity], ...]] = {
    Understanding: (Card,),
    Statement: (Card,),
    UnmetNeed: (Understanding,),
    Goal: (UnmetNeed, Statement),
    Scale: (Statement, Goal),
    Action: (Goal,),
}
_ID = int(Qt.ItemDataRole.UserRole)


class TiePopup(QFrame):
    """Everything that the thing may rest on, ticked where it does."""

    def __init__(self, desk: Desk, thing_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "panel")
        self._desk = desk
        self._thing_id = thing_id
        self.list = QListWidget()
        self.list.setWordWrap(True)
        title = PlainLabel(desk.context.words(msg("What does it build on?")), "strong")
        self.list.setAccessibleName(title.text())
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 14)
        box.setSpacing(8)
        box.addWidget(title)
        box.addWidget(self.list)
        self._fill()
        self.list.itemChanged.connect(self._ticked)
        self.resize(desk.context.px(420), desk.context.px(min(120 + 44 * self.list.count(), 420)))

    @classmethod
    def open(cls, desk: Desk, thing_id: str, parent: QWidget, place: QPoint) -> TiePopup | None:
        """Show the list; None when the thing rests on nothing by its nature."""
        thing = desk.record.anything(thing_id)
        if thing is None or type(thing) not in LOWER:
            return None
        popup = cls(desk, thing_id, parent)
        popup.move(place)
        popup.show()
        popup.list.setFocus()
        return popup

    def _fill(self) -> None:
        record = self._desk.record
        thing = record.anything(self._thing_id)
        if thing is None:
            return
        tied = {link.lower for link in record.every(Link) if link.upper == self._thing_id}
        if isinstance(thing, Goal):
            tied.add(thing.need_id)
        for lower in (lower for kind in LOWER[type(thing)] for lower in record.all(kind)):
            item = QListWidgetItem(str(getattr(lower, "text", "")))
            item.setData(_ID, lower.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if lower.id in tied else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _ticked(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        lower = str(item.data(_ID))
        if self._desk.record.find(Goal, self._thing_id) and self._desk.record.find(UnmetNeed, lower):
            self._desk.bridge.do(EditGoal(self._thing_id, {"need_id": lower if on else ""}))
        else:
            self._desk.bridge.do(Tie(self._thing_id, lower, on))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes, as Esc does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)
