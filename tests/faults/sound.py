"""Whether a data file is whole, judged by SQLite and SQLCipher themselves and not by our own code."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import sqlcipher3

from tvm_desktop.storage.engine import open_connection

if TYPE_CHECKING:
    from tvm_desktop.paths import DataFolder


def is_sound(folder: DataFolder, key: bytes) -> bool:
    """Say whether every page has its right signature, every index its rows and every row what it points to."""
    try:
        with closing(open_connection(folder.database, key)) as connection:
            signed = connection.execute("PRAGMA cipher_integrity_check").fetchone() is None
            ordered = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            pointing = connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlcipher3.DatabaseError:
        return False
    return signed and ordered and pointing
