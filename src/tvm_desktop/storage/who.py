"""Who is at the computer, as the system calls them: never what a variable of the environment says first."""

from __future__ import annotations

import ctypes
import getpass
import os
import sys

_LONGEST = 257  # UNLEN and the end


def user() -> str:
    """Return who is logged in, "" where the system does not say."""
    try:
        return _of_system()
    except (OSError, KeyError, ImportError):
        return _of_environment()


def _of_system() -> str:
    if sys.platform == "win32":
        name, length = ctypes.create_unicode_buffer(_LONGEST), ctypes.c_ulong(_LONGEST)
        if not ctypes.windll.advapi32.GetUserNameW(name, ctypes.byref(length)):
            raise ctypes.WinError()
        return name.value
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


def _of_environment() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
