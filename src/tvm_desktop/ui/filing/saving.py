"""Laying the files of a package into a folder. Nothing that lies there is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.ui.savedialog import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def save_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> bool:
    """Write every file; False when one of them could not be written."""
    return all(_save(folder / name, data) for name, data in files)


def _save(wanted: Path, data: bytes) -> bool:
    """Write a file beside what has its name already; the same file is there as it is."""
    path, number = wanted, 1
    while path.exists():
        if _same(path, data):
            return True
        number += 1
        path = wanted.with_stem(f"{wanted.stem}-{number}")
    return write_whole(path, data)


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False
