"""The one worker thread: it derives keys while the window stays alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Worker(QThread):
    """Runs one function off the GUI thread. Signals: ``came(object)`` with its result, ``failed(object)``."""

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Do the work; whatever goes wrong is handed to the GUI thread."""
        try:
            result = self._work()
        except Exception as problem:
            self.failed.emit(problem)
        else:
            self.came.emit(result)
