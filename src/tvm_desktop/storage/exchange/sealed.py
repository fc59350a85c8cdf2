"""An exchange file sealed with its own password, to be handed to somebody else.

A sealed file is: a header (magic, version, cost, salt, nonce, the program that made it), the compressed text encrypted
by AES-256-GCM with the header bound to it, and the SHA-256 of all that stands before. The key is made of the password
by Argon2id. The sum at the end is no secret: by it a damaged file differs from a wrong password, in every version.
"""

from __future__ import annotations

import os
import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tvm_desktop.errors import UserError
from tvm_desktop.storage.exchange.model import MAX_BYTES
from tvm_desktop.storage.exchange.reader import NEWER, NOT_OURS, cannot_be_opened, read_text, too_large
from tvm_desktop.storage.keyslots import KeyCost, stretch
from tvm_desktop.version import own_version
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.exchange.model import ExchangeFile

SEALED_SUFFIX = ".tvm.sealed"
VERSION = 1
_MAGIC = b"TVMSEAL\n"
_HEADER = struct.Struct(">8sHIHH16s12s24s")
_SUM = 32
_LARGEST = MAX_BYTES + 4096
# What opening a file may cost at most, whatever its header says: eight times what it costs to make one.
_DEAREST_KIB = 2**20
_DEAREST_WORK = 8 * KeyCost().memory_kib * KeyCost().passes

WRONG_PASSWORD = msg(
    "The password does not open the file. Check every sign, and ask whoever gave you the file. Nothing was changed."
)
DAMAGED = msg(
    "The file is damaged: something in it is not as it was written. Ask to be given it again. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class _Sealed:
    """The parts of a sealed file that is whole."""

    header: bytes
    cost: KeyCost
    salt: bytes
    nonce: bytes
    made_by: str
    body: bytes


def seal(text: str, password: str, cost: KeyCost | None = None) -> bytes:
    """Return the text of an exchange file as the content of a sealed file. Takes as long as a password does.

    Raises UserError when the text is larger than a file may be.
    """
    cost = cost or KeyCost()
    plain = text.encode()
    if len(plain) > MAX_BYTES:
        raise too_large()
    salt, nonce, made_by = os.urandom(16), os.urandom(12), own_version().encode("ascii", "replace")[:24]
    header = _HEADER.pack(
        _MAGIC, VERSION, cost.memory_kib, cost.passes, cost.lanes, salt, nonce, made_by.ljust(24, b"\0")
    )
    body = AESGCM(stretch(password, salt, cost)).encrypt(nonce, zlib.compress(plain, 9), header)
    return header + body + sha256(header + body).digest()


def unseal(content: bytes, password: str) -> str:
    """Return the text that was sealed. Raises UserError: another password, damage, a newer version, another file."""
    found = _parts(content)
    try:
        packed = AESGCM(stretch(password, found.salt, found.cost)).decrypt(
            found.nonce, found.body, found.header
        )
    except InvalidTag:
        raise UserError(WRONG_PASSWORD) from None
    return _unpacked(packed)


def made_by(content: bytes) -> str:
    """Return the version of the program that sealed a file. Raises UserError."""
    return _parts(content).made_by


def is_sealed(path: Path) -> bool:
    """Say whether a file is a sealed one, by how it begins. Raises UserError when it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        raise cannot_be_opened(path) from None


def read_sealed(path: Path) -> bytes:
    """Return the content of a sealed file that is whole, whatever its password. Raises UserError."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError:
        raise cannot_be_opened(path) from None
    _parts(content)
    return content


def open_sealed(path: Path, password: str) -> ExchangeFile:
    """Read and check a sealed file. Raises UserError."""
    return read_text(unseal(read_sealed(path), password))


def _parts(content: bytes) -> _Sealed:
    if not content.startswith(_MAGIC):
        raise UserError(NOT_OURS)
    if len(content) > _LARGEST:
        raise too_large()
    whole, told = content[:-_SUM], content[-_SUM:]
    if len(whole) <= _HEADER.size or sha256(whole).digest() != told:
        raise UserError(DAMAGED)
    header = whole[: _HEADER.size]
    _magic, version, memory, passes, lanes, salt, nonce, program = _HEADER.unpack(header)
    if version > VERSION:
        raise UserError(NEWER)
    cost = KeyCost(memory, passes, lanes)
    if version != VERSION or not _is_bearable(cost):
        raise UserError(DAMAGED)
    made = program.rstrip(b"\0").decode("ascii", "replace")
    return _Sealed(header, cost, salt, nonce, made, whole[_HEADER.size :])


def _is_bearable(cost: KeyCost) -> bool:
    """Say whether a forged header would not keep the computer busy or empty its memory."""
    work = cost.memory_kib * cost.passes
    return cost.is_sane() and cost.memory_kib <= _DEAREST_KIB and work <= _DEAREST_WORK


def _unpacked(packed: bytes) -> str:
    """Unpack no more than a file may hold: a few bytes can claim to be many."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(packed, MAX_BYTES + 1)
        if len(plain) > MAX_BYTES:
            raise too_large()
        if not unpacking.eof or unpacking.unused_data:
            raise UserError(DAMAGED)
        return plain.decode()
    except (zlib.error, UnicodeDecodeError):
        raise UserError(DAMAGED) from None
