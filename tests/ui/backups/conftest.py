"""A leader with a password, a file, and a backup of it from before the last words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers.stores import FAST
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.storage.backup import back_up
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.store import Store
from ui.conftest import NOW

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext

PASSWORD = "tre gode ord"


@dataclass
class Kept:
    """A closed file with Amina's and Minh's meetings; the backup knows only Amina's."""

    folder: DataFolder
    key: bytes
    code: str
    backup: Path


def keep(folder: DataFolder, password: str = PASSWORD) -> Kept:
    """Make such a file."""
    key, code = create_key_file(folder, password, cost=FAST)
    store = Store.create(folder, key)
    fmt = FormatLibrary.load(None).formats[0]
    new_meeting(store, fmt, course_name="Amina", starts=NOW, clock=lambda: NOW)
    backup = back_up(folder, key, "start", NOW - timedelta(hours=26))
    new_meeting(store, fmt, course_name="Minh", starts=NOW, clock=lambda: NOW)
    store.close()
    return Kept(folder, key, code, backup)


@pytest.fixture
def kept(locked: UiContext) -> Kept:
    """Put it into the program's folder."""
    return keep(locked.folder)
