"""Every page of an encrypted file and of its journal, decrypted by hand: also what SQLite itself no longer shows.

SQLCipher 4: pages of 4096 bytes; the first 16 bytes of the file are the salt; every page ends in a reserve of 80 bytes
with the IV (16) and an HMAC-SHA512 (64) over what is encrypted, the IV and the page's number. AES-256-CBC, raw key.
"""

from __future__ import annotations

import hmac
import struct
from hashlib import pbkdf2_hmac
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from tvm_desktop.storage.files import wal_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.paths import DataFolder

PAGE, _RESERVE, _SALT = 4096, 80, 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


class NotSignedError(Exception):
    """A page is not what was written with this key."""


def pages(folder: DataFolder, key: bytes) -> Iterator[bytes]:
    """Decrypt every page of the file, free ones too, and every frame of its journal, stale ones too."""
    content = folder.database.read_bytes()
    salt = content[:_SALT]
    for number in range(len(content) // PAGE):
        yield decrypted(content[number * PAGE : (number + 1) * PAGE], number + 1, key, salt)
    wal = wal_of(folder)
    if wal.exists():
        yield from _frames(wal.read_bytes(), key, salt)


def _frames(content: bytes, key: bytes, salt: bytes) -> Iterator[bytes]:
    for at in range(_WAL_HEAD, len(content) - _FRAME_HEAD - PAGE + 1, _FRAME_HEAD + PAGE):
        (number,) = struct.unpack_from(">I", content, at)
        yield decrypted(content[at + _FRAME_HEAD : at + _FRAME_HEAD + PAGE], number, key, salt)


def decrypted(page: bytes, number: int, key: bytes, salt: bytes) -> bytes:
    """Decrypt one page. Raises NotSignedError when its signature does not fit."""
    start = _SALT if number == 1 else 0
    body, iv, sign = page[start : PAGE - _RESERVE], page[PAGE - _RESERVE : PAGE - 64], page[PAGE - 64 :]
    signing = pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    if not hmac.compare_digest(
        hmac.new(signing, body + iv + struct.pack("<I", number), "sha512").digest(), sign
    ):
        raise NotSignedError(number)
    opener = Cipher(AES256(key), CBC(iv)).decryptor()
    return opener.update(body) + opener.finalize()
