"""What goals answer, goals and signs in rows: needs and worries, what we want to reach, what we will be able to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Goal, Link, Sign, Statement, UnmetNeed
from tvm_desktop.domain.thread import GoalRow, goal_rows
from tvm_desktop.session.commands.plan import AddGoal, AddNeed, AddSign
from tvm_desktop.session.frames.goals import first_title
from tvm_desktop.ui.facilitator.desk import Slot
from tvm_desktop.ui.facilitator.panels.base import CardBoard, PanelPage, clear, scrolling
from tvm_desktop.ui.facilitator.thing import ChipSpec, Thing, differing, marks
from tvm_desktop.ui.widgets.basic import PlainLabel, rule
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Shared
    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.card import ThingCard
    from tvm_desktop.ui.facilitator.desk import Desk

NEED, GOAL, SIGN = "need", "goal", "sign"
_WIDTHS = (5, 6, 8)


class GoalsPanel(PanelPage):
    """One row per goal. The entry line moves on by itself: need, goal, then signs."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.board = CardBoard(self)
        self.titles = [PlainLabel(role="strong", wrap=True) for _ in _WIDTHS]
        self._signs: list[QWidget] = []
        self._shape: tuple[object, ...] | None = None
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(10)
        for column, stretch in enumerate(_WIDTHS):
            self.grid.setColumnStretch(column, stretch)
        self.lines = [rule() for _ in _WIDTHS]
        for line in self.lines:
            line.setProperty("role", "column-rule")
        self.board.flow.addLayout(self.grid)
        self.board.flow.addStretch(1)
        self.body.addWidget(scrolling(self.board), 1)
        desk.chosen.connect(self._mark)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the columns and offer them to the entry line; goals come first where worries stand, not needs."""
        words, child = self.desk.context.words, self.desk.session.child
        need = Slot(NEED, words(msg("What {child} needs", child=child)))
        rest = (Slot(GOAL, words(msg("The goal"))), Slot(SIGN, words(msg("A sign"))))
        worries_only = self.desk.record.all(Statement) and not self.desk.record.all(UnmetNeed)
        self.desk.offer((*rest, need) if worries_only else (need, *rest))
        super().retranslate()

    def refresh(self) -> None:
        """Show one row per goal, and one per need or worry without a goal."""
        words = self.desk.context.words
        rows = goal_rows(self.desk.record)
        titles = (
            first_title(self.desk.record, rows),
            msg("What we want to reach"),
            msg("What we can see when it works"),
        )
        for label, title in zip(self.titles, titles, strict=True):
            label.setText(words(title))
        shape = tuple((row.upper.id if row.upper else "", row.first, *self._ids_of(row.goal)) for row in rows)
        for row in rows:
            signs = self._signs_of(row.goal) if row.goal else []
            for thing in (row.upper, row.goal, *signs):
                if thing is not None:
                    self._card(thing)
        if shape != self._shape:  # else every card stays where it is, and keeps the focus
            self._shape = shape
            self._lay_out(rows)
        self._mark()

    def _ids_of(self, goal: Goal | None) -> tuple[str, ...]:
        return (goal.id, *(sign.id for sign in self._signs_of(goal))) if goal else ()

    def _signs_of(self, goal: Goal) -> list[Sign]:
        return [sign for sign in self.desk.record.all(Sign) if sign.goal_id == goal.id]

    def _card(self, thing: UnmetNeed | Statement | Goal | Sign) -> ThingCard:
        if isinstance(thing, Goal):
            return self.board.card(self._thing(thing), role="card-goal", text_role="strong")
        return self.board.card(self._thing(thing))

    def _lay_out(self, rows: list[GoalRow]) -> None:
        focused = self.board.focused()
        clear(self.grid)
        for holder in self._signs:
            holder.setParent(None)
            holder.deleteLater()
        self._signs = []
        for column, (title, line) in enumerate(zip(self.titles, self.lines, strict=True)):
            self.grid.addWidget(title, 0, column)
            self.grid.addWidget(line, 1, column)
        ids: list[str] = []
        for place, row in enumerate(rows, 2):
            if row.upper is not None and row.first:
                self.grid.addWidget(self._card(row.upper), place, 0)
                ids.append(row.upper.id)
            if row.goal is not None:
                self.grid.addWidget(self._card(row.goal), place, 1)
                self.grid.addWidget(self._sign_column(row.goal), place, 2)
                ids += self._ids_of(row.goal)
        self.board.keep_only(ids)
        self.board.focus(focused)

    def _sign_column(self, goal: Goal) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for sign in self._signs_of(goal):
            column.addWidget(self._card(sign))
        column.addStretch(1)
        self._signs.append(holder)
        return holder

    def _thing(self, thing: UnmetNeed | Statement | Goal | Sign) -> Thing:
        record, words = self.desk.record, self.desk.context.words
        chips = marks(record, thing, words)
        if isinstance(thing, UnmetNeed) and any(link.upper == thing.id for link in record.every(Link)):
            chips.insert(0, ChipSpec(words(msg("from the understanding"))))
        if isinstance(thing, Statement):
            chips.insert(0, ChipSpec(words(msg("The worry"))))
        text = f"☐ {thing.text}" if isinstance(thing, Sign) else thing.text
        return Thing(thing.id, text, thing.text, tuple(chips), differing(record, thing.id, words))

    # -- writing -------------------------------------------------------------------------------------------------

    def enter(self, text: str) -> bool:
        """Add a need, a goal or a sign, and stand ready for what follows it."""
        desk = self.desk
        new_id = desk.new_id()
        slot = desk.slot_key
        if slot == SIGN:
            goal = self._goal_in_mind()
            if goal is None:
                desk.remark(msg("Write the goal first, then its signs."))
                return False
            done = desk.bridge.do(AddSign(goal.id, text, id=new_id), done_draft="entry")
        elif slot == GOAL:
            done = desk.bridge.do(self._goal(text, new_id), done_draft="entry")
        else:
            command = AddNeed(text, desk.voice, tuple(sorted(desk.picked)), id=new_id)
            done = desk.bridge.do(command, done_draft="entry")
            if done:
                desk.pick_none()
        if done:
            desk.said(new_id)
            following = {NEED: GOAL, GOAL: SIGN}.get(slot, slot)
            desk.choose_slot(next((n for n, s in enumerate(desk.slots) if s.key == following), desk.slot))
        return done

    def _goal(self, text: str, new_id: str) -> AddGoal:
        """Write a goal for the need or the worry that is meant."""
        upper = self._upper_in_mind()
        if isinstance(upper, Statement):
            return AddGoal(text, id=new_id, rests_on=(upper.id,))
        return AddGoal(text, upper.id if upper else "", id=new_id)

    def _target(self) -> Shared | None:
        found = self.desk.record.anything(self.desk.targets[0]) if self.desk.targets else None
        return found if isinstance(found, UnmetNeed | Statement | Goal | Sign) else None

    def _goal_in_mind(self) -> Goal | None:
        record, target = self.desk.record, self._target()
        goals = record.all(Goal)
        if isinstance(target, Sign):
            return record.find(Goal, target.goal_id)
        if isinstance(target, UnmetNeed | Statement):
            mine = (row.goal for row in goal_rows(record) if row.upper == target and row.goal)
            return next(mine, goals[-1] if goals else None)
        return target if isinstance(target, Goal) else (goals[-1] if goals else None)

    def _upper_in_mind(self) -> UnmetNeed | Statement | None:
        """Return what is aimed at, else that of the goal in mind; else the last need, or the first worry that waits."""
        record, target = self.desk.record, self._target()
        if isinstance(target, UnmetNeed | Statement):
            return target
        rows = goal_rows(record)
        goal = self._goal_in_mind() if target else None
        if goal is not None:
            return next((row.upper for row in rows if row.goal == goal), None)
        needs = record.all(UnmetNeed)
        return needs[-1] if needs else next((row.upper for row in rows if row.goal is None), None)

    def hint(self) -> str:
        """Say what to type."""
        words, child = self.desk.context.words, self.desk.session.child
        hints = {
            NEED: msg("What does {child} need? Write it, and press Enter", child=child),
            GOAL: msg("What do we want to reach?"),
            SIGN: msg("What will we be able to see?"),
        }
        return words(hints.get(self.desk.slot_key, hints[NEED]))

    def edit(self, thing_id: str) -> None:
        """Edit in place."""
        if thing_id in self.board.cards:
            self.board.cards[thing_id].edit()

    def _mark(self) -> None:
        self.board.mark(self.desk.targets)
