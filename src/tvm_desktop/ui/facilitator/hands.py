"""What every key of the meeting does, and the hold-to-see note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QListView, QPlainTextEdit

from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.participant import newcomer
from tvm_desktop.ui.actions import BY_ID, key_text
from tvm_desktop.ui.facilitator.desk import ASKED, Asking
from tvm_desktop.ui.facilitator.switching import offer_forms
from tvm_desktop.ui.screens import Place
from tvm_desktop.ui.widgets.basic import PopMenu
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.facilitator.window import FacilitatorPage


class Hands(QObject):
    """The keys. ``for_wall`` are those that work in the projector's window too."""

    for_wall = frozenset(
        {"pause", "show", "freeze", "page_down", "page_up", "next_step", "previous_step", "child"}
    )

    def __init__(self, page: FacilitatorPage) -> None:
        super().__init__(page)
        self.page = page
        self._held = 0
        self.side_wanted = False
        self.agenda_wanted = False
        self._rehearsing = False
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def words_of(self, action_id: str) -> Message:
        """Return a key's words."""
        return BY_ID[action_id].words

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each key does."""
        page = self.page
        return {
            "undo": page.desk.bridge.undo,
            "redo": page.desk.bridge.redo,
            "print": page.open_paper,
            "home": page.leave,
            "next_step": self.next_step,
            "previous_step": self.previous_step,
            "take_table": self.take_table,
            "entry": page.focus_first,
            "voice_by_name": page.entry.pick_voice,
            "park": self.park,
            "child": page.toggle_child,
            "participant": self.add_participant,
            "pause": self.pause,
            "show": self.show_wall,
            "freeze": self.freeze,
            "minutes_only": page.scribe.toggle,
            "swap": self.swap,
            "switch": self.switch,
            "numbers": self.numbers,
            **page.verbs.handlers(),
        }

    # -- steps and wall ------------------------------------------------------------------------------------------

    def next_step(self) -> None:
        """Take the table to the next step; after the last, ask to end."""
        following = self.page.desk.neighbour(1)
        if following is None:
            self.page.ask_end()
        elif self.page.session.read_only:
            self.page.desk.look_at(following.id)
        else:
            self.page.desk.take_table(following.id)

    def previous_step(self) -> None:
        """Take the table back; nothing is lost."""
        before = self.page.desk.neighbour(-1)
        if before is None:
            return
        if self.page.session.read_only:
            self.page.desk.look_at(before.id)
        else:
            self.page.desk.take_table(before.id)

    def take_table(self) -> None:
        """Take the table to the step in view."""
        self.page.desk.take_table(self.page.desk.step_id)

    def pause(self) -> None:
        """Show the calm pause screen at once, or go back."""
        if not self.page.session.read_only and not self.page.scribe.refuses():
            self.page.session.projector.toggle_pause()

    def show_wall(self) -> None:
        """Show the table's step on the wall, or hide it."""
        if not self.page.scribe.refuses():
            self.page.wall.toggle()

    def freeze(self) -> None:
        """Keep the wall's picture while the leader works on, or let it follow again."""
        if not self.page.scribe.refuses():
            self.page.session.projector.toggle_freeze()

    def swap(self) -> None:
        """Let the two screens change places."""
        if not self.page.scribe.refuses() and not self.page.control.swap():
            self.page.say(msg("There is only one screen."))

    def switch(self) -> None:
        """Offer to go on in another kind of meeting: another view of the same words."""
        if not self.page.session.read_only:
            offer_forms(self.page)

    def numbers(self) -> None:
        """Show all numbers together, where there are any, or hide them again."""
        self.page.page.press("numbers")

    def turn(self, by: int) -> None:
        """Turn the wall's page, then the item; never the step."""
        turned = not self.page.scribe.on and self.page.wall.turn(by)
        if not turned and self.page.desk.is_live:
            self.page.page.shift("down" if by > 0 else "up")

    # -- words ---------------------------------------------------------------------------------------------------

    def park(self) -> None:
        """Keep what stands in the entry line for later."""
        edit = self.page.entry.edit
        if self.page.desk.asking is None and self.page.verbs.park(edit.text().strip()):
            edit.forget_draft()
            edit.set_text("")

    def add_participant(self) -> None:
        """Ask for a name and what they are, as in Prepare; who is known in the course already is not made twice."""
        desk = self.page.desk
        if self.page.session.read_only:
            return

        def take(text: str) -> bool:
            command = newcomer(desk.record, text)
            return command is not None and desk.bridge.do(command, done_draft=ASKED)

        desk.ask(Asking(msg("Name, and what they are (mother, teacher):"), take, person=True))

    def choose_voice(self, number: int) -> None:
        """Choose the voice with this number."""
        voices = self.page.desk.voices
        if number <= len(voices):
            self.page.desk.choose_voice(voices[number - 1].id)

    def more(self) -> None:
        """Offer the rest in a menu."""
        page, words = self.page, self.page.context.words
        menu, handlers = PopMenu(page), self.handlers()
        for action_id in ("print", "participant", "switch", "minutes_only"):
            line = menu.offer(words(BY_ID[action_id].words), key_text(action_id))
            line.triggered.connect(handlers[action_id])
        if not page.scribe.on:
            self._offer_wall(menu)
        menu.offer(words(msg("Prompts and notes on, or off"))).triggered.connect(self._toggle_side)
        menu.offer(words(msg("Agenda on, or off"))).triggered.connect(self._toggle_agenda)
        if not page.session.read_only:
            menu.offer(words(msg("End the meeting"))).triggered.connect(page.ask_end)
        menu.offer(words(BY_ID["lock"].words), key_text("lock")).triggered.connect(page.lock_wanted)
        menu.popup(page.top.more.mapToGlobal(QPoint(0, page.top.more.height())))

    def _offer_wall(self, menu: PopMenu) -> None:
        page, words = self.page, self.page.context.words
        menu.offer(words(BY_ID["freeze"].words), key_text("freeze")).triggered.connect(self.freeze)
        menu.offer(words(BY_ID["swap"].words), key_text("swap")).triggered.connect(self.swap)
        menu.offer(words(msg("Show each screen’s name"))).triggered.connect(page.control.identify)
        menu.offer(words(msg("Rehearse in a window, or not"))).triggered.connect(self._rehearse)

    def _rehearse(self) -> None:
        self._rehearsing = not self._rehearsing
        self.page.control.rehearse(on=self._rehearsing)
        if self._rehearsing:
            self.page.session.projector.show()

    def _toggle_side(self) -> None:
        self.side_wanted = not self.page.side.isVisible()
        self.page.side.setVisible(self.side_wanted)

    def _toggle_agenda(self) -> None:
        self.agenda_wanted = not self.page.agenda.isVisible()
        self.page.agenda.setVisible(self.agenda_wanted)

    # -- keys that are not plain actions -------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take numbers, the hold-to-see note, and a clicker's keys where nothing else wants them."""
        if (
            isinstance(event, QKeyEvent)
            and self.page.isVisible()
            and event.type() != QEvent.Type.ShortcutOverride
        ):
            if event.type() == QEvent.Type.KeyRelease:
                return self._released(event)
            window = self.page.window()
            if watched is window.focusWidget() or watched is self.page.control.window:
                return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and 1 <= number <= 9:
            self.choose_voice(number)
            return True
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and 1 <= number <= 6:
            self.page.desk.choose_slot(number - 1)
            return True
        if _is(event, "notes"):
            if not event.isAutoRepeat():
                self._held = event.key()
                if not self._peek(on=True):
                    self.page.side.unfold_notes()
            return True
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not event.modifiers():
            return self._clicked_on(1 if event.key() == Qt.Key.Key_PageDown else -1)
        return self._moved(event)

    def _clicked_on(self, by: int) -> bool:
        field = QApplication.focusWidget()
        if isinstance(field, QPlainTextEdit | QListView) and _scrolls(field):
            return False
        self.turn(by)
        return True

    def _moved(self, event: QKeyEvent) -> bool:
        for verb, key in _MOVES.items():
            if _is(event, verb):
                self.page.page.shift(key)
                return True
        plain = not event.modifiers() and not isinstance(
            QApplication.focusWidget(), QLineEdit | QPlainTextEdit
        )
        framing = self.page.desk.step.panel is PanelKind.FRAMING
        return plain and framing and self.page.page.press(event.text())

    def _peek(self, *, on: bool) -> bool:
        """Show hidden numbers while the key is held, but never where the room sees this page."""
        mirrored = self.page.control.placement.place is Place.MIRRORED
        return not (on and mirrored) and self.page.page.peek(on=on)

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() == self._held and not event.isAutoRepeat():
            self._held = 0
            if self._peek(on=False):
                return True
            if not self.page.side.notes.document().isModified():
                self.page.side.fold_notes()
            return True
        return False


def _scrolls(view: QAbstractScrollArea) -> bool:
    return view.verticalScrollBar().maximum() > 0


_MOVES = {"move_left": "left", "move_right": "right", "move_up": "up", "move_down": "down"}


def _is(event: QKeyEvent, action_id: str) -> bool:
    return any(QKeySequence(key) == QKeySequence(event.keyCombination()) for key in BY_ID[action_id].keys)
