"""What every panel is: a title, a lead, and a way to take what the entry line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import PrivateNote, StepTime
from tvm_desktop.ui.facilitator.card import ThingCard
from tvm_desktop.ui.widgets.basic import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.session import Change
    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.ui.facilitator.thing import Thing


_UNSEEN = {StepTime.__name__, PrivateNote.__name__}


class PanelPage(QWidget):
    """One step on the leader's screen. Subclasses fill ``body`` and answer ``enter`` and ``refresh``."""

    takes_entry = True

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__()
        self.desk = desk
        self.step = step
        self.title = PlainLabel(role="title", wrap=True)
        self.lead = PlainLabel(role="lead", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 12)
        box.setSpacing(2)
        box.addWidget(self.title)
        box.addWidget(self.lead)
        box.addSpacing(12)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        box.addLayout(self.body, 1)

    def retranslate(self) -> None:
        """Say everything in the program's language; the method's words follow it too."""
        language, child = self.desk.context.words.language, self.desk.session.child
        title = self.step.title.say(language, child)
        self.title.setText(f"{self.step.number} · {title}" if self.step.number else title)
        self.lead.setText(self.step.lead.say(language, child))
        self.refresh()

    def refresh(self) -> None:
        """Show the record as it is."""

    def changed(self, change: Change) -> None:
        """Show the record afresh; the clock and the leader's notes change nothing here."""
        if any(edit.kind not in _UNSEEN for edit in change.edits):
            self.refresh()

    def enter(self, text: str) -> bool:
        """Take what the entry line says; False keeps it there."""
        return False

    def focus_first(self) -> None:
        """Put the hands where one goes on."""
        self.setFocus()

    def hint(self) -> str:
        """Return what the entry line says while it is empty."""
        return ""

    def edit(self, thing_id: str) -> None:
        """Open a thing's words for editing."""

    def shift(self, key: str) -> None:
        """Move the targets: "left", "right", "up", "down"."""

    def press(self, key: str) -> bool:
        """Take a plain key of the panel's own (framing: E, S, I); False when it is not one."""
        return False

    def peek(self, *, on: bool) -> bool:
        """Show what is hidden here while a key is held; False where nothing is."""
        return False


class CardBoard(QWidget):
    """A scrolling column of :class:`ThingCard` widgets kept by id, so that only what changed is touched."""

    def __init__(self, page: PanelPage) -> None:
        super().__init__()
        self.page = page
        self.cards: dict[str, ThingCard] = {}
        self.order: list[str] = []
        self.setProperty("role", "flow")
        self.flow = QVBoxLayout(self)
        self.flow.setContentsMargins(0, 0, 6, 0)
        self.flow.setSpacing(10)

    def card(self, thing: Thing, *, role: str = "card", text_role: str = "") -> ThingCard:
        """Return the card of a thing, made once."""
        card = self.cards.get(thing.id)
        if card is None:
            card = ThingCard(self.page.desk, role=role, text_role=text_role)
            card.aimed.connect(self._aimed)
            card.moved.connect(self._moved)
            self.cards[thing.id] = card
        card.show_thing(thing)
        return card

    def keep_only(self, ids: Iterable[str]) -> None:
        """Drop the cards of things that are gone; the ids' order is the arrows' order."""
        self.order = list(ids)
        for gone in self.cards.keys() - set(self.order):
            card = self.cards.pop(gone)
            card.hide()
            card.setParent(None)
            card.deleteLater()

    def focused(self) -> str:
        """Return the id of the card that has the focus, "" for none."""
        return next((thing_id for thing_id, card in self.cards.items() if card.hasFocus()), "")

    def focus(self, thing_id: str) -> None:
        """Give a card the focus back, after it has got another place."""
        if thing_id in self.order:
            self.cards[thing_id].setFocus()

    def mark(self, targets: tuple[str, ...]) -> None:
        """Show which cards the next verb means."""
        for thing_id, card in self.cards.items():
            card.set_aimed(on=thing_id in targets)

    def _aimed(self, thing_id: str) -> None:
        self.page.desk.aim(thing_id)

    def _moved(self, by: int) -> None:
        ids = self.order
        current = self.page.desk.targets[0] if self.page.desk.targets else ""
        at = ids.index(current) + by if current in ids else 0
        if 0 <= at < len(ids):
            self.cards[ids[at]].setFocus()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; cards live on, the rows around them do not."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear(inner)
            inner.deleteLater()


def scrolling(widget: QWidget) -> QScrollArea:
    """Put a widget into a scroll area without a frame."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(widget)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
