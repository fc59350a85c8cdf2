"""Real stores for tests: encrypted files in a temporary folder, opened by a random key without Argon2."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.keyslots import KeyCost
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

FAST = KeyCost(memory_kib=64, passes=1, lanes=1)


def make_store(folder: Path, key: bytes | None = None) -> Store:
    """Make a new store in ``folder/data``."""
    return Store.create(DataFolder(folder / "data"), key or os.urandom(32))
