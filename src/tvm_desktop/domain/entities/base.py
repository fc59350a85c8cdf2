"""What every thing has: an id, a meeting, a share scope, somebody who said it."""

from __future__ import annotations

from dataclasses import dataclass

from tvm_desktop.domain.enums import CardSort, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing with an id."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InMeeting(Entity):
    """A thing that belongs to one meeting."""

    meeting_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(InMeeting):
    """A text that may reach the wall and the paper, within its share scope."""

    share: Share = Share.ALL
    not_to: tuple[str, ...] = ()
    fit_for_child: bool = False
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Shared):
    """What somebody said. ``basis`` is what it builds on: somebody's knowledge, or the example that shows it."""

    text: str
    voice: str = ""
    verbatim: bool = False
    interpreted: bool = False
    prepared: bool = False
    seen_when: str = ""
    seen_where: str = ""
    basis: str = ""
    sort: CardSort = CardSort.NONE
