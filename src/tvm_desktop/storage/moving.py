"""Going on in another folder when the disk fails: a verified copy, and a word in the old folder that says where."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tvm_desktop.storage.backup import copy_out, lay_file, unfinished
from tvm_desktop.storage.files import write_atomically

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tvm_desktop.paths import DataFolder


def copy_open(
    connection: Connection, key: bytes, key_file: bytes | None, left: DataFolder, target: DataFolder
) -> None:
    """Copy through a connection that is open: its file may be out of reach for a new one.

    Beside the copy it says which folder was left.
    """
    raw = connection.connection.driver_connection
    if raw is None:
        raise RuntimeError("the file is closed")
    with unfinished(target.root) as part:
        copy_out(raw, part, key)
        for path in (part.key, part.key_copy):
            if key_file is not None:
                lay_file(path, key_file)
        lay_file(_left_path(part), str(left.root.absolute()).encode())


def point_to(folder: DataFolder, target: DataFolder) -> None:
    """Note in the folder that was left where the meetings are now; a disk that fails may not take even that."""
    with suppress(OSError):
        write_atomically(folder.moved, str(target.root.absolute()).encode())


def moved_to(folder: DataFolder) -> Path | None:
    """Return where the meetings went when this folder failed; None when they are here."""
    return _path_in(folder.moved)


def left_behind(folder: DataFolder) -> Path | None:
    """Return the folder that the meetings were in before they went on here; it and its backups hold what they held."""
    return _path_in(_left_path(folder))


def forget_move(folder: DataFolder) -> None:
    """Let the meetings be here again."""
    with suppress(OSError):
        folder.moved.unlink()


def _left_path(folder: DataFolder) -> Path:
    return folder.root / "meetings.left"


def _path_in(path: Path) -> Path | None:
    with suppress(OSError, ValueError):
        text = path.read_bytes().decode()
        return Path(text) if text and "\0" not in text else None
    return None
