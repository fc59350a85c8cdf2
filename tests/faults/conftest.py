"""The short versions share one meeting of the real program, which is killed in the middle of it.

What kills, and what looks at descriptors and sockets, needs Linux.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from faults.led import lead

if TYPE_CHECKING:
    from pathlib import Path

_LINUX = ["test_full.py", "test_kill.py", "test_plaintext.py", "test_sockets.py", "test_states.py"]
collect_ignore = [] if sys.platform == "linux" else _LINUX


class Led(NamedTuple):
    """Where a meeting was held, and what it told of itself."""

    place: Path
    told: dict[str, Any]


@pytest.fixture(scope="session")
def led(tmp_path_factory: pytest.TempPathFactory) -> Led:
    place = tmp_path_factory.mktemp("led") / "meeting"
    return Led(place, lead(place, killed=True))
