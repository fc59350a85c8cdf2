"""From understanding to agreement: understandings, needs, goals, signs, actions and wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvm_desktop.domain.entities import Action, Goal, Link, ParkedIdea, Sign, Understanding, UnmetNeed, Wish
from tvm_desktop.domain.enums import ParkedOutcome
from tvm_desktop.domain.filing import is_in_file
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, EditFields, Stamp, next_rank
from tvm_desktop.session.commands.filing import not_filed
from tvm_desktop.words import msg


def _ties(record: Record, stamp: Stamp, upper: str, lowers: tuple[str, ...]) -> tuple[Edit, ...]:
    links = [
        Link(id=stamp.new_id(), meeting_id=record.meeting_id, upper=upper, lower=lower) for lower in lowers
    ]
    return tuple(adding(link) for link in links)


@dataclass(frozen=True)
class AddUnderstanding(Command):
    """Add one way to make sense of what was told."""

    label = msg("add an understanding")
    text: str
    voice: str = ""
    explains: tuple[str, ...] = ()
    fit_for_child: bool = False
    verbatim: bool = False
    interpreted: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it with its links."""
        new = Understanding(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            voice=self.voice,
            fit_for_child=self.fit_for_child,
            verbatim=self.verbatim and not self.interpreted,
            interpreted=self.interpreted,
            rank=next_rank(record.all(Understanding)),
        )
        return (adding(new), *_ties(record, stamp, new.id, self.explains))


@dataclass(frozen=True)
class AddNeed(Command):
    """Say what is needed."""

    label = msg("add a need")
    text: str
    voice: str = ""
    rests_on: tuple[str, ...] = ()
    fit_for_child: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it with its links."""
        new = UnmetNeed(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            voice=self.voice,
            fit_for_child=self.fit_for_child,
            rank=next_rank(record.all(UnmetNeed)),
        )
        return (adding(new), *_ties(record, stamp, new.id, self.rests_on))


@dataclass(frozen=True)
class AddGoal(Command):
    """Say what we want to reach."""

    label = msg("add a goal")
    text: str
    need_id: str = ""
    fit_for_child: bool = False
    id: str = ""
    rests_on: tuple[str, ...] = ()

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it to its need, or tied to the worry that it answers."""
        new = Goal(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            need_id=self.need_id,
            fit_for_child=self.fit_for_child,
            rank=next_rank(record.all(Goal)),
        )
        return (adding(new), *_ties(record, stamp, new.id, self.rests_on))


@dataclass(frozen=True)
class EditGoal(EditFields):
    """Change which need a goal answers."""

    label = msg("change a goal")
    kind = Goal


@dataclass(frozen=True)
class AddSign(Command):
    """Say what we will be able to see when a goal is reached."""

    label = msg("add a sign")
    goal_id: str
    text: str
    fit_for_child: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it to its goal."""
        new = Sign(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            goal_id=self.goal_id,
            text=self.text.strip(),
            fit_for_child=self.fit_for_child,
            rank=next_rank(record.all(Sign)),
        )
        return (adding(new),)


@dataclass(frozen=True)
class AddAction(Command):
    """Agree that somebody does something. Whoever offers to do it has said yes."""

    label = msg("add an agreement")
    what: str
    who: tuple[str, ...] = ()
    when: str = ""
    due: date | None = None
    goals: tuple[str, ...] = ()
    proposed_by: str = ""
    with_whom: tuple[str, ...] = ()
    fit_for_child: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it with its links."""
        new = Action(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            what=self.what.strip(),
            who=self.who,
            with_whom=self.with_whom,
            when=self.when.strip(),
            due=self.due,
            proposed_by=self.proposed_by,
            accepted_by=tuple(p for p in self.who if p == self.proposed_by),
            fit_for_child=self.fit_for_child,
            rank=next_rank(record.all(Action)),
        )
        return (adding(new), *_ties(record, stamp, new.id, self.goals))


@dataclass(frozen=True)
class TakeUp(Command):
    """Make an agreement of an idea that was kept, of whoever had it."""

    label = msg("add an agreement")
    idea: str
    goals: tuple[str, ...] = ()
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the agreement and settle the idea, as one step."""
        idea = record.get(ParkedIdea, self.idea)
        who = (idea.voice,) if idea.voice else ()
        action = AddAction(idea.text, who, goals=self.goals, proposed_by=idea.voice, id=self.id)
        return (*action.decide(record, stamp), *changing(idea, outcome=ParkedOutcome.TAKEN))


@dataclass(frozen=True)
class EditAction(EditFields):
    """Change who, with whom, when, or how we see whether it helps."""

    label = msg("change an agreement")
    kind = Action


@dataclass(frozen=True)
class FollowUpAction(EditFields):
    """Say what became of an agreement, outside a meeting; what was filed says otherwise, so it is filed again.

    What a later meeting tells (``TellWhatBecame``) is filed with that meeting, and the earlier one stays filed.
    A meeting's undo must not take an answer back behind what has been filed since.
    """

    label = msg("say what became of an agreement")
    when_closed = True
    undoable = False
    kind = Action

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change the agreement, and the state of the meeting that made it."""
        action = record.get(Action, self.id)
        edits = super().decide(record, stamp)
        again = not_filed(record, action.meeting_id) if edits and is_in_file(record, action) else ()
        return (*edits, *again)


@dataclass(frozen=True)
class AcceptAction(Command):
    """Those who are to do it say yes, or take the yes back."""

    label = msg("has said yes")
    id: str
    on: bool = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set who has said yes."""
        action = record.get(Action, self.id)
        return changing(action, accepted_by=action.who if self.on else ())


@dataclass(frozen=True)
class AddWish(Command):
    """Write down what the family wishes of others."""

    label = msg("add a wish")
    text: str
    voice: str = ""
    fit_for_child: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it, unanswered."""
        new = Wish(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            voice=self.voice,
            fit_for_child=self.fit_for_child,
            rank=next_rank(record.all(Wish)),
        )
        return (adding(new),)


@dataclass(frozen=True)
class AnswerWish(EditFields):
    """Answer a wish: yes, no because, or examined by a date."""

    label = msg("answer a wish")
    kind = Wish
