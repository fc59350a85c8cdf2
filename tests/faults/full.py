"""Hold a whole meeting on a disk that fails at every single commit, and try each act again when it works.

Without any rights: the descriptor of the write-ahead journal is turned to ``/dev/full``, or to one that may only be
read, right before the commit. Where a disk may be mounted, a small real one is filled up before each commit. With
``strace`` real errors of the system (EIO, ENOSPC) are given to every few writes of a program of its own.
``python tests/faults/run.py full``
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faults.acts import CHILD, whole_meeting
from faults.row import Row
from faults.sound import is_sound
from helpers.broken import failing
from helpers.disk import disk, may_mount
from helpers.sessions import NOW, five_steps, whole
from tvm_desktop.errors import UserError
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage import ballast
from tvm_desktop.storage.engine import checkpoint
from tvm_desktop.storage.faults import Fault, refusal
from tvm_desktop.storage.files import wal_of
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from faults.acts import Act

TIMES = 3
KEY = bytes(32)
Fails = Callable[[MeetingSession], AbstractContextManager[None]]
Place = Callable[[Path], AbstractContextManager[Any]]


@dataclass(slots=True)
class Tally:
    """What came of the acts of whole meetings."""

    acts: int = 0
    refused: int = 0
    unsaid: int = 0  # a failure without the sentence that belongs to it
    half: int = 0  # a failed act that changed something all the same
    lost: int = 0
    unsound: int = 0
    meeting: str = ""
    held: dict[str, str] = field(default_factory=dict)

    def row(self, what: str) -> Row:
        """Say it as a row of the table."""
        return Row(
            what=what,
            tried=f"{self.acts} commits of whole meetings, {self.refused} of them failed and tried again",
            result=f"{self.lost} lost, {self.half} half done, {self.unsound} files unsound, "
            f"{self.unsaid} failures without their sentence",
            must="0 lost, 0 unsound, a sentence each time, goes on afterwards",
            met=not (self.unsaid or self.half or self.lost or self.unsound) and self.refused > 0,
        )


def measure(times: int = TIMES, _seed: int = 0) -> Iterator[Row]:
    """Hold so many meetings with each kind of failure."""
    for what, fails, fault in (
        ("disk full at every commit", full_journal, Fault.FULL),
        ("disk pulled out at every commit", unwritable_journal, Fault.DISK),
        ("file read-only at every commit", read_only, Fault.READ_ONLY),
    ):
        yield _meetings(times, nullcontext, fails, fault).row(what)
    if may_mount():
        yield _meetings(times, small_disk, filled_up, Fault.FULL).row("small real disk, full at every commit")
    if shutil.which("strace"):
        for error in ("EIO", "ENOSPC"):
            yield _traced(error).row(f"the system gives {error} for every few writes (strace)")


def _meetings(
    times: int, place: Callable[[Path], AbstractContextManager[Any]], fails: Fails, fault: Fault
) -> Tally:
    tally = Tally()
    for _ in range(times):
        with tempfile.TemporaryDirectory(prefix="tvm-full-") as below, place(Path(below) / "disk"):
            hold(DataFolder(Path(below) / "disk" / "data"), fails, fault, tally)
    return tally


def hold(folder: DataFolder, fails: Fails, fault: Fault, tally: Tally) -> None:
    """Hold one meeting: every act fails first, changes nothing, and is done again."""
    session = begin(folder)
    for act in whole_meeting(session):
        tally.acts += 1
        before, saved = session.record, session.saved_at
        try:
            with fails(session):
                act(session)
        except UserError as problem:
            tally.refused += 1
            tally.unsaid += problem.message != refusal(fault).message
            tally.half += session.record is not before or session.saved_at is not saved
            act(session)
        else:
            tally.unsaid += fault is not Fault.FULL  # what still found room is saved
    session.store.close()
    look(folder, session.record.meeting_id, said_of(session), tally)


def begin(folder: DataFolder) -> MeetingSession:
    """Make a file with a planned meeting and open it, without the reserve."""
    fmt = five_steps(FormatLibrary.load(None))
    store = Store.create(folder, KEY)
    meeting = new_meeting(store, fmt, course_name=CHILD, starts=NOW, clock=lambda: NOW)
    store.keep_format(fmt.hash, fmt.source)
    ballast.free(folder)
    return MeetingSession.open(store, FormatLibrary.load(None), meeting)


def said_of(session: MeetingSession) -> dict[str, str]:
    """Write down all that the meeting holds."""
    return {name: repr(fields) for name, fields in whole(session.record).items()}


def look(folder: DataFolder, meeting: str, held: dict[str, str], tally: Tally) -> None:
    """See that the file holds to the letter what the meeting held."""
    tally.unsound += not is_sound(folder, KEY)
    with closing(Store.open(folder, KEY)) as again:
        kept = said_of(MeetingSession.open(again, FormatLibrary.load(None), meeting))
    tally.lost += sum(kept.get(name) != fields for name, fields in held.items()) + len(
        kept.keys() - held.keys()
    )


# -- the failures ------------------------------------------------------------------------------------------------------


@contextmanager
def full_journal(session: MeetingSession) -> Iterator[None]:
    """Turn the journal's descriptor to a device that is always full; nothing can be read there, so it is empty."""
    with session.store._reading() as connection:
        connection.rollback()
        checkpoint(connection)
    with failing(wal_of(session.store.folder).resolve()):
        yield


@contextmanager
def unwritable_journal(session: MeetingSession) -> Iterator[None]:
    """Turn the journal's descriptor to one that nothing can be written to, as when the disk is gone."""
    wal = wal_of(session.store.folder).resolve()
    with failing(wal, str(wal), os.O_RDONLY):
        yield


@contextmanager
def read_only(session: MeetingSession) -> Iterator[None]:
    """Let SQLite refuse every write."""
    connection: Any = session.store._writer.raw_connection().driver_connection
    connection.execute("PRAGMA query_only = ON").fetchall()
    try:
        yield
    finally:
        connection.execute("PRAGMA query_only = OFF").fetchall()


def small_disk(place: Path) -> AbstractContextManager[Path]:
    """Mount a disk of four megabytes."""
    return disk(place, 4)


@contextmanager
def filled_up(session: MeetingSession) -> Iterator[None]:
    """Let somebody else take every byte of room."""
    film = session.store.folder.root.parent / "film.mp4"
    with film.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    try:
        yield
    finally:
        film.unlink()


# -- errors of the system, given by strace ----------------------------------------------------------------------------


def _traced(error: str) -> Tally:
    """Hold a meeting in a process of its own whose writes fail now and then."""
    with tempfile.TemporaryDirectory(prefix="tvm-full-") as below:
        data = Path(below) / "data"
        calls, files = (
            "pwrite64,fsync,fdatasync,ftruncate",
            (f"{data}/meetings.db", f"{data}/meetings.db-wal"),
        )
        told = subprocess.run(
            [
                *("strace", "-f", "-qq", "-o", os.devnull, "-P", files[0], "-P", files[1]),
                *("-e", f"trace={calls}", "-e", f"inject={calls}:error={error}:when=250+97"),
                *(sys.executable, "-c", "from faults.full import child; child()", str(data)),
            ],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        tally = Tally(**json.loads(told))
        look(DataFolder(data), tally.meeting, tally.held, tally)
    return tally


def child() -> None:
    """Hold the meeting, try every act until it is done, and tell what came of it."""
    folder, tally = DataFolder(Path(sys.argv[1])), Tally()
    session = begin(folder)
    sentences = {refusal(fault).message.text for fault in (Fault.FULL, Fault.DISK)}
    for act in whole_meeting(session):
        tally.acts += 1
        _until_done(session, act, tally, sentences)
    session.store.close()
    tally.meeting, tally.held = session.record.meeting_id, said_of(session)
    print(json.dumps(asdict(tally)))


def _until_done(session: MeetingSession, act: Act, tally: Tally, sentences: set[str]) -> None:
    for _ in range(50):
        before = session.record
        try:
            act(session)
        except UserError as problem:
            tally.refused += 1
            tally.unsaid += problem.message.text not in sentences
            tally.half += session.record is not before
        else:
            return
    tally.lost += 1
