"""What only the owner of the password may do: a small window that asks for it first."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.errors import UserError
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.unlock.tries import Wait
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from tvm_desktop.storage.rows import UseAct
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


_OUTCOME_SIZE = (560, 320)


class OwnerWindow(SideWindow):
    """Asks for the present password, does one thing in the worker, and says what happened. Signal: ``ended()``.

    What was changed is noted as ``act``, also when a lock closed the window before it could be said.
    """

    ended = Signal()
    act: UseAct
    stays = True  # while the worker works: nobody shall be left in doubt about what opens the file

    def __init__(
        self, context: UiContext, parent: QWidget | None, size: tuple[int, int], more: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, size)
        self._worker: Worker | None = None
        self._problem: Message | None = None
        self._outcome: tuple[Message, ...] = ()
        self._wait = Wait(context, self)
        self._wait.look()
        self.lead = PlainLabel(wrap=True)
        self.present = LineField(secret=True)
        self.problem = PlainLabel(role="error", wrap=True)
        self.go = Button(role="primary")
        self.form = QWidget()
        self.said = PlainLabel(wrap=True)
        self._lay_out(more)
        self.present.edited.connect(self._typing)
        self.go.clicked.connect(self.choose)
        self._wait.ticked.connect(self._show_state)

    def mistake(self) -> Message | None:
        """Say what is wrong with what was typed beside the password."""
        return None

    def work(self) -> Callable[[], object]:
        """Return what the worker does."""
        raise NotImplementedError

    def came(self, result: object) -> None:
        """Go on with what the worker made. Raises UserError."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Stand before the password again."""

    def choose(self) -> None:
        """Do it, unless something is missing or one has to wait."""
        if self._worker is not None or self._wait.left() or not self.present.secret():
            return
        self._problem = self.mistake()
        if self._problem is None:
            self.start(self.work())
        self._show_state()

    def start(self, work: Callable[[], object]) -> None:
        """Let the worker do something; :meth:`came` goes on with it."""
        self._worker = Worker(work, self)
        self._worker.came.connect(self._came)
        self._worker.failed.connect(self._failed)
        self._worker.start()

    def end(self, *outcome: Message) -> None:
        """Say that it is done; there is nothing more to type."""
        self._outcome = outcome
        self._size = _OUTCOME_SIZE
        self.form.hide()
        self.retranslate()
        self.said.show()
        self.away.set_role("primary")
        self.away.setFocus()
        self.ended.emit()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.present.set_label(words(msg("Your present password")))
        self.said.setText("\n\n".join(words(sentence) for sentence in self._outcome))
        self._show_state()

    def go_words(self) -> Message:
        """Say what the button does."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close, or stay until it is known what became of it."""
        if self._worker is None or not self.stays:
            super().reject()

    def done(self, result: int) -> None:
        """Wait for what is under way, and note it."""
        worker = self._worker
        self._end_worker()
        if worker is not None:
            with suppress(UserError):
                self._note(worker.result)
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing."""
        super().showEvent(event)
        self.present.setFocus()

    def _typing(self) -> None:
        if self._problem is not None:
            self._problem = None
            self._show_state()

    def _came(self, result: object) -> None:
        if self._worker is None:
            return  # the window was closed meanwhile, perhaps by locking
        self._end_worker()
        try:
            self.came(result)
            self._note(result)
        except UserError as problem:
            self._problem = problem.message
        self._show_state()

    def _failed(self, problem: object) -> None:
        if self._worker is None:
            return
        self._end_worker()
        self.go_back()
        self._problem = problem.message if isinstance(problem, UserError) else None
        self._show_state()
        if isinstance(problem, Exception) and self._problem is None:
            raise problem
        self.present.edit.selectAll()
        self.present.setFocus()

    def _end_worker(self) -> None:
        if self._worker is not None:
            self._worker.wait()
            self._worker.deleteLater()
            self._worker = None

    def _note(self, result: object) -> None:
        """Note that something was changed; then the result is the backups that could not follow."""
        if isinstance(result, tuple):
            self.context.open_store.log_use(self.act)

    def _show_state(self) -> None:
        words, busy, left = self.context.words, self._worker is not None, self._wait.left()
        rest = self._wait.words() if left else self.go_words()
        self.go.setText(words(msg("One moment …") if busy else rest))
        self.go.setEnabled(not busy and not left)
        self.away.setEnabled(not busy or not self.stays)
        self.problem.setText(words(self._problem) if self._problem else "")
        self.problem.setVisible(self._problem is not None)

    def _lay_out(self, more: QWidget | None) -> None:
        inner = QVBoxLayout(self.form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for widget in (self.lead, self.present, more, self.problem):
            if widget is not None:
                inner.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self.go)
        line.addStretch(1)
        inner.addLayout(line)
        self.column.addWidget(self.form)
        self.column.addWidget(self.said)
        self.column.addStretch(1)
        self.said.hide()
        self.away.set_role("plain")
