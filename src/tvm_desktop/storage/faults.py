"""The one place where what went wrong with a file becomes a calm sentence."""

from __future__ import annotations

import errno
import shutil
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.storage import ballast
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tvm_desktop.paths import DataFolder


class Fault(Enum):
    """What can go wrong with the user's files that is nobody's bug."""

    FULL = "full"
    FULL_BUT_EASED = "full_but_eased"
    FULL_AT_START = "full_at_start"
    READ_ONLY = "read_only"
    BUSY = "busy"
    DAMAGED = "damaged"
    DISK = "disk"
    NOT_OURS = "not_ours"
    NEWER = "newer"
    MISSING = "missing"
    GONE = "gone"
    THERE_ALREADY = "there_already"
    OTHER_KEY = "other_key"
    NO_ROOM = "no_room"
    NOT_MIGRATED = "not_migrated"


_SENTENCES: dict[Fault, Message] = {
    Fault.FULL: msg(
        "The disk is full, so the last change is not saved yet. Make room on the disk, then try again."
    ),
    Fault.FULL_BUT_EASED: msg(
        "The disk is full, so the last change is not saved yet. "
        "The program has freed a small reserve: try again now, and make room on the disk soon."
    ),
    Fault.FULL_AT_START: msg(
        "The disk is full, so the file with your meetings cannot be opened. Nothing is lost. "
        "Make room on the disk, then try again."
    ),
    Fault.READ_ONLY: msg(
        "The program may not write in its data folder, so nothing is saved. "
        "Ask for write access to the folder, then try again."
    ),
    Fault.BUSY: msg(
        "Another program has the file with your meetings open. Close it there, wait a moment and try again."
    ),
    Fault.DAMAGED: msg(
        "The file with your meetings is damaged. It has not been changed. "
        "Put the newest backup in its place, or ask your IT support."
    ),
    Fault.DISK: msg(
        "The disk did not answer as it should, so the last change is not saved yet. "
        "Check that the disk is connected, then try again."
    ),
    Fault.NOT_OURS: msg(
        "meetings.db in the data folder was not made by this program. It has not been changed. "
        "Move it away, or choose another folder."
    ),
    Fault.NEWER: msg(
        "The file with your meetings was made by a newer version of the program. "
        "It has not been changed. Install the newest version to open it."
    ),
    Fault.MISSING: msg(
        "The file with your meetings is missing, but its key is here. No new file has been made. "
        "Put meetings.db back from a backup."
    ),
    Fault.GONE: msg(
        "The file with your meetings is no longer in its folder, so the last change is not saved yet. "
        "Connect the disk or the network, or put the folder back, then try again."
    ),
    Fault.THERE_ALREADY: msg(
        "There is already a file with meetings in this folder. It has not been changed."
    ),
    Fault.OTHER_KEY: msg(
        "The key file and the file with your meetings do not belong together. Nothing has been changed. "
        "Put meetings.db and meetings.key back from the same backup, or ask your IT support."
    ),
    Fault.NO_ROOM: msg(
        "There is too little room on the disk to bring the file with your meetings up to date safely. "
        "It has not been changed. Make room on the disk and try again."
    ),
    Fault.NOT_MIGRATED: msg(
        "The file with your meetings could not be brought up to date. It is as it was before. "
        "Ask your IT support, and use the earlier version of the program until then."
    ),
}

_SQLITE = {
    3: Fault.READ_ONLY,  # SQLITE_PERM
    5: Fault.BUSY,
    6: Fault.BUSY,  # SQLITE_LOCKED
    8: Fault.READ_ONLY,
    10: Fault.DISK,  # SQLITE_IOERR
    11: Fault.DAMAGED,  # SQLITE_CORRUPT
    13: Fault.FULL,
    14: Fault.READ_ONLY,  # SQLITE_CANTOPEN
    26: Fault.DAMAGED,  # SQLITE_NOTADB
}
_SYSTEM = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
}
_NEARLY_NOTHING = 256 * 1024


class FaultError(UserError):
    """A fault of the user's files, said calmly; ``fault`` tells what can be offered."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(_SENTENCES[fault])
        self.fault = fault


# What a backup can mend, and what writing in another folder can.
MENDED_BY_BACKUP = {Fault.DAMAGED, Fault.MISSING, Fault.OTHER_KEY, Fault.NOT_OURS}
EASED_ELSEWHERE = {Fault.FULL, Fault.FULL_BUT_EASED, Fault.READ_ONLY, Fault.DISK, Fault.DAMAGED, Fault.GONE}


class KeyFileError(UserError):
    """No key file can be read: missing, or damaged with its copy."""


def can_be_mended(problem: UserError) -> bool:
    """Say whether a backup would help."""
    return isinstance(problem, KeyFileError) or (
        isinstance(problem, FaultError) and problem.fault in MENDED_BY_BACKUP
    )


def refusal(fault: Fault) -> FaultError:
    """Return the error that says a fault."""
    return FaultError(fault)


def fault_of(error: BaseException) -> Fault | None:
    """Say what an error of the file means; None = it is a bug."""
    error = getattr(error, "orig", None) or error
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE.get(code & 0xFF)
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, Fault.DISK)
    return None


@contextmanager
def told(folder: DataFolder, say: Callable[[Fault], UserError]) -> Iterator[None]:
    """Turn what the user can mend into the error that says it, without content; let bugs through."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        if fault is Fault.DISK and is_full(folder):
            fault = Fault.FULL
        raise say(fault) from None


def told_calmly(folder: DataFolder, *, full: Fault = Fault.FULL) -> AbstractContextManager[None]:
    """Say what happened to the file in use.

    When the disk is full the ballast is freed, so that the next try succeeds; ``full`` is what is said without one.
    """

    def say(fault: Fault) -> UserError:
        if fault is Fault.FULL:
            return refusal(Fault.FULL_BUT_EASED if ballast.free(folder) else full)
        return refusal(fault)

    return told(folder, say)


def is_full(folder: DataFolder) -> bool:
    """Say whether the disk has nearly no room left."""
    try:
        return shutil.disk_usage(folder.root).free < _NEARLY_NOTHING
    except OSError:
        return False
