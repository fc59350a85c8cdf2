"""No word of a meeting stands readable in any file, nor on any stream, of a program that did everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import logging, os, sys
from dataclasses import replace
from pathlib import Path
logging.basicConfig(level=logging.DEBUG, filename=sys.argv[2])
from helpers.family import NOON, card, course, meeting
from helpers.stores import FAST
from tvm_desktop.domain.record import adding, changing
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.backup import back_up
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.store import Draft, JournalEntry, Store

folder = DataFolder(Path(sys.argv[1]))
key, code = create_key_file(folder, "Kanariefugl7", cost=FAST)
store = Store.create(folder, key)
said = replace(card("m", "Kanariefugl1 er ked af det"), id="k")
course(store, "c", "Kanariefugl2", meeting("m", 0, purpose="Kanariefugl3"), said)
changed = changing(said, text="Kanariefugl4 er glad")
store.commit("c", changed, JournalEntry(meeting_id="m", at=NOON, label="x", edits=changed))
store.save_draft(Draft("m/entry", "c", "Kanariefugl5", 3))
store.set_setting("name", "Kanariefugl6")
assert store.search("kanariefugl")
for edits in ([adding(said)], changing(replace(said, id="j"), text="Kanariefugl8")):
    try:
        store.commit("c", edits)
    except Exception as error:
        logging.exception("a bug")
back_up(folder, key, "test")
print("done", flush=True)
if len(sys.argv) > 3:
    store.close()
else:
    os._exit(0)
"""


def run(tmp_path: Path, *more: str) -> None:
    """Run the program and look through everything that it left."""
    tests = Path(__file__).parents[1]
    arguments = [str(tmp_path / "data"), str(tmp_path / "log"), *more]
    environment = {"PYTHONPATH": str(tests), "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.stdout.strip(), done.stderr) == (b"done", b"")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"meetings.db", "meetings.key", "meetings.key.copy", "log"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes().lower()
        for spelled in ("utf-8", "utf-16-le"):
            assert "kanariefugl".encode(spelled) not in content, path.name


def test_nothing_is_readable_after_a_crash(tmp_path: Path) -> None:
    run(tmp_path)


def test_nothing_is_readable_after_closing(tmp_path: Path) -> None:
    run(tmp_path, "close")
