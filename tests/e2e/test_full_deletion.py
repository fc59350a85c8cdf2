"""A disk that is full while a course is deleted: what is deleted is gone, and the backups follow when there is room."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from helpers.disk import disk
from helpers.family import NOON, card, course, meeting
from helpers.stores import make_store
from tvm_desktop.errors import UserError
from tvm_desktop.session.keeping import leaving, set_day
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_full_disk_keeps_the_old_backups_until_there_is_room(tmp_path: Path) -> None:
    key = os.urandom(32)
    with disk(tmp_path / "disk", 12) as small:
        store = make_store(small, key)
        course(store, "c", "Amina", meeting("m", 0), *(card("m", f"Kort {n}") for n in range(300)))
        old = store.back_up("now")
        filler = small / "filler"
        filler.write_bytes(bytes(shutil.disk_usage(small).free - 500_000))
        receipt = store.delete_course("c")
        assert receipt.backups_replaced is None
        assert store.deletion_waits()
        assert old.exists()
        store.close()
        filler.unlink()
        again = Store.open(store.folder, key)
        assert not again.deletion_waits()
        assert not old.exists()
        assert (again.courses(), len(list_backups(store.folder))) == ([], 1)
        again.close()


def test_on_a_full_disk_one_can_still_see_what_goes(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", 12) as small:
        store = make_store(small, os.urandom(32))
        course(store, "c", "Amina", meeting("m", 0))
        set_day(store, "c", NOON.date())
        with (small / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while filler.write(bytes(4096)):
                pass
        with pytest.raises(UserError):
            store.set_setting("a", "b" * 100_000)
        assert [row.id for row in leaving(store, NOON).every] == ["c"]
        store.close()
