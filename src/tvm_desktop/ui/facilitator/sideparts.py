"""The small things of the right pane: a prompt, a hint, a kept idea, a card to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.domain.enums import ParkedOutcome
from tvm_desktop.session.commands.plan import TakeUp
from tvm_desktop.session.commands.things import Unpark
from tvm_desktop.ui.widgets.basic import Button, CardButton, Chip, Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Card, ParkedIdea, Understanding
    from tvm_desktop.domain.guidance import Hint
    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.words import Words


class PromptButton(CardButton):
    """A question to ask; one click puts it on the wall in the meeting's language, the next takes it down."""

    def __init__(self, desk: Desk, text: str, on_wall: str, *, on: bool, words: Words) -> None:
        super().__init__(
            text, words(msg("● on the projector")) if on else "", "prompt-on" if on else "prompt"
        )
        self.desk = desk
        self.text_on_wall = "" if on else on_wall
        self.title.set_role("strong" if on else "")
        self.sub.set_role("accent")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._show_it)

    def _show_it(self) -> None:
        self.desk.session.projector.look_at(prompt=self.text_on_wall)


class HintBox(Panel):
    """A hint; it never locks, and "not now" lasts until the thing changes."""

    def __init__(self, desk: Desk, hint: Hint) -> None:
        super().__init__("hint", across=True, margins=(12, 10, 6, 10), spacing=4)
        self.desk = desk
        self.fingerprint = hint.fingerprint
        words = desk.context.words
        self.label = PlainLabel(words(hint.message), "hint-text", wrap=True)
        self.away = Button("×", "hint-away")
        self.away.setAccessibleName(words(msg("Not now")))
        self.away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.away.clicked.connect(self._away)
        self.box.addWidget(self.label, 1)
        self.box.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)

    def _away(self) -> None:
        self.desk.dismiss(self.fingerprint)


class ParkedBox(Panel):
    """An idea that was kept; at the step about effort it can be taken up or laid away."""

    def __init__(self, desk: Desk, idea: ParkedIdea, *, settle: bool) -> None:
        super().__init__("card", margins=(12, 10, 12, 10), spacing=4)
        self.desk = desk
        self.idea = idea
        words = desk.context.words
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(PlainLabel(idea.text, wrap=True), 1)
        if idea.voice:
            top.addWidget(Chip(desk.record.called(idea.voice)), 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(top)
        if settle and not desk.session.read_only:
            row = QHBoxLayout()
            take = Button(words(msg("Take it up")), "link")
            leave = Button(words(msg("We will not do that")), "quiet-link")
            take.clicked.connect(self._take)
            leave.clicked.connect(self._leave)
            row.addWidget(take)
            row.addWidget(leave)
            row.addStretch(1)
            self.box.addLayout(row)

    def _take(self) -> None:
        goals = (self.desk.slot_key,) if self.desk.slot_key and self.desk.slot_key != "wish" else ()
        new_id = self.desk.new_id()
        if self.desk.bridge.do(TakeUp(self.idea.id, goals, new_id)):
            self.desk.said(new_id)

    def _leave(self) -> None:
        self.desk.bridge.do(Unpark(self.idea.id, ParkedOutcome.DECLINED))


class PickButton(CardButton):
    """A card or understanding that the next words can build on: a click ticks it."""

    def __init__(self, desk: Desk, thing: Card | Understanding, *, on: bool, tied: bool) -> None:
        words = desk.context.words
        untied = (
            words(msg("not explained yet")) if hasattr(thing, "kind") else words(msg("no need from it yet"))
        )
        text = f"✓ {thing.text}" if on else thing.text
        super().__init__(text, "" if tied or on else untied, "prompt-on" if on else "prompt")
        self.desk = desk
        self.thing_id = thing.id
        self.setCheckable(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._pick)

    def _pick(self) -> None:
        self.desk.pick(self.thing_id)
