"""Search everything that is written for what was said: after a meeting, after a crash in one, after a deletion.

Every byte of the data, home, log and temporary folders, as UTF-8, UTF-16 and UTF-32, as it was typed, small, large
and as the search index folds it. After a deletion also every page of the store, its journal and its backups, decrypted
by hand.
``python tests/faults/run.py plaintext``
"""

from __future__ import annotations

import re
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faults.held import COURSE, made
from faults.led import lead
from faults.meeting_words import PASSWORD, words
from faults.pages import pages
from faults.row import Row
from tvm_desktop.domain.record import as_fields, changing
from tvm_desktop.paths import DataFolder
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.importer import import_file
from tvm_desktop.storage.search import folded
from tvm_desktop.storage.store import Draft, JournalEntry, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.domain.entities import Entity

TIMES = 1
_CODES = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
_IN_PAGES = ("utf-8",)  # as SQLite keeps a text
_CHOSEN = "saved"  # the plan that the user chose to save, which is said not to be encrypted
OTHER = "Freja"
_WORD = re.compile(r"\w{8,14}")


def measure(times: int = TIMES, _seed: int = 0) -> Iterator[Row]:
    """Hold, break off and delete so many meetings."""
    for _ in range(times):
        for what, killed in (("after a whole meeting", False), ("after a crash in a meeting", True)):
            with tempfile.TemporaryDirectory(prefix="tvm-plaintext-") as below:
                place = Path(below) / "meeting"
                yield after_a_meeting(place, lead(place, killed=killed), what)
        with tempfile.TemporaryDirectory(prefix="tvm-plaintext-") as below:
            yield after_a_deletion(Path(below))


def after_a_meeting(place: Path, told: dict[str, Any], what: str) -> Row:
    """Search all that a meeting left, and what it said on stderr."""
    wanted = [*words(), PASSWORD]
    (place / "home" / "stderr").write_text(told["stderr"], "utf-8")
    files = [path for path in place.rglob("*") if path.is_file() and _CHOSEN not in path.parts]
    found = [f"{path.name}: {word}" for path in files for word in readable(path.read_bytes(), wanted)]
    seen = readable(" ".join(wanted).upper().encode("utf-16-le"), wanted)
    return Row(
        what=f"plaintext {what}",
        tried=f"{len(wanted)} words in {len(files)} files; planted, {len(seen)} of them are seen",
        result=f"{len(found)} finds{': ' + ', '.join(sorted(set(found))[:5]) if found else ''}",
        must="0 finds",
        met=not found and len(seen) == len(wanted),
    )


def readable(content: bytes, wanted: Iterable[str], codes: tuple[str, ...] = _CODES) -> list[str]:
    """List the words that can be read in some bytes, in any spelling and code."""
    small = content.lower() if content.strip(b"\0") else b""  # the reserve is nothing but zeros
    return [word for word in wanted if any(form in small for form in _forms(word, codes))]


def _forms(word: str, codes: tuple[str, ...]) -> set[bytes]:
    """Spell a word in every way; the plain letters small, as what is searched."""
    spelled = {word, word.lower(), word.upper(), folded(word), folded(word).replace("aa", "a")}
    return {form.encode(code).lower() for form in spelled for code in codes}


def after_a_deletion(below: Path) -> Row:
    """Delete one course of two, and look for it in every page and every backup."""
    folder, key, _code = made(below / "data")
    with closing(Store.open(folder, key)) as store:
        import_file(store, resource("demo", f"{OTHER.lower()}.tvm.json"))
        other = next(row.id for row in store.courses() if row.id != COURSE)
        mine, theirs, others = said(store.load(COURSE)), said(store.load(other)), _of_others()
        gone = [*sorted(word for word in mine if word.lower() not in others), "Kanariefugl"]
        stays = sorted(theirs - mine)
        _write_much(store)
        before = readable(everything(folder, key), gone, _IN_PAGES)
        store.delete_course(COURSE)
        in_use = readable(everything(folder, key), gone, _IN_PAGES)
    after = everything(folder, key)
    found = {*in_use, *readable(after, gone, _IN_PAGES), *readable(raw(folder), gone)}
    still = readable(after, stays, _IN_PAGES)
    return Row(
        what="plaintext after a deletion, every page decrypted",
        tried=f"{len(gone)} words of a course, {len(before)} of them seen before; of the other course {len(still)} of "
        f"{len(stays)} still there; the store and {len(list(folder.backups.iterdir()))} backup",
        result=f"{len(found)} finds{': ' + ', '.join(sorted(found)[:3]) if found else ''}",
        must="0 finds",
        met=not found and len(before) == len(gone) > 20 and len(still) == len(stays),
    )


def _write_much(store: Store) -> None:
    """Leave traces: changed and undone texts, a draft, a back-up of it all, and an index in many parts."""
    for entity in store.load(COURSE):
        if getattr(entity, "text", ""):
            edits = changing(entity, text=f"{as_fields(entity)['text']} Igen.")
            entry = JournalEntry(meeting_id="minh-1", at=datetime.now(UTC), label="x", edits=edits)
            store.commit(COURSE, edits, entry)
            store.commit(COURSE, [edit.inverse() for edit in edits])
    store.save_draft(Draft("minh-1/entry", COURSE, "Kanariefugl", 3))
    store.back_up("test")


def said(entities: Iterable[Entity]) -> set[str]:
    """List the long words that a course says; a short one could stand anywhere, and a text may lie on two pages."""
    values = (value for entity in entities for value in as_fields(entity).values() if isinstance(value, str))
    return {word for value in values if " " in value for word in _WORD.findall(value)}


def _of_others() -> str:
    """Read what is not the course's own: the other course, and the meeting forms."""
    files = [resource("demo", f"{OTHER.lower()}.tvm.json"), *resource("formats").glob("*.toml")]
    return "".join(path.read_text("utf-8") for path in files).lower()


def everything(folder: DataFolder, key: bytes) -> bytes:
    """Decrypt every page of the store, of its journal and of every backup."""
    folders = [folder, *(DataFolder(path) for path in sorted(folder.backups.iterdir()))]
    return b"".join(page for one in folders for page in pages(one, key))


def raw(folder: DataFolder) -> bytes:
    """Read every file as it lies."""
    return b"".join(path.read_bytes() for path in sorted(folder.root.rglob("*")) if path.is_file())
