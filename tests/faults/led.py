"""Leads the real program through a whole meeting in a process of its own, in a home of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

_TESTS = Path(__file__).resolve().parents[1]
_KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LC_ALL", "LANG", "PYTHONHOME", "SYSTEMROOT")


class MeetingFailedError(Exception):
    """The meeting could not be held, so nothing was shown."""


def lead(place: Path, *, killed: bool, through: tuple[str, ...] = ()) -> dict[str, Any]:
    """Hold a meeting at a place, perhaps through another command; return what it told of its sockets.

    The data lies in ``place/data``, all else that is written without being chosen below ``place/home``.
    """
    home = place / "home"
    home.mkdir(parents=True)
    screens = os.path.relpath(_TESTS / "screens.json", place)
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {
        "PYTHONPATH": os.pathsep.join([str(_TESTS), os.environ.get("PYTHONPATH", "")]),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONDONTWRITEBYTECODE": "1",
        **dict.fromkeys(("HOME", "TMPDIR", "USERPROFILE", "XDG_RUNTIME_DIR"), str(home)),
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")},
    }
    command = [
        *through,
        sys.executable,
        str(_TESTS / "faults" / "meeting.py"),
        str(place),
        "killed" if killed else "closed",
    ]
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    wanted = {-signal.SIGKILL, 128 + signal.SIGKILL} if killed else {0}
    if done.returncode not in wanted:
        raise MeetingFailedError(done.stderr[-2000:])
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told | {"stderr": done.stderr}
