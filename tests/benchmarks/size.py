"""What pip installs, without Python."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
MEGA = 1_000_000


def measure() -> Iterator[Row]:
    """Add up the files of all that the program needs, and its own."""
    needed = _closure("tvm-desktop")
    own = sum(_weight(ROOT / folder) for folder in ("src/tvm_desktop", "resources"))
    total = own + sum(_installed(dist) for name, dist in needed.items() if name != "tvm-desktop")
    yield Row("installed by pip, without Python", total / MEGA, 370.0, "MB")


def _closure(first: str) -> dict[str, Distribution]:
    """Follow what is needed on this machine, without extras."""
    found: dict[str, Distribution] = {}
    waiting = [first]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        waiting += [
            re.split(r"[^A-Za-z0-9_.-]", line, maxsplit=1)[0].lower()
            for line in found[name].requires or ()
            if "extra ==" not in line
        ]
    return found


def _installed(dist: Distribution) -> int:
    paths = (Path(str(file.locate())) for file in dist.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def _weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
