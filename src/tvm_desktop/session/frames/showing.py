"""What of the live step is on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scene(StrEnum):
    """Which picture of a step."""

    STEP = "step"
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Showing:
    """The item in view (framing sentence, stop of the closing, chain), a prompt put on the wall, the newest card.

    ``only`` is the one column that stands alone, "" for all.
    """

    item: int = 0
    prompt: str = ""
    scene: Scene = Scene.STEP
    newest: str = ""
    only: str = ""
