"""Cards on a board."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from tvm_desktop.domain.columns import held, holds_of, movable
from tvm_desktop.domain.entities import Card, Link, Position, Said, Understanding
from tvm_desktop.domain.enums import CardKind, CardSort, Holds, Share
from tvm_desktop.domain.record import Edit, Record, adding, changing, removing
from tvm_desktop.session.commands.base import Command, EditFields, Stamp, next_rank, remove_with_ties
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class AddCard(Command):
    """Put what somebody said on the board."""

    label = msg("add a card")
    kind: CardKind
    text: str
    voice: str = ""
    verbatim: bool = False
    interpreted: bool = False
    fit_for_child: bool = False
    share: Share = Share.ALL
    prepared: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it last in its column; the interpreter's words are never verbatim, what is prepared is the leader's."""
        card = Card(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            kind=self.kind,
            text=self.text.strip(),
            voice=self.voice,
            verbatim=self.verbatim and not self.interpreted,
            interpreted=self.interpreted,
            fit_for_child=self.fit_for_child,
            share=Share.FACILITATOR if self.prepared else self.share,
            prepared=self.prepared,
            rank=next_rank(record.all(Card)),
        )
        return (adding(card),)


@dataclass(frozen=True)
class EditCard(EditFields):
    """Change verbatim, interpreter, what it builds on, or when and where it was seen; of an understanding too."""

    label = msg("change a card")
    kind = Card

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change what differs. A card may have become an understanding meanwhile."""
        thing = record.find(Understanding, self.id)
        return changing(thing, **self.values) if thing else super().decide(record, stamp)


@dataclass(frozen=True)
class MoveCards(Command):
    """Move cards to a column, before one of its own or last. Who said it, and how, stays with the words.

    A card that is moved among the understandings becomes one, and the other way round; its links and views stay.
    """

    label = msg("move cards")
    ids: tuple[str, ...]
    to: Holds
    before: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Give the cards ranks between their new neighbours; what is no card stays where it is."""
        found = [record.anything(i) for i in dict.fromkeys(self.ids)]
        moved = [thing for thing in found if isinstance(thing, Said)]
        if not movable(self.to) or not moved:
            return ()
        others = [thing for thing in held(record, self.to) if thing.id not in self.ids]
        at = next((n for n, thing in enumerate(others) if thing.id == self.before), len(others))
        low = others[at - 1].rank if at else (others[0].rank - 1.0 if others else 0.0)
        high = others[at].rank if at < len(others) else next_rank((*record.all(Card), *others))
        gap = (high - low) / (len(moved) + 1)
        return tuple(
            edit for n, thing in enumerate(moved, 1) for edit in _moved(thing, self.to, low + gap * n)
        )


def _moved(thing: Said, to: Holds, rank: float) -> tuple[Edit, ...]:
    if holds_of(thing) is to:
        return changing(thing, rank=rank)
    if isinstance(thing, Card) and to is not Holds.UNDERSTANDING:
        return changing(thing, kind=CardKind(to), rank=rank)
    kept = {f.name: getattr(thing, f.name) for f in fields(Said)} | {"rank": rank}
    if to is Holds.UNDERSTANDING:
        return removing(thing), adding(Understanding(**kept))
    return removing(thing), adding(Card(kind=CardKind(to), **kept))


@dataclass(frozen=True)
class SortCards(Command):
    """Say what cards turned out to be, when the board is sorted."""

    label = msg("sort cards")
    ids: tuple[str, ...]
    sort: CardSort

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the sort; the cards stay where they are."""
        found = [record.anything(i) for i in dict.fromkeys(self.ids)]
        return tuple(edit for t in found if isinstance(t, Said) for edit in changing(t, sort=self.sort))


@dataclass(frozen=True)
class MergeCards(Command):
    """Make one card of several: the first keeps its place and gets all the words."""

    label = msg("merge cards")
    ids: tuple[str, ...]

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Join the words; keep voice and share scope where all agree, else the narrowest; move links and views over."""
        cards = [record.get(Card, i) for i in dict.fromkeys(self.ids)]
        if len(cards) < 2:
            return ()
        kept, *rest = cards
        same_voice = len({c.voice for c in cards}) == 1
        edits = changing(
            kept,
            text="\n".join(c.text for c in cards),
            basis=_joined(c.basis for c in cards),
            seen_when=_joined(c.seen_when for c in cards),
            seen_where=_joined(c.seen_where for c in cards),
            sort=_agreed(cards),
            voice=kept.voice if same_voice else "",
            verbatim=same_voice and all(c.verbatim for c in cards),
            interpreted=any(c.interpreted for c in cards),
            prepared=any(c.prepared for c in cards),
            fit_for_child=all(c.fit_for_child for c in cards),
            share=_narrowest(cards),
            not_to=tuple(sorted({p for c in cards for p in c.not_to})),
        )
        return (*edits, *_ties_over(record, kept.id, {c.id for c in rest}))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _agreed(cards: list[Card]) -> CardSort:
    sorts = {card.sort for card in cards} - {CardSort.NONE}
    return sorts.pop() if len(sorts) == 1 else CardSort.NONE


def _narrowest(cards: list[Card]) -> Share:
    # NOT_TO nobody hides a card from all; joined with somebody else's names it would open.
    if any(card.share is Share.NOT_TO and not card.not_to for card in cards):
        return Share.FACILITATOR
    return max(cards, key=lambda card: list(Share).index(card.share)).share


def _ties_over(record: Record, kept: str, rest: set[str]) -> tuple[Edit, ...]:
    uppers = {k.upper for k in record.every(Link) if k.lower == kept}
    edits: list[Edit] = []
    moved: set[str] = set()
    for link in record.every(Link):
        if link.lower in rest and link.upper not in uppers:
            uppers.add(link.upper)
            moved.add(link.id)
            edits += changing(link, lower=kept)
    for position in record.every(Position):
        if position.about in rest:
            moved.add(position.id)
            edits += changing(position, about=kept)
    return (*edits, *(e for e in remove_with_ties(record, rest) if e.id not in moved))


@dataclass(frozen=True)
class Say(Command):
    """A prepared card has been said aloud: now it belongs to all."""

    label = msg("a prepared card was said")
    ids: tuple[str, ...]

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Share it; what some must not see stays away from them, and what was never prepared stays as it is."""
        found = [thing for thing in map(record.anything, self.ids) if isinstance(thing, Said)]
        return tuple(
            edit
            for said in found
            if said.prepared
            for edit in changing(
                said, prepared=False, share=said.share if said.share is Share.NOT_TO else Share.ALL
            )
        )
