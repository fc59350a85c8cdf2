"""What the wall shows and how: kept by the session, hidden at every start, never in the record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tvm_desktop.session.frames.build import pause_frame, projector_frame
from tvm_desktop.session.frames.frozen import Frozen
from tvm_desktop.session.frames.showing import Scene, Showing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.session.frames.model import ProjectorFrame


class Mode(StrEnum):
    """What the wall does."""

    HIDDEN = "hidden"
    LIVE = "live"
    FROZEN = "frozen"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class _State:
    mode: Mode = Mode.HIDDEN
    before_pause: Mode = Mode.LIVE
    showing: Showing = field(default_factory=Showing)
    page: int = 0
    frozen: Frozen | None = None


class Projector:
    """The state of the wall.

    ``changed`` is called after each change of it; ``source`` gives the record and format of the moment.
    """

    def __init__(
        self, changed: Callable[[], None], source: Callable[[], tuple[Record, MeetingFormat]]
    ) -> None:
        self._changed = changed
        self._source = source
        self._state = _State()

    @property
    def mode(self) -> Mode:
        """What the wall does now."""
        return self._state.mode

    @property
    def showing(self) -> Showing:
        """What of the live step is on the wall."""
        return self._state.showing

    @property
    def page(self) -> int:
        """Which page of the picture, from 0."""
        frozen = self._state.frozen if self.mode is Mode.FROZEN else None
        return frozen.page if frozen else self._state.page

    def live_frame(self) -> ProjectorFrame:
        """Return the picture as it would be live, whatever the mode."""
        record, fmt = self._source()
        return projector_frame(record, fmt, self._state.showing)

    def frame(self) -> ProjectorFrame | None:
        """Return the picture that the wall shows; None when it is hidden."""
        match self.mode:
            case Mode.HIDDEN:
                return None
            case Mode.PAUSE:
                return pause_frame(self._source()[0].meeting.language)
            case Mode.FROZEN:
                return self._state.frozen.frame if self._state.frozen else None
            case Mode.LIVE:
                return self.live_frame()

    def show(self) -> None:
        """Go live."""
        self._become(replace(self._state, mode=Mode.LIVE, frozen=None))

    def hide(self) -> None:
        """Show nothing."""
        self._become(replace(self._state, mode=Mode.HIDDEN, frozen=None))

    def toggle_pause(self) -> None:
        """Show the calm pause screen, or go back to what was before."""
        if self.mode is Mode.PAUSE:
            self._become(replace(self._state, mode=self._state.before_pause))
        else:
            self._become(replace(self._state, mode=Mode.PAUSE, before_pause=self.mode))

    def toggle_freeze(self) -> None:
        """Keep the picture while the leader works on, or let it follow again."""
        if self.mode is Mode.LIVE:
            frozen = Frozen.of(*self._source(), self._state.showing, self._state.page)
            self._become(replace(self._state, mode=Mode.FROZEN, frozen=frozen))
        elif self.mode is Mode.FROZEN:
            self._become(replace(self._state, mode=Mode.LIVE, frozen=None))

    def turn_page(self, by: int, pages: int) -> bool:
        """Turn the page within ``pages``; say whether it turned."""
        page = min(max(self._state.page + by, 0), max(pages - 1, 0))
        if page == self._state.page:
            return False
        self._become(replace(self._state, page=page))
        return True

    def look_at(
        self,
        *,
        item: int | None = None,
        prompt: str | None = None,
        scene: Scene | None = None,
        newest: str | None = None,
        only: str | None = None,
    ) -> None:
        """Choose the item, the prompt used as question ("": the step's own), the scene, the newest card, one column."""
        now = self._state.showing
        showing = Showing(
            item=now.item if item is None else item,
            prompt=now.prompt if prompt is None else prompt,
            scene=now.scene if scene is None else scene,
            newest=now.newest if newest is None else newest,
            only=now.only if only is None else only,
        )
        only_newest = replace(showing, newest=now.newest) == now
        page = self._state.page if only_newest else 0
        self._become(replace(self._state, showing=showing, page=page))

    def expect(self, newest: str) -> None:
        """Know what the next change will bring, so that its one picture marks it as the newest."""
        self._state = replace(self._state, showing=replace(self._state.showing, newest=newest))

    def reset(self) -> None:
        """Start a step afresh: its own question, first item, first page."""
        self._become(replace(self._state, showing=Showing(), page=0))

    def follow(self, before: Record) -> None:
        """Take in a changed record, before anybody is told of it.

        A kept picture with anything on it that may no longer be seen gives way to the pause screen; a prompt in a
        language that the meeting no longer has is taken down.
        """
        now = self._source()[0]
        if self._state.frozen and not self._state.frozen.may_stay(now):
            self._state = replace(self._state, mode=Mode.PAUSE, before_pause=Mode.LIVE, frozen=None)
        if now.meeting.format_hash != before.meeting.format_hash:
            self._state = replace(self._state, showing=Showing(), page=0)
        if now.meeting.language != before.meeting.language:
            showing = replace(self._state.showing, prompt="")
            self._state = replace(self._state, showing=showing)

    def _become(self, state: _State) -> None:
        if state != self._state:
            self._state = state
            self._changed()
