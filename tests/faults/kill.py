"""Kill the real program at random moments while somebody types and commits; stop and wake it in the middle, too.

Half of the blows fall within some milliseconds of Enter, where the file is being written; the others anywhere.
``python tests/faults/run.py kill --times 200``
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from faults.row import Row
from faults.sound import is_sound
from faults.typist import KEY, type_without_end
from helpers.sessions import five_steps, keep, minh, with_meeting
from tvm_desktop.domain.entities import Card
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES = 200
_TOLD_BEFORE = {card.id for card in minh().every(Card)}


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the file after a blow."""

    drafts: list[str]
    cards: list[str]
    journalled: bool
    sound: bool


@dataclass(slots=True)
class Tally:
    """What was lost over all rounds, held against what the typist told."""

    taken: list[str] = field(default_factory=list)
    draft: str = ""
    lost: int = 0
    invented: int = 0
    unsound: int = 0
    letters: list[int] = field(default_factory=list)
    in_a_commit: int = 0  # blows between Enter and its answer

    def note(self, told: list[str], found: Found) -> None:
        """Judge one round: every sentence that was taken is there, and of the one in hand all but a letter."""
        words = [line.partition(" ")[::2] for line in told]
        self.lost += words[0] != ("back", self.draft)
        self.taken += [text for what, text in words if what == "taken"]
        what, last = words[-1]
        typed = "" if what == "taken" else last
        if typed and typed in found.cards:  # taken, but killed before it could say so
            self.taken.append(typed)
            typed = ""
        self.draft = "".join(found.drafts)
        self.lost += len(set(self.taken) - set(found.cards))
        self.invented += len(found.cards) - len(set(found.cards) & set(self.taken))
        self.letters.append(len(typed) - len(self.draft) if typed.startswith(self.draft) else 99)
        self.unsound += not (found.sound and found.journalled)

    @property
    def met(self) -> bool:
        """Whether nothing was lost but a letter at most."""
        return bool(self.taken) and not (self.lost or self.invented or self.unsound) and self.worst <= 1

    @property
    def worst(self) -> int:
        """The most letters that one blow took."""
        return max(self.letters, default=0)


def measure(times: int = TIMES, seed: int = 0) -> Iterator[Row]:
    """Kill so many times, and stop and wake a fifth as often."""
    for what, stops, rounds in (
        ("killed (kill -9) while somebody types", False, times),
        ("suspended and woken while somebody types, then killed", True, max(1, times // 5)),
    ):
        with tempfile.TemporaryDirectory(prefix="tvm-kill-") as below:
            tally = _rounds(DataFolder(Path(below) / "data"), rounds, Random(seed), stops=stops)
        yield Row(
            what=what,
            tried=f"{rounds} times, {tally.in_a_commit} of them before Enter had answered; "
            f"{len(tally.taken)} sentences",
            result=f"{tally.lost} committed lost, {tally.invented} not typed, {tally.unsound} files unsound, "
            f"at most {tally.worst} letter lost ({sum(n > 0 for n in tally.letters)} times)",
            must="0 lost, 0 unsound, at most 1 letter",
            met=tally.met,
        )


def _rounds(folder: DataFolder, rounds: int, chance: Random, *, stops: bool) -> Tally:
    fmt = five_steps(FormatLibrary.load(None))
    store = Store.create(folder, KEY)
    store.keep_format(fmt.hash, fmt.source)
    keep(store, with_meeting(minh(), format_id=fmt.id, format_hash=fmt.hash))
    store.close()
    tally = Tally()
    for number in range(rounds):
        told, in_a_commit = _struck(folder, number, chance, stops=stops)
        tally.note(told, look(folder))
        tally.in_a_commit += in_a_commit
    return tally


def _struck(folder: DataFolder, number: int, chance: Random, *, stops: bool) -> tuple[list[str], bool]:
    """Let a typist type, and strike; return what it told, and whether Enter was without its answer then."""
    read, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        type_without_end(folder, told, number)
    os.close(told)
    heard = _wait(read, b"", lines=chance.randint(3, 25))
    if chance.random() < 0.5:
        heard = _wait(read, heard, lines=heard.count(b"\n"), then=b"\nenter ")
        time.sleep(chance.uniform(0, 0.010))
    else:
        time.sleep(chance.uniform(0, 0.060))
    if stops:
        os.kill(child, signal.SIGSTOP)
        time.sleep(0.2)
        heard += _there(read)
        in_a_commit = _waits(heard)
        os.kill(child, signal.SIGCONT)
        heard = _wait(read, heard, lines=heard.count(b"\n") + 4)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    heard = _wait(read, heard)
    os.close(read)
    return heard.decode().rpartition("\n")[0].split("\n"), in_a_commit if stops else _waits(heard)


def _waits(heard: bytes) -> bool:
    """Say whether the last that was told is Enter."""
    return heard.rpartition(b"\n")[0].rpartition(b"\n")[2].startswith(b"enter ")


def _there(read: int) -> bytes:
    """Read what is there, without waiting for more."""
    os.set_blocking(read, False)
    try:
        return os.read(read, 65536)
    except BlockingIOError:
        return b""
    finally:
        os.set_blocking(read, True)


def _wait(read: int, heard: bytes, lines: int = 2**31, then: bytes = b"") -> bytes:
    """Hear so many lines, and after them a certain word; without either all that is left."""
    seen = len(heard)
    while heard.count(b"\n") < lines or (then and then not in heard[seen:]):
        more = os.read(read, 65536)
        if not more:
            break
        heard += more
    return heard


def look(folder: DataFolder) -> Found:
    """Return the draft, the cards' words, whether the journal knows them all, and whether the file is sound."""
    sound = is_sound(folder, KEY)
    store = Store.open(folder, KEY)
    drafts = [draft.text for draft in store.drafts()]
    cards = {e.id: e.text for e in store.load("minh") if isinstance(e, Card) and e.id not in _TOLD_BEFORE}
    journalled = {edit.id for entry in store.journal("minh-1") for edit in entry.edits}
    store.close()
    return Found(drafts, sorted(cards.values()), journalled == set(cards), sound)
