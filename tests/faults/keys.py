"""Try wrong passwords, recovery codes and keys, most of them very near the right ones, and say what a guess costs.

``python tests/faults/run.py keys --times 1000``
"""

from __future__ import annotations

import tempfile
import time
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import sqlcipher3

from faults.held import PASSWORD, made
from faults.row import Row
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.exchange.sealed import seal, unseal
from tvm_desktop.storage.keyfile import (
    KeyCost,
    create_key_file,
    unlock_with_password,
    unlock_with_recovery_code,
)
from tvm_desktop.storage.keyslots import code_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Opens = Callable[[], object]

TIMES = 1000
_WAYS = 4
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def measure(times: int = TIMES, seed: int = 0) -> Iterator[Row]:
    """Try so many wrong keys of every kind, and the right ones once."""
    opened, right = guessed(times, seed)
    cost, seconds = KeyCost(), unlocking_costs(5 if times >= TIMES else 1)
    yield Row(
        what="wrong passwords, recovery codes and keys",
        tried=f"{times}; the {_WAYS} right ones beside them opened {right}",
        result=f"{opened} opened; a password guess costs {seconds * 1000:.0f} ms of processor time "
        f"and {cost.memory_kib // 1024} MiB (Argon2id, {cost.passes} passes, {cost.lanes} lanes)",
        must="0 opened, cost stated",
        met=opened == 0 and right == _WAYS,
    )


def guessed(times: int, seed: int) -> tuple[int, int]:
    """Try so many wrong keys; return how many of them opened anything, and how many of the right ones did."""
    chance = Random(seed)
    with tempfile.TemporaryDirectory(prefix="tvm-keys-") as below:
        folder, key, code = made(Path(below) / "data")
        sealed = seal("{}", PASSWORD, FAST)
        ways: tuple[tuple[Callable[[], Opens], Opens], ...] = (
            (lambda: _password(folder, chance), lambda: unlock_with_password(folder, PASSWORD)),
            (lambda: _code(folder, code, chance), lambda: unlock_with_recovery_code(folder, code)),
            (lambda: _raw(folder, key, chance), lambda: _read(folder, key)),
            (lambda: _sealed(sealed, chance), lambda: unseal(sealed, PASSWORD)),
        )
        opened = sum(_opens(ways[number % len(ways)][0]()) for number in range(times))
        right = sum(_opens(opens) for _, opens in ways)
    return opened, right


def _opens(opens: Opens) -> bool:
    with suppress(UserError, sqlcipher3.DatabaseError):
        opens()
        return True
    return False


def _password(folder: DataFolder, chance: Random) -> Opens:
    guess = _near(PASSWORD, "abcdefghijklmnopqrstuvwxyzæøå ", chance)
    return lambda: unlock_with_password(folder, guess)


def _code(folder: DataFolder, code: str, chance: Random) -> Opens:
    guess = code
    while code_of(guess) == code_of(code):
        at = chance.choice([n for n, sign in enumerate(code) if sign != "-"])
        guess = code[:at] + chance.choice(_SIGNS) + code[at + 1 :]
    return lambda: unlock_with_recovery_code(folder, guess)


def _raw(folder: DataFolder, key: bytes, chance: Random) -> Opens:
    at = chance.randrange(256)
    near = bytes(byte ^ (1 << at % 8 if n == at // 8 else 0) for n, byte in enumerate(key))
    guess = near if chance.random() < 0.5 else chance.randbytes(32)
    return lambda: _read(folder, guess)


def _sealed(sealed: bytes, chance: Random) -> Opens:
    guess = _near(PASSWORD, "abcdefghijklmnopqrstuvwxyz ", chance)
    return lambda: unseal(sealed, guess)


def _read(folder: DataFolder, key: bytes) -> None:
    open_connection(folder.database, key).close()


def _near(right: str, signs: str, chance: Random) -> str:
    """Return another text: one sign changed, left out, added or written large; now and then any at all."""
    guess = right
    while guess == right:
        at = chance.randrange(len(right))
        guess = chance.choice(
            (
                right[:at] + chance.choice(signs) + right[at + 1 :],
                right[:at] + right[at + 1 :],
                right[:at] + chance.choice(signs) + right[at:],
                right[:at] + right[at].upper() + right[at + 1 :],
                "".join(chance.choices(signs, k=12)),
            )
        )
    return guess


def unlocking_costs(times: int) -> float:
    """Measure an unlocking at the true cost, in seconds of the processor: the quickest of some."""
    taken = []
    with tempfile.TemporaryDirectory(prefix="tvm-keys-") as below:
        folder = DataFolder(Path(below) / "data")
        create_key_file(folder, PASSWORD)
        for _ in range(times):
            began = time.process_time()
            unlock_with_password(folder, PASSWORD)
            taken.append(time.process_time() - began)
    return min(taken)
