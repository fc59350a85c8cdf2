"""The key remembered on this computer: its keyring keeps a random secret, and a slot of the key file the key under it.

Off until somebody chooses it. The ``keyring`` package is an extra and is loaded only for somebody who has chosen it.
Whatever does not work, the password does.
"""

from __future__ import annotations

import base64
import os
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Lock

    from keyring.backend import KeyringBackend

    from tvm_desktop.paths import DataFolder

_SERVICE = "tvm-desktop"
_PATIENCE_S = 20.0  # a locked keyring may ask for its own password, and nobody may be there to give it
_LITTLE_PATIENCE_S = 2.0  # where the answer changes nothing, and a lock may have to wait for it
_RECOMMENDED = 1  # below it the package counts what keeps passwords in a plain file, or nothing
_NO_KEYRING = msg(
    "This computer has no keyring that can keep the key safe, so nothing has been changed. "
    "The password opens the file as before."
)


def is_possible() -> bool:
    """Say whether the package is installed. Loads nothing."""
    return find_spec("keyring") is not None


def is_remembered(folder: DataFolder) -> bool:
    """Say whether the key file may have a slot for a keyring. Loads nothing, and reads no more than one file."""
    try:
        return b'"kind": "keyring"' in folder.key.read_bytes()
    except OSError:
        return False


def recall(folder: DataFolder) -> bytes | None:
    """Return the key, None when the keyring is locked, denied, empty or not there. For a worker."""
    from tvm_desktop.storage import keyfile

    database = keyfile.database_id(folder)
    kept = _asked(lambda ring: ring.get_password(_SERVICE, database.hex())) if database else None
    try:
        secret = base64.b64decode(kept or "", validate=True)
        return keyfile.unlock_with_keyring(folder, secret) if secret else None
    except (ValueError, UserError):
        return None


def remember(folder: DataFolder, key: bytes, turn: Lock | None = None) -> tuple[Path, ...]:
    """Let this computer open the file. Return the backups that could not follow. For a worker. Raises UserError.

    Who takes ``turn`` first has it: taken by somebody who would not wait for the keyring, nothing is changed.
    """
    from tvm_desktop.storage import keyfile
    from tvm_desktop.storage.keyslots import SECRET_BYTES

    database, secret = keyfile.database_id(folder), os.urandom(SECRET_BYTES)
    text = base64.b64encode(secret).decode()  # 44 signs: Windows keeps no long ones

    def keep(ring: KeyringBackend) -> str | None:
        name = database.hex() if database else ""
        ring.set_password(_SERVICE, name, text)
        return ring.get_password(_SERVICE, name)

    if _asked(keep) != text:
        raise UserError(_NO_KEYRING)
    if turn is not None and not turn.acquire(blocking=False):
        return ()  # without its slot the secret opens nothing
    return keyfile.put_keyring(folder, key, secret)


def forget(folder: DataFolder) -> tuple[Path, ...]:
    """Let only password and recovery code open the file. For a worker. Raises UserError when nothing was changed."""
    from tvm_desktop.storage import keyfile

    database, left = keyfile.database_id(folder), keyfile.drop_keyring(folder)
    if database:
        # Without its slot the secret opens nothing, so it does no harm if it stays.
        _asked(lambda ring: ring.delete_password(_SERVICE, database.hex()), _LITTLE_PATIENCE_S)
    return left


def _asked(question: Callable[[KeyringBackend], str | None], patience: float | None = None) -> str | None:
    """Ask the keyring; None when there is none, or it does not answer in time. It may never answer."""
    answer: SimpleQueue[str | None] = SimpleQueue()

    def ask() -> None:
        try:
            answer.put(question(_ring()))
        except Exception:
            answer.put(None)  # every system has errors of its own, and none of them matters here

    Thread(target=ask, daemon=True).start()
    try:
        return answer.get(timeout=_PATIENCE_S if patience is None else patience)
    except Empty:
        return None


def _ring() -> KeyringBackend:
    import keyring

    ring = keyring.get_keyring()
    if ring.priority < _RECOMMENDED:
        raise LookupError(ring.name)
    return ring
