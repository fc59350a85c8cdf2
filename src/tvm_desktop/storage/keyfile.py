"""The key file: a random key opens the database, and this small file holds it wrapped. Two copies lie side by side.

Every backup has the two as well, and they follow: a password or code that was replaced opens none of them.
Nothing here imports SQLAlchemy, so that the unlock window is there at once.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from threading import Lock
from typing import TYPE_CHECKING, Any

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.faults import KeyFileError, told_calmly
from tvm_desktop.storage.files import make_private_folder, wal_of, write_atomically
from tvm_desktop.storage.keyslots import (
    CODE_BYTES,
    KeyCost,
    Slot,
    code_of,
    code_text,
    keyring_slot,
    open_by_code,
    open_by_keyring,
    open_by_password,
    password_slot,
    recovery_slot,
)
from tvm_desktop.storage.swap import finish
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "FolderState",
    "KeyCost",
    "WrongSecretError",
    "change_code",
    "change_password",
    "create_key_file",
    "database_id",
    "drop_keyring",
    "mark_used",
    "new_code",
    "put_keyring",
    "state_of",
    "unlock_with_keyring",
    "unlock_with_password",
    "unlock_with_recovery_code",
]

_CHANGING = Lock()  # between reading the file and writing it, for workers work side by side
_WHAT = "tvm-desktop key file"
_VERSION = 1
_WRONG_PASSWORD = msg("That is not the password. Check Caps Lock and the keyboard's language, and try again.")
_WRONG_CODE = msg("That recovery code does not fit. Check it sign by sign, and try again.")
_SHORT_CODE = msg("A recovery code has 32 letters and digits in eight groups. Check it, and try again.")
_NO_KEY = msg(
    "The key file is missing, and without it the meetings cannot be opened. No new one has been made. "
    "Put meetings.key back from a backup."
)
_DAMAGED_KEY = msg(
    "The key file is damaged, and so is its copy. Nothing has been changed. Put meetings.key back from a backup."
)
_NEWER_KEY = msg(
    "The key file was made by a newer version of the program. Install the newest version to open it."
)
_THERE_ALREADY = msg(
    "There is already a key file or a file with meetings in this folder. Nothing has been changed."
)
_EMPTY_PASSWORD = msg("The password is empty. Choose one that only you know.")


@dataclass(frozen=True, slots=True)
class _KeyFile:
    database: bytes
    check: str
    slots: tuple[Slot, ...]
    unused: bool = False  # until the database is made, so that a first start that broke off can begin again

    def slot(self, kind: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, fresh: Slot) -> _KeyFile:
        return replace(self, slots=(*self.without(fresh.kind).slots, fresh))

    def without(self, kind: str) -> _KeyFile:
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind != kind))


class FolderState(Enum):
    """What a start meets in the data folder."""

    NEW = "new"
    READY = "ready"
    NO_KEY = "no_key"
    NO_DATABASE = "no_database"


class WrongSecretError(UserError):
    """A password or a recovery code that is another one: somebody tried."""


class _DamagedError(Exception):
    """A key file makes no sense."""


def create_key_file(folder: DataFolder, password: str, *, cost: KeyCost | None = None) -> tuple[bytes, str]:
    """Make a random 32-byte key and its file; return the key and the recovery code's text.

    Raises UserError when a key file or a database is there already: it is never made anew.
    """
    if state_of(folder) is not FolderState.NEW:
        raise UserError(_THERE_ALREADY)
    if not password:
        raise UserError(_EMPTY_PASSWORD)
    key, code, database = os.urandom(32), os.urandom(CODE_BYTES), os.urandom(16)
    slots = (password_slot(key, database, password, cost or KeyCost()), recovery_slot(key, database, code))
    with told_calmly(folder):
        make_private_folder(folder.root)
        _write(folder, _KeyFile(database, _check_of(key, database), slots, unused=True))
    return key, code_text(code)


def unlock_with_password(folder: DataFolder, password: str) -> bytes:
    """Return the key. Raises WrongSecretError, or UserError: missing or damaged key file."""
    found = _read(folder)
    slot = found.slot("password")
    key = open_by_password(slot, found.database, password) if slot else None
    if key is None:
        raise WrongSecretError(_WRONG_PASSWORD)
    _mend_copies(folder, found)
    return key


def unlock_with_recovery_code(folder: DataFolder, code: str) -> bytes:
    """Return the key. Raises WrongSecretError, or UserError: code not whole, missing or damaged key file."""
    found = _read(folder)
    secret = code_of(code)
    if secret is None:
        raise UserError(_SHORT_CODE)
    slot = found.slot("recovery")
    key = open_by_code(slot, found.database, secret) if slot else None
    if key is None:
        raise WrongSecretError(_WRONG_CODE)
    _mend_copies(folder, found)
    return key


def unlock_with_keyring(folder: DataFolder, secret: bytes) -> bytes | None:
    """Return the key, None when this secret does not open it (any more). Raises UserError: no key file to be read."""
    found = _read(folder)
    slot = found.slot("keyring")
    return open_by_keyring(slot, found.database, secret) if slot else None


def change_password(
    folder: DataFolder, key: bytes, new_password: str, *, cost: KeyCost | None = None
) -> tuple[Path, ...]:
    """Wrap the key by a new password; all else stays. Return the backups that could not follow.

    Raises UserError when nothing was changed, ValueError when the key is another file's.
    """
    if not new_password:
        raise UserError(_EMPTY_PASSWORD)
    database = _own(folder, key).database
    return _put(folder, key, password_slot(key, database, new_password, cost or KeyCost()))


def new_code() -> str:
    """Think of a recovery code. It opens nothing before :func:`change_code`."""
    return code_text(os.urandom(CODE_BYTES))


def change_code(folder: DataFolder, key: bytes, code: str) -> tuple[Path, ...]:
    """Let this recovery code open the file, and the earlier one nothing. As :func:`change_password`."""
    database, secret = _own(folder, key).database, code_of(code)
    if secret is None:
        raise UserError(_SHORT_CODE)
    return _put(folder, key, recovery_slot(key, database, secret))


def put_keyring(folder: DataFolder, key: bytes, secret: bytes) -> tuple[Path, ...]:
    """Let a secret of the system's keyring open the file too. As :func:`change_password`."""
    return _put(folder, key, keyring_slot(key, _own(folder, key).database, secret))


def drop_keyring(folder: DataFolder) -> tuple[Path, ...]:
    """Let no secret of the system's keyring open the file any more. As :func:`change_password`."""
    with _CHANGING:
        return _change(folder, _read(folder).without("keyring"))


def state_of(folder: DataFolder) -> FolderState:
    """Say what a start meets. Opens nothing, but finishes a restoring that broke off."""
    finish(folder)
    database = folder.database.exists() or wal_of(folder).exists()
    key = folder.key.exists() or folder.key_copy.exists()
    if not database and (not key or _is_unused(folder)):
        return FolderState.NEW
    if not key:
        return FolderState.NO_KEY
    return FolderState.READY if database else FolderState.NO_DATABASE


def mark_used(folder: DataFolder) -> None:
    """Note that the database of this key file is made; from now on nothing replaces the key file."""
    with suppress(UserError), _CHANGING:
        found = _read(folder)
        if found.unused:
            _write(folder, replace(found, unused=False))


def database_id(folder: DataFolder) -> bytes | None:
    """Return the 16 bytes that the database of this key file begins with; None when no key file can be read."""
    with suppress(UserError):
        return _read(folder).database
    return None


def _is_unused(folder: DataFolder) -> bool:
    try:
        return _read(folder).unused
    except UserError:
        return False


def _own(folder: DataFolder, key: bytes) -> _KeyFile:
    found = _read(folder)
    if not hmac.compare_digest(found.check, _check_of(key, found.database)):
        raise ValueError("the key does not belong to this key file")
    return found


def _check_of(key: bytes, database: bytes) -> str:
    return hmac.new(key, b"tvm-desktop key check " + database, "sha256").hexdigest()


def key_content(folder: DataFolder) -> bytes | None:
    """Return a sound key file's bytes; None when there is none."""
    with suppress(UserError):
        return _content(_read(folder))
    return None


def whole_key(path: Path) -> tuple[bytes, bytes] | None:
    """Return a sound key file's bytes, and what its database begins with; None when it is not sound. Only reads."""
    try:
        found = _parse(path.read_bytes())
    except (OSError, UserError, _DamagedError):
        return None
    return _content(found), found.database


def belongs(folder: DataFolder, key: bytes, database: bytes) -> bool:
    """Say whether the key file here is sound, and is that of a key and of the database that begins with these bytes."""
    with suppress(UserError):
        found = _read(folder)
        return found.database == database and hmac.compare_digest(found.check, _check_of(key, database))
    return False


def _read(folder: DataFolder) -> _KeyFile:
    finish(folder)
    damaged = False
    for path in (folder.key, folder.key_copy):
        try:
            return _parse(path.read_bytes())
        except FileNotFoundError:
            continue
        except _DamagedError:
            damaged = True
        except OSError:
            damaged = True
    raise KeyFileError(_DAMAGED_KEY if damaged else _NO_KEY)


def _parse(content: bytes) -> _KeyFile:
    try:
        plain = json.loads(content)
        if plain["what"] == _WHAT and plain["version"] > _VERSION:
            raise UserError(_NEWER_KEY)
        if plain.pop("sum") != _sum_of(plain):
            raise _DamagedError
        slots = tuple(Slot.from_plain(slot) for slot in plain["slots"])
        return _KeyFile(bytes.fromhex(plain["database"]), str(plain["check"]), slots, bool(plain["unused"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise _DamagedError from None


def _content(found: _KeyFile) -> bytes:
    plain: dict[str, Any] = {
        "what": _WHAT,
        "version": _VERSION,
        "database": found.database.hex(),
        "check": found.check,
        "unused": found.unused,
        "slots": [slot.to_plain() for slot in found.slots],
    }
    return json.dumps(plain | {"sum": _sum_of(plain)}, indent=1).encode()


def _sum_of(plain: dict[str, Any]) -> str:
    # Tells an altered file from a wrong password, which the wrapping alone cannot.
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _put(folder: DataFolder, key: bytes, fresh: Slot) -> tuple[Path, ...]:
    """Put a slot that is derived already into the file as it stands now."""
    with _CHANGING:
        return _change(folder, _own(folder, key).with_slot(fresh))


def _change(folder: DataFolder, found: _KeyFile) -> tuple[Path, ...]:
    with told_calmly(folder):
        _write(folder, found)
    return _bring_backups(folder, found)


def _write(folder: DataFolder, found: _KeyFile) -> None:
    # The first is read first, so it is written last: until then all is as it was, from then on all is new.
    for path in (folder.key_copy, folder.key):
        _bring(path, _content(found))


def _mend_copies(folder: DataFolder, found: _KeyFile) -> None:
    """Bring all copies to what was just used; a folder that cannot be written to is no reason to stay locked."""
    with _CHANGING, suppress(UserError):
        if _read(folder) != found:
            return  # it was changed while the key was derived
        for path in (folder.key, folder.key_copy):
            with suppress(OSError):
                _bring(path, _content(found))
        _bring_backups(folder, found)


def _bring_backups(folder: DataFolder, found: _KeyFile) -> tuple[Path, ...]:
    """Bring the key files of this database's backups to the same; return the backups where that did not work."""
    left = []
    for root in sorted(path for path in folder.backups.glob("*") if path.is_dir()):
        try:
            if _is_of(DataFolder(root), found.database):
                _write(DataFolder(root), found)
        except OSError:
            left.append(root)
    return tuple(left)


def _is_of(backup: DataFolder, database: bytes) -> bool:
    if not backup.key.exists() and not backup.key_copy.exists():
        return False  # a backup that is being made right now takes its key files last
    with suppress(FileNotFoundError), backup.database.open("rb") as file:
        if file.read(len(database)) == database:
            return True
    return database_id(backup) == database


def _bring(path: Path, content: bytes) -> None:
    path.with_name(path.name + ".new").unlink(
        missing_ok=True
    )  # what an attempt left could still open the file
    if _bytes_of(path) != content:
        write_atomically(path, content)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
