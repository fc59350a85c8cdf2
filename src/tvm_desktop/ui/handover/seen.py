"""Where in a course without names something shows whom it is about: to be mended before it leaves the room."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.domain.record import Record
from tvm_desktop.domain.watching import places
from tvm_desktop.domain.wording import shortened
from tvm_desktop.ui.watching import watch_over
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.domain.watching import Place
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_LISTED = 8
_AROUND = 28
_ELSEWHERE = msg("elsewhere")
_WHERE: Mapping[str, Message] = MappingProxyType(
    {
        "Course": msg("the name of the course"),
        "Person": msg("people"),
        "Consent": msg("consent"),
        "Meeting": msg("about the meeting"),
        "Attendance": msg("people"),
        "Card": msg("what was said"),
        "Understanding": msg("understanding"),
        "Statement": msg("worry in plain words"),
        "UnmetNeed": msg("need"),
        "Goal": msg("goal"),
        "Sign": msg("sign"),
        "Action": msg("agreement"),
        "FollowUp": msg("agreement"),
        "Wish": msg("wish"),
        "Position": msg("what we do not agree on"),
        "Closing": msg("closing"),
        "NextMeeting": msg("next meeting"),
        "PrivateNote": msg("private note"),
    }
)


class SeenNote(Panel):
    """A quiet list of places; nothing at all in a course with names, or where nothing is seen."""

    def __init__(self, context: UiContext, entities: Sequence[Entity] = (), *, most: int = _LISTED) -> None:
        super().__init__("note", margins=(12, 10, 12, 10), spacing=4)
        self.context, self._most = context, most
        self.places: list[Place] = []
        self.head = PlainLabel(role="strong", wrap=True)
        self.list = PlainLabel(wrap=True)
        self.box.addWidget(self.head)
        self.box.addWidget(self.list)
        self.hide()
        if entities:
            self.look(entities)

    def look(self, entities: Sequence[Entity]) -> None:
        """Look the whole course through."""
        watch = watch_over(self.context, Record.of("", entities))
        self.places = places(entities, watch) if watch.anonymous else []
        self.retranslate()

    def retranslate(self) -> None:
        """Say where."""
        words, count = self.context.words, len(self.places)
        self.head.setText(
            words(
                msgs(
                    "The course is anonymous, but here is {count} place that may show whom it is about:",
                    "The course is anonymous, but here are {count} places that may show whom it is about:",
                    count,
                )
            )
        )
        lines = [
            f"• {words(_WHERE.get(type(place.entity).__name__, _ELSEWHERE))}: {_excerpt(place)}"
            for place in self.places[: self._most]
        ]
        if count > self._most:
            lines.append("• " + words(msgs("and {count} more", "and {count} more", count - self._most)))
        self.list.setText("\n".join(lines))
        if self.parentWidget() is not None:
            self.setVisible(count > 0)


def _excerpt(place: Place) -> str:
    """Return what was seen first, with a few words around it."""
    text, first = str(getattr(place.entity, place.field)), place.sightings[0]
    start, end = max(0, first.start - _AROUND), first.end + _AROUND
    if start:
        start = text.find(" ", start, first.start) + 1 or start
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{shortened(text[start:end], 2 * _AROUND + len(first.text))}{after}"
