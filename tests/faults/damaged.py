"""Flip and cut bytes of every kind of file that the program keeps, and try to open it.

Either it is refused in a sentence, or what opens is to the letter something that was once committed.
``python tests/faults/run.py damaged --times 1000``
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from faults.held import COURSE, PASSWORD, crashed, made, state
from faults.mutate import spoiled_bytes
from faults.row import Row, where
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.exchange.sealed import seal, unseal
from tvm_desktop.storage.exchange.writer import export_course
from tvm_desktop.storage.files import wal_of
from tvm_desktop.storage.keyfile import unlock_with_password
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES = 1000
_ROOM = 12  # some blows change nothing, and are struck again


@dataclass(slots=True)
class Tally:
    """What came of the spoiled files."""

    refused: int = 0
    opened: int = 0
    changed: int = 0
    touched: int = 0
    crashes: Counter[str] = field(default_factory=Counter)

    def row(self, what: str, accepted: int, plain: int) -> Row:
        """Say it as a row of the table."""
        tried = self.refused + self.opened + self.crashes.total()
        crashes = f" ({', '.join(self.crashes)})" if self.crashes else ""
        return Row(
            what=what,
            tried=f"{tried} files: {self.refused} refused in a sentence, {self.opened} opened "
            f"as they once were; the same blows at {plain} plain SQLite files: {accepted} changed contents accepted",
            result=f"{self.crashes.total()} tracebacks{crashes}, {self.changed} changed contents accepted, "
            f"{self.touched} refused files touched",
            must="0 tracebacks, 0 accepted",
            met=not (self.crashes or self.changed or self.touched) and self.refused > 0 and accepted > 0,
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: a whole folder to copy, which of its files to spoil, and all that may be read of it."""

    whole: DataFolder
    files: Callable[[DataFolder], tuple[Path, ...]]
    states: set[str]
    left_alone: bool = True


def measure(times: int = TIMES, seed: int = 0) -> Iterator[Row]:
    """Spoil so many files, each kind in turn."""
    with tempfile.TemporaryDirectory(prefix="tvm-damaged-") as below:
        root, chance, tally = Path(below), Random(seed), Tally()
        kinds, sealed, text = _kinds(root)
        for number in range(times):
            which = number % (len(kinds) + 1)
            if which < len(kinds):
                _try_folder(kinds[which], root / "tried", chance, tally)
            else:
                _try_sealed(sealed, text, chance, tally)
        accepted, plain = plain_sqlite(root, max(20, times // 10), chance)
        yield tally.row("files with bytes flipped or cut", accepted, plain)


def _kinds(root: Path) -> tuple[list[Kind], bytes, str]:
    folder, key, _code = made(root / "whole")
    with closing(Store.open(folder, key)) as store:
        closed, text = {state(store)}, export_course(store, COURSE)
        closed.add(state(store))
    broken, states = crashed(folder, key, root / "crashed")
    closed |= states
    (backup,) = folder.backups.iterdir()
    saved = DataFolder(backup)
    with closing(Store.open(saved, key)) as store:
        kept = {state(store)}
    (backup / "reserve").unlink(missing_ok=True)
    kinds = [
        Kind(folder, lambda it: (it.database,), closed),
        Kind(broken, lambda it: (wal_of(it),), states, left_alone=False),
        Kind(broken, lambda it: (it.database,), states, left_alone=False),
        Kind(folder, lambda it: (it.key,), closed, left_alone=False),  # its twin mends it
        Kind(folder, lambda it: (it.key, it.key_copy), closed),
        Kind(saved, lambda it: (it.database,), kept),
    ]
    return kinds, seal(text, PASSWORD, FAST), text


def _try_folder(kind: Kind, place: Path, chance: Random, tally: Tally) -> None:
    shutil.copytree(kind.whole.root, place, ignore=shutil.ignore_patterns("backups", "reserve"))
    folder = DataFolder(place)
    spoiled = {path: _other(path.read_bytes(), chance) for path in kind.files(folder)}
    for path, content in spoiled.items():
        path.write_bytes(content)
    try:
        with closing(Store.open(folder, unlock_with_password(folder, PASSWORD))) as store:
            found = state(store)
    except UserError:
        tally.refused += 1
        tally.touched += kind.left_alone and any(path.read_bytes() != was for path, was in spoiled.items())
    except Exception as error:
        tally.crashes[where(error)] += 1
    else:
        tally.opened += 1
        tally.changed += found not in kind.states
    shutil.rmtree(place)


def _try_sealed(sealed: bytes, text: str, chance: Random, tally: Tally) -> None:
    try:
        found = unseal(_other(sealed, chance), PASSWORD)
    except UserError:
        tally.refused += 1
    except Exception as error:
        tally.crashes[where(error)] += 1
    else:
        tally.opened += 1
        tally.changed += found != text


def _other(content: bytes, chance: Random) -> bytes:
    """Spoil bytes until they are others."""
    for _ in range(_ROOM):
        spoiled = spoiled_bytes(content, chance)
        if spoiled != content:
            return spoiled
    return content[:-1]


def plain_sqlite(root: Path, times: int, chance: Random) -> tuple[int, int]:
    """Strike the same blows at an ordinary SQLite file: the test must see what SQLite alone does not."""
    path, rows = root / "plain.db", [(n, f"Han sover dårligt, {n} gange.") for n in range(2000)]
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT)")
        plain.executemany("INSERT INTO said VALUES (?, ?)", rows)
        plain.commit()
    whole, accepted = path.read_bytes(), 0
    for _ in range(times):
        path.write_bytes(_other(whole, chance))
        try:
            with closing(sqlite3.connect(path)) as plain:
                sound = plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                accepted += sound and plain.execute("SELECT * FROM said").fetchall() != rows
        except sqlite3.DatabaseError:
            continue
    return accepted, times
