"""The leader's hold on the wall: thumbnail, pages, modes, and a word when the screen changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.session.frames.model import Thread
from tvm_desktop.session.projector import Mode
from tvm_desktop.storage.store import UseAct
from tvm_desktop.ui.projector.thumbnail import Thumbnail
from tvm_desktop.ui.screens import MIRRORED, Place
from tvm_desktop.ui.widgets.basic import SectionLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.session.frames.model import ProjectorFrame
    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.ui.projector.control import ProjectorControl
    from tvm_desktop.ui.screens import Placement

_SAID = {
    Place.MIRRORED: MIRRORED,
    Place.WINDOW: msg("No second screen was found. The projector’s picture is shown in a window of its own."),
}


class Wall(QWidget):
    """Keeps the projector's window in step with the session.

    Signals: ``said(Message)``, ``screen_offered(key)`` when another screen than the wished one is there.
    """

    said = Signal(object)
    screen_offered = Signal(str)

    def __init__(self, desk: Desk, control: ProjectorControl) -> None:
        super().__init__()
        self.setProperty("role", "flow")
        self.desk, self.control = desk, control
        self.title = SectionLabel()
        self.thumbnail = Thumbnail(desk.context)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 6, 0)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addWidget(self.thumbnail)
        self._shown = self._resting = False
        self._newest = ""
        control.placement_changed.connect(self._placed)
        control.hide_requested.connect(self._hide)

    def retranslate(self) -> None:
        """Say the heading."""
        self.title.setText(self.desk.context.words(msg("On the projector")))
        self.thumbnail.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Give wall and thumbnail the picture of the moment."""
        projector = self.desk.session.projector
        frame = projector.frame()
        self._follow_newest(frame)
        page = projector.page
        self.control.show_frame(frame, page)
        if frame is not None and not self._shown:
            self._shown = True
            self.control.show()
            self.desk.bridge.note_use(UseAct.SHOWN)
        elif frame is None and self._shown:
            self._shown = False
            self.control.hide()
        self.thumbnail.set_wall(self.control.wall_size)
        self.thumbnail.show_frame(frame or projector.live_frame(), page, projector.mode)

    def _follow_newest(self, frame: ProjectorFrame | None) -> None:
        projector = self.desk.session.projector
        newest = projector.showing.newest
        if frame is None or projector.mode is not Mode.LIVE or newest == self._newest:
            return
        self._newest = newest
        wanted = self.control.newest_page(frame)
        projector.turn_page(wanted - projector.page, self.control.page_count(frame))

    def toggle(self) -> None:
        """Show, or hide; from the pause screen and the frozen picture back to the table's step."""
        projector = self.desk.session.projector
        if projector.mode is Mode.LIVE:
            projector.hide()
        else:
            projector.show()

    def turn(self, by: int) -> bool:
        """Turn the wall's page; False when there is none to turn to."""
        projector = self.desk.session.projector
        frame = projector.live_frame()
        if isinstance(frame.body, Thread):
            item = projector.showing.item + by
            if 0 <= item < frame.body.total:
                projector.look_at(item=item)
                return True
        return projector.turn_page(by, self.control.page_count(frame))

    def rest(self, *, on: bool) -> None:
        """Be of no use for now, and say nothing of screens; or be there again."""
        self._resting = on
        self.setVisible(not on)

    def leave(self) -> None:
        """Let the wall go: hidden first."""
        self.desk.session.projector.hide()
        self.refresh()
        self.control.placement_changed.disconnect(self._placed)
        self.control.hide_requested.disconnect(self._hide)

    def _hide(self) -> None:
        self.desk.session.projector.hide()

    def _placed(self, placement: Placement) -> None:
        if self._resting:
            return
        said: Message | None = _SAID.get(placement.place)
        if placement.place is Place.ASK:
            self.screen_offered.emit(placement.screen)
        elif placement.place in {Place.FULL_SCREEN, Place.WINDOW, Place.MIRRORED}:
            if said and self._shown:
                self.said.emit(said)
        else:
            self.said.emit(msg("The projector is gone. The picture comes back when the same screen returns."))
