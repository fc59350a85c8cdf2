"""Small files written so that they are either the old or the new one, and for the owner's eyes only."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.paths import DataFolder


def wal_of(folder: DataFolder) -> Path:
    """Return the database's write-ahead journal."""
    return folder.database.with_name(folder.database.name + "-wal")


def shm_of(folder: DataFolder) -> Path:
    """Return the index of that journal."""
    return folder.database.with_name(folder.database.name + "-shm")


def standing(path: Path) -> tuple[int, int] | None:
    """Say which file stands under a name, by its device and number there; None when none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def make_private_folder(path: Path) -> None:
    """Make a folder that only its owner may read; one that is there already is closed to others."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Let only its owner look into a folder; one that cannot be closed stays as it is."""
    if os.name == "posix":
        with suppress(OSError):
            if path.stat().st_mode & 0o077:
                path.chmod(0o700)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner may read. Raises FileExistsError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside it, to the disk, read again, then into place."""
    fresh = path.with_name(path.name + ".new")
    with suppress(FileNotFoundError):
        fresh.unlink()
    make_private_file(fresh)
    with fresh.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if fresh.read_bytes() != content:
        raise OSError("the disk gave back something else than was written")
    fresh.replace(path)
    settle(path.parent)


def settle(path: Path) -> None:
    """Make what was done to a file or folder outlast a power cut (a folder only where the system can)."""
    if path.is_dir() and os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
