"""A file that only takes up room: freed when the disk is full, so that a meeting can end."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.paths import DataFolder

SIZE = 8 * 1024 * 1024
_SPARE = 8 * SIZE
_CHUNK = bytes(1024 * 1024)


def ballast_path(folder: DataFolder) -> Path:
    """Return where the ballast lies."""
    return folder.root / "reserve"


def lay(folder: DataFolder) -> None:
    """Lay the ballast if there is ample room; it is no fault when there is not."""
    path = ballast_path(folder)
    with suppress(OSError):
        if path.exists() and path.stat().st_size == SIZE:
            return
        if shutil.disk_usage(folder.root).free >= _SPARE:
            _fill(path)


def _fill(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, SIZE)
        else:
            for _ in range(SIZE // len(_CHUNK)):
                file.write(_CHUNK)


def free(folder: DataFolder) -> bool:
    """Free the ballast; return whether there was any."""
    with suppress(OSError):
        ballast_path(folder).unlink()
        return True
    return False
