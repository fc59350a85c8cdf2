"""Who is at the computer, as the system calls them."""

from __future__ import annotations

import getpass


def user() -> str:
    """Return who is logged in, "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
