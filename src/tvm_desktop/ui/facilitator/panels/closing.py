"""The closing: the next meeting first, then each agreement read aloud, what we differ on, who tells the child."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain import guidance
from tvm_desktop.domain.entities import Action, Position, Wish
from tvm_desktop.domain.enums import Stance
from tvm_desktop.domain.thread import live_actions
from tvm_desktop.session.frames.actions import names, when, wish_answer
from tvm_desktop.session.frames.closing import ACTION, CHILD, NEXT, WISH, stops
from tvm_desktop.session.frames.showing import Scene
from tvm_desktop.session.frames.thread import visible_chains
from tvm_desktop.ui.facilitator.actionform import ActionForm
from tvm_desktop.ui.facilitator.closingforms import ChildForm, CoordinatorLine, NextForm
from tvm_desktop.ui.facilitator.fields import KeptLine
from tvm_desktop.ui.facilitator.panels.base import PanelPage, scrolling
from tvm_desktop.ui.facilitator.planpreview import PlanPreview
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk

_WITH_PAPER = 680


class StopCard(Panel):
    """One stop of the reading: folded to two lines, open with its fields. Signal: ``chosen(kind, id)``."""

    chosen = Signal(str, str)
    moved = Signal(int)

    def __init__(self, desk: Desk, kind: str, thing_id: str) -> None:
        super().__init__("card", margins=(14, 10, 14, 10), spacing=3)
        self.desk, self.kind, self.thing_id = desk, kind, thing_id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = PlainLabel(role="strong", wrap=True)
        self.text = PlainLabel(wrap=True)
        self.box.addWidget(self.title)
        self.box.addWidget(self.text)
        self.form: NextForm | ChildForm | ActionForm | None = None

    def show_words(self, title: str, text: str) -> None:
        """Show the two lines."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}")

    def open(self, *, on: bool) -> None:
        """Show the fields, or fold them."""
        self.set_role("card-on" if on else "card")
        if on and self.form is None:
            self.form = self._make_form()
            if self.form is not None:
                self.box.addWidget(self.form)
                follow(self, *(line.edit for line in self.form.findChildren(KeptLine)))
        if self.form is not None:
            self.form.setVisible(on)
            if on:
                self.form.refresh()

    def _make_form(self) -> NextForm | ChildForm | ActionForm | None:
        if self.kind == ACTION:
            return ActionForm(self.desk, self.thing_id)
        return (
            NextForm(self.desk) if self.kind == NEXT else ChildForm(self.desk) if self.kind == CHILD else None
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be read aloud."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.chosen.emit(self.kind, self.thing_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be read aloud."""
        super().mousePressEvent(event)
        self.chosen.emit(self.kind, self.thing_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows read on; Enter goes to the first field."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.form is not None:
            self.form.first.setFocus()
        else:
            super().keyPressEvent(event)


class ClosingPanel(PanelPage):
    """Left what is read aloud, right the paper as it stands."""

    takes_entry = False

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.current = (NEXT, "")
        self.cards: dict[tuple[str, str], StopCard] = {}
        self.musts = Panel("card", margins=(14, 10, 14, 10), spacing=4)
        self.thread_button = Button("", "small")
        self.thread_button.clicked.connect(self.show_thread)
        self.differ = Panel("card", margins=(14, 10, 14, 10), spacing=3)
        self.coordinator = CoordinatorLine(desk)
        self.preview = PlanPreview(desk)
        self.flow = QVBoxLayout()
        self.flow.setSpacing(10)
        left = QWidget()
        left.setProperty("role", "flow")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addWidget(self.musts)
        column.addLayout(self.flow)
        column.addWidget(self.differ)
        column.addWidget(self.coordinator)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        self.area = scrolling(left)
        row.addWidget(self.area, 3)
        row.addWidget(self.preview, 2)
        self.body.addLayout(row, 1)
        self._must_rows: list[QWidget] = []
        self.retranslate()

    def retranslate(self) -> None:
        """Nothing is typed in the entry line here."""
        self.desk.offer(())
        super().retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the paper to Ctrl+P when there is room for what is read aloud only."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= self.desk.context.px(_WITH_PAPER))

    def refresh(self) -> None:
        """Show the musts, the stops and the paper."""
        self._show_musts()
        self._show_stops()
        self._show_differences()
        self.coordinator.refresh()
        self.preview.refresh()

    # -- the musts -----------------------------------------------------------------------------------------------

    def _show_musts(self) -> None:
        words = self.desk.context.words
        self.thread_button.setParent(None)
        for row in self._must_rows:
            self.musts.box.removeWidget(row)
            row.hide()
            QTimer.singleShot(0, row.deleteLater)
        self._must_rows = []
        for must in guidance.musts(self.desk.record):
            row = Panel("flow", across=True, margins=(0, 0, 0, 0), spacing=8)
            sign = PlainLabel("✓" if must.done else "!", "good" if must.done else "late")
            sign.setFixedWidth(self.desk.context.px(16))
            text = words(must.message)
            if must.detail:
                text = f"{text} · {words(must.detail)}"
            row.box.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.box.addWidget(PlainLabel(text, wrap=True), 1)
            if must.key == "thread":
                self.thread_button.setText(words(msg("Show")))
                row.box.addWidget(self.thread_button)
                self.thread_button.setVisible(bool(visible_chains(self.desk.record)))
            self.musts.box.addWidget(row)
            self._must_rows.append(row)

    def show_thread(self) -> None:
        """Put one whole chain on the wall, the next one at each press; after the last, the step again."""
        projector = self.desk.session.projector
        chains = len(visible_chains(self.desk.record))
        if projector.showing.scene is Scene.STEP:
            projector.look_at(scene=Scene.THREAD, item=0)
        elif projector.showing.item + 1 < chains:
            projector.look_at(item=projector.showing.item + 1)
        else:
            self.choose(*self.current)

    # -- what is read aloud --------------------------------------------------------------------------------------

    def _keys(self) -> list[tuple[str, str]]:
        record = self.desk.record
        actions = live_actions(record)
        keys = [(NEXT, ""), *((ACTION, a.id) for a in actions), *((WISH, w.id) for w in record.all(Wish))]
        return [*keys, (CHILD, "")]

    def _show_stops(self) -> None:
        keys = self._keys()
        for gone in self.cards.keys() - set(keys):
            card = self.cards.pop(gone)
            self.flow.removeWidget(card)
            card.hide()
            QTimer.singleShot(0, card.deleteLater)
        for place, key in enumerate(keys):
            card = self.cards.get(key) or self._new_card(key)
            self.flow.insertWidget(place, card)
            card.show_words(*self._words_of(key))
            card.open(on=key == self.current)

        last = self.cards[keys[-1]]
        lines = last.form.findChildren(KeptLine) if last.form else []
        end = lines[-1].edit if lines else last
        follow(end, self.coordinator.hours.edit, self.preview.open)

    def _new_card(self, key: tuple[str, str]) -> StopCard:
        card = StopCard(self.desk, *key)
        card.chosen.connect(self.choose)
        card.moved.connect(self.read_on)
        self.cards[key] = card
        return card

    def _words_of(self, key: tuple[str, str]) -> tuple[str, str]:
        words, record = self.desk.context.words, self.desk.record
        kind, thing_id = key
        if kind == NEXT:
            return words(msg("When do we meet again?")), NextForm.summary(self.desk)
        if kind == CHILD:
            child = self.desk.session.child
            return words(msg("Who tells {child} what we agreed?", child=child)), ChildForm.summary(self.desk)
        if kind == WISH:
            wish = record.get(Wish, thing_id)
            name = record.called(wish.voice)
            answer = wish_answer(record, wish) or words(msg("No answer yet"))
            return words(msg("{name} wishes: {text}", name=name, text=wish.text)), answer
        action = record.get(Action, thing_id)
        who = names(record, action.who) or words(msg("Nobody yet"))
        return f"{who}: {action.what}", when(record, action)

    def choose(self, kind: str, thing_id: str) -> None:
        """Read this one; the wall follows, if it may be seen there."""
        self.current = (kind, thing_id)
        self.desk.aim(*([thing_id] if thing_id else []))
        if self.desk.is_live:
            found = [(stop.kind, stop.id) for stop in stops(self.desk.record)]
            if self.current in found:
                self.desk.session.projector.look_at(item=found.index(self.current), scene=Scene.STEP)
        for key, card in self.cards.items():
            card.open(on=key == self.current)
        QTimer.singleShot(0, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Scroll to what is read, once it has its height."""
        if self.current in self.cards:
            self.area.ensureWidgetVisible(self.cards[self.current], 0, 10)

    def focus_first(self) -> None:
        """Go on with what is read."""
        card = self.cards.get(self.current)
        if card is not None:
            card.setFocus()

    def read_on(self, by: int) -> None:
        """Read the next one, or the one before."""
        keys = self._keys()
        at = keys.index(self.current) + by if self.current in keys else 0
        if 0 <= at < len(keys):
            self.cards[keys[at]].setFocus()

    def shift(self, key: str) -> None:
        """Read on."""
        self.read_on(1 if key in {"down", "right"} else -1)

    def _show_differences(self) -> None:
        words, record = self.desk.context.words, self.desk.record
        found = [p for p in record.all(Position) if p.stance is Stance.DISAGREE]
        while (item := self.differ.box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                QTimer.singleShot(0, widget.deleteLater)
        self.differ.setVisible(bool(found))
        self.differ.box.addWidget(PlainLabel(words(msg("What we do not agree on")), "strong"))
        for position in found:
            text = position.text or words(msg("sees it differently"))
            line = f"{record.called(position.person_id)}: {text}"
            self.differ.box.addWidget(PlainLabel(line, wrap=True))


def follow(first: QWidget, *others: QWidget) -> None:
    """Let Tab go from one to the next, in the order one reads."""
    for before, after in pairwise((first, *others)):
        QWidget.setTabOrder(before, after)
