"""A list of backups and what is in the one that is chosen, proven by opening it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tvm_desktop.ui.backups import said
from tvm_desktop.ui.backups.task import Task
from tvm_desktop.ui.screens import mirrored, read_screens
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.errors import UserError
    from tvm_desktop.paths import DataFolder
    from tvm_desktop.storage.backups import Backup
    from tvm_desktop.storage.restoring import Contents
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_ROWS = 5


class Chooser(QWidget):
    """Shows backups; the chosen one is opened with the key at hand, or with its own password or code.

    Signal: ``changed()`` when another one is chosen, or its contents are known: then ``contents`` and ``key`` are set.
    """

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.picked: Backup | None = None
        self.contents: Contents | None = None
        self.key = b""
        self.known_key = b""
        self._found: tuple[Backup, ...] = ()
        self._by_code = self._asks = False
        self._message: Message | None = None
        self._task = Task(self)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = Panel("card-quiet", spacing=8)
        self.inside = PlainLabel(wrap=True)
        self.secret = LineField(secret=True)
        self.look = Button()
        self.other_way = Button(role="quiet")
        self._lay_out()
        self.list.currentRowChanged.connect(self._pick)
        self.secret.done.connect(self._try)
        self.look.clicked.connect(self._try)
        self.other_way.clicked.connect(self._switch)
        self.retranslate()

    def show_backups(self, found: tuple[Backup, ...], key: bytes) -> None:
        """Offer these, the first one chosen; ``key`` opens the present file, b"" when it is not known."""
        self._found, self.known_key = found, key
        self.list.blockSignals(True)
        self.list.clear()
        for backup in found:
            self.list.addItem(QListWidgetItem(said.row(backup, self.context)))
        self.list.setCurrentRow(0 if found else -1)
        self.list.blockSignals(False)
        self._pick(self.list.currentRow())

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.list.setAccessibleName(words(msg("Backups")))
        for number, backup in enumerate(self._found):
            self.list.item(number).setText(said.row(backup, self.context))
        line = self.list.fontMetrics().lineSpacing() * 2 + self.context.px(14)
        self.list.setFixedHeight(line * min(_ROWS, max(2, len(self._found))) + 6)
        self.secret.set_label(
            words(
                msg("The recovery code of this backup")
                if self._by_code
                else msg("The password of this backup")
            )
        )
        self.look.setText(words(msg("Look into it")))
        self.other_way.setText(words(msg("Use the password") if self._by_code else msg("Use recovery code")))
        self._show_state()

    def stop(self) -> None:
        """Let go of what is being looked into."""
        self._task.stop()

    @property
    def has_key(self) -> bool:
        """Whether it has anything that opens a file."""
        return bool(self.key or self.known_key)

    @property
    def folder(self) -> DataFolder | None:
        """The files of the chosen one."""
        return self.picked.folder if self.picked is not None else None

    def _pick(self, row: int) -> None:
        self.picked = self._found[row] if 0 <= row < len(self._found) else None
        self._by_code, self._message = False, None
        self.secret.set_text("")
        self.stop()
        self.key, self.contents, self._asks = b"", None, False
        if self.picked is not None:
            if self._fits(self.picked.folder):
                self._open(self.known_key)
            else:
                self._asks = True
        self._mode()

    def _fits(self, folder: DataFolder) -> bool:
        from tvm_desktop.storage.restoring import same_database

        return bool(self.known_key) and any(
            same_database(one, folder, self.known_key) for one in (self.context.folder, folder)
        )

    def _open(self, key: bytes) -> None:
        from tvm_desktop.storage.restoring import preview

        if self.picked is not None:
            self.key = key
            self._task.run(partial(preview, self.picked.folder, key), self._came, self._failed)

    def _try(self) -> None:
        secret = self.secret.secret()
        if self.picked is None or not secret or self._task.busy:
            return
        self._message = None
        work = partial(_key_of, self.context, self.picked.folder, secret, self._by_code)
        self._task.run(work, self._derived, self._refused)
        self._show_state()

    def _derived(self, key: object) -> None:
        if isinstance(key, bytes):
            self._asks = False
            self._open(key)
            self._show_state()

    def _refused(self, problem: UserError) -> None:
        self._message = problem.message
        self._show_state()
        self.secret.edit.selectAll()
        self.secret.setFocus()

    def _came(self, contents: object) -> None:
        from tvm_desktop.storage.restoring import Contents

        if isinstance(contents, Contents):
            self.contents = contents
        self._show_state()
        self.changed.emit()

    def _failed(self, problem: UserError) -> None:
        self.key, self._message = b"", problem.message
        self._show_state()
        self.changed.emit()

    def _switch(self) -> None:
        self._by_code, self._message = not self._by_code, None
        self.secret.set_text("")
        self._mode()
        self.secret.setFocus()

    def _mode(self) -> None:
        modes = self.secret.edit.EchoMode
        self.secret.edit.setEchoMode(modes.Normal if self._by_code else modes.Password)
        self.retranslate()
        self.changed.emit()

    def _show_state(self) -> None:
        words = self.context.words
        self.list.setVisible(bool(self._found))
        self.card.setVisible(self.picked is not None)
        for widget in (self.secret, self.look, self.other_way):
            widget.setVisible(self._asks)
        self.look.setEnabled(not self._task.busy)
        problem = words(self._message) if self._message else ""
        self.secret.set_problem(problem if self._asks else "")
        self.inside.setText(self._inside() or problem)

    def _inside(self) -> str:
        words = self.context.words
        if self.contents is not None:
            return said.inside(self.contents, self.context, discreet=mirrored(read_screens()))
        if self._asks:
            return words(
                msg(
                    "This backup needs the password or the recovery code that belonged to it when it was made."
                )
            )
        return words(msg("Looking into it …")) if self._task.busy else ""

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.list)
        box.addWidget(self.card)
        self.card.box.addWidget(self.inside)
        self.card.box.addWidget(self.secret)
        line = QHBoxLayout()
        line.addWidget(self.look)
        line.addWidget(self.other_way)
        line.addStretch(1)
        self.card.box.addLayout(line)


def _key_of(context: UiContext, folder: DataFolder, secret: str, by_code: bool) -> bytes:
    from tvm_desktop.storage.attempts import CODE, PASSWORD, Doorkeeper

    door = Doorkeeper(context.folder, clock=context.clock, seconds=context.seconds)
    return door.open(secret, CODE if by_code else PASSWORD, of=folder)
