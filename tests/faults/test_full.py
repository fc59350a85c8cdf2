from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from faults.full import Tally, hold, measure
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.faults import Fault

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tvm_desktop.session.session import MeetingSession


def test_a_disk_that_fails_at_every_commit_loses_nothing() -> None:
    rows = list(measure(1))
    assert len(rows) >= 3
    assert [row.line() for row in rows if not row.met] == []


def test_a_failure_that_is_not_told_is_seen(tmp_path: Path) -> None:
    def never(_session: MeetingSession) -> AbstractContextManager[None]:
        return nullcontext()

    tally = Tally()
    hold(DataFolder(tmp_path / "data"), never, Fault.DISK, tally)
    assert tally.unsaid == tally.acts > 40
    assert not tally.row("nothing failed").met
