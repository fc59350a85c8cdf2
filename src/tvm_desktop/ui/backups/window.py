"""Backups: how old the newest is and where they lie, what is in each, one now, one elsewhere, one restored."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tvm_desktop.errors import UserError
from tvm_desktop.storage.backup import save_copy
from tvm_desktop.storage.backups import found_in, list_backups
from tvm_desktop.storage.moving import forget_move
from tvm_desktop.storage.place import folder_warning
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.backups import said
from tvm_desktop.ui.backups.chooser import Chooser
from tvm_desktop.ui.backups.folders import ask_folder, copy_warning
from tvm_desktop.ui.backups.task import Task
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tvm_desktop.storage.restoring import Contents
    from tvm_desktop.ui.backups.keeper import Keeper
    from tvm_desktop.ui.context import UiContext


class BackupsWindow(SideWindow):
    """Signal: ``restore_wanted(Backup, bytes)`` with the key that opens it; the file is open still."""

    restore_wanted = Signal(object, object)

    def __init__(self, context: UiContext, parent: QWidget | None, keeper: Keeper) -> None:
        super().__init__(context, parent, (640, 720))
        self.keeper = keeper
        self._elsewhere: Path | None = None
        self._note: Message | None = None
        self._wanted = False
        self._copies: list[Path] = []  # made, and not noted in the use log yet
        self._then: Callable[[], None] | None = None
        self._yes = msg("Restore it")
        self._task = Task(self)
        self.state = PlainLabel(role="strong", wrap=True)
        self.where = PlainLabel(role="muted", wrap=True)
        self.warning = PlainLabel(role="hint", wrap=True)
        self.left = Button(role="quiet")
        self.now, self.copy, self.other, self.own = Button(), Button(), Button(), Button(role="quiet")
        self.note = PlainLabel(role="small", wrap=True)
        self.chooser = Chooser(context)
        self.restore = Button()
        self.question = Panel("card-on", spacing=8)
        self.asked = PlainLabel(wrap=True)
        self.yes, self.no = Button(role="primary"), Button()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read afresh which backups there are."""
        found = found_in(self._elsewhere) if self._elsewhere else list_backups(self.context.folder)
        self.chooser.show_backups(found, self.context.open_store.key)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, folder = self.context.words, self.context.folder
        self.say(words(msg("Backups")))
        self.state.setText(words(said.newest(list_backups(folder), self.context)))
        self.where.setText(self._place())
        warning = folder_warning(folder.root)
        self.warning.setText(words(warning) if warning else "")
        self.warning.setVisible(warning is not None)
        self.left.setText(words(msg("Keep what is here, and ask no more for what was saved elsewhere")))
        self.left.setVisible(folder.moved.exists())
        self.now.setText(words(msg("Making a backup …") if self.keeper.busy else msg("Make a backup now")))
        self.copy.setText(
            words(msg("Saving a copy …") if self._task.busy else msg("Save a copy elsewhere …"))
        )
        for button in (self.now, self.copy):
            button.setEnabled(not self.keeper.busy and not self._task.busy)
        self.other.setText(words(msg("Backups in another folder …")))
        self.own.setText(words(msg("The program’s own backups")))
        self.own.setVisible(self._elsewhere is not None)
        self.restore.setText(words(msg("Restore this one …")))
        self.yes.setText(words(self._yes))
        self.no.setText(words(msg("No, keep it as it is")))
        self.note.setText(words(self._note) if self._note else "")
        self.note.setVisible(self._note is not None)
        self.chooser.retranslate()

    def look_in(self, place: Path) -> None:
        """Show the backups of another folder, a stick for example."""
        self._elsewhere, self._note = place, None
        if not found_in(place):
            self._elsewhere, self._note = None, msg("There are no backups in that folder.")
        self.refresh()
        self.chooser.list.setFocus()

    def save_to(self, place: Path) -> None:
        """Save a copy in a folder; one that leaves the computer is asked about first."""
        warning = copy_warning(place)
        if warning is None:
            self._copy_to(place)
        else:
            words = self.context.words
            self._ask(words(warning), msg("Save it there"), partial(self._copy_to, place))

    def _copy_to(self, place: Path) -> None:
        folder, key, now = self.context.folder, self.context.open_store.key, self.context.clock()

        def work() -> object:
            self._copies.append(save_copy(folder, key, place, now))
            return self._copies[-1]

        self._task.run(work, self._saved, self._failed)
        self._say(None)

    def ask(self) -> None:
        """Say what restoring does, and ask once."""
        backup, contents = self.chooser.picked, self.chooser.contents
        if backup is None or contents is None:
            return
        words = self.context.words
        what = msg(
            "The backup takes the place of all that is here now. "
            "What is here now becomes a backup first, so that you can go back. The program then opens the file anew."
        )
        since = said.lost(self._present(), contents, backup, self.context)
        keys = msg("From then on the file opens with the password or the recovery code of the backup.")
        own = self.chooser.key == self.context.open_store.key
        text = since + "\n\n" + words(what) + ("" if own else " " + words(keys))
        self._ask(text, msg("Restore it"), self._restore)

    def done(self, result: int) -> None:
        """Wait for what is being read or written."""
        self.chooser.stop()
        self._task.stop()
        self._note_copies()
        super().done(result)

    def _present(self) -> Contents | None:
        from tvm_desktop.storage.restoring import contents_of

        try:
            return contents_of(self.context.folder, self.context.open_store.key)
        except UserError:
            return None

    def _place(self) -> str:
        words = self.context.words
        if self._elsewhere is not None:
            return words(msg("Shown here: {path}", path=str(self._elsewhere)))
        return words(
            msg("They lie in {path}, encrypted like the file itself.", path=str(self.context.folder.backups))
        )

    def _chosen(self) -> None:
        self._close_question()
        self.restore.setEnabled(self.chooser.contents is not None)

    def _ask(self, text: str, yes: Message, then: Callable[[], None]) -> None:
        """Ask once, in words; no is the nearer answer."""
        self._then, self._yes = then, yes
        self.asked.setText(text)
        self.yes.setText(self.context.words(yes))
        self.question.show()
        self.restore.hide()
        self.no.setFocus()

    def _close_question(self) -> None:
        self._then = None
        self.question.hide()
        self.restore.setVisible(self.chooser.picked is not None)

    def _answer_no(self) -> None:
        self._close_question()
        (self.restore if self.restore.isEnabled() else self.copy).setFocus()

    def _answer_yes(self) -> None:
        then = self._then
        self._close_question()
        if then is not None:
            then()

    def _restore(self) -> None:
        if self.chooser.picked is not None and self.chooser.key:
            self.restore_wanted.emit(self.chooser.picked, self.chooser.key)

    def _make(self) -> None:
        self._wanted = True
        self.keeper.make()
        self._say(None)

    def _made(self) -> None:
        """Show the new one; one that made itself meanwhile only changes what stands at the top."""
        if not self._wanted:
            self.retranslate()
            return
        self._wanted, self._elsewhere = False, None
        self._note = msg("The backup is made, opened and proven whole.")
        self.refresh()
        self.now.setFocus()

    def _note_copies(self) -> None:
        """Note what was copied, also while the window was closing."""
        store = self.context.store
        while self._copies and store is not None:
            self._copies.pop()
            with suppress(UserError):  # the copy is made; a disk that is full says so at the next word
                store.log_use(UseAct.COPIED)

    def _saved(self, copy: object) -> None:
        self._note_copies()
        self._say(
            msg(
                "The copy lies in {path}, opened and proven whole. It is encrypted, "
                "and opens with the same password or recovery code.",
                path=str(copy),
            )
        )

    def _failed(self, problem: UserError) -> None:
        self._say(problem.message)

    def _say(self, note: Message | None) -> None:
        self._note = note
        self.retranslate()

    def _ask_place(self) -> None:
        place = ask_folder(self, self.context.words, msg("Where shall the copy lie?"))
        if place is not None:
            self.save_to(place)

    def _forget_move(self) -> None:
        forget_move(self.context.folder)
        self.retranslate()
        self.now.setFocus()

    def _ask_other(self) -> None:
        place = ask_folder(self, self.context.words, msg("Where do the backups lie?"))
        if place is not None:
            self.look_in(place)

    def _show_own(self) -> None:
        self._elsewhere = None
        self.refresh()
        self.chooser.list.setFocus()

    def _connect(self) -> None:
        self.now.clicked.connect(self._make)
        self.left.clicked.connect(self._forget_move)
        self.copy.clicked.connect(self._ask_place)
        self.other.clicked.connect(self._ask_other)
        self.own.clicked.connect(self._show_own)
        self.chooser.changed.connect(self._chosen)
        self.restore.clicked.connect(self.ask)
        self.yes.clicked.connect(self._answer_yes)
        self.no.clicked.connect(self._answer_no)
        self.keeper.made.connect(self._made)
        self.keeper.failed.connect(self._say)

    def _lay_out(self) -> None:
        for label in (self.state, self.where, self.warning):
            self.column.addWidget(label)
        self.column.addLayout(_line(self.left))
        self.column.addLayout(_line(self.now, self.copy))
        self.column.addWidget(self.note)
        self.column.addWidget(self.chooser)
        answers = _line(self.yes, self.no)
        self.question.box.addWidget(self.asked)
        self.question.box.addLayout(answers)
        self.question.hide()
        self.column.addWidget(self.question)
        self.column.addLayout(_line(self.restore, self.other, self.own))
        self.column.addStretch(1)


def _line(*buttons: Button) -> QHBoxLayout:
    line = QHBoxLayout()
    for one in buttons:
        line.addWidget(one)
    line.addStretch(1)
    return line
