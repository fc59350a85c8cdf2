"""Every key of the program, once: id, words, keys and where it works. F1 shows this list.

F-keys are media keys on many laptops, so each has a second way. No Ctrl+Alt: that is AltGr.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from tvm_desktop.words import Message, Words, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

EVERYWHERE = msg("Everywhere")
MEETING = msg("In a meeting")
PREPARE = msg("Preparing a meeting")
WALL = msg("The projector")
CARDS = msg("Cards and agreements")
FRAMING = msg("Framing")
FOLLOW_UP = msg("Since last time")
ROUND = msg("A round of talking")


@dataclass(frozen=True, slots=True)
class ActionInfo:
    """One thing a key does. Keys are written in Qt's portable form."""

    id: str
    words: Message
    keys: tuple[str, ...]
    scope: Message = MEETING


ACTIONS: tuple[ActionInfo, ...] = (
    ActionInfo("keys", msg("Show the keys"), ("F1", "Ctrl+?"), EVERYWHERE),
    ActionInfo("search", msg("Search"), ("Ctrl+F",), EVERYWHERE),
    ActionInfo("undo", msg("Undo"), ("Ctrl+Z",), EVERYWHERE),
    ActionInfo("redo", msg("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), EVERYWHERE),
    ActionInfo("larger", msg("Larger text"), ("Ctrl++", "Ctrl+="), EVERYWHERE),
    ActionInfo("smaller", msg("Smaller text"), ("Ctrl+-",), EVERYWHERE),
    ActionInfo("lock", msg("Lock"), ("Ctrl+L",), EVERYWHERE),
    ActionInfo("start_meeting", msg("Start the meeting"), ("Ctrl+Return",), PREPARE),
    ActionInfo("back", msg("Close what is open, or go back"), ("Esc",), PREPARE),
    ActionInfo("print", msg("The plan: preview and print"), ("Ctrl+P",), MEETING),
    ActionInfo("home", msg("Home"), ("Ctrl+H",), MEETING),
    ActionInfo("next_step", msg("Next step, for all"), ("Alt+Right",), MEETING),
    ActionInfo("previous_step", msg("Previous step, for all"), ("Alt+Left",), MEETING),
    ActionInfo("take_table", msg("Take the table to the step I look at"), ("Ctrl+Return",), MEETING),
    ActionInfo("entry", msg("To the entry line"), ("F6", "Ctrl+E"), MEETING),
    ActionInfo("voice", msg("Who says it"), tuple(f"Ctrl+{n}" for n in range(1, 10)), MEETING),
    ActionInfo("voice_by_name", msg("Who says it, by name"), ("Ctrl+0",), MEETING),
    ActionInfo("slot", msg("Which column"), tuple(f"Alt+{n}" for n in range(1, 7)), MEETING),
    ActionInfo("column", msg("The column: its place, or left out"), ("Ctrl+Shift+K",), MEETING),
    ActionInfo("park", msg("Keep it for later"), ("Ctrl+T",), MEETING),
    ActionInfo("switch", msg("Go on in another kind of meeting"), ("Ctrl+Shift+M",), MEETING),
    ActionInfo("child", msg("The child is in the room, or has gone"), ("F8", "Ctrl+Shift+I"), MEETING),
    ActionInfo("participant", msg("Add a participant"), ("Ctrl+N",), MEETING),
    ActionInfo("notes", msg("Show my notes while the key is held"), ("F9", "Ctrl+Shift+N"), MEETING),
    ActionInfo("numbers", msg("Show all numbers together, or hide them"), ("Ctrl+Shift+D",), MEETING),
    ActionInfo(
        "minutes_only", msg("Minutes only, without the projector, or not"), ("Ctrl+Shift+R",), MEETING
    ),
    ActionInfo("pause", msg("Pause screen"), ("F12", "Ctrl+B"), WALL),
    ActionInfo("show", msg("Show on the projector, or hide"), ("F5", "Ctrl+Shift+V"), WALL),
    ActionInfo("freeze", msg("Freeze the picture"), ("Ctrl+Shift+F",), WALL),
    ActionInfo("page_down", msg("Next page or item"), ("PgDown",), WALL),
    ActionInfo("page_up", msg("Previous page or item"), ("PgUp",), WALL),
    ActionInfo("alone", msg("The column alone on the projector, or all"), ("Ctrl+Shift+A",), WALL),
    ActionInfo("swap", msg("Swap the screens"), ("Ctrl+Shift+X",), WALL),
    ActionInfo("edit", msg("Change the words"), ("F2", "Ctrl+R"), CARDS),
    ActionInfo("delete", msg("Delete"), ("Del",), CARDS),
    ActionInfo("differ", msg("Somebody sees it differently"), ("Ctrl+D",), CARDS),
    ActionInfo("yes", msg("Has said yes"), ("Ctrl+J",), CARDS),
    ActionInfo("tie", msg("What it builds on"), ("Ctrl+K",), CARDS),
    ActionInfo("sort", msg("Sort the cards: has happened, has protected …"), ("Ctrl+Shift+S",), CARDS),
    ActionInfo("merge", msg("Make one card of several"), ("Ctrl+M",), CARDS),
    ActionInfo("for_child", msg("Fit for the child, or not"), ("Ctrl+Shift+B",), CARDS),
    ActionInfo("unshown", msg("Keep without showing, or show"), ("Ctrl+Shift+G",), CARDS),
    ActionInfo("verbatim", msg("Verbatim, or not"), ("Ctrl+Shift+O",), CARDS),
    ActionInfo("interpreted", msg("Through the interpreter, or not"), ("Ctrl+Shift+T",), CARDS),
    ActionInfo("correct", msg("Add a correction, in a closed meeting"), ("Ctrl+Shift+E",), CARDS),
    ActionInfo("move_left", msg("Move the card to the column on the left"), ("Alt+Shift+Left",), CARDS),
    ActionInfo("move_right", msg("Move the card to the column on the right"), ("Alt+Shift+Right",), CARDS),
    ActionInfo("move_up", msg("Move the card up"), ("Alt+Up",), CARDS),
    ActionInfo("move_down", msg("Move the card down"), ("Alt+Down",), CARDS),
    ActionInfo("all_agree", msg("All are with it"), ("E",), FRAMING),
    ActionInfo("question", msg("Somebody has a question"), ("S",), FRAMING),
    ActionInfo("disagree", msg("Somebody does not agree"), ("I",), FRAMING),
    ActionInfo("done", msg("Carried out"), ("G",), FOLLOW_UP),
    ActionInfo("partly", msg("Partly done"), ("D",), FOLLOW_UP),
    ActionInfo("not_done", msg("Not done yet"), ("I",), FOLLOW_UP),
    ActionInfo("dropped", msg("No longer relevant"), ("A",), FOLLOW_UP),
    ActionInfo("round_on", msg("The next one’s turn"), ("Space", "Return"), ROUND),
    ActionInfo("round_pass", msg("Passes"), ("S",), ROUND),
    ActionInfo("round_other", msg("Another question"), ("N",), ROUND),
)

BY_ID = {info.id: info for info in ACTIONS}


def all_actions() -> tuple[ActionInfo, ...]:
    """Return every key of the program, in the order of the list behind F1."""
    return ACTIONS


def key_text(action_id: str, which: int = 0) -> str:
    """Return a key as the system writes it: "F12", "Ctrl+B"."""
    return QKeySequence(BY_ID[action_id].keys[which]).toString(QKeySequence.SequenceFormat.NativeText)


def add_actions(owner: QWidget, words: Words, handlers: Mapping[str, Callable[[], None]]) -> list[QAction]:
    """Give a widget the QActions of these ids; their keys work in its window while it is visible."""
    made = []
    for action_id, handler in handlers.items():
        info = BY_ID[action_id]
        action = QAction(words(info.words), owner)
        action.setObjectName(action_id)
        action.setShortcuts([QKeySequence(key) for key in info.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(action_id in {"larger", "smaller", "undo", "redo"})
        action.triggered.connect(handler)
        owner.addAction(action)
        made.append(action)
    return made
