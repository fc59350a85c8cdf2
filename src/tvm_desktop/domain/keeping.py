"""Whether the computer's clock may be believed when it says that the day has come on which something is deleted."""

from __future__ import annotations

from datetime import datetime, timedelta

# Shorter than a clock that is wrong by weeks, and long enough for somebody who uses the program every Thursday.
LONGEST_AWAY = timedelta(days=7, hours=12)


def clock_fits(now: datetime, trusted: datetime, last_used: datetime | None) -> bool:
    """Say whether a time fits what is known: not before anything that was noted, not long after the last good time."""
    if last_used is not None and now < last_used:
        return False
    return trusted <= now <= trusted + LONGEST_AWAY
