"""What lies on the leader's desk now: the step in view, whose words are typed, which column, and which card is meant.

None of it is kept: the record holds what matters, this only says where the hands are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tvm_desktop.domain import turns
from tvm_desktop.formats.agenda import agenda
from tvm_desktop.session.commands.meeting import GoToStep
from tvm_desktop.session.commands.things import EditText
from tvm_desktop.ui.bridge import Bridge
from tvm_desktop.words import Message

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Person
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat, Step
    from tvm_desktop.session.session import Change, MeetingSession
    from tvm_desktop.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the entry line puts its words: a column, a goal, the wishes."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Asking:
    """The entry line asks for one more thing (what Far sees differently, why not): ``take(text)`` gets it.

    ``text`` is what was answered before, to be mended. ``person``: the answer is a line about somebody.
    """

    words: Message
    take: Callable[[str], bool]
    empty: bool = False
    text: str = ""
    person: bool = False


# The draft of an answer; what stood in the entry line before the question keeps its own.
ASKED = "asking"


class Desk(QObject):
    """The leader's hands.

    Signals: ``changed(Change)`` after each change of the session, ``looked()`` when another step is in view,
    ``chosen()`` when voice, slot, target or question of the entry line changed, ``remarked(Message)`` for the quiet
    bar, ``dismissing()`` when a hint was put away, ``entry_wanted()`` when what comes next is typed.
    """

    changed = Signal(object)
    looked = Signal()
    chosen = Signal()
    remarked = Signal(object)
    dismissing = Signal()
    entry_wanted = Signal()

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__()
        self.context = context
        self.session = session
        self.bridge = Bridge(session)
        self._agenda: tuple[Record, MeetingFormat, tuple[Step, ...]] | None = None
        self.bridge.changed.connect(self._changed)
        self.step_id = session.record.meeting.live_step or self.steps[0].id
        self._chosen_by_hand = False
        self.voice = self._first_voice()
        self.slots: tuple[Slot, ...] = ()
        self.slot = 0
        self.targets: tuple[str, ...] = ()
        self.asking: Asking | None = None
        self.picked: set[str] = set()
        self._dismissed_key = f"dismissed/{session.record.meeting_id}"
        self.dismissed = set(context.open_store.setting(self._dismissed_key).split())

    # -- what is there -------------------------------------------------------------------------------------------

    @property
    def record(self) -> Record:
        """The record of the moment."""
        return self.session.record

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this meeting."""
        record, fmt = self.session.record, self.session.format
        if self._agenda is None or self._agenda[0] is not record or self._agenda[1] is not fmt:
            self._agenda = record, fmt, agenda(record, fmt)
        return self._agenda[2]

    @property
    def step(self) -> Step:
        """The step that the leader looks at."""
        here = next((step for step in self.steps if step.id == self.step_id), None)
        return here or self.session.format.step(self.step_id)

    @property
    def is_live(self) -> bool:
        """Whether the leader looks at what the table is at."""
        return self.record.meeting.live_step == self.step_id

    @property
    def voices(self) -> list[Person]:
        """The people with a voice number, in order."""
        return turns.voices(self.record)

    # -- moving --------------------------------------------------------------------------------------------------

    def look_at(self, step_id: str) -> None:
        """Look at a step; the table stays where it is."""
        if step_id != self.step_id:
            self.step_id = step_id
            self.targets, self.asking, self.slot, self.picked = (), None, 0, set()
            self.looked.emit()

    def take_table(self, step_id: str) -> None:
        """Take the table to a step, and look at it."""
        if step_id != self.record.meeting.live_step and not self.session.read_only:
            self.session.projector.reset()
            self.bridge.do(GoToStep(step_id))
        self.look_at(step_id)

    def neighbour(self, by: int) -> Step | None:
        """Return the step before or after the one in view."""
        ids = [step.id for step in self.steps]
        at = ids.index(self.step_id) + by if self.step_id in ids else 0
        return self.steps[at] if 0 <= at < len(ids) else None

    # -- choosing ------------------------------------------------------------------------------------------------

    def choose_voice(self, person_id: str) -> None:
        """Say whose words come next; it stays chosen."""
        self.voice, self._chosen_by_hand = person_id, True
        self.chosen.emit()

    def offer(self, slots: tuple[Slot, ...]) -> None:
        """Say which columns the entry line can choose between."""
        if slots != self.slots:
            self.slots = slots
            self.slot = min(self.slot, max(len(slots) - 1, 0))
            self.chosen.emit()

    def choose_slot(self, index: int) -> None:
        """Choose a column; it stays chosen."""
        if 0 <= index < len(self.slots):
            self.slot = index
            self.chosen.emit()

    @property
    def slot_key(self) -> str:
        """The chosen column's key."""
        return self.slots[self.slot].key if self.slot < len(self.slots) else ""

    def aim(self, *ids: str) -> None:
        """Say which cards are meant by the next verb."""
        if ids != self.targets:
            self.targets = ids
            self.chosen.emit()

    def pick(self, thing_id: str) -> None:
        """Tick a card at the side that the next words build on, or untick it."""
        self.picked ^= {thing_id}
        self.chosen.emit()

    def pick_none(self) -> None:
        """Untick all."""
        if self.picked:
            self.picked = set()
            self.chosen.emit()

    def ask(self, asking: Asking | None) -> None:
        """Let the entry line ask for one more thing, or stop asking."""
        self.asking = asking
        self.chosen.emit()

    def keep_words(self, thing_id: str, text: str) -> bool:
        """Keep changed words with the end of their draft; False when they could not be saved."""
        return self.bridge.do(EditText(thing_id, text), done_draft=f"card/{thing_id}/text")

    def remark(self, message: Message) -> None:
        """Say something quietly."""
        self.remarked.emit(message)

    def dismiss(self, fingerprint: str) -> None:
        """Put a hint away until what it is about changes."""
        self.dismissed.add(fingerprint)
        self.bridge.remember(self._dismissed_key, " ".join(sorted(self.dismissed)))
        self.dismissing.emit()

    def new_id(self) -> str:
        """Return an id for what is said now; the wall will mark it as the newest."""
        made = self.session.new_id()
        self.session.projector.expect(made)
        return made

    def said(self, new_id: str) -> None:
        """Mark what was just said as the newest, here and on the wall."""
        self.aim(new_id)
        self.session.projector.look_at(newest=new_id)

    def _first_voice(self) -> str:
        """Return the first who is in the room; words are put into the mouth of somebody else by hand only."""
        there = turns.present(self.session.record)
        return next((person.id for person in self.voices if person.id in there), "")

    def _changed(self, change: Change) -> None:
        if not self.voice or not (self._chosen_by_hand or self.voice in turns.present(self.record)):
            self.voice = self._first_voice()
        steps = [step.id for step in self.steps]
        if self.step_id not in steps:  # another kind of meeting, or an undone choice
            live = self.record.meeting.live_step
            self.look_at(live if live in steps else steps[0])
        self.changed.emit(change)
