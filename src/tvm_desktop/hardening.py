"""Keep what is in memory out of files: no core dump of a program that held what families tell.

Every way fails quietly: it is one more lock, and no system has all of them.
"""

from __future__ import annotations

import contextlib
import sys

_SET_DUMPABLE = 4  # prctl's PR_SET_DUMPABLE


def harden() -> None:
    """Let the system write no image of this program's memory, and no other program of the user read it."""
    _no_core_file()
    if sys.platform == "linux":
        _not_dumpable()


def _no_core_file() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
