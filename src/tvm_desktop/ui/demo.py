"""The demo: a throw-away encrypted file with the invented meetings, under a random key that nobody keeps."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.exchange.demo import fill_with_demo
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE

if TYPE_CHECKING:
    from datetime import date

_NAME, _PHONE = "Karin Damgaard", "00 00 00 00"


class Demo:
    """Lives in a folder of its own until :meth:`remove`."""

    def __init__(self) -> None:
        self.folder = DataFolder(Path(tempfile.mkdtemp(prefix="tvm-demo-")))
        self.key = secrets.token_bytes(32)

    def open(self, today: date) -> tuple[Store, FormatLibrary]:
        """Make the file and fill it, with dates around today."""
        store = Store.create(self.folder, self.key)
        library = FormatLibrary.load(None)
        fill_with_demo(store, library.formats, today=today)
        store.set_setting(OWN_NAME, _NAME)
        store.set_setting(OWN_PHONE, _PHONE)
        return store, library

    def remove(self) -> None:
        """Delete everything; the key is gone with it."""
        shutil.rmtree(self.folder.root, ignore_errors=True)
