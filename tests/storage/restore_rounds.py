"""Restore one backup and then the other, for ever, until somebody kills this process."""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.keyfile import unlock_with_password
from tvm_desktop.storage.restoring import restore


def main(root: Path, others: list[Path]) -> None:
    """Take the files of these folders into the first, in turn, each with its own keys; say when it begins."""
    folder = DataFolder(root)
    pairs = [(DataFolder(other), unlock_with_password(DataFolder(other), "sol og regn")) for other in others]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for other, key in cycle(pairs):
        restore(folder, other, key)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
