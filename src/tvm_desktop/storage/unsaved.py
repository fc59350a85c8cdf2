"""Words that the disk would not take: kept until it does, and sealed with the file's key while the file is locked."""

from __future__ import annotations

import json
import os
from dataclasses import astuple
from hashlib import blake2b
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tvm_desktop.storage.rows import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable

_NONCE = 12
_USE = b"tvm unsaved"


class Unsaved:
    """Drafts by their key, the latest of each field."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}

    def __bool__(self) -> bool:
        return bool(self._drafts)

    def keep(self, draft: Draft) -> None:
        """Keep what could not be saved."""
        self._drafts[draft.key] = draft

    def drop(self, *, key: str = "", thing: str = "", meeting: str = "", course: str = "") -> None:
        """Forget a field, or what was typed in a thing, a meeting or a course that is gone."""
        for known, draft in tuple(self._drafts.items()):
            within = (thing and f"/{thing}/" in known) or (meeting and known.startswith(f"{meeting}/"))
            if known == key or within or (course and draft.course_id == course):
                del self._drafts[known]

    def over(self, saved: Iterable[Draft]) -> list[Draft]:
        """Return what was saved with what is newer in its place."""
        newest = {draft.key: draft for draft in saved} | self._drafts
        return [newest[key] for key in sorted(newest)]

    def seal(self, key: bytes) -> bytes:
        """Encrypt all that is kept, "" when there is nothing."""
        if not self._drafts:
            return b""
        plain = json.dumps([astuple(draft) for draft in self._drafts.values()]).encode()
        nonce = os.urandom(_NONCE)
        return nonce + AESGCM(_own_key(key)).encrypt(nonce, plain, _USE)


def unseal(sealed: bytes, key: bytes) -> list[Draft] | None:
    """Return what was sealed; None when another key did it."""
    if not sealed:
        return []
    try:
        plain = AESGCM(_own_key(key)).decrypt(sealed[:_NONCE], sealed[_NONCE:], _USE)
    except InvalidTag:
        return None
    return [Draft(*values) for values in json.loads(plain)]


def _own_key(key: bytes) -> bytes:
    """Return a key that is used for nothing else."""
    return blake2b(_USE, key=key, digest_size=32).digest()
