"""Kill a program that writes, again and again, and print what was acknowledged beside what was found.

Run by ``test_kill.py`` as a program of its own, which has one thread and may fork.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

from helpers.family import NOON, card, course, meeting
from tvm_desktop.domain.record import adding
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.store import Draft, JournalEntry, Store

KEY = bytes(32)


def write(folder: DataFolder, told: int) -> None:
    """Type and commit without end; tell each thing as soon as it is said to be saved."""
    store = Store.open(folder, KEY)
    typed = committed = 0
    while True:
        for _ in range(3):
            typed += 1
            store.save_draft(Draft("m/entry", "c", "x" * typed, typed))
            os.write(told, b"d%d\n" % typed)
        committed += 1
        said = card("m", f"{os.getpid()}-{committed}")
        edits = (adding(said),)
        store.commit("c", edits, JournalEntry(meeting_id="m", at=NOON, label="x", edits=edits))
        os.write(told, b"c%s\n" % said.id.encode())


def killed(folder: DataFolder, words: int, after: float) -> list[str]:
    """Kill a writer some time after so many words; return what it told."""
    read, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        write(folder, told)
    os.close(told)
    heard = b""
    while heard.count(b"\n") < words:
        heard += os.read(read, 65536)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(read, 65536):
        heard += more
    os.close(read)
    return heard.decode().rpartition("\n")[0].split("\n")


def found(folder: DataFolder) -> tuple[int, set[str], set[str]]:
    """Return the length of the draft, the cards, and the cards that the journal knows."""
    store = Store.open(folder, KEY)
    drafts = store.drafts()
    cards = {entity.id for entity in store.load("c") if type(entity).__name__ == "Card"}
    journalled = {edit.id for entry in store.journal("m") for edit in entry.edits}
    store.close()
    return len(drafts[0].text) if drafts else 0, cards, journalled


def main() -> None:
    """Kill, look, and go on with the same file."""
    folder = DataFolder(Path(sys.argv[1]))
    store = Store.create(folder, KEY)
    course(store, "c", "Minh", meeting("m", 0))
    store.close()
    acknowledged: set[str] = set()
    rounds = []
    for number in range(int(sys.argv[2])):
        lines = killed(folder, 8 + number % 5, 0.0007 * (number % 9))
        typed = max(int(line[1:]) for line in lines if line.startswith("d"))
        acknowledged |= {line[1:] for line in lines if line.startswith("c")}
        draft, cards, journalled = found(folder)
        rounds.append(
            {
                "keystrokes ahead": draft - typed,
                "lost": sorted(acknowledged - cards),
                "unjournalled": sorted(cards ^ journalled),
            }
        )
    print(json.dumps({"rounds": rounds, "committed": len(acknowledged)}))


if __name__ == "__main__":
    main()
