"""A small disk of its own for a test, where the system allows one."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def may_mount() -> bool:
    """Say whether this user may mount a disk: root on Linux, outside of most containers."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with disk(Path(folder) / "disk", 1):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


@contextmanager
def disk(place: Path, megabytes: int) -> Iterator[Path]:
    """Mount a disk of so many megabytes, and take it away again."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    subprocess.run(command, capture_output=True, check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
