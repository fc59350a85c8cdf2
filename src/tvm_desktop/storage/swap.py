"""Putting another file in the place of the present one: all of it or nothing, wherever the program stops.

What comes is made whole in ``restore.new``. One rename to ``restore.ready`` decides; from then on every start finishes
what is left to do, before it looks at the folder. The journal of the old file is gone before the new one has its name.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.files import settle, shm_of, wal_of
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_HALF_WAY = msg(
    "A backup is on its way into its place, but the disk did not let it be finished. Nothing is lost. "
    "Check that the disk is connected and may be written to, then start the program again."
)


def coming(folder: DataFolder) -> DataFolder:
    """Return where what comes is made."""
    return DataFolder(folder.root / "restore.new")


def _ready(folder: DataFolder) -> DataFolder:
    return DataFolder(folder.restoring)


def decide(folder: DataFolder) -> None:
    """Let what has been made whole come, whatever happens from now on."""
    settle(coming(folder).root)
    coming(folder).root.rename(_ready(folder).root)
    settle(folder.root)


def finish(folder: DataFolder) -> None:
    """Put in place what was decided; nothing when nothing was. Safe to do again after any stop. Raises UserError."""
    try:
        for _ in finishing(folder):
            pass
    except OSError:
        raise UserError(_HALF_WAY) from None


def finishing(folder: DataFolder) -> Iterator[str]:
    """Do it step by step; a step's name follows when it is done."""
    ready = _ready(folder)
    if not ready.root.is_dir():
        return
    if ready.database.is_file():
        for left in (wal_of(folder), shm_of(folder)):
            left.unlink(missing_ok=True)
            yield "left"
        for new, old in ((ready.key, folder.key), (ready.key_copy, folder.key_copy)):
            with suppress(FileNotFoundError):
                new.replace(old)
            yield "key"
        settle(folder.root)
        ready.database.replace(folder.database)
        settle(folder.root)
        yield "database"
    shutil.rmtree(ready.root)
    yield "done"
