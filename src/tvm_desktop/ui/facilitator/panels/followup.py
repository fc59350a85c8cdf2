"""Since last time: the open agreements by themselves, each answered by one key, then what made the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain.entities import Action, FollowUp, Meeting, Person
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.followup import STATUS, answer, from_before, untold
from tvm_desktop.session.commands.followup import TellWhatBecame, TellWhatHelped
from tvm_desktop.session.frames.actions import when
from tvm_desktop.session.frames.followup import stops
from tvm_desktop.session.frames.round import order
from tvm_desktop.ui.days import upper_first
from tvm_desktop.ui.facilitator.chips import ChipRow
from tvm_desktop.ui.facilitator.desk import ASKED, Asking
from tvm_desktop.ui.facilitator.panels.base import PanelPage, scrolling
from tvm_desktop.ui.facilitator.thing import ChipSpec, chip_kind, differing, marks
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk

_KEYS = {
    "G": ActionStatus.DONE,
    "D": ActionStatus.PARTLY,
    "I": ActionStatus.NOT_DONE,
    "A": ActionStatus.DROPPED,
}
# What is asked then: what helped, or what is needed now; never why not.
_ASKS = {
    ActionStatus.DONE: msg("What made the difference? Empty is fine."),
    ActionStatus.PARTLY: msg("What made the difference? Empty is fine."),
    ActionStatus.NOT_DONE: msg("What would it take? Empty is fine."),
    ActionStatus.DROPPED: msg("What is different now? Empty is fine."),
}
_DOT = " · "


class StopCard(Panel):
    """One stop of the telling, "" for all of them together. Signals: ``chosen(id)``, ``moved(by)``, ``more()``."""

    chosen = Signal(str)
    moved = Signal(int)
    more = Signal()

    def __init__(self, thing_id: str) -> None:
        super().__init__("card", margins=(16, 12, 16, 12), spacing=5)
        self.thing_id = thing_id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = PlainLabel(wrap=True)
        self.box.addWidget(self.words)

    def set_current(self, *, on: bool) -> None:
        """Be what is talked about, or not."""
        self.set_role("card-on" if on else "card")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be talked about."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.chosen.emit(self.thing_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be talked about."""
        super().mousePressEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on; Enter asks what made the difference; letters are the panel's."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.more.emit()
        else:
            super().keyPressEvent(event)


class AgreementCard(StopCard):
    """One agreement: who, what, when, of which meeting, and what became of it. Signal: ``pressed(letter)``."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, action_id: str) -> None:
        super().__init__(action_id)
        self.desk = desk
        self.chips = ChipRow(desk.context)
        self.lines = PlainLabel(role="muted", wrap=True)
        self.answer = PlainLabel(role="strong", wrap=True)
        self.told = PlainLabel(wrap=True)
        self.keys = Panel("flow", across=True, margins=(0, 4, 0, 0), spacing=6)
        self.buttons = {letter: Button("", "small") for letter in _KEYS}
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._clicked)
            self.keys.box.addWidget(button)
        self.keys.box.addStretch(1)
        self.box.insertWidget(0, self.chips)
        for widget in (self.lines, self.answer, self.told, self.keys):
            self.box.addWidget(widget)

    def show_action(self, action: Action, told: FollowUp | None) -> None:
        """Show the agreement and what this meeting says of it."""
        record, words = self.desk.record, self.desk.context.words
        who = (ChipSpec(record.called(p), chip_kind(record.find(Person, p))) for p in action.who)
        self.chips.show_chips((*who, *marks(record, action, words)))
        self.words.setText(action.what)
        self.lines.setText(_DOT.join(t for t in (when(record, action), self._meeting(action)) if t))
        status = told.status if told else ActionStatus.OPEN
        self.answer.setText("" if status is ActionStatus.OPEN else upper_first(words(STATUS[status])))
        name = record.called(told.voice) if told else ""
        said = f"{name}: {told.text}" if told and name else told.text if told else ""
        self.told.setText(
            "\n".join([*([said] if told and told.text else []), *differing(record, action.id, words)])
        )
        for label in (self.lines, self.answer, self.told):
            label.setVisible(bool(label.text()))
        for letter, button in self.buttons.items():
            button.setText(f"{upper_first(words(STATUS[_KEYS[letter]]))} · {letter}")
        parts = (action.what, self.lines.text(), self.answer.text(), self.told.text())
        self.setAccessibleName(", ".join(part for part in parts if part))

    def set_current(self, *, on: bool) -> None:
        """Show the answers one can give while it is talked about."""
        super().set_current(on=on)
        self.words.set_role("strong" if on else "")
        self.keys.setVisible(on and not self.desk.session.read_only)

    def _meeting(self, action: Action) -> str:
        held, words = self.desk.record.find(Meeting, action.meeting_id), self.desk.context.words
        if held is None or held.starts is None:
            return ""
        day = dates.plain_date(dates.local(held.starts, held.zone).date(), words.language)
        return words(msg("from the meeting {date}", date=day))

    def _clicked(self) -> None:
        self.setFocus()
        for letter, button in self.buttons.items():
            if button is self.sender():
                self.pressed.emit(letter)


class FollowUpPanel(PanelPage):
    """One card for each agreement; past the last one, all of them together on the wall."""

    takes_entry = False

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.cards: dict[str, AgreementCard] = {}
        self.order: list[str] = []
        self.current = ""
        self._asking: Asking | None = None
        self.none = PlainLabel(role="", wrap=True)
        self.all = StopCard("")
        holder = QWidget()
        holder.setProperty("role", "flow")
        self.flow = QVBoxLayout(holder)
        self.flow.setContentsMargins(0, 0, 6, 0)
        self.flow.setSpacing(8)
        for widget in (self.none, self.all):
            self.flow.addWidget(widget)
        self.flow.addStretch(1)
        self._connect(self.all)
        self.area = scrolling(holder)
        self.body.addWidget(self.area, 1)
        desk.chosen.connect(self._asked)
        self.current = next((action.id for action in untold(desk.record)), "")
        self.retranslate()

    def _connect(self, card: StopCard) -> None:
        card.chosen.connect(self.choose)
        card.moved.connect(self._move)
        card.more.connect(self._more)

    def retranslate(self) -> None:
        """Nothing is typed in the entry line until it asks."""
        words = self.desk.context.words
        self.none.setText(words(msg("There are no open agreements from earlier meetings. Just go on.")))
        self.desk.offer(())
        super().retranslate()

    def refresh(self) -> None:
        """Show the agreements, and what is told of them."""
        record, words = self.desk.record, self.desk.context.words
        found = from_before(record)
        self.order = [action.id for action in found]
        for gone in self.cards.keys() - set(self.order):
            card = self.cards.pop(gone)
            self.flow.removeWidget(card)
            card.hide()
            QTimer.singleShot(0, card.deleteLater)
        for place, action in enumerate(found):
            card = self.cards.get(action.id) or self._new_card(action.id)
            if self.flow.indexOf(card) != place:
                self.flow.insertWidget(place, card)
            card.show_action(action, answer(record, action.id))
        left = len(untold(record))
        said = msg("All of it has been talked about. It stands together on the projector.")
        self.all.words.setText(words(msg("All of them together, on the projector") if left else said))
        self.all.setAccessibleName(self.all.words.text())
        self.none.setVisible(not found)
        self.all.setVisible(bool(found))
        if self.current not in self.cards:
            self.current = ""
        self._mark()

    def _new_card(self, action_id: str) -> AgreementCard:
        card = self.cards[action_id] = AgreementCard(self.desk, action_id)
        self._connect(card)
        card.pressed.connect(self.press)
        return card

    # -- which one -----------------------------------------------------------------------------------------------

    def choose(self, thing_id: str) -> None:
        """Talk about this one; the wall follows, if it may be seen there. A verb means its answer too."""
        self.current = thing_id
        told = answer(self.desk.record, thing_id)
        self.desk.aim(*([thing_id] if thing_id else []), *([told.id] if told else []))
        self._mark()
        QTimer.singleShot(0, self._keep_in_sight)

    def _mark(self) -> None:
        for thing_id, card in (*self.cards.items(), ("", self.all)):
            card.set_current(on=thing_id == self.current)
        ids = [*(action.id for action in stops(self.desk.record)), ""]
        if self.desk.is_live and self.cards and self.current in ids:
            self.desk.session.projector.look_at(item=ids.index(self.current))

    def _keep_in_sight(self) -> None:
        self.area.ensureWidgetVisible(self._card(), 0, 10)

    def _card(self) -> StopCard:
        return self.cards.get(self.current, self.all)

    def focus_first(self) -> None:
        """Go on where the telling is: Qt may have stood on the last line while the page came up."""
        if not self.current:
            self.current = next((action.id for action in untold(self.desk.record)), "")
        if self.cards:
            self._card().setFocus()
        else:
            self.setFocus()

    def shift(self, key: str) -> None:
        """Talk about the one after, or before."""
        self._move(1 if key in {"down", "right"} else -1)

    def _move(self, by: int) -> None:
        ids = [*self.order, ""]
        at = ids.index(self.current) + by
        if self.order and 0 <= at < len(ids):
            self._go(ids[at])

    def _go(self, thing_id: str) -> None:
        self.choose(thing_id)
        self._card().setFocus()

    def _go_on(self) -> None:
        """Talk about the next that nothing is told of; after the last, about all of them."""
        ids = self.order
        at = ids.index(self.current) if self.current in ids else 0
        waiting = {action.id for action in untold(self.desk.record)}
        self._go(next((i for i in (*ids[at:], *ids[:at]) if i in waiting), ""))

    # -- telling -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with the plain keys while a card has the focus."""
        if event.modifiers() or not self.press(event.text()):
            super().keyPressEvent(event)

    def press(self, key: str) -> bool:
        """Take G, D, I or A for the agreement that is talked about; the same key again takes it back."""
        status = _KEYS.get(key.upper())
        if status is None or self.desk.session.read_only or self.current not in self.cards:
            return False
        told = answer(self.desk.record, self.current)
        back = told is not None and told.status is status
        done = self.desk.bridge.do(TellWhatBecame(self.current, ActionStatus.OPEN if back else status))
        if done and not back:
            self._ask(self.current, status)
        return True

    def edit(self, thing_id: str) -> None:
        """Ask again what made the difference."""
        self._more()

    def _more(self) -> None:
        told = answer(self.desk.record, self.current)
        if told and told.status is not ActionStatus.OPEN and not self.desk.session.read_only:
            self._ask(self.current, told.status)

    def _ask(self, action_id: str, status: ActionStatus) -> None:
        def take(text: str) -> bool:
            told = answer(self.desk.record, action_id)
            same = text == (told.text if told else "")
            helped = TellWhatHelped(action_id, text, self.desk.voice)
            return same or self.desk.bridge.do(helped, done_draft=ASKED)

        told = answer(self.desk.record, action_id)
        self._choose_voice(self.desk.record.get(Action, action_id))
        self._asking = Asking(_ASKS[status], take, empty=True, text=told.text if told else "")
        self.desk.ask(self._asking)

    def _choose_voice(self, action: Action) -> None:
        """Let whoever was to do it tell, when the chosen voice is not in the room."""
        here = [person.id for person in order(self.desk.record)]
        if here and self.desk.voice not in here:
            self.desk.choose_voice(next((p for p in action.who if p in here), here[0]))

    def _asked(self) -> None:
        """Go on when the question is answered or left."""
        if self._asking is not None and self.desk.asking is not self._asking:
            self._asking = None
            if self.desk.asking is None and self.desk.step_id == self.step.id:
                self._go_on()
