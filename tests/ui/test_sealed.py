"""What the disk did not take, while its file is locked and others are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from helpers.stores import make_store
from tvm_desktop.errors import UserError
from tvm_desktop.storage.rows import Draft
from tvm_desktop.ui.sealed import Sealed
from tvm_desktop.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.store import Store


def full(store: Store, *, is_full: bool = True) -> None:
    connection: Any = store._writer.raw_connection().driver_connection
    connection.execute(f"PRAGMA query_only = {'ON' if is_full else 'OFF'}").fetchall()


def typed(store: Store, text: str) -> None:
    """Type on a disk that takes nothing."""
    full(store)
    with pytest.raises(UserError):
        store.save_draft(Draft(text, "", text, 0))
    full(store, is_full=False)


def texts(store: Store) -> list[str]:
    return [draft.text for draft in store.drafts()]


def test_every_file_gets_its_own_back(tmp_path: Path) -> None:
    kept = Sealed()
    stores = {name: make_store(tmp_path / name) for name in ("Amina", "Minh")}
    for name, store in stores.items():
        typed(store, name)
        kept.keep(store)
        store._unsaved.drop(key=name)
    said = kept.give_back(stores["Minh"])
    assert said is not None
    assert "belongs to another file" in say(said, "en")
    assert texts(stores["Minh"]) == ["Minh"]
    assert kept
    assert kept.give_back(stores["Amina"]) is None
    assert texts(stores["Amina"]) == ["Amina"]
    assert not kept
    for store in stores.values():
        store.close()


def test_a_disk_that_still_takes_nothing_is_said(tmp_path: Path) -> None:
    kept, store = Sealed(), make_store(tmp_path)
    typed(store, "Amina")
    kept.keep(store)
    full(store)
    said = kept.give_back(store)
    assert said is not None
    assert "still cannot be saved" in say(said, "en")
    assert store.has_unsaved()
    full(store, is_full=False)
    store.close()


def test_where_all_was_taken_nothing_is_kept(tmp_path: Path) -> None:
    kept, store = Sealed(), make_store(tmp_path)
    kept.keep(store)
    assert not kept
    store.close()
