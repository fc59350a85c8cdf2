"""One way to a picture of Minh's meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from helpers.sessions import minh, with_meeting, with_things
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.showing import Scene, Showing

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.session.frames.model import ProjectorFrame


class Picture(Protocol):
    """Shows a step of Minh's meeting, with some things otherwise."""

    def __call__(
        self,
        step: str,
        *things: Entity,
        item: int = 0,
        language: str = "da",
        child: bool = False,
        newest: str = "",
        scene: Scene = Scene.STEP,
    ) -> ProjectorFrame: ...


@pytest.fixture
def picture(fmt: MeetingFormat) -> Picture:
    def shown(
        step: str,
        *things: Entity,
        item: int = 0,
        language: str = "da",
        child: bool = False,
        newest: str = "",
        scene: Scene = Scene.STEP,
    ) -> ProjectorFrame:
        record = with_meeting(
            with_things(minh(), *things), live_step=step, language=language, child_present=child
        )
        return projector_frame(record, fmt, Showing(item=item, newest=newest, scene=scene))

    return shown
