"""An open, empty store, made without the cost of a password."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from helpers.stores import make_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tvm_desktop.storage.store import Store


@pytest.fixture
def key() -> bytes:
    """Return the key of the store."""
    return os.urandom(32)


@pytest.fixture
def store(tmp_path: Path, key: bytes) -> Iterator[Store]:
    """Return an open store; it is closed afterwards."""
    made = make_store(tmp_path, key)
    yield made
    made.close()
