"""One program per data folder: the second start raises the first window and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from tvm_desktop.errors import UserError
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from tvm_desktop.paths import DataFolder

_WAIT_MS = 1000
OPEN_ALREADY = msg("TVM is already open with this data folder. Close it there first.")


class Instance(QObject):
    """Holds the folder's lock. Signal: ``raise_wanted()`` when somebody starts the program again."""

    raise_wanted = Signal()

    def __init__(self, folder: DataFolder) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder.lock))
        self._lock.setStaleLockTime(0)
        path = str(folder.root.resolve()).encode()
        digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).data().hex()
        self._name = f"tvm-desktop-{digest[:20]}"
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Take the lock; False when another program has it. Raises UserError where nothing can be written."""
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        return self._take_in_little_room()

    def call_first(self) -> bool:
        """Ask the program that has the lock to show its window."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(b"raise\n")
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Hear when somebody starts the program again."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def release(self) -> None:
        """Let the folder go."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _take_in_little_room(self) -> bool:
        """Take the lock on a disk that is full: the ballast gives room for the start and for what must be saved."""
        from tvm_desktop.storage import ballast
        from tvm_desktop.storage.faults import Fault, is_full, refusal

        if is_full(self._folder):
            if ballast.free(self._folder) and self._lock.tryLock(0):
                return True
            raise refusal(Fault.FULL_AT_START)
        raise UserError(
            msg(
                "The data folder cannot be written to. Choose another with --data-dir, or ask for the rights to it."
            )
        )

    def _called(self) -> None:
        if self._server is None:
            return
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        self.raise_wanted.emit()
