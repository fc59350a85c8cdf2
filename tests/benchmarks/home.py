"""From Enter in the password field until home is painted, less what the key takes alone."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.child import run
from benchmarks.table import Row
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.exchange.demo import fill_with_demo
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS, PASSWORD = 7, "four words in a row"


def measure() -> Iterator[Row]:
    """Open the invented meetings with a password, each time in a new process."""
    with tempfile.TemporaryDirectory() as below:
        folder = DataFolder(Path(below))
        key, _code = create_key_file(folder, PASSWORD)
        store = Store.create(folder, key)
        fill_with_demo(store, FormatLibrary.load(None).formats)
        store.close()
        found = [run("unlock", below, PASSWORD) for _ in range(ROUNDS)]
    yield Row(
        "password accepted to home painted", median(o["beyond"] for o in found), 300.0, "ms", given=True
    )
