"""Understandings: each with what it explains; whoever sees it differently stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from tvm_desktop.domain.entities import Card, Link, Position, Understanding
from tvm_desktop.domain.enums import Stance
from tvm_desktop.session.commands.plan import AddUnderstanding
from tvm_desktop.ui.facilitator.panels.base import CardBoard, PanelPage, clear, scrolling
from tvm_desktop.ui.facilitator.thing import ChipSpec, Thing, marks, person_chip
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk


_ABREAST = 3


class UnderstandingsPanel(PanelPage):
    """One row per understanding; differing views side by side, equally wide."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.board = CardBoard(self)
        self.body.addWidget(scrolling(self.board), 1)
        desk.chosen.connect(self._mark)
        self.retranslate()

    def retranslate(self) -> None:
        """There is one place to write to."""
        self.desk.offer(())
        super().retranslate()

    def refresh(self) -> None:
        """Show every understanding with its other views."""
        record = self.desk.record
        clear(self.board.flow)
        ids: list[str] = []
        for understanding in record.all(Understanding):
            views = [p for p in record.all(Position) if p.about == understanding.id]
            things = [self._thing(understanding)]
            things += [self._view(p) for p in views if p.stance is Stance.DISAGREE]
            ids += [thing.id for thing in things]
            row = QGridLayout()
            row.setSpacing(12)
            for place, thing in enumerate(things):
                row.addWidget(self.board.card(thing, text_role="strong"), *divmod(place, _ABREAST))
            for column in range(min(len(things), _ABREAST)):
                row.setColumnStretch(column, 1)
            self.board.flow.addLayout(row)
        self.board.flow.addStretch(1)
        self.board.keep_only(ids)
        self._mark()

    def _thing(self, understanding: Understanding) -> Thing:
        record, words = self.desk.record, self.desk.context.words
        lower = {link.lower for link in record.every(Link) if link.upper == understanding.id}
        explained = [card.text for card in record.all(Card) if card.id in lower]
        lines = [words(msg("Explains: {cards}", cards=" · ".join(f"”{_short(t)}”" for t in explained)))]
        if understanding.basis:
            lines.append(words(msg("Built on: {basis}", basis=understanding.basis)))
        voice = person_chip(record, understanding.voice)
        return Thing(
            id=understanding.id,
            text=understanding.text,
            raw=understanding.text,
            chips=(*([voice] if voice else []), *marks(record, understanding, words)),
            lines=tuple(lines if explained else lines[1:]),
        )

    def _view(self, position: Position) -> Thing:
        words = self.desk.context.words
        voice = person_chip(self.desk.record, position.person_id)
        chips = (*([voice] if voice else []), ChipSpec(words(msg("sees it differently"))))
        text = position.text or words(msg("has not said more yet"))
        return Thing(id=position.id, text=text, raw=position.text, chips=chips)

    def enter(self, text: str) -> bool:
        """Add an understanding that explains the cards ticked at the side."""
        desk = self.desk
        new_id = desk.new_id()
        command = AddUnderstanding(
            text=text, voice=desk.voice, explains=tuple(sorted(desk.picked)), id=new_id
        )
        if not desk.bridge.do(command, done_draft="entry"):
            return False
        desk.pick_none()
        desk.said(new_id)
        return True

    def hint(self) -> str:
        """Say what to type."""
        return self.desk.context.words(msg("Write how it can be understood"))

    def edit(self, thing_id: str) -> None:
        """Edit in place."""
        if thing_id in self.board.cards:
            self.board.cards[thing_id].edit()

    def _mark(self) -> None:
        self.board.mark(self.desk.targets)


def _short(text: str, most: int = 44) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
