"""The one entry line at the bottom: whose words, where they go, type, Enter, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from tvm_desktop.domain.entities import Person
from tvm_desktop.ui.actions import BY_ID
from tvm_desktop.ui.facilitator.desk import ASKED
from tvm_desktop.ui.facilitator.thing import chip_kind
from tvm_desktop.ui.watching import ABOUT_A_PERSON
from tvm_desktop.ui.widgets.basic import Button, Chip, DraftEdit, Panel, PlainLabel, PopMenu, set_role
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent

    from tvm_desktop.ui.facilitator.desk import Asking, Desk
    from tvm_desktop.ui.facilitator.panels.base import PanelPage


_ENTRY = "entry"
_LINES, _LARGE_LINES, _LOW_LINES = (1, 6), (3, 8), (1, 2)
_HINT_AROUND = 10
_SLOT_KEYS = len(BY_ID["slot"].keys)


class EntryEdit(DraftEdit):
    """The line itself. Signals: ``escaped()``, ``resized()``."""

    escaped = Signal()
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that there is other room for the hint."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a question; the rest is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class EntryLine(Panel):
    """Voice, words, column. Signal: ``entered()`` after the words were taken."""

    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("entry", across=True, margins=(14, 6, 12, 6), spacing=10)
        self.desk = desk
        self.page: PanelPage | None = None
        self.voice = Chip()
        self.voice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.asks = PlainLabel(role="ask")
        self._hint = ""
        self._asked: Asking | None = None
        self._aside = ""
        self.edit = EntryEdit(_ENTRY, desk.bridge.draft, lines=_LINES, role="bare")
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.slot = Button("", "quiet")
        self.slot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.slot.clicked.connect(self.pick_slot)
        self.keys = PlainLabel(role="small")
        self.box.addWidget(self.voice)
        self.box.addWidget(self.asks)
        self.box.addWidget(self.edit, 1)
        self.box.addWidget(self.slot)
        self.box.addWidget(self.keys)
        self.edit.accepted.connect(self._accepted)
        self.edit.escaped.connect(self._escaped)
        self.edit.resized.connect(self._fit_hint)
        desk.chosen.connect(self.retranslate)
        desk.entry_wanted.connect(self.focus)
        self._restore()
        self.retranslate()

    def set_page(self, page: PanelPage) -> None:
        """Write into this panel from now on."""
        self.page = page
        self.retranslate()

    def enlarge(self, *, on: bool, low: bool) -> None:
        """Be large for who takes the minutes, or as usual; in a low window the cards keep their room."""
        set_role(self.edit, "bare-large" if on else "bare")
        large = _LOW_LINES if low else _LARGE_LINES
        self.edit.set_lines(large if on else _LINES)
        self.keys.setVisible(not on)
        self._fit_hint()

    def _restore(self) -> None:
        """Bring back what a crash left; an answer whose question is gone stands as words of its own."""
        session = self.desk.session
        entry, asked = session.drafted(_ENTRY), session.drafted(ASKED)
        if asked:
            self._take_up(entry.text if entry else "", asked.text)
        elif entry:
            self.edit.restore(entry.text, entry.cursor)

    def _take_up(self, before: str, answer: str) -> None:
        """Let the words stand that a question had put aside, with an answer that was never given below them."""
        text = "\n".join(filter(None, (before, answer)))
        self.edit.bind(_ENTRY, self.desk.bridge.draft)
        self.edit.set_text(text)
        if answer:
            self.desk.bridge.draft(_ENTRY, text, len(text))
            self.desk.bridge.draft(ASKED, "", 0)

    def _follow_question(self) -> None:
        """Put half a sentence aside while a question is asked."""
        asked, self._asked = self._asked, self.desk.asking
        if asked is None and self._asked is not None:
            self._aside = self.edit.text()
            self.edit.bind(ASKED, self.desk.bridge.draft)
            self.edit.set_text(self._asked.text)
        elif asked is not None and self._asked is None:
            answer = self.edit.text()
            self._take_up(self._aside, "" if answer == asked.text else answer)

    def retranslate(self) -> None:
        """Say whose words, where they go, and what to type."""
        self._follow_question()
        desk, words = self.desk, self.desk.context.words
        voices = [person.id for person in desk.voices]
        number = f"{voices.index(desk.voice) + 1} · " if desk.voice in voices else ""
        self.voice.setText(
            f"{number}{desk.record.called(desk.voice)}" if desk.voice else words(msg("nobody"))
        )
        self.voice.set_kind(chip_kind(desk.record.find(Person, desk.voice)))
        self.asks.setText(words(desk.asking.words) if desk.asking else "")
        self.asks.setVisible(desk.asking is not None)
        self.edit.setProperty(ABOUT_A_PERSON, desk.asking is not None and desk.asking.person)
        slot = desk.slots[desk.slot].title if desk.slots and not desk.asking else ""
        self.slot.setText(f"{_short(slot)} ▾")
        self.slot.setVisible(len(desk.slots) > 1 and not desk.asking)
        self._hint = "" if desk.asking or not self.page else self.page.hint()
        self._fit_hint()
        self.edit.setAccessibleName(self.asks.text() or self._hint)
        self.keys.setText(words(msg("Enter adds")))
        if self.parentWidget() is not None:  # shown without a parent it would be a window of its own
            self.setVisible(self._is_wanted())
        if desk.asking:
            self.edit.setFocus()

    def _fit_hint(self) -> None:
        """Show as much of the hint as stands on one line."""
        room = self.edit.viewport().width() - _HINT_AROUND
        text = self.edit.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, room)
        self.edit.setPlaceholderText(text)

    def _is_wanted(self) -> bool:
        if self.desk.session.read_only:
            return False
        return self.desk.asking is not None or bool(self.page and self.page.takes_entry)

    def focus(self) -> None:
        """Stand ready to type."""
        if self.isVisibleTo(self.window()):
            self.edit.setFocus()

    def pick_slot(self) -> None:
        """Offer the columns in a menu."""
        menu = PopMenu(self)
        for n, slot in enumerate(self.desk.slots):
            menu.offer(_short(slot.title, 60), f"Alt+{n + 1}" if n < _SLOT_KEYS else "").setData(n)
        menu.triggered.connect(self._picked_slot)
        menu.popup(self.slot.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def pick_voice(self) -> None:
        """Offer everybody by name; typing the start of a name chooses."""
        menu = PopMenu(self)
        for person in self.desk.voices:
            menu.offer(self.desk.record.voice(person.id)).setData(person.id)
        menu.triggered.connect(self._picked_voice)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _picked_slot(self, action: QAction) -> None:
        self.desk.choose_slot(int(action.data()))

    def _picked_voice(self, action: QAction) -> None:
        self.desk.choose_voice(str(action.data()))

    def _accepted(self, text: str) -> None:
        text = text.strip()
        asking = self.desk.asking
        if asking:
            if (text or asking.empty) and asking.take(text):
                self._clear()
                self.desk.ask(None)
                self.entered.emit()
            return
        if text and self.page and self.page.enter(text):
            self._clear()
            self.entered.emit()

    def _clear(self) -> None:
        self.edit.forget_draft()
        self.edit.set_text("")

    def _escaped(self) -> None:
        if self.desk.asking:
            self.desk.ask(None)
        elif self.page:
            self.page.setFocus()


def _short(text: str, most: int = 26) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
