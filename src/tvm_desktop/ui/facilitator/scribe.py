"""Minutes only: for a room with a whiteboard of its own. The entry line is large, and there is no projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tvm_desktop.ui.actions import key_text
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.window import FacilitatorPage

_LOW = 600


class Scribe(QObject):
    """Whether only the minutes are taken; kept for this meeting, until it is turned off."""

    def __init__(self, page: FacilitatorPage) -> None:
        super().__init__(page)
        self._page = page
        self._key = f"minutes-only/{page.session.record.meeting_id}"
        self._wanted = bool(page.context.open_store.setting(self._key))

    @property
    def on(self) -> bool:
        """Say whether only the minutes are taken now."""
        return self._wanted and not self._page.session.read_only

    def toggle(self) -> None:
        """Take only the minutes, or use the projector again; what is being typed stays."""
        page = self._page
        if page.session.read_only:
            return
        self._wanted = not self._wanted
        page.desk.bridge.remember(self._key, "on" if self._wanted else "")
        page.hands.side_wanted = False
        self.dress()
        page.focus_first()
        if self.on:
            page.session.projector.hide()
            self._say_off()
        else:
            page.say(msg("The projector can be used again."))

    def dress(self) -> None:
        """Give every part the look of the moment."""
        page = self._page
        page.top.take_minutes(only=self.on)
        page.entry.enlarge(on=self.on, low=page.height() / page.context.scale < _LOW)
        page.wall.rest(on=self.on)
        page.fold()

    def refuses(self) -> bool:
        """Say that there is no projector now, where there is none; True when that was said."""
        if self.on:
            self._say_off()
        return self.on

    def _say_off(self) -> None:
        self._page.say(
            msg(
                "Minutes only: nothing is shown on the projector. {key} takes it back into use.",
                key=key_text("minutes_only"),
            )
        )
