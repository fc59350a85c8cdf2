"""A disk that fails under an open file, without any rights: what the program has open is another thing for a while."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = "/dev/full"


def descriptors(path: Path) -> list[int]:
    """Return what this process has a file open as."""
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if link.readlink() == path:
                found.append(int(link.name))
    return found


@contextmanager
def failing(path: Path, instead: str = FULL, how: int = os.O_RDWR) -> Iterator[None]:
    """Let every write to an open file fail: no room, or (opened only to read) an error of the disk."""
    assert sys.platform == "linux"
    numbers = descriptors(path)
    assert numbers, f"{path.name} is not open"
    kept = {number: os.dup(number) for number in numbers}
    other = os.open(instead, how)
    for number in numbers:
        os.dup2(other, number)
    os.close(other)
    try:
        yield
    finally:
        for number, original in kept.items():
            os.dup2(original, number)
            os.close(original)
