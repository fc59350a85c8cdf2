"""Wrong passwords: when they were tried, and how long the next try has to wait.

They lie unencrypted beside the file, for nobody could open it to note them there: a time, a user and the kind of
secret, never the secret. After an unlocking they are moved into the use log. Nothing here imports what is heavy.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.storage.files import write_atomically
from tvm_desktop.storage.who import user
from tvm_desktop.words import msgs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tvm_desktop.paths import DataFolder

PASSWORD, CODE = "password", "code"
LONGEST_WAIT = 60.0
_FREE = 3
_FORGOTTEN_AFTER = timedelta(hours=1)
_MOST = 500
_MOST_BYTES = 200 * _MOST


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One wrong try: when (in UTC), who was logged in to the computer, and what was tried."""

    at: datetime
    user: str
    kind: str


class Doorkeeper:
    """Tries a password or a recovery code, notes what was wrong, and makes the next try wait.

    A restart changes nothing: the tries stand in the file. Whatever the clock does, nobody waits longer than
    ``LONGEST_WAIT``: within one run the seconds are counted by ``seconds``, which never jumps.
    """

    def __init__(
        self,
        folder: DataFolder,
        *,
        clock: Callable[[], datetime] = _now,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._folder, self._clock, self._seconds = folder, clock, seconds
        self._tries = list(read(folder))
        self._open_at = seconds() + wait(self._tries, clock())

    def left(self) -> float:
        """Return the seconds until the next try."""
        return max(0.0, self._open_at - self._seconds())

    def open(self, secret: str, kind: str = PASSWORD, *, of: DataFolder | None = None) -> bytes:
        """Return the key, of a copy or a backup where one is named. May run in a worker.

        Raises UserError, also when it is too early.
        """
        from tvm_desktop.storage import keyfile

        if self.left() > 0:
            seconds = round(self.left()) or 1
            raise UserError(
                msgs("Please wait {count} second.", "Please wait {count} seconds.", seconds),
            )
        opener = keyfile.unlock_with_recovery_code if kind == CODE else keyfile.unlock_with_password
        try:
            return opener(of or self._folder, secret)
        except keyfile.WrongSecretError:
            self._note(kind)
            raise

    def _note(self, kind: str) -> None:
        now = self._clock()
        self._tries.append(Attempt(now, user(), kind))
        self._open_at = self._seconds() + wait(self._tries, now)
        with suppress(OSError):  # a folder that cannot be written to slows down this run only
            write(self._folder, self._tries)


def wait(tries: Sequence[Attempt], now: datetime) -> float:
    """Return the seconds from now to the next try: three are free, then 2, 4, 8 … 60."""
    # A try that seems to lie ahead was noted by another clock: it counts, but nobody waits for that hour to come.
    lately = [one for one in tries if now - one.at < _FORGOTTEN_AFTER]
    if len(lately) < _FREE:
        return 0.0
    pause = min(LONGEST_WAIT, 2.0 ** min(len(lately) - _FREE + 1, 10))
    gone = max(0.0, (now - lately[-1].at).total_seconds())
    return max(0.0, pause - gone)


def read(folder: DataFolder) -> tuple[Attempt, ...]:
    """List the tries since the file was opened last; none when they cannot be read."""
    try:
        if folder.attempts.stat().st_size > _MOST_BYTES:
            return ()
        plain = json.loads(folder.attempts.read_bytes())
        return tuple(_attempt(one) for one in plain)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return ()


def write(folder: DataFolder, tries: Sequence[Attempt]) -> None:
    """Keep the newest tries. Raises OSError."""
    plain = [{"at": one.at.isoformat(), "user": one.user, "kind": one.kind} for one in tries[-_MOST:]]
    write_atomically(folder.attempts, json.dumps(plain).encode())


def forget(folder: DataFolder) -> None:
    """Let the tries go; they stand in the use log."""
    with suppress(OSError):
        folder.attempts.unlink(missing_ok=True)


def _attempt(plain: dict[str, str]) -> Attempt:
    at = datetime.fromisoformat(plain["at"])
    return Attempt(at.astimezone(UTC), str(plain["user"])[:100], CODE if plain["kind"] == CODE else PASSWORD)
