"""One piece of work at a time, off the GUI thread; what comes too late is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tvm_desktop.errors import UserError
from tvm_desktop.ui.unlock.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    Came = Callable[[object], None]
    Failed = Callable[[UserError], None]


class Task(QObject):
    """Runs one function in the worker. A bug in it is raised in the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._came: Came | None = None
        self._refused: Failed | None = None

    @property
    def busy(self) -> bool:
        """Whether it runs."""
        return self._worker is not None

    def run(self, work: Callable[[], object], came: Came, failed: Failed) -> None:
        """Begin, after what runs already, whose result nobody waits for any more."""
        self.stop()
        self._came, self._refused = came, failed
        self._worker = Worker(work, self)
        self._worker.came.connect(self._done)
        self._worker.failed.connect(self._failed)
        self._worker.start()

    def stop(self) -> None:
        """Wait until it has ended; its result is left alone."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()
            worker.deleteLater()

    def _done(self, result: object) -> None:
        if self._worker is None or self.sender() is not self._worker:
            return  # it was stopped meanwhile
        self.stop()
        if self._came is not None:
            self._came(result)

    def _failed(self, problem: object) -> None:
        if self._worker is None or self.sender() is not self._worker:
            return
        self.stop()
        if isinstance(problem, UserError):
            if self._refused is not None:
                self._refused(problem)
        elif isinstance(problem, Exception):
            raise problem
