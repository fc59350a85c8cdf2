"""Keyrings for tests: real backends of the ``keyring`` package that keep their secrets in this process."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ring(KeyringBackend):
    """Keeps secrets as a system's keyring does."""

    priority: float = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedRing(Ring):
    """Was never opened by its owner, or the owner said no."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class SilentRing(Ring):
    """Waits for its owner, who does not come before ``answer`` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answer.wait(30)
        return super().get_password(service, username)


class PlainFileRing(Ring):
    """Would keep its secrets for everybody to read, so the package does not recommend it."""

    priority = 0.5


class ForgetfulRing(Ring):
    """Takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@contextmanager
def ring_of(ring: Ring) -> Iterator[Ring]:
    """Let this be the computer's keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(ring)
    try:
        yield ring
    finally:
        keyring.set_keyring(before)
