"""Write this version's golden file: ``python tests/helpers/golden.py``.

It holds one of each kind, a journal row, a draft, a setting and a format, and is opened by the password below.
Files of released versions are never written again: every later version must still open them.
"""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.anything import meeting_of, one_of_each
from helpers.stores import FAST
from tvm_desktop.domain.record import adding
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import ballast
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.migrations import STEPS
from tvm_desktop.storage.store import Draft, JournalEntry, Store, UseAct

PASSWORD = "sol og regn over Ærø"
FIXTURES = Path(__file__).parents[1] / "fixtures"


def fill(store: Store) -> None:
    """Put something into every table."""
    entities = one_of_each()
    edits = tuple(adding(entity) for entity in entities)
    meeting = meeting_of(entities)
    entry = JournalEntry(
        meeting_id=meeting.id, at=datetime(2026, 3, 20, 9, tzinfo=UTC), label="x", edits=edits
    )
    store.commit("course", edits, entry)
    store.save_draft(Draft("card/new/text", "course", "Vi har set, at", 14))
    store.set_setting("name", "Jonas")
    store.keep_format("hash", "id = 'x'")
    store.log_use(UseAct.OPENED, "course")


def main() -> None:
    """Write the newest version's folder."""
    version = STEPS[-1].version
    folder = DataFolder(FIXTURES / f"v{version // 1000}.{version % 1000}")
    if folder.root.exists():
        shutil.rmtree(folder.root)
    key, _ = create_key_file(folder, PASSWORD, cost=FAST)
    store = Store.create(folder, key)
    fill(store)
    store.close()
    ballast.free(folder)
    folder.key_copy.unlink()


if __name__ == "__main__":
    main()
