"""A small window that does one slow thing at a time, off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class SlowWindow(SideWindow):
    """Works in the one worker thread, and says in ``said`` what became of it; ``go`` is the one act."""

    def __init__(self, context: UiContext, parent: QWidget | None, size: tuple[int, int]) -> None:
        super().__init__(context, parent, size)
        self._worker: Worker | None = None
        self.said = PlainLabel(role="small", wrap=True)
        self.go = Button(role="primary")
        self.foot.insertWidget(0, self.go)
        self.away.set_role("plain")
        self.said.hide()

    @property
    def busy(self) -> bool:
        """Whether something is being worked on."""
        return self._worker is not None

    def came(self, result: object) -> None:
        """Go on with what the worker made. Raises UserError."""
        raise NotImplementedError

    def refused(self, problem: UserError) -> None:
        """Say why it could not be done."""
        self.tell(problem.message, role="error")

    def tell(self, message: Message | None, *, role: str = "small") -> None:
        """Say one sentence, or nothing."""
        self.said.set_role(role)
        self.said.setText(self.context.words(message) if message else "")
        self.said.setVisible(message is not None)

    def work(self, slow: Callable[[], object]) -> None:
        """Begin; the window stays alive meanwhile."""
        self._worker = Worker(slow, self)
        self._worker.came.connect(self._came)
        self._worker.failed.connect(self._failed)
        self._worker.start()
        self.retranslate()

    def done(self, result: int) -> None:
        """Let the worker end before the window goes."""
        self._end()
        super().done(result)

    def _came(self, result: object) -> None:
        if self._worker is None:
            return  # the window was closed meanwhile
        self._end()
        try:
            self.came(result)
        except UserError as problem:
            self.refused(problem)
        self.retranslate()

    def _failed(self, problem: object) -> None:
        if self._worker is None:
            return
        self._end()
        if isinstance(problem, UserError):
            self.refused(problem)
            self.retranslate()
        elif isinstance(problem, Exception):
            raise problem

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.wait()
            self._worker.deleteLater()
            self._worker = None
