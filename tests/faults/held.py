"""A data folder with a whole meeting in it, and everything that can be read of one, to compare two of them."""

from __future__ import annotations

import shutil
from hashlib import sha256
from typing import TYPE_CHECKING

from helpers.minh import minh_record
from helpers.sessions import five_steps, keep, running, with_meeting
from helpers.stores import FAST
from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.record import changing
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import ballast
from tvm_desktop.storage.backup import back_up
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.store import Draft, Store

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "tre gode ord i rad"
COURSE, MEETING = "minh", "minh-1"


def made(root: Path) -> tuple[DataFolder, bytes, str]:
    """Make a folder with a whole meeting and a backup of it; return it closed, with its key and recovery code."""
    folder = DataFolder(root)
    key, code = create_key_file(folder, PASSWORD, cost=FAST)
    fmt = five_steps(FormatLibrary.load(None))
    store = Store.create(folder, key)
    store.keep_format(fmt.hash, fmt.source)
    keep(store, with_meeting(running(minh_record()), format_id=fmt.id, format_hash=fmt.hash))
    store.save_draft(Draft(f"{MEETING}/entry", COURSE, "Vi har set, at", 14))
    store.set_setting("name", "Signe Holm")
    store.close()
    back_up(folder, key, "test")
    ballast.free(folder)
    return folder, key, code


def crashed(folder: DataFolder, key: bytes, to: Path) -> tuple[DataFolder, set[str]]:
    """Write some acts, and copy the folder as a power cut would leave it; return also every state it went through."""
    store = Store.open(folder, key)
    states = {state(store)}
    for card in [entity for entity in store.load(COURSE) if isinstance(entity, Card)][:6]:
        store.commit(COURSE, changing(card, text=f"{card.text} Og det blev sagt igen."))
        states.add(state(store))
    ballast.free(folder)
    shutil.copytree(folder.root, to)
    store.close()
    ballast.free(folder)
    return DataFolder(to), states


def state(store: Store) -> str:
    """Read all that there is the way the program reads it, and every row as it stands; return its fingerprint."""
    seen: list[object] = [store.drafts()]
    for course in store.courses():
        seen += store.load(course.id)
        seen += [store.journal(meeting.id) for meeting in store.meetings(course_id=course.id)]
    with store._reading() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY name"
        ).scalars()
        for name in names.all():
            seen += connection.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY 1').all()
    return sha256(repr(seen).encode("utf-8", "backslashreplace")).hexdigest()
