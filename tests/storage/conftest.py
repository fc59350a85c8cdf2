"""An open, empty store, made without the cost of a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.stores import make_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tvm_desktop.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open store; it is closed afterwards."""
    made = make_store(tmp_path)
    yield made
    made.close()
