"""See that a whole meeting of the real program opens no network socket.

Python tells of each of its own, the system's tables of those that are open, and ``strace``, where it is, of every one.
Sockets that cannot leave the computer (for the display, and for a second start) are counted beside them.
``python tests/faults/run.py sockets``
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faults.led import lead
from faults.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES = 1
_CALL = re.compile(r"\b(socket|connect|sendto|bind)\((?:\d+, )?(?:\{sa_family=)?((?:AF|PF)_\w+)")
_STAYS = {"AF_UNIX", "AF_LOCAL"}
PLANTED = """
import json, socket, sys
from faults.wires import Wires
wires = Wires()
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(("127.0.0.1", 0))
wires.look()
print(json.dumps(wires.network))
"""


def measure(times: int = TIMES, _seed: int = 0) -> Iterator[Row]:
    """Hold so many meetings."""
    for _ in range(times):
        with tempfile.TemporaryDirectory(prefix="tvm-sockets-") as below:
            notes, traced = Path(below) / "strace", bool(shutil.which("strace"))
            strace = ("strace", "-f", "-qq", "-o", str(notes), "-e", "trace=socket,connect,bind,sendto")
            told = lead(Path(below) / "meeting", killed=False, through=strace if traced else ())
            yield of_a_meeting(told, families(notes.read_text("utf-8", "replace")) if traced else None)


def of_a_meeting(told: dict[str, Any], calls: list[str] | None = None) -> Row:
    """Say which sockets of a meeting could leave the computer: those it told of, and those that strace saw."""
    traced, calls = calls is not None, calls or []
    network = told["network"] + [call for call in calls if call.split()[1] not in _STAYS]
    local = sum(call.startswith("socket ") and call.split()[1] in _STAYS for call in calls)
    seen = planted()
    return Row(
        what="network sockets in a whole meeting",
        tried=f"1 meeting, {'strace, ' if traced else ''}Python's audit, the system's tables; "
        f"a planted one is told {len(seen)} ways",
        result=f"{len(network)} opened{': ' + ', '.join(sorted(set(network))) if network else ''}; "
        + (f"{local} that cannot leave the computer (AF_UNIX)" if traced else "AF_UNIX not counted"),
        must="0 opened",
        met=not network and len(seen) >= 2 and (not traced or local > 0),
    )


def families(notes: str) -> list[str]:
    """Read from strace which calls were made for which family: "socket AF_INET"."""
    return [f"{call} {family.replace('PF_', 'AF_')}" for call, family in _CALL.findall(notes)]


def planted() -> list[str]:
    """Open a network socket in a process of its own, and return how it was seen."""
    command = [sys.executable, "-c", PLANTED]
    tests = Path(__file__).resolve().parents[1]
    done = subprocess.run(command, cwd=tests, capture_output=True, text=True, check=True)
    seen: list[str] = json.loads(done.stdout)
    return seen
