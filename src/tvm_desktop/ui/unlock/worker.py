"""The one worker thread: it derives keys while the window stays alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Worker(QThread):
    """Runs one function off the GUI thread. Signals: ``came(object)`` with its result, ``failed(object)``.

    ``result`` is there once it has ended, for who waited and hears no signal any more.
    """

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.result: object = None

    def run(self) -> None:
        """Do the work; whatever goes wrong is handed to the GUI thread."""
        try:
            self.result = self._work()
        except Exception as problem:
            self.failed.emit(problem)
        else:
            self.came.emit(self.result)

    def let_go(self, to: QObject) -> None:
        """Wait for it no longer: a keyring may never answer. It ends as somebody else's child, unheard."""
        self.came.disconnect()
        self.failed.disconnect()
        self.setParent(to)
        self.finished.connect(self.deleteLater)
        if self.isFinished():
            self.deleteLater()
