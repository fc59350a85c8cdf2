from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import ballast
from tvm_desktop.storage.faults import Fault, fault_of, refusal, told_calmly

if TYPE_CHECKING:
    from pathlib import Path


def database_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("Amina er ked af det")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_FULL, Fault.FULL),
        (sqlite3.SQLITE_BUSY, Fault.BUSY),
        (sqlite3.SQLITE_READONLY_DBMOVED, Fault.READ_ONLY),
        (sqlite3.SQLITE_CANTOPEN, Fault.READ_ONLY),
        (sqlite3.SQLITE_CORRUPT, Fault.DAMAGED),
        (sqlite3.SQLITE_NOTADB, Fault.DAMAGED),
        (sqlite3.SQLITE_IOERR_FSYNC, Fault.DISK),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
        (sqlite3.SQLITE_ERROR, None),
    ],
)
def test_what_the_database_says_is_understood(code: int, fault: Fault | None) -> None:
    assert fault_of(database_error(code)) is fault


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, Fault.FULL),
        (errno.EDQUOT, Fault.FULL),
        (errno.EROFS, Fault.READ_ONLY),
        (errno.EACCES, Fault.READ_ONLY),
        (errno.EIO, Fault.DISK),
        (errno.ENODEV, Fault.DISK),
    ],
)
def test_what_the_system_says_is_understood(number: int, fault: Fault) -> None:
    assert fault_of(OSError(number, "Amina er ked af det")) is fault


def test_a_bug_stays_a_bug(tmp_path: Path) -> None:
    assert fault_of(LookupError("x")) is None
    with pytest.raises(LookupError), told_calmly(DataFolder(tmp_path)):
        raise LookupError("x")


def test_a_sentence_holds_nothing_of_the_error(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught, told_calmly(DataFolder(tmp_path)):
        raise database_error(sqlite3.SQLITE_BUSY)
    assert caught.value.message == refusal(Fault.BUSY).message
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert "Amina" not in str(caught.value)


def test_a_full_disk_frees_the_ballast_once_and_says_so(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    ballast.lay(folder)
    for fault in (Fault.FULL_BUT_EASED, Fault.FULL):
        with pytest.raises(UserError) as caught, told_calmly(folder):
            raise OSError(errno.ENOSPC, "no space")
        assert caught.value.message == refusal(fault).message
        assert not ballast.ballast_path(folder).exists()


def test_every_fault_has_one_sentence_of_its_own() -> None:
    sentences = [refusal(fault).message.text for fault in Fault]
    assert len(set(sentences)) == len(Fault)
