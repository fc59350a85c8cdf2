"""The slots of a key file: its key wrapped by a password, a recovery code or a secret of the system's keyring."""

from __future__ import annotations

import base64
import os
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CODE_BYTES = 20
SECRET_BYTES = 32
_RECOVERY, _KEYRING = b"tvm-desktop recovery code", b"tvm-desktop keyring"
_LENGTHS = {"salt": 16, "nonce": 12, "wrapped": 48}
_CODE_SIGNS = 32
_GROUP = 4
_MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B"})


@dataclass(frozen=True, slots=True)
class KeyCost:
    """What one guess of a password costs: Argon2id's memory in KiB, passes and lanes."""

    memory_kib: int = 128 * 1024
    passes: int = 4
    lanes: int = 2

    def is_sane(self) -> bool:
        """Say whether a computer could bear it; a forged file must not exhaust the memory."""
        return 8 * self.lanes <= self.memory_kib <= 2**21 and 1 <= self.passes <= 64 and 1 <= self.lanes <= 64


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the key. ``cost`` is None for what is random, which nobody can guess."""

    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: KeyCost | None = None

    def to_plain(self) -> dict[str, Any]:
        """Return what the key file holds of it."""
        plain: dict[str, Any] = {"kind": self.kind}
        for name in ("salt", "nonce", "wrapped"):
            plain[name] = base64.b64encode(getattr(self, name)).decode()
        if self.cost:
            plain |= {
                "memory_kib": self.cost.memory_kib,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
            }
        return plain

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Slot:
        """Read a slot. Raises ValueError, KeyError or TypeError when it makes no sense."""
        parts = {name: base64.b64decode(plain[name], validate=True) for name in _LENGTHS}
        if {name: len(part) for name, part in parts.items()} != _LENGTHS:
            raise ValueError("the parts have other lengths")
        cost = None
        if "memory_kib" in plain:
            cost = KeyCost(int(plain["memory_kib"]), int(plain["passes"]), int(plain["lanes"]))
            if not cost.is_sane():
                raise ValueError("the cost is out of bounds")
        return cls(str(plain["kind"]), **parts, cost=cost)


def password_slot(key: bytes, database: bytes, password: str, cost: KeyCost) -> Slot:
    """Wrap the key by a password."""
    salt = os.urandom(16)
    fresh = Slot("password", salt, os.urandom(12), b"", cost)
    return _wrapped(fresh, key, database, stretch(password, salt, cost))


def recovery_slot(key: bytes, database: bytes, code: bytes) -> Slot:
    """Wrap the key by a recovery code."""
    salt = os.urandom(16)
    fresh = Slot("recovery", salt, os.urandom(12), b"")
    return _wrapped(fresh, key, database, _derive(code, salt, _RECOVERY))


def keyring_slot(key: bytes, database: bytes, secret: bytes) -> Slot:
    """Wrap the key by what the system's keyring keeps."""
    salt = os.urandom(16)
    fresh = Slot("keyring", salt, os.urandom(12), b"")
    return _wrapped(fresh, key, database, _derive(secret, salt, _KEYRING))


def open_by_password(slot: Slot, database: bytes, password: str) -> bytes | None:
    """Return the key, or None when the password is another one."""
    return _unwrap(slot, database, stretch(password, slot.salt, slot.cost or KeyCost()))


def open_by_code(slot: Slot, database: bytes, code: bytes) -> bytes | None:
    """Return the key, or None when the recovery code is another one."""
    return _unwrap(slot, database, _derive(code, slot.salt, _RECOVERY))


def open_by_keyring(slot: Slot, database: bytes, secret: bytes) -> bytes | None:
    """Return the key, or None when the keyring kept something else."""
    return _unwrap(slot, database, _derive(secret, slot.salt, _KEYRING))


def code_text(code: bytes) -> str:
    """Return a recovery code as people write it: eight groups of four."""
    signs = base64.b32encode(code).decode()
    return "-".join(signs[at : at + _GROUP] for at in range(0, _CODE_SIGNS, _GROUP))


def code_of(text: str) -> bytes | None:
    """Read a recovery code: capitals or not, with or without signs between, 0 for O and 1 for I. None = not whole."""
    signs = "".join(sign for sign in text.upper() if sign.isalnum()).translate(_MISREAD)
    if len(signs) != _CODE_SIGNS or not signs.isascii():
        return None
    try:
        return base64.b32decode(signs)
    except ValueError:
        return None


def stretch(password: str, salt: bytes, cost: KeyCost) -> bytes:
    """Make 32 bytes of a password, slowly."""
    # The same letters may come composed from one keyboard and decomposed from another.
    secret = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    argon = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return argon.derive(secret)


def _derive(secret: bytes, salt: bytes, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=use).derive(secret)


def _wrapped(slot: Slot, key: bytes, database: bytes, wrapping: bytes) -> Slot:
    return replace(slot, wrapped=AESGCM(wrapping).encrypt(slot.nonce, key, _bound(database, slot.kind)))


def _unwrap(slot: Slot, database: bytes, wrapping: bytes) -> bytes | None:
    try:
        return AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, _bound(database, slot.kind))
    except InvalidTag:
        return None


def _bound(database: bytes, kind: str) -> bytes:
    return b"tvm-desktop key " + database + kind.encode()
